package dev.accord.contracts.pact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A state that the provider must be in.
 *
 * @param params parameters by name, empty before V3
 */
public record ProviderState(String name, Map<String, JsonNode> params) {
    public ProviderState {
        params = Copies.of(params);
    }
}
