package dev.accord.contracts.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes random documents of one operation that consumers call and some that they do not. */
final class RandomOperations {

    static final List<String> QUERY = List.of("limit", "tags", "filter", "since");
    static final List<String> HEADERS = List.of("X-Tenant", "X-Mode");
    static final List<String> COOKIES = List.of("theme", "lang");
    static final List<String> ANSWERED = List.of("X-Rate", "X-Trace", "ETag");
    static final List<String> SCHEMES = List.of("key", "queryKey", "cookieKey", "basic", "bearer", "login");
    static final List<String> BASES = List.of("", "/v1", "/v2", "/api/v1");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final RandomGenerator random;
    private final RandomSchemas schemas;
    private final int depth;

    /** @param depth how deep the schemas of bodies are */
    RandomOperations(RandomGenerator random, RandomSchemas schemas, int depth) {
        this.random = random;
        this.schemas = schemas;
        this.depth = depth;
    }

    /** Returns the path of the operation that is called: the first of the document. */
    static String path(JsonNode document) {
        return document.get("paths").fieldNames().next();
    }

    /** Returns the method of the operation that is called. */
    static String method(JsonNode document) {
        for (var member : document.get("paths").get(path(document)).properties()) {
            if (!member.getKey().equals("parameters")) {
                return member.getKey();
            }
        }
        throw new IllegalStateException("no operation");
    }

    static ObjectNode operation(JsonNode document) {
        return (ObjectNode) document.get("paths").get(path(document)).get(method(document));
    }

    /** Leaves of an operation what concerns its requests. */
    static void forgetResponses(JsonNode operation) {
        if (operation instanceof ObjectNode object) {
            object.remove("responses");
        }
    }

    ObjectNode document() {
        ObjectNode document = JSON.objectNode().put("openapi", "3.1.0");
        document.putObject("info").put("title", "t").put("version", "1");
        if (random.nextInt(4) == 0) {
            servers(document);
        }
        boolean variable = random.nextInt(2) == 0;
        String path = variable ? pick("/things/{id}", "/things/{id}/parts", "/{kind}/{id}") : pick("/things", "/a/b");
        ObjectNode item = document.putObject("paths").putObject(path);
        ObjectNode operation = item.putObject(pick("post", "put", "patch", "get", "delete"));
        for (String name : path.split("/", -1)) {
            if (name.startsWith("{")) {
                boolean shared = random.nextInt(4) == 0;
                pathParameter(shared ? item : operation, name.substring(1, name.length() - 1));
            }
        }
        fill(document, operation);
        if (random.nextInt(3) == 0) {
            other(document, "/things/" + RandomSchemas.WORDS.get(random.nextInt(2)));
        }
        if (random.nextInt(4) == 0) {
            other(document, "/others");
        }
        schemes(document);
        return document;
    }

