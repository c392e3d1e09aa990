package dev.accord.broker.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.matrix.decision.AcceptedFinding;
import dev.accord.broker.matrix.decision.Baseline;
import dev.accord.broker.matrix.decision.Decision;
import dev.accord.broker.matrix.decision.Elsewhere;
import dev.accord.broker.matrix.decision.Finding;
import dev.accord.broker.matrix.decision.Lack;
import dev.accord.broker.matrix.decision.Outcome;
import dev.accord.broker.matrix.decision.Reason;
import dev.accord.broker.matrix.decision.ReasonAction;
import dev.accord.broker.matrix.decision.ReasonText;
import dev.accord.broker.matrix.decision.Row;
import dev.accord.broker.matrix.decision.Standing;
import dev.accord.broker.matrix.decision.Standings;
import dev.accord.broker.platform.Json;
import dev.accord.broker.platform.Time;
import java.util.List;
import java.util.Locale;

/** Writes the member {@code accord} of an answer: what each row stands on, who is affected by what, what is not known. */
final class AccordDocument {

    /** Fields of one comparison that are written; how many there are is said by the comparison's own resource. */
    private static final int MOST_FIELDS = 50;

    private final MatrixAnswer answer;

    private AccordDocument(MatrixAnswer answer) {
        this.answer = answer;
    }

    /** The member of an answer. */
    static ObjectNode of(MatrixAnswer answer) {
        return new AccordDocument(answer).document();
    }

    /** The decision as one word. */
    static String word(Decision decision) {
        return switch (decision) {
            case Decision.Deployable deployable -> "deployable";
            case Decision.NotDeployable not -> "not-deployable";
            case Decision.Undecided undecided -> "undecided";
        };
    }

    private ObjectNode document() {
        ObjectNode accord = Json.object();
        accord.put("decision", word(answer.decision()));
        ArrayNode rows = accord.putArray("evidence");
        answer.rows().considered().forEach(row -> rows.add(evidence(row)));
        ArrayNode unknowns = accord.putArray("unknowns");
        for (Reason reason : answer.decision().reasons()) {
            ReasonAction.of(reason)
                    .ifPresent(action -> unknowns.addObject()
                            .put("text", ReasonText.of(reason))
                            .put("action", action));
        }
        if (answer.gate().environment() != null) {
            accord.put("environment", answer.gate().environment());
            gate(accord);
        }
        return accord;
    }

    private void gate(ObjectNode accord) {
        ArrayNode affected = accord.putArray("affected");
        for (Row row : answer.rows().considered()) {
            Standing standing = Standings.of(row, answer.gate().gate());
            if (isAffected(standing)) {
                affected.add(affected(row, standing));
            }
        }
        ArrayNode elsewhere = accord.putArray("elsewhere");
        answer.gate().gate().elsewhere().forEach(consumer -> elsewhere.add(elsewhere(consumer)));
        ArrayNode paper = accord.putArray("onPaper");
        answer.gate().onPaper().forEach(change -> paper.add(onPaper(change)));
        ArrayNode lacks = accord.putArray("policy");
        for (Lack lack : answer.gate().gate().lacks()) {
            lacks.addObject()
                    .put("pacticipant", lack.pacticipant())
                    .put("version", lack.version())
                    .put("failed", lack.failed())
                    .put("text", lack.sentence());
        }
        if (answer.gate().waiting()) {
            accord.put("waiting", "some consumers elsewhere are still being compared; ask again for them");
        }
    }

    static boolean isAffected(Standing standing) {
        return !standing.blocking().isEmpty()
                || !standing.accepted().isEmpty()
                || !standing.preExisting().isEmpty()
                || !standing.doubts().isEmpty();
    }

    private ObjectNode affected(Row row, Standing standing) {
        ObjectNode node = Json.object();
        node.put("consumer", row.consumer());
        node.put("version", row.consumerVersion().number());
        VersionFacts facts = answer.facts(row.consumerVersion().id());
        texts(
                node,
                "environments",
                facts.environments().stream().map(VersionFacts.Place::name).toList());
        texts(
                node,
                "branches",
                facts.branches().stream().map(VersionFacts.Mark::name).toList());
        node.put("provider", row.provider());
        node.put("providerVersion", documentVersion(row));
        texts(
                node,
                "comparedWith",
                standing.baselines().stream()
                        .map(Baseline::version)
                        .map(version -> version.number())
                        .distinct()
                        .toList());
        node.put("standing", word(standing));
        node.put("blocks", standing.refuses());
        ArrayNode findings = node.putArray("findings");
        standing.blocking().forEach(finding -> findings.add(finding(finding, "breaks")));
        for (AcceptedFinding accepted : standing.accepted()) {
            ObjectNode finding = finding(accepted.finding(), "accepted");
            finding.putObject("acceptance")
                    .put("uuid", accepted.waiver().uuid().toString())
                    .put("acceptedBy", accepted.waiver().acceptedBy())
                    .put("reason", accepted.waiver().reason())
                    .put("expiresAt", Time.wire(accepted.waiver().expiresAt()));
            findings.add(finding);
        }
        standing.preExisting().forEach(finding -> findings.add(finding(finding, "pre-existing")));
        standing.doubts().stream()
                .filter(doubt -> standing.blocking().stream().noneMatch(doubt::sameAs))
                .forEach(doubt -> findings.add(finding(doubt, "cannot-tell")));
        return node;
    }

