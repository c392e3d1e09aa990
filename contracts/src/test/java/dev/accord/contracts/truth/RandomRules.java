package dev.accord.contracts.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.random.RandomGenerator;

/** Makes random matching rules that the example which they are for keeps. */
final class RandomRules {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static final int HERE_AND_THERE = 1;

    private final RandomGenerator random;
    private final ObjectNode rules;

    RandomRules(RandomGenerator random, ObjectNode rules) {
        this.random = random;
        this.rules = rules;
    }

    /** Rules for a JSON body: none in mode 0, only here and there in mode 1, by type from the root on in others. */
    void body(JsonNode example, int mode) {
        if (mode < HERE_AND_THERE) {
            return;
        }
        if (mode > HERE_AND_THERE) {
            Contract.rule(rules, "body", "$", "type");
        }
        at("$", example);
    }

    private ObjectNode rule(String path, String match) {
        return Contract.rule(rules, "body", path, match);
    }

    private void at(String path, JsonNode value) {
        if (value.isObject()) {
            value.properties().forEach(e -> at(path + "." + e.getKey(), e.getValue()));
        } else if (value.isArray()) {
            array(path, value);
        } else if (value.isIntegralNumber() && random.nextBoolean()) {
            rule(path, "integer");
        } else if (value.isNumber() && random.nextInt(3) == 0) {
            rule(path, "number");
        } else if (value.isTextual() && random.nextInt(3) == 0) {
            text(path, value.textValue());
        } else if (!value.isNull() && random.nextInt(8) == 0) {
            ArrayNode matchers = JSON.arrayNode();
            matchers.addObject().put("match", "type");
            matchers.addObject().put("match", "null");
            ObjectNode group = rules.withObject("/body").putObject(path);
            group.put("combine", "OR").set("matchers", matchers);
        }
    }

    private void array(String path, JsonNode value) {
        if (value.isEmpty()) {
            return;
        }
        int choice = random.nextInt(4);
        if (choice < 2) {
            rule(path, "type").put("min", choice);
        }
        at(path + "[*]", value.get(0));
    }

    private void text(String path, String text) {
        if (RandomSchemas.WORDS.contains(text)) {
            rule(path, "regex").put("regex", words(text));
        } else if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
            rule(path, "date").put("format", "yyyy-MM-dd");
        } else if (random.nextBoolean()) {
            rule(path, "regex").put("regex", text.isEmpty() ? ".*" : ".+");
        } else {
            rule(path, "equality");
        }
    }

    private String words(String text) {
        String words = String.join("|", RandomSchemas.WORDS.subList(0, 1 + random.nextInt(4)));
        return words.contains(text) ? words : words + "|" + text;
    }

    /** A rule for a header, a query parameter or the path, now and then. */
    void text(String category, String name, String example) {
        int choice = random.nextInt(6);
        if (choice == 0) {
            Contract.rule(rules, category, name, "type");
        } else if (choice == 1 && RandomSchemas.WORDS.contains(example)) {
            Contract.rule(rules, category, name, "regex").put("regex", words(example));
        } else if (choice == 1 && Texts.kind(example).equals("integer") && !example.startsWith("-")) {
            Contract.rule(rules, category, name, "regex").put("regex", "\\d+");
        } else if (choice == 2) {
            Contract.rule(rules, category, name, "regex").put("regex", ".+");
        }
    }
}
