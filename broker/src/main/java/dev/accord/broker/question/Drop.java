package dev.accord.broker.question;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes an operation, a parameter or a field out of a document. What stands behind a reference is copied to the place first,
 * so that other operations keep it.
 *
 * @param operation method and path template as the document writes it
 * @param location  name of a parameter, pointer to a field, or null for the whole operation
 * @param status    the response whose field goes, or null for all responses
 * @param request   whether the field is one of the request
 */
record Drop(
        String operation,
        @Nullable String location,
        @Nullable String status,
        boolean request) {

    private static final int MOST_REFERENCES = 50;

    /** Whether there was something to take out. */
    boolean from(ObjectNode document) {
        String[] parts = operation.split(" ", 2);
        JsonNode path = document.path("paths").path(parts.length > 1 ? parts[1] : "");
        String method = parts[0].toLowerCase(Locale.ROOT);
        if (!path.path(method).isObject()) {
            return false;
        }
        if (location == null) {
            return ((ObjectNode) path).remove(method) != null;
        }
        ObjectNode target = (ObjectNode) path.get(method);
        if (!location.startsWith("/")) {
            return parameter(document, target) | parameter(document, (ObjectNode) path);
        }
        return request ? requestField(document, target) : responseField(document, target);
    }

    private boolean parameter(ObjectNode document, ObjectNode holder) {
        boolean found = false;
        if (holder.get("parameters") instanceof ArrayNode parameters) {
            for (int i = parameters.size() - 1; i >= 0; i--) {
                if (resolved(document, parameters.get(i)).path("name").asText().equals(location)) {
                    parameters.remove(i);
                    found = true;
                }
            }
        }
        return found;
    }

    private boolean requestField(ObjectNode document, ObjectNode target) {
        boolean found = false;
        Optional<ObjectNode> body = own(document, target, "requestBody");
        if (body.isPresent()) {
            found = content(document, body.get());
        }
        if (target.get("parameters") instanceof ArrayNode parameters) {
            // Swagger 2.0: the body is a parameter
            for (JsonNode parameter : parameters) {
                if (parameter instanceof ObjectNode object
                        && object.path("in").asText().equals("body")) {
                    found |= schema(document, object);
                }
            }
        }
        return found;
    }

    private boolean responseField(ObjectNode document, ObjectNode target) {
        boolean found = false;
        if (target.get("responses") instanceof ObjectNode responses) {
            for (String code :
                    responses.properties().stream().map(Map.Entry::getKey).toList()) {
                if (status == null || status.equals(code)) {
                    Optional<ObjectNode> response = own(document, responses, code);
                    found |= response.isPresent()
                            && (content(document, response.get()) | schema(document, response.get()));
                }
            }
        }
        return found;
    }

    private boolean content(ObjectNode document, ObjectNode holder) {
        boolean found = false;
        if (holder.get("content") instanceof ObjectNode types) {
            for (var type : types.properties()) {
                found |= type.getValue() instanceof ObjectNode media && schema(document, media);
            }
        }
        return found;
    }

    private boolean schema(ObjectNode document, ObjectNode holder) {
        Optional<ObjectNode> schema = own(document, holder, "schema");
        return schema.isPresent() && field(document, schema.get(), location == null ? "" : location.substring(1), 0);
    }

    private static boolean field(ObjectNode document, ObjectNode schema, String pointer, int depth) {
        if (depth > MOST_REFERENCES) {
            return false;
        }
        boolean found = false;
        for (String parts : new String[] {"allOf", "anyOf", "oneOf"}) {
            if (schema.get(parts) instanceof ArrayNode alternatives) {
                for (int i = 0; i < alternatives.size(); i++) {
                    if (resolved(document, alternatives.get(i)) instanceof ObjectNode object) {
                        ObjectNode copy = object.deepCopy();
                        if (field(document, copy, pointer, depth + 1)) {
                            alternatives.set(i, copy);
                            found = true;
                        }
                    }
                }
            }
        }
        int slash = pointer.indexOf('/');
        String name = (slash < 0 ? pointer : pointer.substring(0, slash))
                .replace("~1", "/")
                .replace("~0", "~");
        if (slash < 0) {
            return removed(schema, name) || found;
        }
        String rest = pointer.substring(slash + 1);
        for (String keyword : name.equals("*") ? new String[] {"items", "additionalProperties"} : new String[0]) {
            Optional<ObjectNode> inner = own(document, schema, keyword);
            found |= inner.isPresent() && field(document, inner.get(), rest, depth + 1);
        }
        if (schema.get("properties") instanceof ObjectNode properties) {
            Optional<ObjectNode> inner = own(document, properties, name);
            found |= inner.isPresent() && field(document, inner.get(), rest, depth + 1);
        }
        return found;
    }

    private static boolean removed(ObjectNode schema, String name) {
        if (schema.get("required") instanceof ArrayNode required) {
            for (int i = required.size() - 1; i >= 0; i--) {
                if (required.get(i).asText().equals(name)) {
                    required.remove(i);
                }
            }
        }
        return schema.get("properties") instanceof ObjectNode properties && properties.remove(name) != null;
    }

    /** A member as an object of the holder's own: what stands behind a reference is copied into its place. */
    private static Optional<ObjectNode> own(ObjectNode document, ObjectNode holder, String member) {
        JsonNode value = holder.get(member);
        if (value == null || !(resolved(document, value) instanceof ObjectNode object)) {
            return Optional.empty();
        }
        if (object != value) {
            object = object.deepCopy();
            holder.set(member, object);
        }
        return Optional.of(object);
    }

    private static JsonNode resolved(ObjectNode document, JsonNode node) {
        JsonNode target = node;
        for (int steps = 0; target.path("$ref").isTextual() && steps < MOST_REFERENCES; steps++) {
            target = target(document, target.path("$ref").asText());
        }
        return target;
    }

    private static JsonNode target(ObjectNode document, String reference) {
        if (!reference.startsWith("#/")) {
            return document.missingNode();
        }
        try {
            return document.at(URLDecoder.decode(reference.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException noPercentEncoding) {
            return document.missingNode();
        }
    }
}