    /** The provider version whose document counts in a row, or empty. */
    static String documentVersion(Row row) {
        return switch (row.outcome()) {
            case Outcome.Run run -> run.providerVersion().number();
            case Outcome.Comparison comparison -> comparison.providerVersion().number();
            case Outcome.Unverified unverified ->
                unverified.unclear().isEmpty()
                        ? ""
                        : unverified.unclear().getFirst().providerVersion().number();
        };
    }

    private static String word(Standing standing) {
        return standing.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ObjectNode finding(Finding finding, String verdict) {
        ObjectNode node = Json.object();
        node.put("verdict", verdict);
        node.put("code", finding.code());
        node.put("operation", finding.operation());
        node.put("location", finding.location());
        node.put("field", finding.field());
        node.put("interaction", finding.interaction());
        node.put("text", finding.sentence());
        ObjectNode source = node.putObject("source");
        source.putObject("pact").put("pointer", finding.source().pact());
        ObjectNode revision = source.putObject("revision");
        revision.put("pointer", finding.source().document());
        revision.put("line", finding.source().line());
        revision.put("column", finding.source().column());
        Finding.Cause cause = finding.cause();
        if (cause != null) {
            node.put("rule", cause.rule());
            node.put("change", cause.change());
            source.putObject("base").put("line", cause.baseLine());
            source.putObject("change").put("line", cause.revisionLine());
        }
        return node;
    }

    private static ObjectNode elsewhere(Elsewhere consumer) {
        ObjectNode node = Json.object();
        node.put("consumer", consumer.consumer());
        node.put("version", consumer.consumerVersion().number());
        texts(node, "environments", consumer.environments());
        texts(node, "branches", consumer.branches());
        node.put("provider", consumer.provider());
        node.put("providerVersion", consumer.providerVersion().number());
        node.put("blocks", false);
        ArrayNode findings = node.putArray("findings");
        consumer.findings().forEach(finding -> findings.add(finding(finding, "breaks")));
        return node;
    }

    private static ObjectNode onPaper(JsonNode change) {
        ObjectNode node = Json.object();
        node.put("rule", change.path("id").asText());
        node.put("operation", change.path("operation").asText(""));
        node.put("location", change.path("location").asText(""));
        node.put("text", change.path("sentence").asText());
        ObjectNode source = node.putObject("source");
        source.set("base", change.path("base"));
        source.set("revision", change.path("revision"));
        return node;
    }

    private static void texts(ObjectNode node, String member, List<String> texts) {
        ArrayNode array = node.putArray(member);
        texts.forEach(array::add);
    }

    private ObjectNode evidence(Row row) {
        ObjectNode node = Json.object();
        node.put("consumer", row.consumer());
        node.put("consumerVersion", row.consumerVersion().number());
        node.put("provider", row.provider());
        switch (row.outcome()) {
            case Outcome.Unverified none -> {
                node.put("kind", "none");
                if (!none.unclear().isEmpty()) {
                    ArrayNode unclear = node.putArray("unclearDocuments");
                    none.unclear()
                            .forEach(document -> unclear.addObject()
                                    .put(
                                            "providerVersion",
                                            document.providerVersion().number())
                                    .put("compared", document.compared()));
                }
            }
            case Outcome.Run run ->
                node.put("providerVersion", run.providerVersion().number())
                        .put("kind", "verification-run")
                        .put("success", run.passed());
            case Outcome.Comparison comparison -> comparison(node, row, comparison);
        }
        return node.put("standing", word(Standings.of(row, answer.gate().gate())));
    }

    private void comparison(ObjectNode node, Row row, Outcome.Comparison comparison) {
        node.put("providerVersion", comparison.providerVersion().number());
        node.put("kind", "document-comparison");
        node.put("success", comparison.success());
        node.put("selfVerified", comparison.selfVerified());
        ArrayNode environments = node.putArray("consumerEnvironments");
        answer.facts(row.consumerVersion().id()).environments().forEach(place -> environments.add(place.name()));
        ArrayNode fields = node.putArray("brokenFields");
        comparison.findings().stream()
                .limit(MOST_FIELDS)
                .forEach(finding -> fields.addObject()
                        .put("code", finding.code())
                        .put("operation", finding.operation())
                        .put("interaction", finding.interaction())
                        .put("field", finding.field())
                        .put("text", finding.sentence()));
    }
}
