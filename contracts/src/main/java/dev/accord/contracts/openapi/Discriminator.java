package dev.accord.contracts.openapi;

import java.util.Map;

/**
 * Says which alternative of a schema applies, by the value of one property.
 *
 * @param propertyName the property
 * @param mapping from its values to references or component names, as written, in the order of the document
 * @param source where it stands
 */
public record Discriminator(String propertyName, Map<String, String> mapping, Source source) {}
