package dev.accord.contracts.truth;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Changes a random schema at one place. */
final class SchemaChanges {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final RandomGenerator random;
    private final RandomSchemas schemas;

    SchemaChanges(RandomGenerator random, RandomSchemas schemas) {
        this.random = random;
        this.schemas = schemas;
    }

    /** Changes a schema at one place somewhere in it and returns what was changed. */
    String change(ObjectNode schema) {
        List<ObjectNode> places = new ArrayList<>();
        collect(schema, places);
        ObjectNode place = places.get(random.nextInt(places.size()));
        String type = RandomSchemas.type(place);
        changeHere(place);
        return type.isEmpty() ? "alternatives" : type;
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

    private void changeHere(ObjectNode schema) {
        if (random.nextInt(6) == 0) {
            RandomSchemas.setNullable(schema, !RandomSchemas.isNullable(schema));
            return;
        }
        if (random.nextInt(12) == 0) {
            ObjectNode part = schema.deepCopy();
            schema.removeAll();
            schema.putArray("allOf").add(part);
            return;
        }
        switch (RandomSchemas.type(schema)) {
            case "object" -> changeObject(schema);
            case "array" -> changeArray(schema);
            case "string" -> changeText(schema);
            case "integer", "number" -> changeNumber(schema);
            case "boolean" -> replace(schema, schemas.scalar());
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
                properties.set("extra", schemas.scalar());
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
            default -> schema.set("items", schemas.any(0));
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
                    schema.remove("format");
                    schemas.words(schema);
                }
            }
            case 2 -> {
                schema.remove("enum");
                schema.put("format", schemas.format());
            }
            case 3 -> schema.put("maxLength", 1 + random.nextInt(40));
            case 4 -> schema.remove("minLength");
            default -> replace(schema, schemas.scalar());
        }
    }

    private void changeNumber(ObjectNode schema) {
        switch (random.nextInt(6)) {
            case 0 -> schema.put("type", RandomSchemas.type(schema).equals("integer") ? "number" : "integer");
            case 1 -> schema.put("maximum", random.nextInt(12));
            case 2 -> schema.remove("maximum");
            case 3 -> schema.put("minimum", random.nextInt(6) - 3);
            case 4 -> schema.remove("minimum");
            default -> replace(schema, schemas.scalar());
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
            ObjectNode more = schemas.object(0);
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
