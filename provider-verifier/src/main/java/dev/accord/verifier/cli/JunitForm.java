package dev.accord.verifier.cli;

import dev.accord.verifier.cli.Report.ConsumerResult;
import dev.accord.verifier.cli.Report.Finding;
import dev.accord.verifier.cli.Report.InteractionFinding;
import dev.accord.verifier.cli.Report.Kind;
import dev.accord.verifier.cli.Report.Severity;
import dev.accord.verifier.cli.Report.Verdict;
import java.util.List;

/**
 * A report as a JUnit XML file, which every CI service shows: a suite with a test for each finding, of which errors fail,
 * and a suite with a test for each consumer, of which those that break fail and those that cannot be told are skipped.
 */
final class JunitForm {

    private JunitForm() {}

    static String render(Report report) {
        StringBuilder xml =
                new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"accord\">\n");
        if (report.kind() == Kind.DIFF) {
            addFindings(xml, report);
        }
        if (!report.consumers().isEmpty()) {
            addConsumers(xml, report);
        }
        return xml.append("</testsuites>\n").toString();
    }

    private static void addFindings(StringBuilder xml, Report report) {
        List<Finding> findings = report.findings();
        // A suite without a test looks like one that was not run.
        int tests = Math.max(1, findings.size());
        addSuite(xml, report.title(), tests, report.count(Severity.ERROR), 0);
        if (findings.isEmpty()) {
            xml.append("    <testcase classname=\"accord\" name=\"nothing found\"/>\n");
        }
        for (Finding finding : findings) {
            String name =
                    finding.operation().isEmpty() ? finding.message() : finding.operation() + ": " + finding.message();
            addCase(xml, "accord." + finding.id(), name);
            String text = finding.message() + "\n" + finding.place();
            if (finding.severity() == Severity.ERROR) {
                xml.append(">\n      <failure type=\"")
                        .append(escaped(finding.id()))
                        .append("\" message=\"")
                        .append(escaped(finding.message()))
                        .append("\">")
                        .append(escaped(text))
                        .append("</failure>\n    </testcase>\n");
            } else {
                xml.append(">\n      <system-out>")
                        .append(escaped(Words.of(finding.severity()) + ": " + text))
                        .append("</system-out>\n    </testcase>\n");
            }
        }
        xml.append("  </testsuite>\n");
    }

    private static void addConsumers(StringBuilder xml, Report report) {
        long breaking = number(report, Verdict.BREAKS);
        addSuite(xml, "consumers", report.consumers().size(), breaking, number(report, Verdict.CANNOT_TELL));
        for (ConsumerResult consumer : report.consumers()) {
            addCase(xml, "accord.consumers", consumer.consumer() + " (" + consumer.file() + ")");
            switch (consumer.verdict()) {
                case BREAKS ->
                    xml.append(">\n      <failure type=\"breaks\" message=\"")
                            .append(escaped(firstReason(report, consumer)))
                            .append("\">")
                            .append(escaped(reasons(consumer)))
                            .append("</failure>\n    </testcase>\n");
                case CANNOT_TELL ->
                    xml.append(">\n      <skipped message=\"")
                            .append(escaped("cannot tell: " + reasons(consumer)))
                            .append("\"/>\n    </testcase>\n");
                case UNAFFECTED -> xml.append("/>\n");
            }
        }
        xml.append("  </testsuite>\n");
    }

    private static void addSuite(StringBuilder xml, String name, int tests, long failures, long skipped) {
        xml.append("  <testsuite name=\"")
                .append(escaped(name))
                .append("\" tests=\"")
                .append(tests)
                .append("\" failures=\"")
                .append(failures)
                .append("\" errors=\"0\" skipped=\"")
                .append(skipped)
                .append("\">\n");
    }

    private static void addCase(StringBuilder xml, String className, String name) {
        xml.append("    <testcase classname=\"")
                .append(escaped(className))
                .append("\" name=\"")
                .append(escaped(name))
                .append('"');
    }

    private static long number(Report report, Verdict verdict) {
        return report.consumers().stream()
                .filter(consumer -> consumer.verdict() == verdict)
                .count();
    }

    private static String firstReason(Report report, ConsumerResult consumer) {
        return consumer.findings().isEmpty()
                ? Words.of(report, consumer.verdict())
                : consumer.findings().getFirst().finding().message();
    }

    private static String reasons(ConsumerResult consumer) {
        StringBuilder text = new StringBuilder();
        for (InteractionFinding each : consumer.findings()) {
            text.append(each.interaction())
                    .append(": ")
                    .append(each.finding().message())
                    .append(" (")
                    .append(each.finding().place())
                    .append(")\n");
        }
        return text.toString().stripTrailing();
    }

    /** Escapes markup, and leaves out what XML 1.0 cannot hold at all. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\n' -> escaped.append("&#10;");
                default -> {
                    if (c == '\t' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000) {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }
}
