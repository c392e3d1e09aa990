package dev.accord.broker.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.accord.broker.platform.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the broker's own OpenAPI document promises, and whether an answer keeps it: the operation is described, the status is
 * one of its own, the media type is offered for that status, and the body fits the schema. Immutable; may be used by many
 * threads at once.
 */
public final class OwnDescription {

    private static final Map<String, OwnDescription> KNOWN = new ConcurrentHashMap<>();

    private final JsonNode document;
    private final List<Template> templates = new ArrayList<>();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private record Template(String path, Pattern pattern, int variables) {}

    private OwnDescription(JsonNode document) {
        this.document = document;
        document.path("paths").fieldNames().forEachRemaining(path -> templates.add(template(path)));
        templates.sort(Comparator.comparingInt(Template::variables));
    }

    /** Reads an OpenAPI 3.1 document in JSON. */
    public static OwnDescription of(JsonNode document) {
        return new OwnDescription(document);
    }

    /**
     * Throws unless an answer is one that the document promises.
     *
     * @param method upper case
     * @param target the path as sent, with or without scheme, host and query
     * @throws AssertionError saying what the document does not promise
     */
    public void check(String method, String target, Answer answer) {
        String path = path(target);
        String verb = method.toLowerCase(Locale.ROOT);
        JsonNode operation = operation(verb, path);
        if (operation == null) {
            // Nothing is promised there, so nothing may be served.
            require(
                    List.of(400, 404, 405, 414).contains(answer.status()),
                    "no operation " + method + " " + path + " is described",
                    answer);
            return;
        }
        JsonNode response = resolved(operation.path("responses").path(String.valueOf(answer.status())));
        require(!response.isMissingNode(), method + " " + path + " has no status " + answer.status(), answer);
        JsonNode content = response.path("content");
        if (answer.body().isEmpty()) {
            // A refusal may be a bare status; HEAD never has a body.
            require(
                    content.isEmpty() || answer.status() >= 400,
                    method + " " + path + " promises a body for " + answer.status(),
                    answer);
            return;
        }
        String type = answer.type().split(";")[0].strip().toLowerCase(Locale.ROOT);
        require(content.has(type), method + " " + path + " promises no " + type + " for " + answer.status(), answer);
        if (type.endsWith("json")) {
            List<Error> errors = schema(content.path(type).path("schema")).validate(answer.json());
            require(errors.isEmpty(), method + " " + path + " answers with another shape: " + errors, answer);
        }
    }

    /** The operations that have no meaning, or whose answers nobody has described. */
    public List<String> undescribed() {
        List<String> found = new ArrayList<>();
        document.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
                    if (operation.getValue().isObject() && !operation.getValue().hasNonNull("summary")) {
                        found.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return found;
    }

    private @Nullable JsonNode operation(String verb, String path) {
        return templates.stream()
                .filter(template -> template.pattern().matcher(path).matches())
                .map(template -> document.path("paths").path(template.path()).get(verb))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }

    private static String path(String target) {
        String path = target.startsWith("http") ? URI.create(target).getRawPath() : target;
        path = path.split("[?#]", 2)[0];
        // Addresses of earlier times, and with a suffix, are served by the operations of today.
        return path.replaceFirst("^$", "/")
                .replaceFirst("/badge\\.svg$", "/badge")
                .replaceFirst("^/pact/provider/", "/pacts/provider/")
                .replaceFirst("^(/pacts/provider/[^/]+/consumer/[^/]+)/versions/([^/]+/?)$", "$1/version/$2");
    }

    private static Template template(String path) {
        String pattern = Stream.of(path.split("(?=\\{)|(?<=})"))
                .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                .collect(Collectors.joining());
        return new Template(path, Pattern.compile(pattern + "/?"), (int)
                path.chars().filter(c -> c == '{').count());
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** A schema of the document; references inside lead into the document's components. */
    private Schema schema(JsonNode schema) {
        return schemas.computeIfAbsent(Json.write(schema), key -> {
            ObjectNode whole = schema.deepCopy();
            whole.set("components", document.path("components"));
            return registry.getSchema(whole);
        });
    }

    private static void require(boolean kept, String sentence, Answer answer) {
        if (!kept) {
            String body = answer.body();
            throw new AssertionError("The OpenAPI document of the broker does not promise this answer: " + sentence
                    + "\n" + answer.status() + " " + answer.type() + "\n"
                    + body.substring(0, Math.min(body.length(), 2_000)));
        }
    }

    /** The document of a broker, asked for once. */
    static OwnDescription at(String base) {
        return KNOWN.computeIfAbsent(base, address -> {
            try {
                return of(Json.parse(BrokerClient.fetch(address + "/openapi?format=json")));
            } catch (JsonProcessingException e) {
                throw new AssertionError("the broker's OpenAPI document is not JSON", e);
            }
        });
    }
}
