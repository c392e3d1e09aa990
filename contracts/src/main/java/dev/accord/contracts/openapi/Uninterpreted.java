package dev.accord.contracts.openapi;

/**
 * Something in a document that this reader does not interpret, so that no conclusion may rest on it.
 *
 * @param keyword the keyword, or the reference as written
 * @param reason why it is not interpreted
 * @param source where it stands
 */
public record Uninterpreted(String keyword, String reason, Source source) {}
