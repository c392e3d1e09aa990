package dev.accord.broker.selection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Json;
import dev.accord.broker.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The states in which consumers expect a provider, read from the contents of selected pacts. Three statements. */
@ApplicationScoped
class ProviderStates {

    private final SelectionQueries selection;
    private final Database database;

    ProviderStates(SelectionQueries selection, Database database) {
        this.selection = selection;
        this.database = database;
    }

    /** A state with its parameters; the key under which consumers are gathered. */
    private record State(String name, @Nullable JsonNode params) {}

    /**
     * The states by name, each with the consumers that expect it.
     *
     * @throws ProblemException 404 when the provider is unknown
     */
    ArrayNode of(String provider, Selector selector) {
        long providerId = selection
                .provider(provider, List.of())
                .orElseThrow(() -> ProblemException.notFound("No provider with name '" + provider + "' found"))
                .id();
        List<SelectedRow> rows =
                selection.find(providerId, new VerificationRequest(null, List.of(), List.of(selector), false, null));
        Map<Long, JsonNode> contents = contents(rows);
        Map<State, Set<String>> consumers = new LinkedHashMap<>();
        rows.stream().sorted(Comparator.comparing(SelectedRow::versionId)).forEach(row -> {
            JsonNode content = contents.getOrDefault(row.pactVersionId(), Json.object());
            for (String list : List.of("messages", "interactions")) {
                content.path(list).forEach(interaction -> gather(interaction, row.consumer(), consumers));
            }
        });
        return document(consumers);
    }

    private Map<Long, JsonNode> contents(List<SelectedRow> rows) {
        Map<Long, JsonNode> contents = new HashMap<>();
        database.list(
                "select c.pact_version_id, c.content from pact_content c where c.pact_version_id = any(cast(? as bigint[]))",
                row -> contents.put(row.number("pact_version_id"), Json.stored(row.text("content"))),
                rows.stream().map(SelectedRow::pactVersionId).distinct().toList());
        return contents;
    }

    private static void gather(JsonNode interaction, String consumer, Map<State, Set<String>> consumers) {
        JsonNode single = interaction.path("providerState");
        if (single.isTextual()) {
            add(new State(single.textValue(), null), consumer, consumers);
            return;
        }
        for (JsonNode state : interaction.path("providerStates")) {
            JsonNode params = state.get("params");
            if (state.path("name").isTextual()) {
                add(
                        new State(state.path("name").textValue(), params == null || params.isNull() ? null : params),
                        consumer,
                        consumers);
            }
        }
    }

    private static void add(State state, String consumer, Map<State, Set<String>> consumers) {
        consumers.computeIfAbsent(state, key -> new LinkedHashSet<>()).add(consumer);
    }

    private static ArrayNode document(Map<State, Set<String>> consumers) {
        ArrayNode states = Json.array();
        consumers.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().name()))
                .forEach(entry -> {
                    ObjectNode state =
                            states.addObject().put("name", entry.getKey().name());
                    if (entry.getKey().params() != null) {
                        state.set("params", entry.getKey().params());
                    }
                    entry.getValue().forEach(state.putArray("consumers")::add);
                });
        return states;
    }
}
