package dev.accord.contracts.openapi;

import java.util.Map;

/**
 * The body of a request.
 *
 * @param required whether each request must have one
 * @param content the accepted media types or ranges, by name as written, in the order of the document
 * @param source where it stands
 */
public record RequestBody(boolean required, Map<String, MediaType> content, Source source) {}
