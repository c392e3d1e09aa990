package dev.accord.contracts.impact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import dev.accord.contracts.diff.OpenApiDiff;
import dev.accord.contracts.openapi.OpenApiDocument;
import dev.accord.contracts.openapi.OpenApiReader;
import dev.accord.contracts.pact.PactReader;
import dev.accord.contracts.usage.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/**
 * The verdict against the truth: random documents, random changes, random pacts. A consumer is called unaffected: then
 * pact-jvm must accept what the changed provider answers wherever it accepted the old answers, and an independent
 * validator must admit what the consumer sends. A consumer is said to break: then some answer or request must show it.
 *
 * <p>{@code -Dtruth.cases=N} runs N cases, {@code -Dtruth.seed=S} other ones. Each case has its own seed, which a failure
 * names.
 */
class TruthTest {

    private static final int CASES = Integer.getInteger("truth.cases", 1_500);
    private static final long SEED = Long.getLong("truth.seed", 20261122L);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Test
    void theVerdictIsWhatHappens() {
        Map<ImpactResult.Verdict, Integer> counts = new EnumMap<>(ImpactResult.Verdict.class);
        List<String> unsound = new ArrayList<>();
        List<String> idle = new ArrayList<>();
        int cases = 0;
        for (long i = 0; i < CASES; i++) {
            Optional<Case> made = Case.of(SEED + i);
            if (made.isEmpty()) {
                continue;
            }
            cases++;
            Case each = made.get();
            ImpactResult.Verdict verdict = each.impact().verdict();
            counts.merge(verdict, 1, Integer::sum);
            if (verdict == ImpactResult.Verdict.UNAFFECTED) {
                Optional<String> broken = each.shownBreak(20, false);
                broken.ifPresent(b -> unsound.add(each.seed() + ": " + b + "\n" + each));
            } else if (verdict == ImpactResult.Verdict.BREAKS
                    && each.shownBreak(400, true).isEmpty()) {
                idle.add(each.seed() + ": " + each.impact().introduced() + "\n" + each);
            }
        }
        report(unsound, idle);
        System.out.println("truth: " + cases + " cases " + counts + ", unaffected that breaks " + unsound.size()
                + ", breaks that never breaks " + idle.size());
        unsound.stream().limit(3).forEach(System.out::println);
        idle.stream().limit(3).forEach(System.out::println);

        assertThat(unsound).isEmpty();
        assertThat(idle.size())
                .isLessThanOrEqualTo(Math.max(1, counts.getOrDefault(ImpactResult.Verdict.BREAKS, 0) / 100));
        assertThat(counts.getOrDefault(ImpactResult.Verdict.UNAFFECTED, 0)).isGreaterThan(cases / 10);
        assertThat(counts.getOrDefault(ImpactResult.Verdict.BREAKS, 0)).isGreaterThan(cases / 50);
    }

