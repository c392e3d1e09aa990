package dev.accord.contracts.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A response as it goes over the wire.
 *
 * @param headers by name, without the media type
 * @param contentType the media type of the body, or null
 * @param body a JSON value, for other media types the text, or null without a body
 */
record Answer(
        int status,
        Map<String, String> headers,
        @Nullable String contentType,
        @Nullable JsonNode body) {}
