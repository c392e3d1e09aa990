package dev.accord.broker.matrix.decision;

/**
 * Where a pact does not fit a document.
 *
 * @param code        stable id of the rule
 * @param operation   method and path, such as {@code GET /orders/{id}}
 * @param interaction description of the pact's interaction
 * @param field       where in the request or response, or empty
 * @param sentence    the whole thing in words
 */
public record Finding(String code, String operation, String interaction, String field, String sentence) {}