    /** Writes every case that was not as told to the file of {@code -Dtruth.report}. */
    private static void report(List<String> unsound, List<String> idle) {
        String file = System.getProperty("truth.report");
        if (file == null) {
            return;
        }
        try {
            Files.writeString(
                    Path.of(file),
                    "UNSOUND\n" + String.join("\n\n", unsound) + "\n\nIDLE\n" + String.join("\n\n", idle) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One document, one change, one pact. */
    record Case(
            long seed,
            boolean response,
            ObjectNode base,
            ObjectNode revision,
            JsonNode example,
            ObjectNode rules,
            ImpactResult impact) {

        static Optional<Case> of(long seed) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            RandomSchemas schemas = new RandomSchemas(random);
            boolean response = random.nextInt(3) > 0;
            ObjectNode base = random.nextInt(5) == 0 ? schemas.array(2) : schemas.object(3);
            ObjectNode revision = schemas.changed(base);
            Optional<JsonNode> whole = new RandomValues(random, 9).of(base);
            if (whole.isEmpty() || whole.get().isNull()) {
                return Optional.empty();
            }
            JsonNode example = response ? excerpt(whole.get(), random) : whole.get();
            ObjectNode rules = JSON.objectNode();
            rule(rules, "$", "type");
            rules(rules, "$", example, random);
            OpenApiDocument before = OpenApiReader.read(document(base, response));
            OpenApiDocument after = OpenApiReader.read(document(revision, response));
            Usage usage = Usage.of(PactReader.read(pact(example, rules, response)));
            ImpactResult impact = Impact.of(before, after, OpenApiDiff.compare(before, after), usage);
            return Optional.of(new Case(seed, response, base, revision, example, rules, impact));
        }

        /** A consumer reads a part of what is there. */
        private static JsonNode excerpt(JsonNode value, RandomGenerator random) {
            if (value.isObject()) {
                ObjectNode part = JSON.objectNode();
                value.properties().forEach(e -> {
                    if (random.nextInt(10) < 6) {
                        part.set(e.getKey(), excerpt(e.getValue(), random));
                    }
                });
                return part;
            }
            if (value.isArray()) {
                ArrayNode part = JSON.arrayNode();
                if (!value.isEmpty()) {
                    part.add(excerpt(value.get(0), random));
                }
                return part;
            }
            return value;
        }

        private static void rules(ObjectNode rules, String path, JsonNode value, RandomGenerator random) {
            if (value.isObject()) {
                value.properties().forEach(e -> rules(rules, path + "." + e.getKey(), e.getValue(), random));
            } else if (value.isArray()) {
                if (!value.isEmpty()) {
                    int choice = random.nextInt(4);
                    if (choice < 2) {
                        rule(rules, path, "type").put("min", choice);
                    }
                    rules(rules, path + "[*]", value.get(0), random);
                }
            } else if (value.isIntegralNumber() && random.nextBoolean()) {
                rule(rules, path, "integer");
            } else if (value.isNumber() && random.nextInt(3) == 0) {
                rule(rules, path, "number");
            } else if (value.isTextual() && random.nextInt(3) == 0) {
                text(rules, path, value.textValue(), random);
            } else if (!value.isNull() && random.nextInt(8) == 0) {
                ObjectNode group = rules.putObject(path);
                group.put("combine", "OR");
                group.putArray("matchers").addObject().put("match", "type");
                ((ArrayNode) group.get("matchers")).addObject().put("match", "null");
            }
        }

        private static void text(ObjectNode rules, String path, String text, RandomGenerator random) {
            if (RandomSchemas.WORDS.contains(text)) {
                String words = String.join("|", RandomSchemas.WORDS.subList(0, 1 + random.nextInt(4)));
                rule(rules, path, "regex").put("regex", words.contains(text) ? words : words + "|" + text);
            } else if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
                rule(rules, path, "date").put("format", "yyyy-MM-dd");
            } else if (random.nextBoolean()) {
                rule(rules, path, "regex").put("regex", text.isEmpty() ? ".*" : ".+");
            } else {
                rule(rules, path, "equality");
            }
        }

        private static ObjectNode rule(ObjectNode rules, String path, String match) {
            rules.remove(path);
            return rules.putObject(path).putArray("matchers").addObject().put("match", match);
        }

        private static String document(ObjectNode schema, boolean response) {
            ObjectNode document = JSON.objectNode().put("openapi", "3.1.0");
            document.putObject("info").put("title", "t").put("version", "1");
            ObjectNode post = document.putObject("paths").putObject("/things").putObject("post");
            if (!response) {
                content(post.putObject("requestBody").put("required", true), schema);
            }
            ObjectNode ok = post.putObject("responses").putObject("200").put("description", "ok");
            if (response) {
                content(ok, schema);
            }
            return document.toString();
        }

        private static void content(ObjectNode holder, ObjectNode schema) {
            holder.putObject("content").putObject("application/json").set("schema", schema);
        }

        private static String pact(JsonNode example, ObjectNode rules, boolean response) {
            ObjectNode pact = JSON.objectNode();
            pact.putObject("consumer").put("name", "c");
            pact.putObject("provider").put("name", "p");
            ObjectNode interaction = pact.putArray("interactions").addObject().put("description", "d");
            ObjectNode request =
                    interaction.putObject("request").put("method", "POST").put("path", "/things");
            ObjectNode answer = interaction.putObject("response").put("status", 200);
            ObjectNode holder = response ? answer : request;
            holder.putObject("headers").put("Content-Type", "application/json");
            holder.set("body", example);
            holder.putObject("matchingRules").set("body", rules);
            pact.putObject("metadata").putObject("pactSpecification").put("version", "3.0.0");
            return pact.toString();
        }

        /**
         * Returns what shows that the change breaks the consumer, if anything among so many tries does.
         *
         * @param fine whether another refused value counts at a place where values of that kind were refused before, too: then
         *     either verdict is right, because only the provider's state tells which of them the consumer meets
         */
        Optional<String> shownBreak(int tries, boolean fine) {
            return response ? brokenResponse(tries, fine) : brokenRequest(tries);
        }

        private Optional<String> brokenResponse(int tries, boolean fine) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed ^ 0x5DEECE66DL);
            Schema before = Oracle.schema(base);
            Schema after = Oracle.schema(revision);
            Refusals known = null;
            Refusals now = new Refusals();
            for (int i = 0; i < tries; i++) {
                Optional<JsonNode> answer = new RandomValues(random, 5).of(revision);
                if (answer.isEmpty() || !Oracle.admits(after, answer.get())) {
                    continue;
                }
                Set<String> refusals = Oracle.refusals(example, rules, answer.get());
                now.add(answer.get(), refusals);
                if (refusals.isEmpty() || Oracle.admits(before, answer.get())) {
                    continue;
                }
                known = known == null ? knownRefusals(random, before) : known;
                for (String place : refusals) {
                    boolean old = fine ? known.containsValue(place) : known.contains(place);
                    if (!old && !known.isOfRefusedKind(place, refusals)) {
                        return Optional.of(answer.get() + " is refused at " + place);
                    }
                }
            }
            if (now.some().isEmpty() || tries <= 100) {
                return Optional.empty();
            }
            Refusals then = known == null ? knownRefusals(random, before) : known;
            return now.some().stream()
                    .map(Refusals::bare)
                    .filter(place -> now.isHopeless(place) && !then.isHopeless(place))
                    .findFirst()
                    .map(place -> "nothing at " + place + " is accepted any more");
        }

