package dev.accord.broker.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.platform.Json;
import dev.accord.broker.problem.Problems;
import dev.accord.contracts.compatibility.Compatibility;
import dev.accord.contracts.diff.Change;
import dev.accord.contracts.diff.DiffReport;
import dev.accord.contracts.diff.OpenApiDiff;
import dev.accord.contracts.impact.Impact;
import dev.accord.contracts.openapi.OpenApiDocument;
import dev.accord.contracts.openapi.OpenApiReader;
import dev.accord.contracts.openapi.UnreadableDocumentException;
import dev.accord.contracts.pact.Pact;
import dev.accord.contracts.pact.PactReader;
import dev.accord.contracts.pact.UnreadablePactException;
import dev.accord.contracts.usage.Usage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers questions about documents that are sent along.
 */
@ApplicationScoped
class Comparisons {

    private final Turns turns;

    Comparisons(Turns turns) {
        this.turns = turns;
    }

    /** What changed, and what it does to each of the pacts. */
    ObjectNode diff(String base, String revision, List<JsonNode> pacts) {
        return turns.take(() -> {
            Problems problems = new Problems();
            Optional<OpenApiDocument> olderRead = read(base, "base", problems);
            Optional<OpenApiDocument> newerRead = read(revision, "revision", problems);
            List<Pact> consumers = new ArrayList<>();
            for (int i = 0; i < pacts.size(); i++) {
                pact(pacts.get(i), "pacts", " (at index " + i + ")", problems).ifPresent(consumers::add);
            }
            problems.throwIfAny(422);
            OpenApiDocument older = olderRead.orElseThrow();
            OpenApiDocument newer = newerRead.orElseThrow();
            List<Change> changes = OpenApiDiff.compare(older, newer);
            ObjectNode answer = new DiffReport(changes).toJson();
            ArrayNode verdicts = answer.putArray("consumers");
            Impact impact = Impact.between(older, newer, changes);
            for (Pact pact : consumers) {
                ObjectNode verdict = Json.object().put("consumer", pact.consumer());
                verdict.setAll((ObjectNode) Json.tree(impact.on(Usage.of(pact))));
                verdicts.add(verdict);
            }
            return answer;
        });
    }

    /** Whether a document serves a pact. */
    ObjectNode compare(String document, JsonNode pact) {
        return turns.take(() -> {
            Problems problems = new Problems();
            Optional<OpenApiDocument> provider = read(document, "document", problems);
            var consumer = pact(pact, "pact", "", problems);
            problems.throwIfAny(422);
            return (ObjectNode) Json.tree(Compatibility.check(provider.orElseThrow(), consumer.orElseThrow()));
        });
    }

    private static Optional<OpenApiDocument> read(String text, String field, Problems problems) {
        try {
            return Optional.of(OpenApiReader.read(text));
        } catch (UnreadableDocumentException unreadable) {
            unreadable.problems().forEach(problem -> problems.add(field, problem.toString()));
            return Optional.empty();
        }
    }

    private static Optional<Pact> pact(JsonNode json, String field, String at, Problems problems) {
        try {
            return Optional.of(PactReader.read(json));
        } catch (UnreadablePactException unreadable) {
            problems.add(field, unreadable.getMessage() + at);
            return Optional.empty();
        }
    }
}
