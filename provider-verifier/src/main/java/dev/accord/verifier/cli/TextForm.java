package dev.accord.verifier.cli;

import dev.accord.verifier.cli.Report.ConsumerResult;
import dev.accord.verifier.cli.Report.Finding;
import dev.accord.verifier.cli.Report.InteractionFinding;
import dev.accord.verifier.cli.Report.Severity;
import dev.accord.verifier.cli.Report.Verdict;

/** A report for a terminal or a build's log: the worst first, what it means for consumers last, where eyes end up. */
final class TextForm {

    private static final String RED = "\u001b[31m";
    private static final String YELLOW = "\u001b[33m";
    private static final String GREEN = "\u001b[32m";
    private static final String BOLD = "\u001b[1m";
    private static final String RESET = "\u001b[0m";

    private final boolean colours;

    TextForm(boolean colours) {
        this.colours = colours;
    }

    String render(Report report) {
        StringBuilder text = new StringBuilder(report.title() + "\n");
        for (Severity severity : Severity.values()) {
            report.findings().stream()
                    .filter(finding -> finding.severity() == severity)
                    .forEach(finding -> add(text, finding));
        }
        report.consumers().forEach(consumer -> add(text, report, consumer));
        return text.append('\n')
                .append(coloured(BOLD, Words.summary(report)))
                .append('\n')
                .toString();
    }

    private void add(StringBuilder text, Finding finding) {
        text.append('\n')
                .append(coloured(colour(finding.severity()), Words.of(finding.severity())))
                .append("  ")
                .append(finding.id())
                .append('\n');
        text.append("  ").append(finding.message()).append('\n');
        text.append("  ").append(finding.place());
        if (finding.before() != null) {
            text.append(", was ").append(finding.before());
        }
        text.append('\n');
    }

    private void add(StringBuilder text, Report report, ConsumerResult consumer) {
        String verdict = Words.of(report, consumer.verdict());
        text.append('\n')
                .append(coloured(BOLD, consumer.consumer()))
                .append(": ")
                .append(coloured(colour(consumer.verdict()), verdict))
                .append("  (")
                .append(consumer.file())
                .append(")\n");
        String interaction = "";
        for (InteractionFinding each : consumer.findings()) {
            if (!each.interaction().equals(interaction)) {
                interaction = each.interaction();
                text.append("  interaction \"").append(interaction).append("\"\n");
            }
            Finding finding = each.finding();
            text.append("    ")
                    .append(coloured(colour(finding.severity()), Words.of(finding.severity())))
                    .append("  ")
                    .append(finding.message())
                    .append('\n');
            text.append("      ").append(finding.id()).append(" at ").append(finding.place());
            if (!each.cause().isEmpty()) {
                text.append(", caused by ").append(each.cause());
            }
            text.append('\n');
        }
    }

    private String coloured(String colour, String words) {
        return colours ? colour + words + RESET : words;
    }

    private static String colour(Severity severity) {
        return switch (severity) {
            case ERROR -> RED;
            case WARNING -> YELLOW;
            case INFO -> "";
        };
    }

    private static String colour(Verdict verdict) {
        return switch (verdict) {
            case BREAKS -> RED;
            case CANNOT_TELL -> YELLOW;
            case UNAFFECTED -> GREEN;
        };
    }
}
