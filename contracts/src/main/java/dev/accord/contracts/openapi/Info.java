package dev.accord.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What a document says of itself.
 *
 * @param title the title, empty where there is none
 * @param version the version of the API (not of OpenAPI), empty where there is none
 * @param extensions its members that start with {@code x-}
 * @param source where it stands
 */
public record Info(String title, String version, Map<String, JsonNode> extensions, Source source) {}
