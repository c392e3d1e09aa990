package dev.accord.contracts.openapi;

import java.util.Map;

/**
 * An answer of an operation.
 *
 * @param status {@code 200}, {@code 2XX} (upper case) or {@code default}
 * @param headers the headers by lower-case name
 * @param content the media types or ranges by name as written, in the order of the document
 * @param source where it stands
 */
public record Response(String status, Map<String, Header> headers, Map<String, MediaType> content, Source source) {}
