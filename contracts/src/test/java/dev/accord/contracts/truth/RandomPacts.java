package dev.accord.contracts.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes random consumers of the first operation of a document: what they send is admitted, what they expect may come. */
final class RandomPacts {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final RandomGenerator random;
    private final JsonNode document;
    private final JsonNode operation;
    private final List<JsonNode> parameters;
    private final RandomValues values;
    private final ObjectNode requestRules = JSON.objectNode();
    private final ObjectNode responseRules = JSON.objectNode();

    RandomPacts(RandomGenerator random, JsonNode document) {
        this.random = random;
        this.document = document;
        this.operation = RandomOperations.operation(document);
        this.parameters = Routes.parameters(document.get("paths").get(RandomOperations.path(document)), operation);
        this.values = new RandomValues(random, 9, false);
    }

    /** Returns a consumer; nothing where no value could be drawn. */
    Optional<Contract> draw() {
        Sent sent = Sent.of(RandomOperations.method(document).toUpperCase(Locale.ROOT));
        Optional<String> path = path(sent);
        if (path.isEmpty() || !parameters(sent)) {
            return Optional.empty();
        }
        credentials(sent);
        Optional<JsonNode> body = body(sent);
        if (operation.path("requestBody").path("required").asBoolean() && body.isEmpty()) {
            return Optional.empty();
        }
        int status = status();
        accept(sent, status);
        Sent whole = sent.at(path.get()).with(body.orElse(null));
        boolean v4 = random.nextInt(3) == 0;
        Contract asked = new Contract(whole, requestRules, new Answer(status, Map.of(), null, null), responseRules, v4);
        RandomAnswers answers = new RandomAnswers(random, operation, Schemas.ofResponses());
        return answers.to(asked)
                .filter(answer -> answer.status() == status)
                .map(answer -> new Contract(whole, requestRules, excerpt(answer), responseRules, v4));
    }

    private Optional<String> path(Sent sent) {
        String path = RandomOperations.path(document);
        for (JsonNode parameter : parameters) {
            if (!parameter.get("in").asText().equals("path")) {
                continue;
            }
            Optional<JsonNode> value = value(parameter);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            String text = ParameterStyles.single(parameter, value.get());
            path = path.replace(
                    "{" + parameter.get("name").asText() + "}",
                    URLEncoder.encode(text, StandardCharsets.UTF_8)
                            .replace("+", "%20")
                            .replace("%2C", ","));
        }
        List<String> servers = List.copyOf(new Routes(document).servers());
        return Optional.of((random.nextBoolean() ? servers.get(0) : "") + path);
    }

    /** Headers and paths have no place for empty texts, nor for spaces at the ends. */
    private Optional<JsonNode> value(JsonNode parameter) {
        JsonNode schema = ParameterStyles.schema(parameter);
        for (int i = 0; i < 8; i++) {
            Optional<JsonNode> value = values.of(schema);
            if (value.isPresent()
                    && !value.get().asText(".").isBlank()
                    && !value.get().toString().contains("\"\"")
                    && !(value.get().isContainerNode() && value.get().isEmpty())
                    && Schemas.ofRequests().admits(schema, value.get())) {
                return value;
            }
        }
        return Optional.empty();
    }

    private boolean parameters(Sent sent) {
        for (JsonNode parameter : parameters) {
            String in = parameter.get("in").asText();
            boolean required = parameter.path("required").asBoolean();
            if (in.equals("path") || (!required && random.nextBoolean())) {
                continue;
            }
            Optional<JsonNode> value = value(parameter);
            if (value.isEmpty() && required) {
                return false;
            }
            value.ifPresent(v -> send(sent, parameter, v));
        }
        if (random.nextInt(10) == 0) {
            sent.query().put("unknown", List.of("1"));
        }
        return true;
    }

    private void send(Sent sent, JsonNode parameter, JsonNode value) {
        RandomRules rules = new RandomRules(random, requestRules);
        String name = parameter.get("name").asText();
        switch (parameter.get("in").asText()) {
            case "query" ->
                ParameterStyles.query(parameter, value).forEach((key, texts) -> {
                    sent.query().put(key, texts);
                    if (value.isValueNode() && !parameter.has("content")) {
                        rules.text("query", key, texts.get(0));
                    }
                });
            case "header" -> {
                String text = ParameterStyles.single(parameter, value);
                sent.headers().put(name.toLowerCase(Locale.ROOT), text);
                if (value.isValueNode() && !parameter.has("content")) {
                    rules.text("header", name.toLowerCase(Locale.ROOT), text);
                }
            }
            default -> sent.cookies().put(name, ParameterStyles.single(parameter, value));
        }
    }

    private void credentials(Sent sent) {
        JsonNode choices = operation.path("security");
        List<String> schemes = new ArrayList<>();
        if (!choices.isEmpty()) {
            choices.get(random.nextInt(choices.size())).fieldNames().forEachRemaining(schemes::add);
        }
        if (random.nextInt(5) == 0) {
            schemes.add(RandomOperations.SCHEMES.get(random.nextInt(RandomOperations.SCHEMES.size())));
        }
        for (String scheme : schemes) {
            switch (scheme) {
                case "key" -> sent.headers().put("x-key", "secret");
                case "queryKey" -> sent.query().put("key", List.of("secret"));
                case "cookieKey" -> sent.cookies().put("session", "secret");
                case "basic" -> sent.headers().put("authorization", "Basic dTpw");
                default -> sent.headers().put("authorization", "Bearer token");
            }
        }
    }

