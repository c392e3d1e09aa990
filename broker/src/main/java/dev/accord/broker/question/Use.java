package dev.accord.broker.question;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.platform.Json;
import dev.accord.contracts.compatibility.ApiJudge;
import dev.accord.contracts.openapi.Operation;
import dev.accord.contracts.openapi.PathItem;
import dev.accord.contracts.openapi.Response;
import dev.accord.contracts.openapi.Responses;
import dev.accord.contracts.usage.InteractionUsage;
import dev.accord.contracts.usage.Usage;
import dev.accord.contracts.usage.UsageFact;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one interaction of a pact uses of a document.
 *
 * @param interaction description of the interaction
 * @param operation   the operation that it reaches, or null
 * @param reason      why it reaches none, or null
 * @param keys        keys of the elements that it uses
 */
record Use(
        String interaction,
        @Nullable String operation,
        @Nullable String reason,
        Set<String> keys) {

    private static final String DEFAULT = "default";

    Use {
        keys = Set.copyOf(keys);
    }

    static List<Use> of(ApiJudge judge, Usage usage) {
        List<Use> uses = new ArrayList<>();
        for (InteractionUsage interaction : usage.interactions()) {
            String description = interaction.origin().description();
            Operation operation = judge.judge(interaction).operation();
            if (operation == null) {
                String reason =
                        interaction.unknown() == null ? "the document has no such operation" : interaction.unknown();
                uses.add(new Use(description, null, reason, Set.of()));
            } else {
                uses.add(new Use(description, operation.key().toString(), null, keys(operation, interaction)));
            }
        }
        return uses;
    }

    private static Set<String> keys(Operation operation, InteractionUsage interaction) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add("operation");
        // whoever calls the operation fills its path
        new PathItem(operation.key().template(), Map.of(), operation.lifecycle(), operation.source())
                .variables()
                .forEach(name -> keys.add(Element.parameter("path", name)));
        String status = interaction.response() == null
                ? DEFAULT
                : operation
                        .responses()
                        .find(interaction.response().status().example())
                        .map(Responses.Found::response)
                        .map(Response::status)
                        .orElse(DEFAULT);
        for (UsageFact fact : new Usage(List.of(interaction)).facts()) {
            key(fact, status).ifPresent(keys::add);
        }
        return keys;
    }

    private static Optional<String> key(UsageFact fact, String status) {
        boolean request = fact.direction().equals("request");
        String location = fact.location();
        return switch (fact.part()) {
            case "query", "cookie" -> Optional.of(Element.parameter(fact.part(), location));
            case "header" ->
                Optional.of(request ? Element.parameter("header", location) : Element.responseHeader(status, location));
            case "body" ->
                Optional.of(request ? Element.requestField(location) : Element.responseField(status, location));
            default -> Optional.empty();
        };
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object().put("interaction", interaction);
        if (operation != null) {
            json.put("operation", operation);
        }
        if (reason != null) {
            json.put("reason", reason);
        }
        keys.stream().sorted().forEach(json.putArray("keys")::add);
        return json;
    }

    static Use of(JsonNode json) {
        Set<String> keys = new LinkedHashSet<>();
        json.path("keys").forEach(key -> keys.add(key.asText()));
        return new Use(
                json.path("interaction").asText(),
                json.hasNonNull("operation") ? json.path("operation").asText() : null,
                json.hasNonNull("reason") ? json.path("reason").asText() : null,
                keys);
    }
}
