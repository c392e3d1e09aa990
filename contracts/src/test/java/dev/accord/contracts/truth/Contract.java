package dev.accord.contracts.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One interaction of a consumer.
 *
 * @param requestRules matching rules of the request by category: {@code path}, {@code query}, {@code header}, {@code body}
 * @param responseRules matching rules of the response by category: {@code status}, {@code header}, {@code body}
 * @param v4 whether it is written in the fourth format of pacts, else in the third
 */
record Contract(Sent request, ObjectNode requestRules, Answer response, ObjectNode responseRules, boolean v4) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** An interaction that expects an error sends what is wrong on purpose. */
    boolean negative() {
        return response.status() >= 400;
    }

    /** Returns the pact file. */
    String pact() {
        ObjectNode pact = JSON.objectNode();
        pact.putObject("consumer").put("name", "c");
        pact.putObject("provider").put("name", "p");
        ObjectNode interaction = pact.putArray("interactions").addObject().put("description", "d");
        if (v4) {
            interaction.put("type", "Synchronous/HTTP").put("key", "k").put("pending", false);
        }
        interaction.set("request", requestJson());
        interaction.set("response", responseJson());
        pact.putObject("metadata").putObject("pactSpecification").put("version", v4 ? "4.0" : "3.0.0");
        return pact.toString();
    }

    private ObjectNode requestJson() {
        ObjectNode json = JSON.objectNode().put("method", request.method()).put("path", request.path());
        if (!request.query().isEmpty()) {
            ObjectNode query = json.putObject("query");
            request.query()
                    .forEach((name, values) -> values.forEach(query.withArray("/" + name.replace("/", "~1"))::add));
        }
        ObjectNode headers = JSON.objectNode();
        request.headers().forEach((name, value) -> header(headers, name, value));
        if (!request.cookies().isEmpty()) {
            header(headers, "Cookie", cookies(request.cookies()));
        }
        finish(json, headers, request.body(), request.headers().get("content-type"), requestRules);
        return json;
    }

    private static String cookies(Map<String, String> cookies) {
        return cookies.entrySet().stream()
                .map(c -> c.getKey() + "=" + c.getValue())
                .collect(Collectors.joining("; "));
    }

    private ObjectNode responseJson() {
        ObjectNode json = JSON.objectNode().put("status", response.status());
        ObjectNode headers = JSON.objectNode();
        response.headers().forEach((name, value) -> header(headers, name, value));
        if (response.contentType() != null) {
            header(headers, "Content-Type", response.contentType());
        }
        finish(json, headers, response.body(), response.contentType(), responseRules);
        return json;
    }

    private void header(ObjectNode headers, String name, String value) {
        if (v4) {
            headers.putArray(name).add(value);
        } else {
            headers.put(name, value);
        }
    }

    private void finish(
            ObjectNode json, ObjectNode headers, @Nullable JsonNode body, @Nullable String type, ObjectNode rules) {
        if (!headers.isEmpty()) {
            json.set("headers", headers);
        }
        if (body != null && v4) {
            ObjectNode content = json.putObject("body");
            content.put("contentType", type == null ? "application/json" : type).put("encoded", false);
            content.set("content", body);
        } else if (body != null) {
            json.set("body", body);
        }
        if (!rules.isEmpty()) {
            json.set("matchingRules", rules);
        }
    }

    /** Adds a rule for the values at a key of a category, which path and status do not have, and returns the matcher, to be completed. */
    static ObjectNode rule(ObjectNode rules, String category, String key, String match) {
        ObjectNode group = JSON.objectNode();
        if (key.isEmpty()) {
            rules.set(category, group);
        } else {
            rules.withObject("/" + category).set(key, group);
        }
        return group.putArray("matchers").addObject().put("match", match);
    }

    /** Returns the matchers at a key of a category; none without a rule. */
    static ArrayNode matchers(ObjectNode rules, String category, String key) {
        JsonNode group =
                key.isEmpty() ? rules.path(category) : rules.path(category).path(key);
        JsonNode found = group.path("matchers");
        return found instanceof ArrayNode array ? array : JSON.arrayNode();
    }
}
