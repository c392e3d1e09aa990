package dev.accord.contracts.pact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads single interactions; what differs between the specification versions is decided by shape where it can be. */
final class InteractionReader {

    private static final int DEFAULT_STATUS = 200;

    private final Pact.Specification specification;

    InteractionReader(Pact.Specification specification) {
        this.specification = specification;
    }

    Pact.Specification specification() {
        return specification;
    }

    Interaction interaction(Fields fields, int index) {
        Interaction.Head head = head(fields, index);
        String type = fields.text("type", "");
        if (specification != Pact.Specification.V4 && type.isEmpty()) {
            return http(fields, head);
        }
        if (hasPlugin(fields)) {
            return new Interaction.Opaque(head, type, "a plugin owns it");
        }
        return switch (type) {
            case "", "Synchronous/HTTP" -> http(fields, head);
            case "Asynchronous/Messages" -> new Interaction.AsynchronousMessage(head, message(fields));
            case "Synchronous/Messages" -> synchronous(fields, head);
            default -> new Interaction.Opaque(head, type, "its type is not known");
        };
    }

    /** A message of a V3 message pact; its contents stand without a wrapper. */
    Interaction v3Message(Fields fields, int index) {
        return new Interaction.AsynchronousMessage(head(fields, index), message(fields));
    }

    private static boolean hasPlugin(Fields fields) {
        return !fields.node("pluginConfiguration").isEmpty();
    }

    private Interaction http(Fields fields, Interaction.Head head) {
        return new Interaction.Http(head, request(fields.object("request")), response(fields.object("response")));
    }

    private Interaction.Request request(Fields fields) {
        Map<String, List<String>> headers = lists(fields.object("headers"));
        return new Interaction.Request(
                PactReader.upper(fields.text("method", "GET")),
                fields.text("path", "/"),
                query(fields),
                headers,
                body(fields, "body", headers),
                MatchingRulesReader.read(fields.object("matchingRules")),
                GeneratorsReader.read(fields.object("generators")));
    }

    private Interaction.Response response(Fields fields) {
        Map<String, List<String>> headers = lists(fields.object("headers"));
        return new Interaction.Response(
                status(fields),
                headers,
                body(fields, "body", headers),
                MatchingRulesReader.read(fields.object("matchingRules")),
                GeneratorsReader.read(fields.object("generators")));
    }

    private static int status(Fields fields) {
        JsonNode status = fields.node("status");
        if (Fields.isNothing(status)) {
            return DEFAULT_STATUS;
        }
        if (status.canConvertToInt() && status.isIntegralNumber()) {
            return status.intValue();
        }
        if (status.isTextual() && status.textValue().matches("\\d{3}")) {
            return Integer.parseInt(status.textValue());
        }
        throw new UnreadablePactException(fields.pointerTo("status"), "a status number is expected");
    }

    private Interaction synchronous(Fields fields, Interaction.Head head) {
        List<Interaction.Message> responses = new ArrayList<>();
        if (fields.node("response").isObject()) {
            responses.add(message(fields.object("response")));
        } else {
            for (Fields response : fields.objects("response")) {
                responses.add(message(response));
            }
        }
        return new Interaction.SynchronousMessage(head, message(fields.object("request")), responses);
    }

    private Interaction.Message message(Fields fields) {
        Map<String, String> metadata = new LinkedHashMap<>();
        for (String spelling : List.of("metadata", "metaData")) {
            for (Map.Entry<String, JsonNode> entry : fields.object(spelling).entries()) {
                JsonNode value = entry.getValue();
                metadata.put(entry.getKey(), value.isValueNode() ? value.asText("") : value.toString());
            }
        }
        Map<String, List<String>> headers = new LinkedHashMap<>();
        metadata.forEach((name, value) -> {
            if (name.toLowerCase(Locale.ROOT).replace("-", "").equals("contenttype")) {
                headers.put("content-type", List.of(value));
            }
        });
        String contents = fields.has("contents") ? "contents" : "content";
        return new Interaction.Message(
                body(fields, contents, headers),
                metadata,
                MatchingRulesReader.read(fields.object("matchingRules")),
                GeneratorsReader.read(fields.object("generators")));
    }

    private Body body(Fields fields, String name, Map<String, List<String>> headers) {
        if (!fields.has(name)) {
            return new Body.Absent();
        }
        String type = headers.entrySet().stream()
                .filter(h -> h.getKey().equalsIgnoreCase("content-type")
                        && !h.getValue().isEmpty())
                .map(h -> h.getValue().get(0))
                .findFirst()
                .orElse(null);
        return BodyReader.read(fields.node(name), fields.pointerTo(name), type, specification);
    }

    private static Interaction.Head head(Fields fields, int index) {
        JsonNode key = fields.node("key");
        return new Interaction.Head(
                index,
                fields.text("description", ""),
                key.isTextual() ? key.textValue() : null,
                states(fields),
                fields.node("pending").asBoolean(false));
    }

    private static List<ProviderState> states(Fields fields) {
        List<ProviderState> states = new ArrayList<>();
        for (String spelling : List.of("providerState", "provider_state")) {
            String name = fields.text(spelling, "");
            if (!name.isEmpty() && states.isEmpty()) {
                states.add(new ProviderState(name, Map.of()));
            }
        }
        JsonNode list = fields.node("providerStates");
        if (list.isTextual()) {
            states.add(new ProviderState(list.textValue(), Map.of()));
            return states;
        }
        for (Fields state : fields.objects("providerStates")) {
            Map<String, JsonNode> params = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> param : state.object("params").entries()) {
                params.put(param.getKey(), param.getValue());
            }
            states.add(new ProviderState(state.text("name", ""), params));
        }
        return states;
    }

    private static Map<String, List<String>> query(Fields fields) {
        JsonNode query = fields.node("query");
        return query.isTextual() ? QueryString.parse(query.textValue()) : lists(fields.object("query"));
    }

    /** Header and query values: a text, a number, or a list of them. A null is a name without a value. */
    private static Map<String, List<String>> lists(Fields fields) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : fields.entries()) {
            List<String> values = new ArrayList<>();
            if (entry.getValue().isArray()) {
                entry.getValue().forEach(v -> values.add(scalar(v)));
            } else {
                values.add(scalar(entry.getValue()));
            }
            lists.put(entry.getKey(), values);
        }
        return lists;
    }

    private static String scalar(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
