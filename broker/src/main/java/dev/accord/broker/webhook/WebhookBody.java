package dev.accord.broker.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.platform.Json;
import dev.accord.broker.problem.Problems;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants to write about a webhook, already checked.
 *
 * @param description as given, or null
 * @param consumer    for which consumers
 * @param provider    for which providers
 * @param enabled     true when nothing is said
 * @param request     the call
 * @param events      at least one
 */
record WebhookBody(
        @Nullable String description,
        Webhook.Side consumer,
        Webhook.Side provider,
        boolean enabled,
        WebhookRequest request,
        List<String> events) {

    /**
     * Checks a body.
     *
     * @param known    whether a pacticipant of a name exists
     * @param problems findings so far, to which those about the body are added before they end the validation
     */
    static WebhookBody of(ObjectNode node, Whitelist whitelist, Predicate<String> known, Problems problems) {
        JsonNode description = text(node, "description", "description", problems);
        Webhook.Side consumer = side(node, "consumer", known, problems);
        Webhook.Side provider = side(node, "provider", known, problems);
        JsonNode enabled = node.path("enabled");
        if (!enabled.isMissingNode() && !enabled.isBoolean()) {
            problems.add("enabled", "must be boolean");
        }
        RequestReader reader = new RequestReader(whitelist, problems);
        WebhookRequest request = reader.read(node.get("request"));
        List<String> events = events(node.path("events"), problems);
        problems.throwIfAny();
        return new WebhookBody(description.textValue(), consumer, provider, enabled.asBoolean(true), request, events);
    }

    private static Webhook.Side side(ObjectNode node, String key, Predicate<String> known, Problems problems) {
        JsonNode side = node.path(key);
        if (side.isMissingNode() || side.isNull()) {
            return Webhook.Side.ANY;
        }
        if (!side.isObject()) {
            problems.add(key, "must be a hash");
            return Webhook.Side.ANY;
        }
        String name = text(side, "name", key + ".name", problems).textValue();
        String label = text(side, "label", key + ".label", problems).textValue();
        if (problems.has(key + ".name") || problems.has(key + ".label")) {
            return Webhook.Side.ANY;
        }
        if (name == null && label == null) {
            problems.add(key + ".name", "cannot be blank");
        } else if (name != null && label != null) {
            problems.add(key + ".label", "cannot be given together with a name");
        } else if (name != null && !known.test(name)) {
            problems.add(key + ".name", "does not match an existing pacticipant");
        } else if (label != null && label.isBlank()) {
            problems.add(key + ".label", "cannot be blank");
        }
        return new Webhook.Side(name, label);
    }

    private static List<String> events(JsonNode events, Problems problems) {
        if (events.isMissingNode() || events.isNull()) {
            return List.of(Webhook.DEFAULT_EVENT);
        }
        if (!events.isArray()) {
            problems.add("events", "must be an array");
            return List.of();
        }
        if (events.isEmpty()) {
            problems.add("events", "size cannot be less than 1");
        }
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < events.size(); i++) {
            JsonNode name = events.get(i).path("name");
            String where = " (at index " + i + ")";
            if (!events.get(i).isObject()) {
                problems.add("events", "must be a hash" + where);
            } else if (name.isMissingNode()) {
                problems.add("events", "name is missing" + where);
            } else if (!name.isTextual() || !Webhook.EVENTS.contains(name.textValue())) {
                problems.add("events", "name must be one of: " + String.join(", ", Webhook.EVENTS) + where);
            } else {
                names.add(name.textValue());
            }
        }
        return List.copyOf(names);
    }

    private static JsonNode text(JsonNode node, String key, String field, Problems problems) {
        JsonNode value = node.path(key);
        if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
            problems.add(field, "must be a string");
        }
        return value;
    }

    /** Reads the member {@code request}. */
    private record RequestReader(Whitelist whitelist, Problems problems) {

        private static final Set<String> VERBS =
                Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");
        private static final WebhookRequest NONE = new WebhookRequest("", "", Map.of(), null, false, null, null);

        WebhookRequest read(@Nullable JsonNode node) {
            if (node == null) {
                problems.add("request", "is missing");
                return NONE;
            }
            if (node.isNull() || node.isContainerNode() && node.isEmpty()) {
                problems.add("request", "must be filled");
                return NONE;
            }
            if (!node.isObject()) {
                problems.add("request", "must be a hash");
                return NONE;
            }
            String method = filled(node, "method").toUpperCase(Locale.ROOT);
            if (!method.isEmpty()) {
                checkMethod(method);
            }
            String url = filled(node, "url");
            if (!url.isEmpty()) {
                checkUrl(url);
            }
            JsonNode body = node.path("body");
            boolean none = body.isMissingNode() || body.isNull();
            return new WebhookRequest(
                    method,
                    url,
                    headers(node.path("headers")),
                    none ? null : body.isTextual() ? body.textValue() : Json.write(body),
                    !none && !body.isTextual(),
                    text(node, "username", "request.username", problems).textValue(),
                    text(node, "password", "request.password", problems).textValue());
        }

        /** The text of a member that must be there; empty when it is not. */
        private String filled(JsonNode node, String key) {
            JsonNode value = node.get(key);
            if (value == null) {
                problems.add("request." + key, "is missing");
            } else if (!value.isTextual()) {
                problems.add("request." + key, value.isNull() ? "must be filled" : "must be a string");
            } else if (value.textValue().isBlank()) {
                problems.add("request." + key, "must be filled");
            } else {
                return value.textValue().strip();
            }
            return "";
        }

        private void checkMethod(String method) {
            if (!VERBS.contains(method)) {
                problems.add("request.method", "is not a recognised HTTP method");
            } else if (!whitelist.allowsMethod(method)) {
                problems.add("request.method", "must be one of: " + whitelist.methods());
            }
        }

        private void checkUrl(String url) {
            if (Target.parameterInHost(url)) {
                problems.add("request.url", "cannot have a template parameter in the host");
                return;
            }
            var address = Target.address(url);
            if (address == null) {
                problems.add("request.url", "is not a valid URL, such as http://example.org");
                return;
            }
            if (!whitelist.allowsScheme(address.getScheme())) {
                problems.add("request.url", "scheme must be one of: " + whitelist.schemes());
            }
            if (!whitelist.allowsHost(address.getHost())) {
                problems.add("request.url", "host must be one of: " + whitelist.hosts());
            }
        }

        private Map<String, String> headers(JsonNode headers) {
            Map<String, String> read = new LinkedHashMap<>();
            if (headers.isMissingNode() || headers.isNull()) {
                return read;
            }
            if (!headers.isObject()) {
                problems.add("request.headers", "must be a hash");
                return read;
            }
            headers.properties().forEach(header -> {
                String name = header.getKey();
                JsonNode value = header.getValue();
                if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z\\-]+")) {
                    problems.add("request.headers", "'" + name + "' is not a header name");
                } else if (!value.isValueNode() || value.isNull()) {
                    problems.add("request.headers", name + " must be a string");
                } else if (value.asText().chars().anyMatch(c -> c < ' ' && c != '\t')) {
                    problems.add("request.headers", name + " cannot contain multiple lines");
                } else {
                    read.put(name.toLowerCase(Locale.ROOT), value.asText());
                }
            });
            return read;
        }
    }
}
