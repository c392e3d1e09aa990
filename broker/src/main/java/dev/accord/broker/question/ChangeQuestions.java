package dev.accord.broker.question;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.comparison.Turns;
import dev.accord.broker.compatibility.Usages;
import dev.accord.broker.openapi.Documents;
import dev.accord.broker.platform.Json;
import dev.accord.broker.problem.Problems;
import dev.accord.contracts.diff.Change;
import dev.accord.contracts.diff.DiffReport;
import dev.accord.contracts.diff.Level;
import dev.accord.contracts.diff.OpenApiDiff;
import dev.accord.contracts.impact.Impact;
import dev.accord.contracts.impact.ImpactFinding;
import dev.accord.contracts.impact.ImpactResult;
import dev.accord.contracts.openapi.OpenApiDocument;
import dev.accord.contracts.openapi.OpenApiReader;
import dev.accord.contracts.openapi.UnreadableDocumentException;
import dev.accord.contracts.usage.Usage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers what a change of a document would do to consumers. Nothing is stored. The documents and usages of stored contents are
 * taken from memory where they are there; the comparison is the processor's work, a few at once.
 */
@ApplicationScoped
class ChangeQuestions {

    /** Changes and findings for each consumer that are written out; what goes beyond is counted. */
    static final int MOST_SHOWN = 500;

    private final Documents documents;
    private final Usages usages;
    private final Turns turns;

    ChangeQuestions(Documents documents, Usages usages, Turns turns) {
        this.documents = documents;
        this.usages = usages;
        this.turns = turns;
    }

    /** The impact of a change from one stored document to another. */
    ObjectNode between(long baseDocumentId, long revisionDocumentId, List<Consumer> consumers) {
        return turns.take(() -> answer(documents.read(baseDocumentId), documents.read(revisionDocumentId), consumers));
    }

    /**
     * The impact of a change from a stored document to one that is sent along.
     *
     * @throws dev.accord.broker.problem.ProblemException 422 where the text is no OpenAPI document
     */
    ObjectNode toText(long baseDocumentId, String revision, List<Consumer> consumers) {
        return turns.take(() -> answer(documents.read(baseDocumentId), read(revision), consumers));
    }

    /**
     * The impact of taking things out of a stored document.
     *
     * @throws dev.accord.broker.problem.ProblemException 422 for what the document does not have
     */
    ObjectNode without(long baseDocumentId, List<Drop> drops, List<Consumer> consumers) {
        return turns.take(() -> {
            ObjectNode changed = (ObjectNode) OpenApiReader.json(documents.text(baseDocumentId));
            Problems problems = new Problems();
            for (int i = 0; i < drops.size(); i++) {
                Drop drop = drops.get(i);
                if (!drop.from(changed)) {
                    problems.add(
                            "drop",
                            "the document has no " + drop.operation()
                                    + (drop.location() == null ? "" : " with " + drop.location()) + " (at index " + i
                                    + ")");
                }
            }
            problems.throwIfAny(422);
            return answer(documents.read(baseDocumentId), read(Json.write(changed)), consumers);
        });
    }

    private static OpenApiDocument read(String text) {
        try {
            return OpenApiReader.read(text);
        } catch (UnreadableDocumentException unreadable) {
            Problems problems = new Problems();
            unreadable.problems().forEach(problem -> problems.add("document", problem.toString()));
            problems.throwIfAny(422);
            throw new IllegalStateException("an unreadable document has no problem", unreadable);
        }
    }

    private ObjectNode answer(OpenApiDocument base, OpenApiDocument revision, List<Consumer> consumers) {
        List<Change> changes = OpenApiDiff.compare(base, revision);
        Impact impact = Impact.between(base, revision, changes);
        Map<Long, Usage> known = usages.of(
                consumers.stream().map(Consumer::pactVersionId).distinct().toList());
        Map<Long, Optional<ImpactResult>> results = new LinkedHashMap<>();
        ObjectNode body = Json.object();
        ObjectNode summary = body.putObject("summary");
        body.set("changes", byRule(changes));
        ArrayNode affected = body.putArray("consumers");
        Map<String, Integer> counts = new LinkedHashMap<>(Map.of("breaks", 0, "cannot-tell", 0, "unaffected", 0));
        for (Consumer consumer : consumers) {
            Optional<ImpactResult> result = results.computeIfAbsent(
                    consumer.pactVersionId(),
                    id -> Optional.ofNullable(known.get(id)).map(impact::on));
            String verdict = result.map(told -> told.verdict().json()).orElse("cannot-tell");
            counts.merge(verdict, 1, Integer::sum);
            affected.add(consumer(consumer, verdict, result));
        }
        summary.put("breaks", counts.get("breaks"));
        summary.put("cannotTell", counts.get("cannot-tell"));
        summary.put("unaffected", counts.get("unaffected"));
        summary.put("errors", count(changes, Level.ERROR));
        summary.put("warnings", count(changes, Level.WARNING));
        summary.put("others", count(changes, Level.INFO));
        return body;
    }

    private static ObjectNode consumer(Consumer consumer, String verdict, Optional<ImpactResult> result) {
        ObjectNode json = consumer.toJson().put("verdict", verdict);
        ArrayNode findings = json.putArray("findings");
        if (result.isEmpty()) {
            json.put("reason", "the pact cannot be read");
            return json;
        }
        List<ImpactFinding> introduced = result.get().introduced();
        introduced.stream().limit(MOST_SHOWN).forEach(finding -> findings.add(Json.tree(finding)));
        if (introduced.size() > MOST_SHOWN) {
            json.put("moreFindings", introduced.size() - MOST_SHOWN);
        }
        return json;
    }

    private static ArrayNode byRule(List<Change> changes) {
        Map<String, List<Change>> byRule = new LinkedHashMap<>();
        changes.stream()
                .sorted(Comparator.comparing(Change::level))
                .forEach(change -> byRule.computeIfAbsent(change.ruleId(), rule -> new ArrayList<>())
                        .add(change));
        ArrayNode rules = Json.array();
        int left = MOST_SHOWN;
        for (var rule : byRule.entrySet()) {
            ObjectNode json = Json.object()
                    .put("rule", rule.getKey())
                    .put("level", rule.getValue().getFirst().level().keyword())
                    .put("count", rule.getValue().size());
            ArrayNode list = json.putArray("changes");
            for (Change change : rule.getValue()) {
                if (left-- > 0) {
                    list.add((JsonNode) DiffReport.toJson(change));
                }
            }
            rules.add(json);
        }
        return rules;
    }

    private static long count(List<Change> changes, Level level) {
        return changes.stream().filter(change -> change.level() == level).count();
    }
}
