package dev.accord.verifier.cli;

import dev.accord.verifier.cli.Report.ConsumerResult;
import dev.accord.verifier.cli.Report.Finding;
import dev.accord.verifier.cli.Report.InteractionFinding;
import dev.accord.verifier.cli.Report.Severity;
import java.util.List;

/** A report for the comment on a pull request: consumers first, and what breaks nobody folded away. */
final class MarkdownForm {

    private MarkdownForm() {}

    static String render(Report report) {
        StringBuilder text =
                new StringBuilder("## " + line(report.title()) + "\n\n**" + Words.summary(report) + "**\n");
        if (!report.consumers().isEmpty()) {
            text.append("\n| consumer | verdict | pact |\n|---|---|---|\n");
            report.consumers()
                    .forEach(consumer -> text.append("| ")
                            .append(cell(consumer.consumer()))
                            .append(" | ")
                            .append(Words.of(report, consumer.verdict()))
                            .append(" | ")
                            .append(code(consumer.file()))
                            .append(" |\n"));
            report.consumers().forEach(consumer -> addReasons(text, consumer));
        }
        addFindings(text, report, Severity.ERROR, "Errors", false);
        addFindings(text, report, Severity.WARNING, "Warnings", false);
        addFindings(text, report, Severity.INFO, "Infos", true);
        return text.toString();
    }

    private static void addReasons(StringBuilder text, ConsumerResult consumer) {
        if (consumer.findings().isEmpty()) {
            return;
        }
        text.append("\n### ").append(line(consumer.consumer())).append("\n\n");
        text.append("| | interaction | what | rule | where |\n|---|---|---|---|---|\n");
        for (InteractionFinding each : consumer.findings()) {
            Finding finding = each.finding();
            text.append("| ")
                    .append(Words.of(finding.severity()))
                    .append(" | ")
                    .append(cell(each.interaction()))
                    .append(" | ")
                    .append(cell(finding.message()))
                    .append(" | ")
                    .append(code(each.cause().isEmpty() ? finding.id() : each.cause()))
                    .append(" | ")
                    .append(code(finding.place().toString()))
                    .append(" |\n");
        }
    }

    private static void addFindings(
            StringBuilder text, Report report, Severity severity, String heading, boolean folded) {
        List<Finding> findings = report.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
        if (findings.isEmpty()) {
            return;
        }
        String title = heading + " (" + findings.size() + ")";
        text.append(folded ? "\n<details><summary>" + title + "</summary>\n\n" : "\n### " + title + "\n\n");
        text.append("| rule | what | where |\n|---|---|---|\n");
        findings.forEach(finding -> text.append("| ")
                .append(code(finding.id()))
                .append(" | ")
                .append(cell(finding.message()))
                .append(" | ")
                .append(code(finding.place().toString()))
                .append(" |\n"));
        text.append(folded ? "\n</details>\n" : "");
    }

    /** Returns words that can stand in a cell and be taken for nothing else. */
    private static String cell(String words) {
        return line(words)
                .replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replace("*", "\\*")
                .replace("_", "\\_")
                .replace("`", "\\`")
                .replace("[", "\\[");
    }

    private static String code(String words) {
        return "`" + line(words).replace("`", "'").replace("|", "\\|") + "`";
    }

    private static String line(String words) {
        return words.replaceAll("\\R", " ");
    }
}
