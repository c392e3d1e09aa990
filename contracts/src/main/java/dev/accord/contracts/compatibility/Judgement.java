package dev.accord.contracts.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.contracts.openapi.Operation;
import dev.accord.contracts.openapi.Schema;
import dev.accord.contracts.usage.InteractionUsage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a document says to one interaction.
 *
 * @param interaction the interaction
 * @param operation the operation that the request reaches, or null
 * @param basePath the path of the server that was taken off the request's path
 * @param violations the disagreements
 * @param schemas the schemas that hold at a place: alternatives of schemas that hold together
 */
public record Judgement(
        InteractionUsage interaction,
        @Nullable Operation operation,
        String basePath,
        List<Violation> violations,
        Map<String, List<List<Schema>>> schemas) {
    public Judgement {
        violations = List.copyOf(violations);
        schemas = Collections.unmodifiableMap(new LinkedHashMap<>(schemas));
    }

    /** Returns whether a response may hold, or a request may hold, a value at a place; false for unknown places. */
    public boolean admits(String place, JsonNode value) {
        SchemaValidator.Mode mode =
                place.startsWith("request") ? SchemaValidator.Mode.REQUEST : SchemaValidator.Mode.RESPONSE;
        return schemas.getOrDefault(place, List.of()).stream()
                .anyMatch(conjunction -> SchemaValidator.admits(conjunction, value, mode));
    }

    /** Returns the values that the schemas of a place list, by {@code enum} or {@code const}; none where any value may stand. */
    public List<JsonNode> listed(String place) {
        List<JsonNode> values = new ArrayList<>();
        for (Variant variant :
                Variants.of(schemas.getOrDefault(place, List.of())).list()) {
            List<JsonNode> listed = variant.enumerated();
            if (listed != null) {
                values.addAll(listed);
            }
        }
        return values;
    }

    /** Returns whether something is known of a place. */
    public boolean knows(String place) {
        return schemas.containsKey(place);
    }
}
