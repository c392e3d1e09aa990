package dev.accord.contracts.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.contracts.openapi.OpenApiDocument;
import dev.accord.contracts.openapi.OpenApiReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Laws that hold for all documents; the seed is printed with a failure and taken from {@code -Dproperties.seed}. */
class DiffLawsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SEED = Long.getLong("properties.seed", 20261122L);
    private static final int ROUNDS = Integer.getInteger("properties.rounds", 300);

    private static List<Change> diff(JsonNode base, JsonNode revision) {
        return OpenApiDiff.compare(read(base.toString()), read(revision.toString()), Documents.POLICY);
    }

    private static OpenApiDocument read(String text) {
        return OpenApiReader.read(text);
    }

    private interface Law {
        void check(RandomDocuments random) throws IOException;
    }

    private static void forAll(Law law) throws IOException {
        for (int i = 0; i < ROUNDS; i++) {
            try {
                law.check(new RandomDocuments(new Random(SEED + i)));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("fails with -Dproperties.seed=" + (SEED + i) + " -Dproperties.rounds=1", e);
            }
        }
    }

    @Test
    void aDocumentDoesNotDifferFromItself() throws IOException {
        forAll(random -> {
            JsonNode document = random.document();

            assertThat(diff(document, document)).isEmpty();
        });
    }

    @Test
    void formatAndNotationAndTheOrderOfKeysChangeNothing() throws IOException {
        forAll(random -> {
            JsonNode document = random.document();
            String pretty = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document);
            String yaml = new Yaml().dump(JSON.convertValue(document, Map.class));
            String shuffled = random.shuffled(document).toString();

            for (String each : List.of(pretty, yaml, shuffled)) {
                assertThat(OpenApiDiff.compare(read(document.toString()), read(each), Documents.POLICY))
                        .as(each)
                        .isEmpty();
            }
        });
    }

    @Test
    void theSameDocumentsGiveTheSameChangesInTheSameOrder() throws IOException {
        forAll(random -> {
            JsonNode base = random.document();
            JsonNode revision = random.changed(base);

            assertThat(diff(base, revision)).isEqualTo(diff(base, revision));
        });
    }

    @Test
    void whatChangedOneWayChangedTheOtherWayInTheSamePlaces() throws IOException {
        forAll(random -> {
            JsonNode base = random.document();
            JsonNode revision = random.changed(base);

            assertThat(places(diff(base, revision))).as(base + "\n" + revision).isEqualTo(places(diff(revision, base)));
        });
    }

    private static Object places(List<Change> changes) {
        return changes.stream()
                .filter(each -> each.operation() != null)
                .map(each -> each.operation() + " " + each.location())
                .collect(Collectors.toSet());
    }

    @Test
    void foldingTheSchemaIntoOnePartOfAllOfChangesNothing() throws IOException {
        forAll(random -> {
            JsonNode document = random.document();

            assertThat(diff(document, random.wrapped(document)))
                    .as(document.toString())
                    .isEmpty();
        });
    }

    @Test
    void noRealDocumentDiffersFromItself() throws IOException {
        Path specs = Path.of("..").toAbsolutePath().normalize().resolveSibling("shared/corpus/oasdiff/specs");
        if (!Files.isDirectory(specs)) specs = Path.of("../../../shared/corpus/oasdiff/specs");
        Assumptions.assumeTrue(Files.isDirectory(specs), "the corpus is not beside the checkout");
        try (Stream<Path> files = Files.list(specs)) {
            for (Path each : files.toList()) {
                String text = Files.readString(each);
                assertThat(OpenApiDiff.compare(read(text), read(text), Documents.POLICY))
                        .as(each.toString())
                        .isEmpty();
            }
        }
    }

    /** Makes small documents and changes one thing in them. */
    private static final class RandomDocuments {

        private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
        private static final List<String> NAMES = List.of("a", "b", "c");

        private final Random random;

        RandomDocuments(Random random) {
            this.random = random;
        }

        JsonNode document() {
            ObjectNode document = NODES.objectNode().put("openapi", "3.1.0");
            ObjectNode schemas = document.putObject("components").putObject("schemas");
            for (String each : NAMES) schemas.set(each.toUpperCase(java.util.Locale.ROOT), schema(2));
            ObjectNode paths = document.putObject("paths");
            for (String path : List.of("/x", "/y/{id}")) {
                ObjectNode operation = paths.putObject(path).putObject("post");
                content(operation.putObject("requestBody"));
                content(operation.putObject("responses").putObject("200").put("description", "ok"));
            }
            return document;
        }

        private void content(ObjectNode holder) {
            holder.putObject("content").putObject("application/json").set("schema", schema(3));
        }

        private ObjectNode schema(int depth) {
            if (random.nextInt(5) == 0) return reference();
            ObjectNode schema = NODES.objectNode();
            switch (random.nextInt(depth > 0 ? 6 : 3)) {
                case 0 -> {
                    schema.put("type", "string");
                    if (random.nextBoolean()) schema.put("maxLength", random.nextInt(5));
                    if (random.nextInt(3) == 0) schema.putArray("enum").add("p").add("q");
                }
                case 1 -> {
                    schema.putArray("type").add("integer").add("null");
                    if (random.nextBoolean()) schema.put("minimum", random.nextInt(5));
                }
                case 2 -> schema.put("type", "boolean").put("default", random.nextBoolean());
                case 3 -> schema.put("type", "array").set("items", schema(depth - 1));
                default -> object(schema, depth);
            }
            return schema;
        }

        private void object(ObjectNode schema, int depth) {
            schema.put("type", "object");
            ObjectNode properties = schema.putObject("properties");
            ArrayNode required = schema.putArray("required");
            for (String each : NAMES) {
                if (random.nextInt(3) == 0) continue;
                properties.set(each, schema(depth - 1));
                if (random.nextBoolean()) required.add(each);
            }
        }

        private ObjectNode reference() {
            return NODES.objectNode().put("$ref", "#/components/schemas/" + "ABC".charAt(random.nextInt(3)));
        }

        /** The document with one schema of an operation replaced. */
        JsonNode changed(JsonNode document) {
            ObjectNode copy = document.deepCopy();
            content((ObjectNode) copy.at("/paths/~1x/post/requestBody"));
            ((ObjectNode) copy.at("/components/schemas")).set("A", schema(2));
            return copy;
        }

        /** The document with each body schema as the only part of an allOf. */
        JsonNode wrapped(JsonNode document) {
            ObjectNode copy = document.deepCopy();
            for (String each : List.of("/paths/~1x/post/requestBody", "/paths/~1y~1{id}/post/responses/200")) {
                ObjectNode media = (ObjectNode) copy.at(each + "/content/application~1json");
                JsonNode schema = media.get("schema");
                media.putObject("schema").putArray("allOf").add(schema);
            }
            return copy;
        }

        JsonNode shuffled(JsonNode node) {
            if (node.isArray()) {
                ArrayNode array = NODES.arrayNode();
                node.forEach(each -> array.add(shuffled(each)));
                return array;
            }
            if (!node.isObject()) return node;
            List<String> names = new ArrayList<>();
            node.fieldNames().forEachRemaining(names::add);
            Collections.shuffle(names, random);
            ObjectNode object = NODES.objectNode();
            names.forEach(each -> object.set(each, shuffled(node.get(each))));
            return object;
        }
    }
}
