package dev.accord.broker.matrix;

import dev.accord.broker.matrix.decision.Elsewhere;
import dev.accord.broker.matrix.decision.Finding;
import dev.accord.broker.matrix.decision.Reason;
import dev.accord.broker.matrix.decision.ReasonAction;
import dev.accord.broker.matrix.decision.ReasonText;
import dev.accord.broker.matrix.decision.Row;
import dev.accord.broker.matrix.decision.Standing;
import dev.accord.broker.matrix.decision.Standings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Tells people what the gate found: lines for a terminal, or Markdown for a comment on a pull request. Names and sentences
 * come from users and are written so that they stay text.
 */
final class GateText {

    private static final int MOST_LINES = 50;

    private final MatrixAnswer answer;
    private final UnaryOperator<String> safe;
    private final String item;

    private GateText(MatrixAnswer answer, UnaryOperator<String> safe, String item) {
        this.answer = answer;
        this.safe = safe;
        this.item = item;
    }

    private record Section(String title, List<String> lines) {}

    /** Lines after the table; empty when there is nothing to tell. */
    static String plain(MatrixAnswer answer) {
        StringBuilder text = new StringBuilder();
        for (Section section : new GateText(answer, line -> line.replaceAll("\\R", " "), "  ").sections()) {
            text.append('\n').append(section.title()).append(":\n");
            section.lines().stream()
                    .limit(MOST_LINES)
                    .forEach(line -> text.append(line).append('\n'));
        }
        return text.toString();
    }

    /** The whole answer as Markdown; ends with a line break. */
    static String markdown(MatrixAnswer answer) {
        GateText writer = new GateText(answer, GateText::escaped, "- ");
        String place = answer.gate().environment();
        StringBuilder text = new StringBuilder("### ")
                .append(
                        switch (AccordDocument.word(answer.decision())) {
                            case "deployable" -> "✅ Can be deployed";
                            case "undecided" -> "❓ Not known yet";
                            default -> "❌ Cannot be deployed";
                        })
                .append(place == null ? "" : " to " + escaped(place))
                .append("\n\n");
        for (Reason reason : answer.decision().reasons()) {
            String[] lines = ReasonText.of(reason).split("\\R");
            text.append("- ").append(escaped(lines[0].replaceFirst(":$", ""))).append('\n');
        }
        for (Section section : writer.sections()) {
            text.append("\n#### ").append(section.title()).append("\n\n");
            section.lines().stream()
                    .limit(MOST_LINES)
                    .forEach(line -> text.append(line).append('\n'));
        }
        return text.toString();
    }

    /** Text that Markdown shows as it is. */
    static String escaped(String text) {
        return text.replaceAll("\\R", " ")
                .replaceAll("([\\\\`*_{}\\[\\]<>#|~])", "\\\\$1")
                .replace("@", "@\u200b");
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        add(sections, "Who is affected", affected());
        add(sections, "Who would break elsewhere", elsewhere());
        add(sections, "Breaks on paper that nobody needs", onPaper());
        add(sections, "What clears what is not known", actions());
        return sections;
    }

    private static void add(List<Section> sections, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            sections.add(new Section(title, lines));
        }
    }

    private List<String> affected() {
        List<String> lines = new ArrayList<>();
        for (Row row : answer.rows().considered()) {
            Standing standing = Standings.of(row, answer.gate().gate());
            if (AccordDocument.isAffected(standing)) {
                String kind = standing.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
                lines.add(item
                        + safe.apply(
                                row.consumer() + " " + row.consumerVersion().number() + " with " + row.provider() + " "
                                        + AccordDocument.documentVersion(row) + ": " + kind));
                standing.blocking().forEach(finding -> lines.add(finding(finding, "breaks")));
                standing.accepted()
                        .forEach(accepted -> lines.add(finding(
                                accepted.finding(),
                                "accepted by " + accepted.waiver().acceptedBy() + " until "
                                        + accepted.waiver().expiresAt() + " ("
                                        + accepted.waiver().reason() + ")")));
                standing.preExisting().forEach(finding -> lines.add(finding(finding, "was so before")));
                standing.doubts().stream()
                        .filter(doubt -> standing.blocking().stream().noneMatch(doubt::sameAs))
                        .forEach(finding -> lines.add(finding(finding, "may break")));
            }
        }
        return lines;
    }

    private String finding(Finding finding, String verdict) {
        Finding.Cause cause = finding.cause();
        String operation = finding.sentence().contains(finding.operation()) ? "" : finding.operation() + ": ";
        String where = (cause == null ? "" : cause.rule() + ", ")
                + (finding.source().line() > 0 ? "line " + finding.source().line() : "no line");
        return "  " + item + safe.apply(verdict + ": " + operation + finding.sentence() + " (" + where + ")");
    }

    private List<String> elsewhere() {
        List<String> lines = new ArrayList<>();
        for (Elsewhere consumer : answer.gate().gate().elsewhere()) {
            List<String> places = new ArrayList<>(consumer.environments());
            consumer.branches().forEach(branch -> places.add("branch " + branch));
            lines.add(item
                    + safe.apply(consumer.consumer() + " "
                            + consumer.consumerVersion().number() + " (" + String.join(", ", places) + ")"));
            consumer.findings().forEach(finding -> lines.add(finding(finding, "would break")));
        }
        return lines;
    }

    private List<String> onPaper() {
        return answer.gate().onPaper().stream()
                .map(change -> item
                        + safe.apply(change.path("sentence").asText() + " ("
                                + change.path("id").asText() + ", line "
                                + change.at("/revision/line").asInt() + ")"))
                .toList();
    }

    private List<String> actions() {
        return answer.decision().reasons().stream()
                .flatMap(reason -> ReasonAction.of(reason).stream())
                .distinct()
                .map(action -> item + safe.apply(action))
                .toList();
    }
}
