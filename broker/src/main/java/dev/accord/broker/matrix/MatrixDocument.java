package dev.accord.broker.matrix;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.matrix.decision.Counts;
import dev.accord.broker.matrix.decision.Decision;
import dev.accord.broker.matrix.decision.Outcome;
import dev.accord.broker.matrix.decision.Reason;
import dev.accord.broker.matrix.decision.ReasonText;
import dev.accord.broker.matrix.decision.Row;
import dev.accord.broker.matrix.decision.VersionRef;
import dev.accord.broker.platform.Json;
import dev.accord.broker.platform.Time;
import dev.accord.broker.selection.Metadata;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes an answer as existing clients read it (summary, notices, matrix), and beside it {@code accord}: what each row
 * stands on. Not thread-safe; one instance writes one answer.
 */
final class MatrixDocument {

    private final BrokerUrls urls;
    private final MatrixAnswer answer;
    private final Map<Long, ObjectNode> versions = new HashMap<>();

    private MatrixDocument(BrokerUrls urls, MatrixAnswer answer) {
        this.urls = urls;
        this.answer = answer;
    }

    /** The document of an answer. */
    static ObjectNode of(BrokerUrls urls, MatrixAnswer answer) {
        return new MatrixDocument(urls, answer).document();
    }

    private ObjectNode document() {
        ObjectNode document = Json.object();
        List<Reason> reasons = answer.decision().reasons();
        List<String> texts = reasons.stream().map(ReasonText::of).toList();
        document.set("summary", summary(texts));
        ArrayNode notices = document.putArray("notices");
        for (int i = 0; i < texts.size(); i++) {
            notices.addObject()
                    .put("type", reasons.get(i).weight().name().toLowerCase(Locale.ROOT))
                    .put("text", texts.get(i));
        }
        ArrayNode matrix = document.putArray("matrix");
        answer.rows().considered().forEach(row -> matrix.add(row(row)));
        answer.rows().ignored().forEach(row -> matrix.add(row(row).put("ignored", true)));
        document.set("accord", AccordDocument.of(answer));
        return document;
    }

    private ObjectNode summary(List<String> texts) {
        ObjectNode summary = Json.object();
        switch (answer.decision()) {
            case Decision.Deployable deployable -> summary.put("deployable", true);
            case Decision.NotDeployable not -> summary.put("deployable", false);
            case Decision.Undecided undecided -> summary.putNull("deployable");
        }
        summary.put("reason", String.join("\n", texts));
        Counts counts = answer.decision().counts();
        summary.put("success", counts.success());
        summary.put("failed", counts.failed());
        summary.put("unknown", counts.unknown());
        if (counts.ignored() != null) {
            summary.put("ignored", counts.ignored());
        }
        return summary;
    }

    private ObjectNode row(Row row) {
        ObjectNode node = Json.object();
        node.set("consumer", side(row.consumer(), row.consumerVersion()));
        node.set("provider", side(row.provider(), row.outcome().providerVersion()));
        ObjectNode pact = node.putObject("pact");
        pact.put("createdAt", Time.wire(row.pact().createdAt()));
        self(
                pact,
                urls.pact(row.provider(), row.consumer(), row.consumerVersion().number()));
        switch (row.outcome()) {
            case Outcome.Unverified none -> node.putNull("verificationResult");
            case Outcome.Run run -> {
                ObjectNode result = node.putObject("verificationResult");
                result.put("success", run.passed());
                result.put("verifiedAt", Time.wire(run.at()));
                self(result, runUrl(row, run));
                node.put("verificationType", "CDCT");
            }
            case Outcome.Comparison comparison -> {
                ObjectNode result = node.putObject("verificationResult");
                result.put("success", comparison.success());
                result.put("verifiedAt", Time.wire(comparison.at()));
                self(result, comparisonUrl(row, comparison));
                node.put("verificationType", "BDCT");
            }
        }
        return node;
    }

    private String runUrl(Row row, Outcome.Run run) {
        return urls.pactVersion(row.provider(), row.consumer(), row.pact().sha()) + "/metadata/"
                + Metadata.latest(row.consumerVersion().number(), null).encode() + "/verification-results/"
                + run.number();
    }

    private String comparisonUrl(Row row, Outcome.Comparison comparison) {
        return urls.path(
                "contracts",
                "bi-directional",
                "provider",
                row.provider(),
                "version",
                comparison.providerVersion().number(),
                "consumer",
                row.consumer(),
                "version",
                row.consumerVersion().number(),
                "cross-contract-verification-results");
    }

    private ObjectNode side(String name, @Nullable VersionRef version) {
        ObjectNode side = Json.object();
        side.put("name", name);
        if (version == null) {
            side.putNull("version");
        } else {
            side.set("version", versions.computeIfAbsent(version.id(), id -> version(name, version)));
        }
        return self(side, urls.pacticipant(name));
    }

    private ObjectNode version(String name, VersionRef ref) {
        VersionFacts facts = answer.facts(ref.id());
        ObjectNode version = Json.object();
        version.put("number", ref.number());
        if (facts.branches().isEmpty()) {
            version.putNull("branch");
        } else {
            version.put("branch", facts.branches().getLast().name());
        }
        ArrayNode branches = version.putArray("branches");
        for (VersionFacts.Mark branch : facts.branches()) {
            ObjectNode entry = branches.addObject().put("name", branch.name()).put("latest", branch.latest());
            entry.putObject("_links")
                    .putObject("self")
                    .put("title", "Branch version")
                    .put("name", branch.name())
                    .put("href", urls.branchVersion(name, branch.name(), ref.number()));
        }
        version.set("branchVersions", branches);
        ArrayNode environments = version.putArray("environments");
        for (VersionFacts.Place place : facts.environments()) {
            ObjectNode entry = environments.addObject();
            entry.put("uuid", place.uuid());
            entry.put("name", place.name());
            entry.put("displayName", place.displayName());
            entry.put("production", place.production());
            entry.put("createdAt", Time.wire(place.createdAt()));
            entry.putObject("_links")
                    .putObject("self")
                    .put("title", "Environment")
                    .put("name", place.name())
                    .put("href", urls.environment(place.uuid()));
        }
        self(version, urls.version(name, ref.number()));
        ArrayNode tags = version.putArray("tags");
        for (VersionFacts.Mark tag : facts.tags()) {
            self(
                    tags.addObject().put("name", tag.name()).put("latest", tag.latest()),
                    urls.tag(name, ref.number(), tag.name()));
        }
        return version;
    }

    private static ObjectNode self(ObjectNode node, String href) {
        node.putObject("_links").putObject("self").put("href", href);
        return node;
    }
}
