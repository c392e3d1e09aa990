package dev.accord.contracts.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a provider that keeps to its document makes of a request: it refuses it, or it reads certain values out of it. Written
 * from the OpenAPI specification alone.
 */
final class RequestOracle {

    private final JsonNode document;
    private final Routes routes;
    private final Schemas schemas = Schemas.ofRequests();

    RequestOracle(JsonNode document) {
        this.document = document;
        this.routes = new Routes(document);
    }

    Routes routes() {
        return routes;
    }

    /**
     * What is made of a request.
     *
     * @param refusal why it is refused, or null
     * @param meaning the text of each parameter that is read, by name
     * @param known the names of all parameters that the operation has
     */
    record Reading(@Nullable String refusal, Map<String, String> meaning, List<String> known) {

        static Reading refused(String why) {
            return new Reading(why, Map.of(), List.of());
        }

        /** Returns what another document reads otherwise: another value, or one that it looks for elsewhere. */
        Optional<String> misread(Reading later) {
            for (Map.Entry<String, String> parameter : meaning.entrySet()) {
                String now = later.meaning.get(parameter.getKey());
                if (now == null ? later.known.contains(parameter.getKey()) : !now.equals(parameter.getValue())) {
                    return Optional.of(
                            parameter.getKey() + " was read as " + parameter.getValue() + " and is read as " + now);
                }
            }
            return Optional.empty();
        }
    }

    /** Reads a request; of one that is wrong on purpose only the operation, its path and the media type count. */
    Reading read(Sent sent, String url, boolean negative) {
        Optional<Routes.Route> found = routes.find(sent.method(), url);
        if (found.isEmpty()) {
            return Reading.refused("no operation at " + sent.method() + " " + url);
        }
        Routes.Route route = found.get();
        Map<String, String> meaning = new TreeMap<>();
        List<String> known = new ArrayList<>();
        for (JsonNode parameter : route.parameters()) {
            boolean path = parameter.path("in").asText().equals("path");
            if ((negative && !path) || isIgnored(parameter)) {
                continue;
            }
            String name = parameter.path("name").asText();
            known.add(name);
            Optional<JsonNode> value = value(parameter, sent, route.values());
            if (value.isEmpty()) {
                if (parameter.path("required").asBoolean()) {
                    return Reading.refused("the parameter " + name + " is missing");
                }
            } else if (!schemas.admits(ParameterStyles.schema(parameter), value.get())) {
                return Reading.refused("the parameter " + name + " cannot be " + value.get());
            } else {
                meaning.put(name, meaning(parameter, value.get()));
            }
        }
        String refusal = negative ? body(route.operation(), sent.with(null), false) : whole(route.operation(), sent);
        return new Reading(refusal, meaning, known);
    }

    private @Nullable String whole(JsonNode operation, Sent sent) {
        return !isLetIn(operation, sent) ? "no credentials" : body(operation, sent, true);
    }

    /** These are described by other parts of an operation. */
    private static boolean isIgnored(JsonNode parameter) {
        return parameter.path("in").asText().equals("header")
                && List.of("accept", "content-type", "authorization")
                        .contains(parameter.path("name").asText().toLowerCase(Locale.ROOT));
    }

    private static Optional<JsonNode> value(JsonNode parameter, Sent sent, Map<String, String> path) {
        String name = parameter.path("name").asText();
        String text = switch (parameter.path("in").asText()) {
            case "path" -> URLDecoder.decode(path.getOrDefault(name, ""), StandardCharsets.UTF_8);
            case "header" -> sent.headers().get(name.toLowerCase(Locale.ROOT));
            case "cookie" -> sent.cookies().get(name);
            default -> null;
        };
        if (parameter.path("in").asText().equals("query")) {
            return ParameterStyles.fromQuery(parameter, sent.query());
        }
        if (text == null) {
            return Optional.empty();
        }
        JsonNode value = ParameterStyles.read(parameter, text);
        return Optional.of(value == null ? JsonNodeFactory.instance.objectNode() : value);
    }

