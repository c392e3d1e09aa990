package dev.accord.contracts.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.contracts.openapi.Parameter;
import dev.accord.contracts.openapi.Schema;
import dev.accord.contracts.openapi.SchemaType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the text of a parameter as the value that its schema describes, by the styles of OpenAPI. */
final class ParameterText {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,300}(\\.\\d{1,300})?([eE][+-]?\\d{1,3})?");

    private ParameterText() {}

    /** Returns the value of a parameter that is sent as one text: in the path, a header or a cookie. */
    static JsonNode single(Parameter parameter, String text) {
        Schema schema = parameter.effectiveSchema();
        return schema == null
                ? NODES.textNode(text)
                : single(parameter.name(), parameter.style(), parameter.explode(), schema, text);
    }

    /** Returns whether a text in a path starts as its style demands; matrix may write the name. */
    static boolean isWrittenIn(Parameter parameter, String text) {
        return switch (parameter.style()) {
            case "label" -> text.startsWith(".");
            case "matrix" -> {
                Schema schema = parameter.effectiveSchema();
                boolean spread =
                        parameter.explode() && schema != null && kinds(schema).contains(SchemaType.OBJECT);
                boolean named = text.split(";", 3).length > 1 && text.split(";", 3)[1].contains("=");
                yield text.startsWith(";") && (spread || !named || text.startsWith(";" + parameter.name() + "="));
            }
            default -> true;
        };
    }

    /** Returns the value of a header. */
    static JsonNode header(Schema schema, String text) {
        return single("", "simple", false, schema, text);
    }

    private static JsonNode single(String name, String style, boolean explode, Schema schema, String text) {
        Set<SchemaType> kinds = kinds(schema);
        String bare = text;
        String separator = ",";
        if (style.equals("label") && bare.startsWith(".")) {
            bare = bare.substring(1);
            separator = explode ? "." : ",";
        } else if (style.equals("matrix") && bare.startsWith(";")) {
            return matrix(name, explode, schema, kinds, bare.substring(1));
        }
        if (kinds.contains(SchemaType.ARRAY)) {
            return array(schema, pieces(bare, separator));
        }
        if (kinds.contains(SchemaType.OBJECT) && !kinds.contains(SchemaType.STRING)) {
            List<String> pieces = pieces(bare, separator);
            JsonNode object = explode ? pairs(schema, pieces) : alternating(schema, pieces);
            return object != null ? object : NODES.textNode(text);
        }
        return coerced(schema, bare);
    }

    private static JsonNode matrix(String name, boolean explode, Schema schema, Set<SchemaType> kinds, String text) {
        List<String> pieces = pieces(text, ";");
        String prefix = name + "=";
        if (kinds.contains(SchemaType.OBJECT) && explode) {
            JsonNode object = pairs(schema, pieces);
            return object != null ? object : NODES.textNode(text);
        }
        List<String> values = new ArrayList<>();
        for (String piece : pieces) {
            values.add(piece.startsWith(prefix) ? piece.substring(prefix.length()) : piece);
        }
        if (kinds.contains(SchemaType.ARRAY)) {
            return array(schema, explode ? values : pieces(String.join(",", values), ","));
        }
        if (kinds.contains(SchemaType.OBJECT)) {
            JsonNode object = alternating(schema, pieces(String.join(",", values), ","));
            return object != null ? object : NODES.textNode(text);
        }
        return coerced(schema, String.join(",", values));
    }

    /** Returns the value of a query parameter (or form field), which may be sent several times. */
    static JsonNode repeated(Schema schema, String style, boolean explode, List<String> values) {
        Set<SchemaType> kinds = kinds(schema);
        if (kinds.contains(SchemaType.ARRAY) && (values.size() > 1 || !kinds.contains(SchemaType.STRING))) {
            if (explode) {
                return array(schema, values);
            }
            String separator = switch (style) {
                case "spaceDelimited" -> " ";
                case "pipeDelimited" -> "|";
                case "tabDelimited" -> "\t";
                default -> ",";
            };
            List<String> pieces = new ArrayList<>();
            values.forEach(v -> pieces.addAll(pieces(v, separator)));
            return array(schema, pieces);
        }
        if (values.size() > 1) {
            return array(null, values);
        }
        String text = values.isEmpty() ? "" : values.get(0);
        if (kinds.contains(SchemaType.OBJECT) && !kinds.contains(SchemaType.STRING)) {
            JsonNode object = alternating(schema, pieces(text, ","));
            return object != null ? object : NODES.textNode(text);
        }
        return coerced(schema, text);
    }

    /** Returns an object of texts whose names are paths, such as {@code address][city}, as {@code deepObject} sends them. */
    static ObjectNode deep(Schema schema, Map<String, List<String>> values) {
        Map<String, List<String>> here = new LinkedHashMap<>();
        Map<String, Map<String, List<String>>> below = new LinkedHashMap<>();
        values.forEach((path, texts) -> {
            int bracket = path.indexOf("][");
            if (bracket < 0) {
                here.put(path, texts);
            } else {
                below.computeIfAbsent(path.substring(0, bracket), n -> new LinkedHashMap<>())
                        .put(path.substring(bracket + 2), texts);
            }
        });
        ObjectNode object = object(schema, here);
        below.forEach((name, inner) -> {
            Schema property = property(schema, name);
            object.set(name, deep(property == null ? schema : property, inner));
        });
        return object;
    }

    /** Returns an object of named texts, each read by its property's schema. */
    static ObjectNode object(Schema schema, Map<String, List<String>> values) {
        ObjectNode object = NODES.objectNode();
        values.forEach((name, texts) -> {
            Schema property = property(schema, name);
            if (property != null) {
                object.set(name, repeated(property, "form", true, texts));
            } else if (texts.size() == 1) {
                object.put(name, texts.get(0));
            } else {
                object.set(name, array(null, texts));
            }
        });
        return object;
    }

    private static ArrayNode array(@Nullable Schema schema, List<String> texts) {
        ArrayNode array = NODES.arrayNode();
        Schema items = schema == null ? null : items(schema);
        texts.forEach(t -> array.add(items == null ? NODES.textNode(t) : coerced(items, t)));
        return array;
    }

    private static @Nullable Schema items(Schema schema) {
        for (Variant variant : Variants.of(List.of(List.of(schema))).list()) {
            for (Schema part : variant.parts()) {
                if (part.items() != null) {
                    return part.items();
                }
            }
        }
        return null;
    }

    static @Nullable Schema property(Schema schema, String name) {
        for (Variant variant : Variants.of(List.of(List.of(schema))).list()) {
            for (Schema part : variant.parts()) {
                Schema property = part.properties().get(name);
                if (property != null) {
                    return property;
                }
            }
        }
        return null;
    }

    private static @Nullable JsonNode pairs(Schema schema, List<String> pieces) {
        ObjectNode object = NODES.objectNode();
        for (String piece : pieces) {
            int equals = piece.indexOf('=');
            if (equals < 0) {
                return null;
            }
            put(object, schema, piece.substring(0, equals), piece.substring(equals + 1));
        }
        return object;
    }

    private static @Nullable JsonNode alternating(Schema schema, List<String> pieces) {
        if (pieces.size() % 2 != 0) {
            return null;
        }
        ObjectNode object = NODES.objectNode();
        for (int i = 0; i < pieces.size(); i += 2) {
            put(object, schema, pieces.get(i), pieces.get(i + 1));
        }
        return object;
    }

    private static void put(ObjectNode object, Schema schema, String name, String text) {
        Schema property = property(schema, name);
        object.set(name, property == null ? NODES.textNode(text) : coerced(property, text));
    }

    private static List<String> pieces(String text, String separator) {
        return List.of(text.split(Pattern.quote(separator), -1));
    }

    /** Returns a text as the number, boolean or null that the schema asks for, or as text. */
    static JsonNode coerced(Schema schema, String text) {
        Set<SchemaType> kinds = kinds(schema);
        List<JsonNode> readings = new ArrayList<>();
        if ((kinds.contains(SchemaType.NUMBER) || kinds.contains(SchemaType.INTEGER))
                && NUMBER.matcher(text).matches()) {
            BigDecimal number = new BigDecimal(text);
            readings.add(
                    number.scale() <= 0 && number.precision() - number.scale() < 19
                            ? NODES.numberNode(number.longValueExact())
                            : NODES.numberNode(number));
        }
        if (kinds.contains(SchemaType.BOOLEAN) && (text.equals("true") || text.equals("false"))) {
            readings.add(NODES.booleanNode(text.equals("true")));
        }
        JsonNode asText = NODES.textNode(text);
        readings.add(asText);
        if (kinds.contains(SchemaType.NULL) && (text.isEmpty() || text.equals("null"))) {
            readings.add(NODES.nullNode());
        }
        for (JsonNode reading : readings) {
            if (SchemaValidator.validate(schema, reading, SchemaValidator.Mode.REQUEST)
                    .admitted()) {
                return reading;
            }
        }
        return readings.get(0);
    }

    static Set<SchemaType> kinds(Schema schema) {
        Set<SchemaType> kinds = EnumSet.noneOf(SchemaType.class);
        Variants.Expansion expansion = Variants.of(List.of(List.of(schema)));
        for (Variant variant : expansion.list()) {
            if (!variant.isAnything()) {
                kinds.addAll(variant.kinds());
            }
        }
        return kinds.isEmpty() ? EnumSet.of(SchemaType.STRING) : kinds;
    }
}
