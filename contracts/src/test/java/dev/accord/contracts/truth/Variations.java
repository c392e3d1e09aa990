package dev.accord.contracts.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes other requests that the rules of a contract allow. */
final class Variations {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final RandomGenerator random;
    private final Contract contract;
    private final ObjectNode rules;

    Variations(RandomGenerator random, Contract contract) {
        this.random = random;
        this.contract = contract;
        this.rules = contract.requestRules();
    }

    Sent next() {
        Sent sent = contract.request().copy();
        sent.query()
                .replaceAll((name, texts) ->
                        texts.stream().map(text -> text("query", name, text)).toList());
        sent.headers().replaceAll((name, text) -> text("header", name, text));
        JsonNode body = sent.body();
        String type = sent.headers().get("content-type");
        if (body == null || type == null || !Media.isJson(type)) {
            return sent;
        }
        return sent.with(value("$", body, false));
    }

    private String text(String category, String name, String text) {
        ArrayNode matchers = Contract.matchers(rules, category, name);
        if (matchers.isEmpty() || random.nextInt(4) == 0) {
            return text;
        }
        JsonNode matcher = matchers.get(0);
        String regex = matcher.path("regex").asText("");
        if (!regex.isEmpty() && !regex.startsWith(".") && !regex.startsWith("\\d")) {
            String[] words = regex.split("\\|");
            return words[random.nextInt(words.length)];
        }
        return switch (Texts.kind(text)) {
            case "integer" -> Integer.toString(random.nextInt(40) - (regex.startsWith("\\d") ? 0 : 10));
            case "number" -> random.nextInt(40) + ".5";
            case "boolean" -> Boolean.toString(random.nextBoolean());
            default ->
                List.of("x", "hello", "NEW", "PAID", "2001-02-03", "0123456789".repeat(5))
                        .get(random.nextInt(6));
        };
    }

    /** @param typed whether a rule by type above reaches here */
    private JsonNode value(String path, JsonNode value, boolean typed) {
        ArrayNode matchers = Contract.matchers(rules, "body", path);
        boolean free = typed || !matchers.isEmpty();
        if (value.isObject()) {
            ObjectNode other = JSON.objectNode();
            value.properties().forEach(e -> other.set(e.getKey(), value(path + "." + e.getKey(), e.getValue(), free)));
            return other;
        }
        if (value.isArray()) {
            return array(path, value, matchers, free);
        }
        return free ? scalar(value, matchers) : value;
    }

    private JsonNode array(String path, JsonNode value, ArrayNode matchers, boolean free) {
        ArrayNode other = JSON.arrayNode();
        if (!free) {
            for (JsonNode element : value) {
                other.add(value(path + "[*]", element, false));
            }
            return other;
        }
        int least = matchers.path(0).path("min").asInt(0);
        int size = value.isEmpty() ? 0 : least + random.nextInt(4);
        for (int i = 0; i < size; i++) {
            other.add(value(path + "[*]", value.get(0), true));
        }
        return other;
    }

    private JsonNode scalar(JsonNode value, ArrayNode matchers) {
        JsonNode matcher = matchers.path(random.nextInt(Math.max(1, matchers.size())));
        String match = matcher.path("match").asText("type");
        if (match.equals("null")) {
            return JSON.nullNode();
        }
        if (match.equals("equality") || value.isNull()) {
            return value;
        }
        if (value.isBoolean()) {
            return JSON.booleanNode(random.nextBoolean());
        }
        if (value.isNumber()) {
            int whole = random.nextInt(40) - 10;
            return match.equals("integer") || random.nextBoolean()
                    ? JSON.numberNode(whole)
                    : JSON.numberNode(new BigDecimal(whole + ".5"));
        }
        if (match.equals("regex")) {
            String[] words = matcher.get("regex").asText().split("\\|");
            return words.length == 1 && words[0].startsWith(".")
                    ? JSON.textNode(List.of("x", "longer text of many letters").get(random.nextInt(2)))
                    : JSON.textNode(words[random.nextInt(words.length)]);
        }
        if (match.equals("date")) {
            return JSON.textNode("2001-02-03");
        }
        return JSON.textNode(List.of("", "x", "hello", "NEW", "PAID", "2001-02-03", "0123456789".repeat(5))
                .get(random.nextInt(7)));
    }
}