    /** A value as text; a list of one is that one. Reserved characters mean another thing where they may stand as they are. */
    private static String meaning(JsonNode parameter, JsonNode value) {
        String text = value.isArray() && value.size() == 1
                ? value.get(0).asText()
                : value.isValueNode() ? value.asText() : texts(value);
        boolean reserved = parameter.path("in").asText().equals("query")
                && text.chars().anyMatch(c -> ":/?#[]@!$&'()*+,;=".indexOf(c) >= 0);
        return reserved
                        && value.isValueNode()
                        && parameter.path("allowReserved").asBoolean()
                ? text + " reserved"
                : text;
    }

    private static String texts(JsonNode value) {
        List<String> texts = new ArrayList<>();
        if (value.isObject()) {
            new TreeMap<>(fields(value)).forEach((name, text) -> texts.add(name + " " + text));
        } else {
            value.forEach(v -> texts.add(v.asText()));
        }
        return texts.toString();
    }

    private static Map<String, String> fields(JsonNode value) {
        Map<String, String> fields = new LinkedHashMap<>();
        value.properties().forEach(e -> fields.put(e.getKey(), e.getValue().asText()));
        return fields;
    }

    private boolean isLetIn(JsonNode operation, Sent sent) {
        JsonNode choices = operation.has("security") ? operation.get("security") : document.path("security");
        if (choices.isEmpty()) {
            return true;
        }
        for (JsonNode choice : choices) {
            boolean all = true;
            for (Map.Entry<String, JsonNode> scheme : choice.properties()) {
                all &= hasCredential(
                        document.path("components").path("securitySchemes").path(scheme.getKey()), sent);
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasCredential(JsonNode scheme, Sent sent) {
        String authorization = sent.headers().get("authorization");
        String name = scheme.path("name").asText();
        return switch (scheme.path("type").asText()) {
            case "apiKey" ->
                switch (scheme.path("in").asText()) {
                    case "query" -> sent.query().containsKey(name);
                    case "cookie" -> sent.cookies().containsKey(name);
                    default -> sent.headers().containsKey(name.toLowerCase(Locale.ROOT));
                };
            case "http" ->
                authorization != null
                        && authorization
                                .toLowerCase(Locale.ROOT)
                                .startsWith(scheme.path("scheme").asText() + " ");
            default -> authorization != null;
        };
    }

    private @Nullable String body(JsonNode operation, Sent sent, boolean whole) {
        JsonNode described = operation.path("requestBody");
        JsonNode body = sent.body();
        String type = sent.headers().get("content-type");
        if (body == null && whole) {
            return described.path("required").asBoolean() ? "the body is missing" : null;
        }
        if (!described.isObject() || type == null) {
            return null;
        }
        Optional<Map.Entry<String, JsonNode>> entry = Media.entry(described.path("content"), type);
        if (entry.isEmpty()) {
            return "the media type " + type + " is not taken";
        }
        JsonNode schema = entry.get().getValue().path("schema");
        if (body == null || schema.isMissingNode()) {
            return null;
        }
        if (Media.isJson(type)) {
            return schemas.admits(schema, body) ? null : "the body is not admitted: " + body;
        }
        if (Media.bare(type).equals("application/x-www-form-urlencoded")) {
            ObjectNode form = form(schema, body.asText());
            return schemas.admits(schema, form) ? null : "the form is not admitted: " + form;
        }
        return null;
    }

    /** Fields of a form are written as query parameters are, in the style form, exploded. */
    private static ObjectNode form(JsonNode schema, String text) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            fields.computeIfAbsent(decoded(parts[0]), n -> new ArrayList<>()).add(decoded(parts[1]));
        }
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        fields.forEach((name, values) -> {
            ObjectNode parameter =
                    JsonNodeFactory.instance.objectNode().put("name", name).put("in", "query");
            parameter.set("schema", ParameterStyles.property(schema, name));
            ParameterStyles.fromQuery(parameter, fields).ifPresent(value -> form.set(name, value));
        });
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
