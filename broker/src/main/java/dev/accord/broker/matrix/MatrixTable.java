package dev.accord.broker.matrix;

import dev.accord.broker.matrix.decision.Decision;
import dev.accord.broker.matrix.decision.ReasonText;
import dev.accord.broker.matrix.decision.Row;
import dev.accord.broker.matrix.decision.VersionRef;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes an answer as plain text: a table of the rows, the decision, the reasons. */
final class MatrixTable {

    private static final List<String> HEADER =
            List.of("CONSUMER", "C_VERSION", "REVISION", "PROVIDER", "P_VERSION", "NUMBER", "SUCCESS");

    private MatrixTable() {}

    /** The text of an answer; ends with a line break. */
    static String of(MatrixAnswer answer) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEADER);
        answer.rows().all().forEach(row -> lines.add(cells(row)));
        int[] widths = widths(lines);
        StringBuilder text = new StringBuilder();
        if (lines.size() == 1) {
            text.append("No rows\n");
        } else {
            for (List<String> line : lines) {
                text.append(line(line, widths)).append('\n');
                if (line == HEADER) {
                    text.append(rule(widths)).append('\n');
                }
            }
        }
        String deployable = switch (answer.decision()) {
            case Decision.Deployable yes -> "true";
            case Decision.NotDeployable no -> "false";
            case Decision.Undecided unknown -> "unknown";
        };
        String reasons =
                answer.decision().reasons().stream().map(ReasonText::of).collect(Collectors.joining("\n"));
        return text.append("\nDeployable: ")
                .append(deployable)
                .append("\nReason: ")
                .append(reasons)
                .append('\n')
                .append(answer.gate().revisions().isEmpty() ? "" : GateText.plain(answer))
                .toString();
    }

    private static List<String> cells(Row row) {
        VersionRef provider = row.outcome().providerVersion();
        return List.of(
                row.consumer(),
                row.consumerVersion().number(),
                String.valueOf(row.pact().revision()),
                row.provider(),
                provider == null ? "" : provider.number(),
                text(row.runNumber()),
                text(row.outcome().success()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static int[] widths(List<List<String>> lines) {
        int[] widths = new int[HEADER.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        return widths;
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            text.append(i == 0 ? "" : " | ").append(cells.get(i));
            text.repeat(' ', widths[i] - cells.get(i).length());
        }
        return text.toString().stripTrailing();
    }

    private static String rule(int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            text.append(i == 0 ? "" : "-|-");
            text.repeat('-', widths[i]);
        }
        return text.toString();
    }
}
