package dev.accord.contracts.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Changes the operation that is called, or what surrounds it, in one respect; each change has a name. */
final class OperationChanges {

    private final RandomGenerator random;
    private final RandomOperations operations;
    private final SchemaChanges schemas;

    OperationChanges(RandomGenerator random, RandomOperations operations, SchemaChanges schemas) {
        this.random = random;
        this.operations = operations;
        this.schemas = schemas;
    }

    /** Changes a document and returns the name of the change; nothing when the change that was drawn has no place here. */
    Optional<String> change(ObjectNode document) {
        ObjectNode operation = RandomOperations.operation(document);
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> responseSchema(operation);
            case 4, 5 -> requestSchema(operation);
            case 6, 7 -> parameter(operation, document);
            case 8 -> pathParameter(operation);
            case 9 -> parameterAdded(operation);
            case 10, 11 -> responseHeader(operation);
            case 12 -> responseMedia(operation);
            case 13 -> requestMedia(operation);
            case 14 -> requestBody(operation);
            case 15, 16 -> status(operation);
            case 17, 18 -> security(document, operation);
            default -> surroundings(document);
        };
    }

    private Optional<ObjectNode> response(ObjectNode operation) {
        List<ObjectNode> responses = children(operation.path("responses"));
        return responses.isEmpty() ? Optional.empty() : Optional.of(responses.get(random.nextInt(responses.size())));
    }

    private Optional<ObjectNode> entry(JsonNode holder) {
        List<ObjectNode> entries = children(holder.path("content"));
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(random.nextInt(entries.size())));
    }

    private static List<ObjectNode> children(JsonNode holder) {
        List<ObjectNode> children = new ArrayList<>();
        holder.forEach(child -> children.add((ObjectNode) child));
        return children;
    }

    private Optional<String> responseSchema(ObjectNode operation) {
        return response(operation)
                .flatMap(this::entry)
                .filter(entry -> entry.has("schema"))
                .map(entry -> "response schema, " + schemas.change((ObjectNode) entry.get("schema")));
    }

    private Optional<String> requestSchema(ObjectNode operation) {
        return entry(operation.path("requestBody"))
                .filter(entry -> entry.has("schema"))
                .map(entry -> "request schema, " + schemas.change((ObjectNode) entry.get("schema")));
    }

    private Optional<String> pathParameter(ObjectNode operation) {
        return parameters(operation, true).map(parameter -> {
            if (random.nextInt(3) == 0) {
                parameter.put("style", operations.pick("simple", "label", "matrix"));
                return "path parameter, style";
            }
            return "path parameter, schema of " + schemas.change((ObjectNode) parameter.get("schema"));
        });
    }

    private Optional<ObjectNode> parameters(ObjectNode operation, boolean path) {
        List<ObjectNode> parameters = children(operation.path("parameters")).stream()
                .filter(p -> p.get("in").asText().equals("path") == path)
                .toList();
        return parameters.isEmpty() ? Optional.empty() : Optional.of(parameters.get(random.nextInt(parameters.size())));
    }

    private Optional<String> parameter(ObjectNode operation, ObjectNode document) {
        return parameters(operation, false).map(parameter -> {
            String in = parameter.get("in").asText();
            switch (random.nextInt(9)) {
                case 0 -> {
                    parameter.put("required", !parameter.path("required").asBoolean());
                    return "parameter, required";
                }
                case 1 -> {
                    remove((ArrayNode) operation.get("parameters"), parameter);
                    return "parameter removed";
                }
                case 2 -> {
                    parameter.put("in", in.equals("query") ? "header" : "query");
                    parameter.remove("style");
                    return "parameter moved";
                }
                case 3 -> {
                    parameter.remove("style");
                    parameter.remove("explode");
                    if (!parameter.has("content")) {
                        operations.style(parameter);
                    }
                    return "parameter, style";
                }
                case 4 -> {
                    parameter.put(
                            "allowReserved", !parameter.path("allowReserved").asBoolean());
                    return "parameter, allowReserved";
                }
                case 5 -> {
                    JsonNode schema = ParameterStyles.schema(parameter);
                    if (((ObjectNode) schema).remove("default") == null) {
                        new RandomValues(random, 5, false)
                                .of(schema)
                                .ifPresent(v -> ((ObjectNode) schema).set("default", v));
                    }
                    return "parameter, default";
                }
                default -> {
                    return "parameter, schema of " + schemas.change((ObjectNode) ParameterStyles.schema(parameter));
                }
            }
        });
    }

    private static void remove(ArrayNode list, JsonNode element) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (list.get(i) == element) {
                list.remove(i);
            }
        }
    }

    private Optional<String> parameterAdded(ObjectNode operation) {
        ObjectNode parameter = operations.parameter();
        RandomOperations.add(operation, parameter);
        return Optional.of(parameter.path("required").asBoolean() ? "parameter added, required" : "parameter added");
    }

    private Optional<String> responseHeader(ObjectNode operation) {
        Optional<ObjectNode> response = response(operation);
        List<String> names = new ArrayList<>();
        response.ifPresent(r -> r.path("headers").fieldNames().forEachRemaining(names::add));
        if (response.isEmpty()) {
            return Optional.empty();
        }
        if (names.isEmpty() || random.nextInt(8) == 0) {
            operations.header(response.get());
            return Optional.of("response header added");
        }
        ObjectNode headers = (ObjectNode) response.get().get("headers");
        String name = names.get(random.nextInt(names.size()));
        ObjectNode header = (ObjectNode) headers.get(name);
        switch (random.nextInt(5)) {
            case 0 -> {
                headers.remove(name);
                return Optional.of("response header removed");
            }
            case 1 -> {
                header.put("required", !header.path("required").asBoolean());
                return Optional.of("response header, required");
            }
            case 2 -> {
                headers.remove(name);
                headers.set(name.toLowerCase(java.util.Locale.ROOT), header);
                return Optional.of("response header in other letters");
            }
            default -> {
                return Optional.of("response header, schema of " + schemas.change((ObjectNode) header.get("schema")));
            }
        }
    }

    private Optional<String> responseMedia(ObjectNode operation) {
        return response(operation).flatMap(response -> media(response, "response", operations.mediaType()));
    }

    private Optional<String> requestMedia(ObjectNode operation) {
        String type = operations.pick(
                "application/json", "application/*", "application/vnd.t.v1+json", "text/plain", "text/*", "*/*");
        return operation.get("requestBody") instanceof ObjectNode body
                ? media(body, "request", type)
                : Optional.empty();
    }

    private Optional<String> media(ObjectNode holder, String name, String other) {
        ObjectNode content = holder.withObject("/content");
        List<String> types = new ArrayList<>();
        content.fieldNames().forEachRemaining(types::add);
        if (types.isEmpty() || random.nextInt(3) == 0) {
            if (!content.has(other)) {
                operations.entry(content, other, 1);
            }
            return Optional.of(name + " media type added");
        }
        String type = types.get(random.nextInt(types.size()));
        if (random.nextBoolean() && types.size() > 1) {
            content.remove(type);
            return Optional.of(name + " media type removed");
        }
        JsonNode entry = content.remove(type);
        content.set(other, entry);
        return Optional.of(name + " media type renamed");
    }

    private Optional<String> requestBody(ObjectNode operation) {
        if (operation.get("requestBody") instanceof ObjectNode body) {
            if (random.nextInt(4) == 0) {
                operation.remove("requestBody");
                return Optional.of("request body removed");
            }
            body.put("required", !body.path("required").asBoolean());
            return Optional.of("request body, required");
        }
        operation.set("requestBody", operations.requestBody());
        return Optional.of("request body added");
    }

    private Optional<String> status(ObjectNode operation) {
        ObjectNode responses = (ObjectNode) operation.get("responses");
        List<String> statuses = new ArrayList<>();
        responses.fieldNames().forEachRemaining(statuses::add);
        String status = statuses.get(random.nextInt(statuses.size()));
        switch (random.nextInt(4)) {
            case 0 -> {
                String more = operations.pick("200", "202", "404", "2XX", "4XX", "default");
                if (!responses.has(more)) {
                    responses.set(more, operations.response(1));
                }
                return Optional.of("status added");
            }
            case 1 -> {
                if (statuses.size() == 1) {
                    return Optional.empty();
                }
                responses.remove(status);
                return Optional.of("status removed");
            }
            case 2 -> {
                String range = status.equals("default") ? "2XX" : status.charAt(0) + "XX";
                if (!responses.has(range)) {
                    responses.set(range, responses.remove(status));
                }
                return Optional.of("status to range");
            }
            default -> {
                String other = operations.pick("200", "201", "404", "default");
                if (!responses.has(other)) {
                    responses.set(other, responses.remove(status));
                }
                return Optional.of("status renumbered");
            }
        }
    }

    private Optional<String> security(ObjectNode document, ObjectNode operation) {
        if (!operation.has("security") || random.nextInt(4) == 0) {
            operation.set("security", operations.security());
            return Optional.of("security set");
        }
        ArrayNode choices = (ArrayNode) operation.get("security");
        switch (random.nextInt(5)) {
            case 0 -> operation.remove("security");
            case 1 -> operations.security().forEach(choices::add);
            case 2 -> choices.addObject();
            case 3 -> {
                if (choices.size() > 1) {
                    choices.remove(random.nextInt(choices.size()));
                }
            }
            default -> {
                ObjectNode key = document.withObject("/components/securitySchemes/key");
                key.put("in", operations.pick("query", "cookie")).put("name", "moved");
                return Optional.of("security, key moved");
            }
        }
        return Optional.of("security, alternatives");
    }

    private Optional<String> surroundings(ObjectNode document) {
        ObjectNode paths = (ObjectNode) document.get("paths");
        String path = RandomOperations.path(document);
        ObjectNode item = (ObjectNode) paths.get(path);
        switch (random.nextInt(7)) {
            case 0 -> {
                String method = RandomOperations.method(document);
                if (item.size() > 1 || paths.size() > 1) {
                    item.remove(method);
                    return Optional.of("operation removed");
                }
                return Optional.empty();
            }
            case 1 -> {
                operations.other(document, "/things/" + operations.pick("NEW", "PAID", "7"));
                return Optional.of("path added");
            }
            case 2 -> {
                return rename(paths, path, item);
            }
            case 3 -> {
                paths.remove(path);
                paths.set(path.replace("/things", "/moved").replace("/a/", "/b/"), item);
                return Optional.of("path moved");
            }
            default -> {
                return servers(document);
            }
        }
    }

    private static Optional<String> rename(ObjectNode paths, String path, ObjectNode item) {
        if (!path.contains("{id}")) {
            return Optional.empty();
        }
        paths.remove(path);
        paths.set(path.replace("{id}", "{other}"), item);
        for (Map.Entry<String, JsonNode> member : item.properties()) {
            JsonNode parameters = member.getKey().equals("parameters")
                    ? member.getValue()
                    : member.getValue().path("parameters");
            parameters.forEach(p -> {
                if (p.get("name").asText().equals("id")) {
                    ((ObjectNode) p).put("name", "other");
                }
            });
        }
        return Optional.of("path parameter renamed");
    }

    private Optional<String> servers(ObjectNode document) {
        if (document.has("servers") && random.nextInt(4) == 0) {
            document.remove("servers");
            return Optional.of("servers removed");
        }
        ArrayNode servers = document.withArray("/servers");
        if (servers.size() > 1 && random.nextBoolean()) {
            servers.remove(random.nextInt(servers.size()));
        } else if (!servers.isEmpty() && random.nextBoolean()) {
            ((ObjectNode) servers.get(0)).put("url", "https://a.example" + operations.pick(RandomOperations.BASES));
        } else {
            servers.addObject().put("url", "https://b.example" + operations.pick(RandomOperations.BASES));
        }
        return Optional.of("servers");
    }
}
