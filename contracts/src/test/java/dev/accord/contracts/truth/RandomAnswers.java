package dev.accord.contracts.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Makes random answers that a document allows. The status is the one that an interaction asks for, wherever the document has
 * it: which status comes is a matter of the provider's state. The media type is the one that the request likes best.
 */
final class RandomAnswers {

    /** What is sent where a document names a range of media types only. */
    static final List<String> CONCRETE = List.of("application/json", "text/plain");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final RandomGenerator random;
    private final JsonNode operation;
    private final Schemas schemas;
    private final RandomValues values;

    RandomAnswers(RandomGenerator random, JsonNode operation, Schemas schemas) {
        this.random = random;
        this.operation = operation;
        this.schemas = schemas;
        this.values = new RandomValues(random, 5, true);
    }

    /** Returns an answer to an interaction; nothing where none could be drawn. */
    Optional<Answer> to(Contract contract) {
        int status = status(contract);
        Optional<ObjectNode> response = Routes.response(operation, status);
        return response.flatMap(r -> answer(r, status, contract));
    }

    private int status(Contract contract) {
        int expected = contract.response().status();
        if (Routes.response(operation, expected).isPresent() && !isDefault(expected)) {
            return expected;
        }
        List<Integer> declared = new ArrayList<>();
        List<Integer> accepted = new ArrayList<>();
        operation.path("responses").fieldNames().forEachRemaining(key -> {
            int status = key.equals("default") ? 200 : Integer.parseInt(key.replace("XX", "00"));
            declared.add(status);
            if (accepts(contract, status) && !key.equals("default")) {
                accepted.add(status);
            }
        });
        if (!accepted.isEmpty()) {
            return accepted.get(random.nextInt(accepted.size()));
        }
        return Routes.response(operation, expected).isPresent()
                ? expected
                : declared.get(random.nextInt(declared.size()));
    }

    private boolean isDefault(int status) {
        return !operation.path("responses").has(Integer.toString(status))
                && !operation.path("responses").has(status / 100 + "XX");
    }

    private static boolean accepts(Contract contract, int status) {
        return Contract.matchers(contract.responseRules(), "status", "").isEmpty()
                ? contract.response().status() == status
                : status / 100 == 2;
    }

    private Optional<Answer> answer(ObjectNode response, int status, Contract contract) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> header : response.path("headers").properties()) {
            boolean required = header.getValue().path("required").asBoolean();
            if (!required && random.nextBoolean()) {
                continue;
            }
            Optional<String> text = header(header.getValue().path("schema"));
            if (text.isPresent()) {
                headers.put(header.getKey(), text.get());
            } else if (required) {
                return Optional.empty();
            }
        }
        JsonNode content = response.path("content");
        if (content.isEmpty()) {
            return Optional.of(new Answer(status, headers, null, null));
        }
        Optional<String> type = mediaType(content, status, contract);
        if (type.isEmpty()) {
            // nothing that is described is welcome
            return Optional.of(new Answer(406, headers, null, null));
        }
        return body(content, type.get()).map(body -> new Answer(status, headers, type.get(), body));
    }

    private Optional<String> header(JsonNode schema) {
        return values.of(schema).filter(value -> schemas.admits(schema, value)).map(JsonNode::asText);
    }

    /** Of several that are welcome alike it stays the one that the consumer knows. */
    private Optional<String> mediaType(JsonNode content, int status, Contract contract) {
        String expected = expected(contract.response());
        String accept = contract.request().headers().get("accept");
        List<String> examples = examples(expected, accept);
        List<String> best = Media.preferred(content, accept, examples);
        if (best.isEmpty() && status >= 400 && isSomethingAcceptable(accept, examples)) {
            // an error is told in whatever form there is
            best = Media.preferred(content, null, examples);
        }
        if (expected != null && best.contains(expected)) {
            return Optional.of(expected);
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best.get(random.nextInt(best.size())));
    }

    private static @Nullable String expected(Answer example) {
        boolean json = example.contentType() == null && example.body() != null;
        return json ? "application/json" : example.contentType();
    }

    /** Where a document names a range, it stays the type that the consumer knows, or one that it asks for. */
    private static List<String> examples(@Nullable String expected, @Nullable String accept) {
        if (expected != null) {
            return List.of(expected);
        }
        List<String> examples = new ArrayList<>(CONCRETE);
        for (String range : accept == null ? new String[0] : accept.split(",", -1)) {
            String type = Media.bare(range);
            if (!Media.isRange(type) && !examples.contains(type)) {
                examples.add(type);
            }
        }
        return examples;
    }

    private boolean isSomethingAcceptable(@Nullable String accept, List<String> examples) {
        for (JsonNode response : operation.path("responses")) {
            if (!Media.preferred(response.path("content"), accept, examples).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private Optional<JsonNode> body(JsonNode content, String type) {
        JsonNode schema = Media.entry(content, type).orElseThrow().getValue().path("schema");
        if (!Media.isJson(type)) {
            return Optional.of(JSON.textNode("some text"));
        }
        if (schema.isMissingNode()) {
            return Optional.of(anything());
        }
        return values.of(schema).filter(value -> schemas.admits(schema, value));
    }

    private JsonNode anything() {
        return switch (random.nextInt(3)) {
            case 0 -> JSON.numberNode(7);
            case 1 -> JSON.arrayNode();
            default -> JSON.objectNode();
        };
    }

    /** Returns whether a document allows this part of an answer: a header that is missing or has a value. */
    static boolean allowsHeader(JsonNode operation, Schemas schemas, Answer answer, String name) {
        Optional<ObjectNode> response = Routes.response(operation, answer.status());
        if (response.isEmpty()) {
            return false;
        }
        JsonNode header = null;
        for (Map.Entry<String, JsonNode> each : response.get().path("headers").properties()) {
            header = each.getKey().equalsIgnoreCase(name) ? each.getValue() : header;
        }
        String value = value(answer, name);
        if (value == null || header == null) {
            return header == null ? value == null : !header.path("required").asBoolean();
        }
        JsonNode schema = header.path("schema");
        return schemas.admits(schema, ParameterStyles.coerced(schema, value));
    }

    private static @Nullable String value(Answer answer, String name) {
        return answer.headers().entrySet().stream()
                .filter(h -> h.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Returns whether a document allows the body of an answer. */
    static boolean allowsBody(JsonNode operation, Schemas schemas, Answer answer) {
        Optional<ObjectNode> response = Routes.response(operation, answer.status());
        if (response.isEmpty()) {
            return false;
        }
        JsonNode content = response.get().path("content");
        if (answer.body() == null || answer.contentType() == null) {
            return content.isEmpty();
        }
        return Media.entry(content, answer.contentType())
                .map(entry -> entry.getValue().path("schema"))
                .map(schema -> !Media.isJson(answer.contentType()) || schemas.admits(schema, answer.body()))
                .orElse(false);
    }
}
