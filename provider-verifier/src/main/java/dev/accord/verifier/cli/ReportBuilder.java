package dev.accord.verifier.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.contracts.compatibility.CompatibilityResult;
import dev.accord.contracts.diff.Change;
import dev.accord.contracts.diff.DiffReport;
import dev.accord.contracts.impact.ImpactFinding;
import dev.accord.contracts.impact.ImpactResult;
import dev.accord.contracts.openapi.Source;
import dev.accord.verifier.cli.Report.ConsumerResult;
import dev.accord.verifier.cli.Report.Finding;
import dev.accord.verifier.cli.Report.InteractionFinding;
import dev.accord.verifier.cli.Report.Place;
import dev.accord.verifier.cli.Report.Severity;
import dev.accord.verifier.cli.Report.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Puts what the engine found into a report. For one report, by one thread. */
final class ReportBuilder {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Report.Kind kind;
    private final String title;
    private final String document;
    private final ObjectNode json;
    private final List<Finding> findings = new ArrayList<>();
    private final List<ConsumerResult> consumers = new ArrayList<>();

    private ReportBuilder(Report.Kind kind, String title, String document, ObjectNode json) {
        this.kind = kind;
        this.title = title;
        this.document = document;
        this.json = json;
    }

    /** Begins the report on two documents; its JSON is that of the broker's call for the same. */
    static ReportBuilder ofDiff(String base, String revision, List<Change> changes) {
        ReportBuilder builder = new ReportBuilder(
                Report.Kind.DIFF,
                "Changes from " + base + " to " + revision,
                revision,
                new DiffReport(changes).toJson());
        builder.json.putArray("consumers");
        for (Change change : changes) {
            builder.findings.add(new Finding(
                    change.ruleId(),
                    Severity.valueOf(change.level().name()),
                    change.operation() == null ? "" : change.operation(),
                    change.sentence(),
                    place(revision, change.revisionSource()),
                    place(base, change.baseSource())));
        }
        return builder;
    }

    /** Begins the report on a document and pacts. */
    static ReportBuilder ofComparison(String document, int pacts) {
        ObjectNode json = JSON.createObjectNode().put("compatible", true);
        json.putArray("pacts");
        return new ReportBuilder(
                Report.Kind.COMPARISON, "Compared " + Words.count(pacts, "pact") + " with " + document, document, json);
    }

    /** Adds what a change does to a consumer. */
    void add(Inputs.NamedPact pact, ImpactResult impact) {
        List<InteractionFinding> reasons = new ArrayList<>();
        for (ImpactFinding each : impact.introduced()) {
            reasons.add(new InteractionFinding(
                    each.finding().description(), finding(each.finding()), each.rule() == null ? "" : each.rule()));
        }
        consumers.add(new ConsumerResult(
                pact.pact().consumer(),
                pact.file(),
                Verdict.valueOf(impact.verdict().name()),
                reasons));
        array("consumers").add(tree(pact, impact));
    }

    /** Adds whether the document offers what a consumer needs. */
    void add(Inputs.NamedPact pact, CompatibilityResult result) {
        Verdict verdict = switch (result.verdict()) {
            case COMPATIBLE -> Verdict.UNAFFECTED;
            case INCOMPATIBLE -> Verdict.BREAKS;
            case CANNOT_TELL -> Verdict.CANNOT_TELL;
        };
        List<InteractionFinding> reasons = result.findings().stream()
                .map(each -> new InteractionFinding(each.description(), finding(each), ""))
                .toList();
        consumers.add(new ConsumerResult(pact.pact().consumer(), pact.file(), verdict, reasons));
        array("pacts").add(tree(pact, result));
        if (!result.compatible()) {
            json.put("compatible", false);
        }
    }

    Report build() {
        return new Report(kind, title, findings, consumers, json);
    }

    private ArrayNode array(String member) {
        return json.withArray(member);
    }

    private static ObjectNode tree(Inputs.NamedPact pact, Object result) {
        ObjectNode tree =
                JSON.createObjectNode().put("consumer", pact.pact().consumer()).put("file", pact.file());
        tree.setAll((ObjectNode) JSON.valueToTree(result));
        return tree;
    }

    private Finding finding(dev.accord.contracts.compatibility.Finding finding) {
        String operation = finding.operation() == null ? "" : finding.operation();
        return new Finding(
                finding.code(),
                Severity.valueOf(finding.level().name()),
                operation,
                operation.isEmpty() ? finding.sentence() : operation + ": " + finding.sentence(),
                new Place(document, finding.line(), finding.column()),
                null);
    }

    private static Place place(String file, Source source) {
        return new Place(file, source.line(), source.column());
    }
}
