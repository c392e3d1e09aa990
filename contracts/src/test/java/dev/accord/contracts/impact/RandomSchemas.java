package dev.accord.contracts.impact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes random JSON schemas of the kinds that API documents use, and changes them at one place. */
final class RandomSchemas {

    static final List<String> WORDS = List.of("NEW", "PAID", "SENT", "DONE");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    static final List<String> NAMES = List.of("id", "name", "total", "state", "items", "note", "owner");

    private final RandomGenerator random;

    RandomSchemas(RandomGenerator random) {
        this.random = random;
    }

    ObjectNode object(int depth) {
        ObjectNode schema = JSON.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            if (!properties.has(name)) {
                properties.set(name, any(depth - 1));
                if (random.nextInt(4) > 0) {
                    required.add(name);
                }
            }
        }
        int openness = random.nextInt(6);
        if (openness == 0) {
            schema.put("additionalProperties", false);
        } else if (openness == 1) {
            schema.set("additionalProperties", scalar());
        }
        return schema;
    }

    ObjectNode any(int depth) {
        int choice = random.nextInt(depth <= 0 ? 6 : 10);
        ObjectNode schema = switch (choice) {
            case 6 -> object(depth);
            case 7, 8 -> array(depth);
            case 9 -> oneOf(depth);
            default -> scalar();
        };
        if (choice != 9 && random.nextInt(6) == 0) {
            setNullable(schema, true);
        }
        return schema;
    }

    ObjectNode array(int depth) {
        ObjectNode schema = JSON.objectNode().put("type", "array");
        schema.set("items", any(depth - 1));
        if (random.nextInt(2) == 0) {
            schema.put("minItems", random.nextInt(3));
        }
        if (random.nextInt(3) == 0) {
            schema.put("maxItems", 3 + random.nextInt(3));
        }
        return schema;
    }

    private ObjectNode oneOf(int depth) {
        ObjectNode schema = JSON.objectNode();
        ArrayNode alternatives = schema.putArray("oneOf");
        for (String tag : List.of("a", "b")) {
            ObjectNode alternative = object(depth - 1);
            ((ObjectNode) alternative.get("properties")).putObject("kind").put("const", tag);
            ((ArrayNode) alternative.get("required")).add("kind");
            alternatives.add(alternative);
        }
        return schema;
    }

    ObjectNode scalar() {
        ObjectNode schema = JSON.objectNode();
        switch (random.nextInt(9)) {
            case 0 -> schema.put("type", "boolean");
            case 1, 2 -> {
                schema.put("type", "integer");
                bounds(schema);
            }
            case 3 -> {
                schema.put("type", "number");
                bounds(schema);
            }
            case 4 -> {
                schema.put("type", "string");
                words(schema);
            }
            case 5 -> schema.put("type", "string").put("format", format());
            case 6 -> schema.put("type", "string").put("minLength", random.nextInt(3));
            case 7 -> schema.put("type", "string").put("maxLength", 1 + random.nextInt(8));
            default -> schema.put("type", "string");
        }
        return schema;
    }

    private String format() {
        return List.of("date", "date-time", "uuid").get(random.nextInt(3));
    }

    private void words(ObjectNode schema) {
        ArrayNode words = schema.putArray("enum");
        int count = 1 + random.nextInt(WORDS.size());
        WORDS.subList(0, count).forEach(words::add);
    }

    private void bounds(ObjectNode schema) {
        if (random.nextInt(3) == 0) {
            schema.put("minimum", random.nextInt(5) - 2);
        }
        if (random.nextInt(3) == 0) {
            schema.put("maximum", 5 + random.nextInt(10));
        }
    }

    static boolean isNullable(JsonNode schema) {
        return schema.path("type").isArray();
    }

    static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.get(0).asText() : type.asText("");
    }

    private static void setNullable(ObjectNode schema, boolean nullable) {
        String type = type(schema);
        if (type.isEmpty()) {
            return;
        }
        if (nullable) {
            schema.putArray("type").add(type).add("null");
            if (schema.has("enum")) {
                ((ArrayNode) schema.get("enum")).addNull();
            }
        } else {
            schema.put("type", type);
            if (schema.has("enum")) {
                ArrayNode words = JSON.arrayNode();
                schema.get("enum").forEach(w -> {
                    if (!w.isNull()) {
                        words.add(w);
                    }
                });
                schema.set("enum", words);
            }
        }
    }

    /** Returns a copy with one random change somewhere. */
    ObjectNode changed(ObjectNode schema) {
        ObjectNode copy = schema.deepCopy();
        List<ObjectNode> places = new ArrayList<>();
        collect(copy, places);
        change(places.get(random.nextInt(places.size())));
        return copy;
    }

    private static void collect(ObjectNode schema, List<ObjectNode> places) {
        places.add(schema);
        schema.path("properties").forEach(p -> collect((ObjectNode) p, places));
        if (schema.path("items").isObject()) {
            collect((ObjectNode) schema.get("items"), places);
        }
        schema.path("oneOf").forEach(p -> collect((ObjectNode) p, places));
        schema.path("allOf").forEach(p -> collect((ObjectNode) p, places));
    }

    private void change(ObjectNode schema) {
        if (random.nextInt(6) == 0) {
            setNullable(schema, !isNullable(schema));
            return;
        }
        if (random.nextInt(12) == 0) {
            ObjectNode part = schema.deepCopy();
            schema.removeAll();
            schema.putArray("allOf").add(part);
            return;
        }
        switch (type(schema)) {
            case "object" -> changeObject(schema);
            case "array" -> changeArray(schema);
            case "string" -> changeText(schema);
            case "integer", "number" -> changeNumber(schema);
            case "boolean" -> replace(schema, scalar());
            default -> changeAlternatives(schema);
        }
    }

    private void changeObject(ObjectNode schema) {
        ObjectNode properties = (ObjectNode) schema.get("properties");
        ArrayNode required = (ArrayNode) schema.get("required");
        List<String> names = new ArrayList<>();
        properties.fieldNames().forEachRemaining(names::add);
        switch (random.nextInt(7)) {
            case 0, 1 -> {
                if (!required.isEmpty()) {
                    required.remove(random.nextInt(required.size()));
                }
            }
            case 2 -> {
                if (!names.isEmpty()) {
                    String name = names.get(random.nextInt(names.size()));
                    properties.remove(name);
                    for (int i = 0; i < required.size(); i++) {
                        if (required.get(i).asText().equals(name)) {
                            required.remove(i--);
                        }
                    }
                }
            }
            case 3 -> {
                properties.set("extra", scalar());
                if (random.nextBoolean()) {
                    required.add("extra");
                }
            }
            case 4 -> schema.put("additionalProperties", false);
            case 5 -> schema.remove("additionalProperties");
            default -> {
                if (!names.isEmpty()) {
                    required.add(names.get(random.nextInt(names.size())));
                }
            }
        }
    }

    private void changeArray(ObjectNode schema) {
        switch (random.nextInt(5)) {
            case 0 -> schema.remove("minItems");
            case 1 -> schema.remove("maxItems");
            case 2 -> schema.put("minItems", random.nextInt(4));
            case 3 -> schema.put("maxItems", random.nextInt(4) + 2);
            default -> schema.set("items", any(0));
        }
    }

    private void changeText(ObjectNode schema) {
        switch (random.nextInt(6)) {
            case 0 -> {
                schema.remove("enum");
                schema.remove("format");
            }
            case 1 -> {
                if (schema.has("enum")) {
                    ((ArrayNode) schema.get("enum")).add("LATE");
                } else {
                    words(schema);
                }
            }
            case 2 -> {
                schema.remove("enum");
                schema.put("format", format());
            }
            case 3 -> schema.put("maxLength", 1 + random.nextInt(40));
            case 4 -> schema.remove("minLength");
            default -> replace(schema, scalar());
        }
    }

    private void changeNumber(ObjectNode schema) {
        switch (random.nextInt(6)) {
            case 0 -> schema.put("type", type(schema).equals("integer") ? "number" : "integer");
            case 1 -> schema.put("maximum", random.nextInt(12));
            case 2 -> schema.remove("maximum");
            case 3 -> schema.put("minimum", random.nextInt(6) - 3);
            case 4 -> schema.remove("minimum");
            default -> replace(schema, scalar());
        }
    }

    private void changeAlternatives(ObjectNode schema) {
        ArrayNode alternatives = (ArrayNode) schema.get("oneOf");
        if (alternatives == null) {
            return;
        }
        if (random.nextBoolean() && alternatives.size() > 1) {
            alternatives.remove(random.nextInt(alternatives.size()));
        } else {
            ObjectNode more = object(0);
            ((ObjectNode) more.get("properties")).putObject("kind").put("const", "c");
            ((ArrayNode) more.get("required")).add("kind");
            alternatives.add(more);
        }
    }

    private static void replace(ObjectNode schema, ObjectNode by) {
        schema.removeAll();
        schema.setAll(by);
    }
}
