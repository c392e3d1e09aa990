package dev.accord.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.contracts.diff.Change;
import dev.accord.contracts.diff.OpenApiDiff;
import dev.accord.contracts.impact.Impact;
import dev.accord.contracts.impact.ImpactResult;
import dev.accord.contracts.openapi.OpenApiDocument;
import dev.accord.contracts.openapi.OpenApiReader;
import dev.accord.contracts.pact.PactReader;
import dev.accord.contracts.usage.Usage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Measures reading, comparing and impact on two large JSON documents: {@code GiantBenchmark BASE REVISION [ROUNDS]}. See
 * docs/performance.md. Each of the 200 pacts calls five operations and reads up to ten fields of each object, three
 * levels deep.
 */
public final class GiantBenchmark {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int PACTS = 200;
    private static final int INTERACTIONS = 5;
    private static final int FIELDS = 10;

    private GiantBenchmark() {}

    /** Prints one line for each round. */
    public static void main(String[] arguments) throws IOException {
        String base = Files.readString(Path.of(arguments[0]));
        String revision = Files.readString(Path.of(arguments[1]));
        List<Usage> usages = pacts(JSON.readTree(base)).stream()
                .map(pact -> Usage.of(PactReader.read(pact)))
                .toList();
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 10;
        for (int round = 1; round <= rounds; round++) {
            round(round, base, revision, usages);
        }
    }

    private static void round(int round, String base, String revision, List<Usage> usages) {
        long start = System.nanoTime();
        CompletableFuture<OpenApiDocument> reading = CompletableFuture.supplyAsync(() -> OpenApiReader.read(revision));
        OpenApiDocument before = OpenApiReader.read(base);
        OpenApiDocument after = reading.join();
        long read = System.nanoTime();
        List<Change> changes = OpenApiDiff.compare(before, after);
        long compared = System.nanoTime();
        long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Impact impact = Impact.between(before, after, changes);
        Map<ImpactResult.Verdict, Integer> verdicts = new EnumMap<>(ImpactResult.Verdict.class);
        usages.forEach(usage -> verdicts.merge(impact.on(usage).verdict(), 1, Integer::sum));
        long judged = System.nanoTime();
        long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Map<Object, Long> levels =
                changes.stream().collect(Collectors.groupingBy(Change::level, Collectors.counting()));
        System.out.printf(
                "round %d: read %d ms, diff %d ms, both %d ms; %d changes %s; impact on %d pacts %d ms (%d ms of the processor) %s; heap %d MB%n",
                round,
                millis(start, read),
                millis(read, compared),
                millis(start, compared),
                changes.size(),
                levels,
                usages.size(),
                millis(compared, judged),
                millis(processor, worked),
                verdicts,
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
        if (round == 1) {
            changes.stream()
                    .collect(Collectors.groupingBy(Change::ruleId, java.util.TreeMap::new, Collectors.counting()))
                    .forEach((rule, count) -> System.out.println("  " + count + " " + rule));
        }
    }

    private static long millis(long from, long to) {
        return (to - from) / 1_000_000;
    }

    /** Pacts that call operations of the document in turn. */
    private static List<String> pacts(JsonNode document) {
        List<ObjectNode> interactions = new ArrayList<>();
        document.get("paths").properties().forEach(path -> {
            JsonNode get = path.getValue().path("get");
            JsonNode schema = get.at("/responses/200/content/application~1json/schema");
            if (!schema.isMissingNode()) {
                interactions.add(interaction(document, path.getKey(), get, schema));
            }
        });
        List<String> pacts = new ArrayList<>();
        for (int i = 0; i < PACTS; i++) {
            ObjectNode pact = NODES.objectNode();
            pact.putObject("consumer").put("name", "consumer " + i);
            pact.putObject("provider").put("name", "provider");
            ArrayNode list = pact.putArray("interactions");
            for (int j = 0; j < INTERACTIONS; j++) {
                list.add(interactions.get((i * 7 + j * 31) % interactions.size()));
            }
            pact.putObject("metadata").putObject("pactSpecification").put("version", "3.0.0");
            pacts.add(pact.toString());
        }
        return pacts;
    }

    private static ObjectNode interaction(JsonNode document, String template, JsonNode operation, JsonNode schema) {
        ObjectNode interaction = NODES.objectNode().put("description", "GET " + template);
        interaction.putObject("request").put("method", "GET").put("path", template.replaceAll("\\{[^}]*}", "1"));
        ObjectNode response = interaction.putObject("response").put("status", 200);
        response.putObject("headers").put("Content-Type", "application/json");
        response.set("body", example(document, schema, 3));
        ((ObjectNode) interaction.get("response"))
                .putObject("matchingRules")
                .putObject("body")
                .putObject("$")
                .putArray("matchers")
                .addObject()
                .put("match", "type");
        return interaction;
    }

    private static JsonNode example(JsonNode document, JsonNode schema, int depth) {
        JsonNode at = schema;
        for (int hops = 0; hops < 20; hops++) {
            if (at.has("$ref")) {
                at = document.at(at.get("$ref").asText().substring(1));
            } else if (at.has("oneOf") || at.has("anyOf") || at.has("allOf")) {
                at = (at.has("oneOf") ? at.get("oneOf") : at.has("anyOf") ? at.get("anyOf") : at.get("allOf")).get(0);
            }
        }
        switch (at.path("type").asText("object")) {
            case "array":
                return NODES.arrayNode().add(example(document, at.path("items"), depth));
            case "integer", "number":
                return NODES.numberNode(1);
            case "boolean":
                return NODES.booleanNode(true);
            case "string":
                return NODES.textNode(at.has("enum") ? at.get("enum").get(0).asText() : "x");
            default:
                ObjectNode object = NODES.objectNode();
                if (depth > 0) {
                    for (JsonNode name : at.path("required")) {
                        JsonNode property = at.path("properties").path(name.asText());
                        if (!property.isMissingNode() && object.size() < FIELDS) {
                            object.set(name.asText(), example(document, property, depth - 1));
                        }
                    }
                }
                return object;
        }
    }
}
