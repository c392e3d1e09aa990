package dev.accord.contracts.openapi;

import java.util.Map;

/**
 * What a document defines for use by reference.
 *
 * @param schemas the schemas by name, in the order of the document
 * @param securitySchemes the security schemes by name
 */
public record Components(Map<String, Schema> schemas, Map<String, SecurityScheme> securitySchemes) {}