        private Refusals knownRefusals(RandomGenerator random, Schema before) {
            Refusals known = new Refusals();
            for (int i = 0; i < 400; i++) {
                Optional<JsonNode> answer = new RandomValues(random, 5).of(base);
                if (answer.isPresent() && Oracle.admits(before, answer.get())) {
                    known.add(answer.get(), Oracle.refusals(example, rules, answer.get()));
                }
            }
            return known;
        }

        private Optional<String> brokenRequest(int tries) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed ^ 0x5DEECE66DL);
            Schema before = Oracle.schema(base);
            Schema after = Oracle.schema(revision);
            for (int i = 0; i < tries; i++) {
                JsonNode sent = i == 0 ? example : variation("$", example, random);
                if (Oracle.admits(before, sent) && !Oracle.admits(after, sent)) {
                    return Optional.of(sent + " is no longer admitted");
                }
            }
            return Optional.empty();
        }

        /** Another request that the rules allow. */
        private JsonNode variation(String path, JsonNode value, RandomGenerator random) {
            if (value.isObject()) {
                ObjectNode other = JSON.objectNode();
                value.properties()
                        .forEach(e -> other.set(e.getKey(), variation(path + "." + e.getKey(), e.getValue(), random)));
                return other;
            }
            if (value.isArray()) {
                ArrayNode other = JSON.arrayNode();
                int least = rules.at("/" + path + "/matchers/0").path("min").asInt(0);
                int size = value.isEmpty() ? 0 : least + random.nextInt(4);
                for (int i = 0; i < size; i++) {
                    other.add(variation(path + "[*]", value.get(0), random));
                }
                return other;
            }
            JsonNode group = rules.path(path);
            JsonNode matcher = group.path("matchers")
                    .path(random.nextInt(Math.max(1, group.path("matchers").size())));
            if (matcher.path("match").asText().equals("null")) {
                return JSON.nullNode();
            }
            String match = matcher.path("match").asText("type");
            if (match.equals("equality") || value.isNull()) {
                return value;
            }
            if (value.isBoolean()) {
                return JSON.booleanNode(random.nextBoolean());
            }
            if (value.isNumber()) {
                int whole = random.nextInt(40) - 10;
                return match.equals("integer") || random.nextBoolean()
                        ? JSON.numberNode(whole)
                        : JSON.numberNode(new java.math.BigDecimal(whole + ".5"));
            }
            if (match.equals("regex")) {
                String[] words = matcher.get("regex").asText().split("\\|");
                return words.length == 1 && words[0].startsWith(".")
                        ? JSON.textNode(
                                List.of("x", "longer text of many letters").get(random.nextInt(2)))
                        : JSON.textNode(words[random.nextInt(words.length)]);
            }
            if (match.equals("date")) {
                return JSON.textNode("2001-02-03");
            }
            return JSON.textNode(List.of("", "x", "hello", "NEW", "PAID", "2001-02-03", "0123456789".repeat(5))
                    .get(random.nextInt(7)));
        }

        @Override
        public String toString() {
            return (response ? "response" : "request") + "\n  base     " + base + "\n  revision " + revision
                    + "\n  example  " + example + "\n  rules    " + rules;
        }
    }
}
