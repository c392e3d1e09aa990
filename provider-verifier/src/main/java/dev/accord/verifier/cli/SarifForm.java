package dev.accord.verifier.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.verifier.cli.Report.ConsumerResult;
import dev.accord.verifier.cli.Report.Finding;
import dev.accord.verifier.cli.Report.InteractionFinding;
import dev.accord.verifier.cli.Report.Place;
import dev.accord.verifier.cli.Report.Severity;
import java.util.Set;
import java.util.TreeSet;

/**
 * A report in SARIF 2.1.0 (OASIS), which code hosts show beside the lines of a document. What concerns a consumer is a
 * result of its own with the consumer as a property.
 */
final class SarifForm {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SarifForm() {}

    static String render(Report report) {
        ObjectNode log = JSON.objectNode()
                .put("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json")
                .put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver").put("name", "accord");
        ArrayNode rules = driver.putArray("rules");
        ruleIds(report).forEach(id -> rules.addObject().put("id", id));
        ArrayNode results = run.putArray("results");
        report.findings().forEach(finding -> addResult(results, finding, finding.message()));
        for (ConsumerResult consumer : report.consumers()) {
            consumer.findings().forEach(each -> addConsumerResult(results, report, consumer, each));
        }
        return log.toPrettyString() + "\n";
    }

    private static Set<String> ruleIds(Report report) {
        Set<String> ids = new TreeSet<>();
        report.findings().forEach(finding -> ids.add(finding.id()));
        report.consumers()
                .forEach(consumer -> consumer.findings()
                        .forEach(each -> ids.add(each.finding().id())));
        return ids;
    }

    private static void addConsumerResult(
            ArrayNode results, Report report, ConsumerResult consumer, InteractionFinding each) {
        String message = consumer.consumer() + ", " + each.interaction() + ": "
                + each.finding().message();
        ObjectNode properties = addResult(results, each.finding(), message)
                .putObject("properties")
                .put("consumer", consumer.consumer());
        properties.put("interaction", each.interaction()).put("verdict", Words.of(report, consumer.verdict()));
        if (!each.cause().isEmpty()) {
            properties.put("cause", each.cause());
        }
    }

    private static ObjectNode addResult(ArrayNode results, Finding finding, String message) {
        ObjectNode result = results.addObject().put("ruleId", finding.id()).put("level", level(finding.severity()));
        result.putObject("message").put("text", message);
        ObjectNode location = result.putArray("locations").addObject();
        addPlace(location, finding.place());
        if (!finding.operation().isEmpty()) {
            location.putArray("logicalLocations").addObject().put("fullyQualifiedName", finding.operation());
        }
        if (finding.before() != null) {
            addPlace(result.putArray("relatedLocations").addObject(), finding.before());
        }
        return result;
    }

    private static void addPlace(ObjectNode location, Place place) {
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation")
                .put("uri", place.file().replace('\\', '/').replace(" ", "%20"));
        physical.putObject("region").put("startLine", place.line()).put("startColumn", place.column());
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }
}
