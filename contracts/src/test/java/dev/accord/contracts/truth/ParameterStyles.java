package dev.accord.contracts.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes values of parameters by style and explode, as OpenAPI's table of styles has it, and reads them back. */
final class ParameterStyles {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ParameterStyles() {}

    static String style(JsonNode parameter) {
        String in = parameter.path("in").asText();
        return parameter.path("style").asText(in.equals("query") || in.equals("cookie") ? "form" : "simple");
    }

    static boolean explode(JsonNode parameter) {
        return parameter.path("explode").asBoolean(style(parameter).equals("form"));
    }

    static JsonNode schema(JsonNode parameter) {
        return parameter.has("content")
                ? parameter.get("content").iterator().next().path("schema")
                : parameter.path("schema");
    }

    /** The part of a schema that says what it is: a schema wrapped in {@code allOf} is the one inside. */
    private static JsonNode bare(JsonNode schema) {
        return schema.has("allOf") ? bare(schema.get("allOf").get(0)) : schema;
    }

    static JsonNode property(JsonNode schema, String name) {
        return bare(schema).path("properties").path(name);
    }

    /** Returns the text of a value in the path, a header or a cookie. */
    static String single(JsonNode parameter, JsonNode value) {
        if (parameter.has("content")) {
            return value.toString();
        }
        boolean explode = explode(parameter);
        String name = parameter.path("name").asText();
        return switch (style(parameter)) {
            case "label" -> "." + joined(value, explode ? "." : ",", explode);
            case "matrix" ->
                explode && value.isArray()
                        ? ";" + name + "=" + joined(value, ";" + name + "=", true)
                        : explode && value.isObject()
                                ? ";" + joined(value, ";", true)
                                : ";" + name + "=" + joined(value, ",", false);
            default -> joined(value, ",", explode);
        };
    }

    private static String joined(JsonNode value, String separator, boolean pairs) {
        List<String> pieces = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(v -> pieces.add(v.asText()));
        } else if (value.isObject()) {
            value.properties().forEach(e -> {
                if (pairs) {
                    pieces.add(e.getKey() + "=" + e.getValue().asText());
                } else {
                    pieces.add(e.getKey());
                    pieces.add(e.getValue().asText());
                }
            });
        } else {
            return value.asText();
        }
        return String.join(separator, pieces);
    }

    /** Returns the query parameters that carry a value. */
    static Map<String, List<String>> query(JsonNode parameter, JsonNode value) {
        String name = parameter.path("name").asText();
        Map<String, List<String>> query = new LinkedHashMap<>();
        String style = style(parameter);
        if (parameter.has("content")) {
            query.put(name, List.of(value.toString()));
        } else if (value.isObject() && (style.equals("deepObject") || explode(parameter))) {
            value.properties()
                    .forEach(e -> query.put(
                            style.equals("deepObject") ? name + "[" + e.getKey() + "]" : e.getKey(),
                            List.of(e.getValue().asText())));
        } else if (value.isArray() && explode(parameter)) {
            List<String> all = new ArrayList<>();
            value.forEach(v -> all.add(v.asText()));
            query.put(name, all);
        } else {
            query.put(name, List.of(joined(value, separator(style), false)));
        }
        return query;
    }

    private static String separator(String style) {
        return switch (style) {
            case "spaceDelimited" -> " ";
            case "pipeDelimited" -> "|";
            default -> ",";
        };
    }

    /** Reads a query parameter; empty when it is not sent. */
    static Optional<JsonNode> fromQuery(JsonNode parameter, Map<String, List<String>> query) {
        String name = parameter.path("name").asText();
        JsonNode schema = schema(parameter);
        List<String> values = query.get(name);
        if (parameter.has("content")) {
            return values == null ? Optional.empty() : Optional.of(json(String.join(",", values)));
        }
        String style = style(parameter);
        if (is(schema, "object") && (style.equals("deepObject") || explode(parameter))) {
            ObjectNode object = JSON.objectNode();
            for (var property : bare(schema).path("properties").properties()) {
                String key = style.equals("deepObject") ? name + "[" + property.getKey() + "]" : property.getKey();
                if (query.containsKey(key)) {
                    object.set(
                            property.getKey(),
                            coerced(property.getValue(), query.get(key).get(0)));
                }
            }
            return object.isEmpty() ? Optional.empty() : Optional.of(object);
        }
        if (values == null) {
            return Optional.empty();
        }
        if (is(schema, "array") && explode(parameter)) {
            return Optional.of(array(schema, values));
        }
        if (values.size() > 1) {
            return Optional.of(array(JSON.objectNode(), values));
        }
        return Optional.of(pieces(schema, values.get(0), separator(style), false));
    }

    /** Reads a text from the path, a header or a cookie; null where the text is not of the style. */
    static @Nullable JsonNode read(JsonNode parameter, String text) {
        JsonNode schema = schema(parameter);
        if (parameter.has("content")) {
            return json(text);
        }
        boolean explode = explode(parameter);
        String name = parameter.path("name").asText();
        switch (style(parameter)) {
            case "label" -> {
                return text.startsWith(".") ? pieces(schema, text.substring(1), explode ? "." : ",", explode) : null;
            }
            case "matrix" -> {
                return matrix(schema, name, text, explode);
            }
            default -> {
                return pieces(schema, text, ",", explode);
            }
        }
    }

    private static @Nullable JsonNode matrix(JsonNode schema, String name, String text, boolean explode) {
        if (explode && is(schema, "object")) {
            return text.startsWith(";") ? pieces(schema, text.substring(1), ";", true) : null;
        }
        String start = ";" + name + "=";
        if (!text.startsWith(start)) {
            return null;
        }
        return pieces(schema, text.substring(start.length()), explode ? start : ",", false);
    }

    private static JsonNode pieces(JsonNode schema, String text, String separator, boolean pairs) {
        List<String> pieces = Arrays.asList(text.split(Pattern.quote(separator), -1));
        if (is(schema, "array")) {
            return array(schema, pieces);
        }
        if (!is(schema, "object")) {
            return coerced(schema, text);
        }
        ObjectNode object = JSON.objectNode();
        for (int i = 0; i < pieces.size(); i += pairs ? 1 : 2) {
            String[] pair = pairs
                    ? pieces.get(i).split("=", 2)
                    : new String[] {pieces.get(i), i + 1 < pieces.size() ? pieces.get(i + 1) : ""};
            if (pair.length < 2) {
                return JSON.textNode(text);
            }
            object.set(pair[0], coerced(property(schema, pair[0]), pair[1]));
        }
        return object;
    }

    private static ArrayNode array(JsonNode schema, List<String> texts) {
        ArrayNode array = JSON.arrayNode();
        texts.forEach(t -> array.add(coerced(bare(schema).path("items"), t)));
        return array;
    }

    static boolean is(JsonNode schema, String type) {
        JsonNode types = bare(schema).path("type");
        if (types.isArray()) {
            for (JsonNode each : types) {
                if (each.asText().equals(type)) {
                    return true;
                }
            }
        }
        return types.asText().equals(type);
    }

    /** Returns a text as the scalar that its schema names. */
    static JsonNode coerced(JsonNode schema, String text) {
        if ((is(schema, "integer") || is(schema, "number")) && text.matches("-?\\d+(\\.\\d+)?")) {
            return text.contains(".") ? JSON.numberNode(new BigDecimal(text)) : JSON.numberNode(Long.parseLong(text));
        }
        if (is(schema, "boolean") && (text.equals("true") || text.equals("false"))) {
            return JSON.booleanNode(text.equals("true"));
        }
        return JSON.textNode(text);
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException notJson) {
            return JSON.textNode(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
