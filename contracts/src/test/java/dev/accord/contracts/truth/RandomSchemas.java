package dev.accord.contracts.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes random JSON schemas of the kinds that API documents use. */
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

    /** An object of scalars that is closed to nothing. */
    ObjectNode flat() {
        ObjectNode schema = JSON.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            properties.set(name, scalar());
        }
        properties.fieldNames().forEachRemaining(name -> {
            if (random.nextBoolean()) {
                required.add(name);
            }
        });
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

    String format() {
        return List.of("date", "date-time", "uuid").get(random.nextInt(3));
    }

    void words(ObjectNode schema) {
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

    static void setNullable(ObjectNode schema, boolean nullable) {
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
}
