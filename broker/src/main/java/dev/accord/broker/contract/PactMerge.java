package dev.accord.broker.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.platform.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Joins pacts that several test runs wrote for one consumer version. Interactions are the same when description and
 * provider state are; the later one then takes the place of the earlier one. Everything but the interactions is taken
 * from the earlier pact. Time and memory grow with the size of both pacts, not with their product.
 */
final class PactMerge {

    private static final String INTERACTIONS = "interactions";
    private static final List<String> STATES = List.of("provider_state", "providerState", "providerStates");
    private static final List<String> REQUEST = List.of("method", "path", "query", "body", "headers");

    private PactMerge() {}

    /** What makes two interactions the same. */
    private record Key(
            @Nullable JsonNode description, @Nullable JsonNode state) {
        static Key of(JsonNode interaction) {
            JsonNode state = STATES.stream()
                    .map(interaction::path)
                    .filter(value -> !value.isMissingNode() && !value.isNull())
                    .findFirst()
                    .orElse(null);
            return new Key(present(interaction.path("description")), state);
        }
    }

    /** Whether the pacts cannot be joined: one has no interactions, or the same interaction sends another request. */
    static boolean conflict(JsonNode earlier, JsonNode later) {
        if (!earlier.path(INTERACTIONS).isArray() || !later.path(INTERACTIONS).isArray()) {
            return true;
        }
        Map<Key, List<JsonNode>> requests = new HashMap<>();
        for (JsonNode interaction : earlier.path(INTERACTIONS)) {
            List<JsonNode> same = requests.computeIfAbsent(Key.of(interaction), key -> new ArrayList<>(1));
            if (same.stream().noneMatch(request -> sameRequest(request, interaction.path("request")))) {
                same.add(interaction.path("request"));
            }
        }
        for (JsonNode interaction : later.path(INTERACTIONS)) {
            List<JsonNode> same = requests.getOrDefault(Key.of(interaction), List.of());
            if (!same.stream().allMatch(request -> sameRequest(request, interaction.path("request")))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The joined pact. An interaction that is unchanged keeps its identifier; the identifiers that this broker gave to
     * others are left out, since they are no part of what was published.
     */
    static JsonNode merge(JsonNode earlier, JsonNode later) {
        if (!(earlier instanceof ObjectNode before)
                || !earlier.path(INTERACTIONS).isArray()
                || !later.path(INTERACTIONS).isArray()) {
            return later;
        }
        List<JsonNode> joined = new ArrayList<>();
        Map<Key, Integer> places = new HashMap<>();
        for (JsonNode interaction : before.path(INTERACTIONS)) {
            places.putIfAbsent(Key.of(interaction), joined.size());
            joined.add(withoutOwnId(interaction));
        }
        for (JsonNode interaction : later.path(INTERACTIONS)) {
            Integer place = places.putIfAbsent(Key.of(interaction), joined.size());
            if (place == null) {
                joined.add(interaction);
            } else {
                joined.set(place, interaction);
            }
        }
        ObjectNode merged = before.deepCopy();
        ArrayNode interactions = Json.array();
        joined.forEach(interactions::add);
        merged.set(INTERACTIONS, interactions);
        return merged;
    }

    private static boolean sameRequest(JsonNode one, JsonNode other) {
        return REQUEST.stream().allMatch(part -> {
            JsonNode left = present(one.path(part));
            JsonNode right = present(other.path(part));
            return left == null ? right == null : left.equals(right);
        });
    }

    private static JsonNode withoutOwnId(JsonNode interaction) {
        if (interaction instanceof ObjectNode object
                && object.path("_id").isTextual()
                && object.path("_id").textValue().equals(PactContent.idOf(object))) {
            ObjectNode bare = object.deepCopy();
            bare.remove("_id");
            return bare;
        }
        return interaction;
    }

    private static @Nullable JsonNode present(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : node;
    }
}