    private void servers(ObjectNode document) {
        ArrayNode servers = document.putArray("servers");
        int count = 1 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            servers.addObject().put("url", pick("", "https://a.example") + pick(BASES));
        }
        for (JsonNode server : servers) {
            if (server.get("url").asText().isEmpty()) {
                ((ObjectNode) server).put("url", "/v1");
            }
        }
    }

    /** Adds an operation that few call. */
    void other(ObjectNode document, String path) {
        ObjectNode operation =
                ((ObjectNode) document.get("paths")).putObject(path).putObject(method(document));
        operation.putObject("responses").set(pick("200", "201"), response(1));
    }

    static void schemes(ObjectNode document) {
        ObjectNode schemes = document.withObject("/components/securitySchemes");
        schemes.putObject("key").put("type", "apiKey").put("in", "header").put("name", "X-Key");
        schemes.putObject("queryKey").put("type", "apiKey").put("in", "query").put("name", "key");
        schemes.putObject("cookieKey").put("type", "apiKey").put("in", "cookie").put("name", "session");
        schemes.putObject("basic").put("type", "http").put("scheme", "basic");
        schemes.putObject("bearer").put("type", "http").put("scheme", "bearer");
        schemes.putObject("login").put("type", "oauth2").putObject("flows");
    }

    private void fill(ObjectNode document, ObjectNode operation) {
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            add(operation, parameter());
        }
        if (!List.of("get", "delete").contains(method(document)) && random.nextInt(4) > 0) {
            operation.set("requestBody", requestBody());
        }
        ObjectNode responses = operation.putObject("responses");
        responses.set(pick("200", "200", "201", "2XX", "default"), response(depth));
        if (random.nextInt(3) == 0) {
            String more = pick("200", "202", "204", "2XX");
            responses.set(more, more.equals("204") ? JSON.objectNode().put("description", "d") : response(1));
        }
        if (random.nextInt(2) == 0) {
            responses.set(pick("404", "422", "4XX", "default"), response(1));
        }
        if (random.nextInt(3) == 0) {
            operation.set("security", security());
        }
    }

    ArrayNode security() {
        ArrayNode choices = JSON.arrayNode();
        int count = 1 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            ObjectNode choice = choices.addObject();
            int schemeCount = random.nextInt(8) == 0 ? 0 : random.nextInt(5) == 0 ? 2 : 1;
            for (int s = 0; s < schemeCount; s++) {
                choice.putArray(pick(SCHEMES));
            }
        }
        return choices;
    }

    /** Adds a parameter unless there is one of its name. */
    static void add(ObjectNode operation, ObjectNode parameter) {
        for (JsonNode other : operation.withArray("/parameters")) {
            if (other.get("name").asText().equals(parameter.get("name").asText())) {
                return;
            }
        }
        operation.withArray("/parameters").add(parameter);
    }

    private void pathParameter(ObjectNode holder, String name) {
        ObjectNode parameter =
                JSON.objectNode().put("name", name).put("in", "path").put("required", true);
        parameter.set("schema", random.nextInt(6) == 0 ? list() : schemas.scalar());
        if (random.nextInt(6) == 0) {
            parameter.put("style", pick("label", "matrix", "simple")).put("explode", random.nextBoolean());
        }
        holder.withArray("/parameters").add(parameter);
    }

    ObjectNode parameter() {
        String in = pick("query", "query", "query", "header", "cookie");
        List<String> names = in.equals("query") ? QUERY : in.equals("header") ? HEADERS : COOKIES;
        ObjectNode parameter = JSON.objectNode().put("name", pick(names)).put("in", in);
        if (random.nextInt(2) == 0) {
            parameter.put("required", true);
        }
        int kind = random.nextInt(12);
        if (kind == 0) {
            parameter.putObject("content").putObject("application/json").set("schema", schemas.flat());
            return parameter;
        }
        ObjectNode schema = kind < 4 ? list() : kind < 6 && !in.equals("cookie") ? schemas.flat() : schemas.scalar();
        parameter.set("schema", schema);
        if (in.equals("cookie") && kind < 4) {
            parameter.put("explode", false);
        } else {
            style(parameter);
        }
        if (random.nextInt(10) == 0) {
            parameter.put("allowReserved", true);
        }
        if (kind > 5 && random.nextInt(10) == 0) {
            new RandomValues(random, 5, false).of(schema).ifPresent(value -> schema.set("default", value));
        }
        return parameter;
    }

    void style(ObjectNode parameter) {
        String type = RandomSchemas.type(parameter.path("schema"));
        if (parameter.get("in").asText().equals("query")) {
            if (type.equals("array") && random.nextInt(3) == 0) {
                parameter.put("style", pick("form", "spaceDelimited", "pipeDelimited"));
            } else if (type.equals("object") && random.nextInt(2) == 0) {
                parameter.put("style", "deepObject").put("explode", true);
                return;
            }
        }
        if (random.nextInt(3) == 0) {
            parameter.put("explode", random.nextBoolean());
        }
    }

    ObjectNode list() {
        ObjectNode schema = JSON.objectNode().put("type", "array");
        schema.set("items", schemas.scalar());
        schema.put("minItems", 1);
        return schema;
    }

    ObjectNode requestBody() {
        ObjectNode body = JSON.objectNode();
        if (random.nextInt(3) > 0) {
            body.put("required", true);
        }
        ObjectNode content = body.putObject("content");
        int count = 1 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            entry(
                    content,
                    pick(
                            "application/json",
                            "application/json",
                            "application/*",
                            "application/vnd.t.v1+json",
                            "application/x-www-form-urlencoded",
                            "text/plain"),
                    depth);
        }
        return body;
    }

    void entry(ObjectNode content, String type, int deep) {
        ObjectNode entry = content.putObject(type);
        if (type.startsWith("text/") || random.nextInt(12) == 0) {
            return;
        }
        boolean form = type.endsWith("urlencoded");
        entry.set(
                "schema", form ? schemas.flat() : random.nextInt(6) == 0 ? schemas.array(deep) : schemas.object(deep));
    }

    ObjectNode response(int deep) {
        ObjectNode response = JSON.objectNode().put("description", "d");
        int headers = random.nextInt(3);
        for (int i = 0; i < headers; i++) {
            header(response);
        }
        int count = random.nextInt(6) == 0 ? 0 : random.nextInt(4) == 0 ? 2 : 1;
        for (int i = 0; i < count; i++) {
            entry(response.withObject("/content"), mediaType(), deep);
        }
        return response;
    }

    String mediaType() {
        return pick(
                "application/json",
                "application/json",
                "application/json",
                "application/vnd.t.v1+json",
                "application/vnd.t.v2+json",
                "application/*",
                "*/*",
                "text/plain",
                "text/csv");
    }

    void header(ObjectNode response) {
        ObjectNode header = response.withObject("/headers").putObject(pick(ANSWERED));
        if (random.nextInt(3) > 0) {
            header.put("required", true);
        }
        header.set("schema", schemas.scalar());
    }

    String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
