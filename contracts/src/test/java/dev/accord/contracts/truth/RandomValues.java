package dev.accord.contracts.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Makes random values that fit the schemas of {@link RandomSchemas}; nothing where no value fits. */
final class RandomValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final RandomGenerator random;
    /** The odds, out of 10, that an optional property is there. */
    private final int presence;

    /** The mark of properties that are never there: {@code writeOnly} in responses. */
    private final String absent;

    RandomValues(RandomGenerator random, int presence, boolean response) {
        this.random = random;
        this.presence = presence;
        this.absent = response ? "writeOnly" : "readOnly";
    }

    Optional<JsonNode> of(JsonNode schema) {
        if (schema.has("allOf")) {
            return of(schema.get("allOf").get(0));
        }
        if (schema.has("oneOf")) {
            JsonNode alternatives = schema.get("oneOf");
            return alternatives.isEmpty()
                    ? Optional.empty()
                    : of(alternatives.get(random.nextInt(alternatives.size())));
        }
        if (schema.has("const")) {
            return Optional.of(schema.get("const"));
        }
        if (RandomSchemas.isNullable(schema) && random.nextInt(3) == 0) {
            return Optional.of(JSON.nullNode());
        }
        return switch (RandomSchemas.type(schema)) {
            case "boolean" -> Optional.of(JSON.booleanNode(random.nextBoolean()));
            case "integer" -> number(schema, false);
            case "number" -> number(schema, true);
            case "string" -> text(schema);
            case "array" -> array(schema);
            case "object" -> object(schema);
            default -> Optional.of(JSON.textNode("anything"));
        };
    }

    private Optional<JsonNode> number(JsonNode schema, boolean fractions) {
        int least = schema.path("minimum").asInt(-5);
        int most = schema.path("maximum").asInt(Math.max(least + 10, 30));
        if (least > most) {
            return Optional.empty();
        }
        int whole = switch (random.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            default -> least + random.nextInt(most - least + 1);
        };
        if (fractions && whole < most && random.nextInt(3) > 0) {
            return Optional.of(
                    JSON.numberNode(new BigDecimal(whole + ".5").add(whole < 0 ? BigDecimal.ONE : BigDecimal.ZERO)));
        }
        return Optional.of(JSON.numberNode(whole));
    }

    private Optional<JsonNode> text(JsonNode schema) {
        int least = schema.path("minLength").asInt(0);
        int most = schema.path("maxLength").asInt(60);
        List<String> texts = new ArrayList<>();
        if (schema.has("enum")) {
            schema.get("enum").forEach(w -> {
                if (w.isTextual()) {
                    texts.add(w.textValue());
                }
            });
        } else {
            texts.addAll(
                    switch (schema.path("format").asText("")) {
                        case "date" -> List.of("2021-05-06", "1999-12-31");
                        case "date-time" -> List.of("2021-05-06T07:08:09Z", "1999-12-31T23:59:59.123+01:00");
                        case "uuid" ->
                            List.of("e2490de5-5bd3-43d5-b7c4-526e33f71304", "0b0c4b90-5c4e-4c7e-9c53-2f4b8a7c1d22");
                        default ->
                            List.of(
                                    "",
                                    "x",
                                    "hello",
                                    "NEW",
                                    "a b c d",
                                    "7".repeat(Math.max(least, 1)),
                                    "z".repeat(Math.max(1, Math.min(most, 60))));
                    });
        }
        List<String> fitting = texts.stream()
                .filter(t -> t.length() >= least && t.length() <= most)
                .toList();
        return fitting.isEmpty()
                ? Optional.empty()
                : Optional.of(JSON.textNode(fitting.get(random.nextInt(fitting.size()))));
    }

    private Optional<JsonNode> array(JsonNode schema) {
        int least = schema.path("minItems").asInt(0);
        int most = Math.max(schema.path("maxItems").asInt(least + 3), least);
        int size = least + random.nextInt(Math.min(most - least, 3) + 1);
        if (schema.has("maxItems") && schema.get("maxItems").asInt() < least) {
            return Optional.empty();
        }
        ArrayNode array = JSON.arrayNode();
        for (int i = 0; i < size; i++) {
            Optional<JsonNode> item = of(schema.get("items"));
            if (item.isEmpty()) {
                return Optional.empty();
            }
            array.add(item.get());
        }
        return Optional.of(array);
    }

    private Optional<JsonNode> object(JsonNode schema) {
        Set<String> required = new java.util.HashSet<>();
        schema.path("required").forEach(r -> required.add(r.asText()));
        ObjectNode object = JSON.objectNode();
        for (var property : schema.path("properties").properties()) {
            if (property.getValue().path(absent).asBoolean()) {
                continue;
            }
            boolean needed = required.contains(property.getKey());
            if (!needed && random.nextInt(10) >= presence) {
                continue;
            }
            Optional<JsonNode> value = of(property.getValue());
            if (value.isPresent()) {
                object.set(property.getKey(), value.get());
            } else if (needed) {
                return Optional.empty();
            }
        }
        others(schema.path("additionalProperties"), schema.path("properties"), object);
        for (String name : required) {
            if (!object.has(name) && !schema.path("properties").has(name)) {
                return Optional.empty();
            }
        }
        return Optional.of(object);
    }

    /** Now and then, keys that only the schema of additional properties describes. */
    private void others(JsonNode schema, JsonNode declared, ObjectNode object) {
        if (!schema.isObject()) {
            return;
        }
        for (String name : RandomSchemas.NAMES) {
            if (!declared.has(name) && random.nextInt(10) < presence / 2) {
                of(schema).ifPresent(value -> object.set(name, value));
            }
        }
    }
}