    private Optional<JsonNode> body(Sent sent) {
        JsonNode described = operation.path("requestBody");
        if (described.path("content").isEmpty()
                || (!described.path("required").asBoolean() && random.nextInt(3) == 0)) {
            return Optional.empty();
        }
        List<Map.Entry<String, JsonNode>> entries =
                List.copyOf(described.get("content").properties());
        Map.Entry<String, JsonNode> entry = entries.get(random.nextInt(entries.size()));
        String type = Media.isRange(entry.getKey()) ? "application/json" : entry.getKey();
        JsonNode schema = Media.entry(described.get("content"), type)
                .orElseThrow()
                .getValue()
                .path("schema");
        Optional<JsonNode> body;
        if (Media.isJson(type)) {
            body = schema.isMissingNode() ? Optional.of(JSON.objectNode().put("any", 1)) : values.of(schema);
            body = body.filter(b -> !b.isNull() && Schemas.ofRequests().admits(schema, b));
            body.ifPresent(b -> new RandomRules(random, requestRules).body(b, random.nextInt(10)));
        } else if (type.endsWith("urlencoded") && !schema.isMissingNode()) {
            body = values.of(schema)
                    .filter(v -> Schemas.ofRequests().admits(schema, v))
                    .flatMap(RandomPacts::form);
        } else {
            body = Optional.of(JSON.textNode("some=text"));
        }
        body.ifPresent(b -> sent.headers().put("content-type", type));
        return body;
    }

    private static Optional<JsonNode> form(JsonNode value) {
        List<String> pairs = new ArrayList<>();
        value.properties()
                .forEach(e -> pairs.add(
                        e.getKey() + "=" + URLEncoder.encode(e.getValue().asText(), StandardCharsets.UTF_8)));
        return pairs.isEmpty() ? Optional.empty() : Optional.of(JSON.textNode(String.join("&", pairs)));
    }

    private int status() {
        List<String> statuses = new ArrayList<>();
        operation.get("responses").fieldNames().forEachRemaining(statuses::add);
        String key = random.nextInt(3) > 0 ? statuses.get(0) : statuses.get(random.nextInt(statuses.size()));
        int status = key.equals("default")
                ? (random.nextBoolean() ? 200 : 500)
                : Integer.parseInt(key.replace("XX", random.nextBoolean() ? "00" : "02"));
        if (status / 100 == 2 && random.nextInt(12) == 0) {
            ObjectNode matcher = Contract.rule(responseRules, "status", "", "statusCode");
            matcher.put("status", "success");
        }
        return status;
    }

    private void accept(Sent sent, int status) {
        List<String> types = new ArrayList<>();
        Routes.response(operation, status)
                .orElseThrow()
                .path("content")
                .fieldNames()
                .forEachRemaining(t -> types.add(Media.isRange(t) ? "application/json" : t));
        if (types.isEmpty() || random.nextInt(3) == 0) {
            return;
        }
        String type = types.get(random.nextInt(types.size()));
        sent.headers()
                .put(
                        "accept",
                        switch (random.nextInt(6)) {
                            case 0 -> "*/*";
                            case 1 -> type + ";q=0.5, text/csv";
                            case 2 -> type + ", */*;q=0.1";
                            case 3 -> type.replaceFirst("/.*", "/*");
                            default -> type;
                        });
    }

    /** A consumer reads a part of what is there. */
    private Answer excerpt(Answer answer) {
        RandomRules rules = new RandomRules(random, responseRules);
        Map<String, String> headers = new LinkedHashMap<>();
        answer.headers().forEach((name, value) -> {
            if (random.nextInt(3) > 0) {
                headers.put(name, value);
                rules.text("header", name, value);
            }
        });
        JsonNode body = random.nextInt(6) == 0 ? null : answer.body();
        String type = answer.contentType();
        if (body != null && type != null && Media.isJson(type)) {
            int mode = random.nextInt(10);
            body = part(body, mode > RandomRules.HERE_AND_THERE);
            rules.body(body, mode);
        }
        boolean told = body != null && type != null && !type.equals("application/json");
        return new Answer(answer.status(), headers, told || random.nextInt(3) > 0 ? type : null, body);
    }

    /** @param template whether one element stands for all of an array */
    private @Nullable JsonNode part(JsonNode value, boolean template) {
        if (value.isObject()) {
            ObjectNode part = JSON.objectNode();
            value.properties().forEach(e -> {
                if (random.nextInt(10) < 6) {
                    part.set(e.getKey(), part(e.getValue(), template));
                }
            });
            return part;
        }
        if (value.isArray()) {
            ArrayNode part = JSON.arrayNode();
            for (int i = 0; i < (template ? Math.min(1, value.size()) : value.size()); i++) {
                part.add(part(value.get(i), template));
            }
            return part;
        }
        return value;
    }
}
