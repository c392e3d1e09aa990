package dev.accord.contracts.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it goes over the wire.
 *
 * @param path the path as the pact writes it, with or without the path of the server
 * @param query decoded values by name
 * @param headers by name in lower case; the body's media type is {@code content-type}
 * @param cookies by name
 * @param body a JSON value, for other media types the text, or null without a body
 */
record Sent(
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, String> headers,
        Map<String, String> cookies,
        @Nullable JsonNode body) {

    static Sent of(String method) {
        return new Sent(method, "", new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), null);
    }

    Sent at(String otherPath) {
        return new Sent(method, otherPath, query, headers, cookies, body);
    }

    Sent with(@Nullable JsonNode otherBody) {
        return new Sent(method, path, query, headers, cookies, otherBody);
    }

    /** A copy whose parameters can be set without touching this one. */
    Sent copy() {
        return new Sent(
                method,
                path,
                new LinkedHashMap<>(query),
                new LinkedHashMap<>(headers),
                new LinkedHashMap<>(cookies),
                body);
    }
}
