package dev.accord.broker.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The dashboard as a table of plain text. */
final class DashboardText {

    private static final List<String> HEADINGS =
            List.of("consumer", "c_version", "c_tags", "provider", "p_version", "p_tags", "status");

    private DashboardText() {}

    static String table(List<DashboardItem> items) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEADINGS);
        items.forEach(item -> lines.add(line(item)));
        int[] widths = new int[HEADINGS.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        StringBuilder table = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = line.get(i);
                text.append(i == 0 ? "" : " | ").append(cell).append(" ".repeat(widths[i] - cell.length()));
            }
            table.append(text.toString().stripTrailing()).append('\n');
        }
        return table.toString();
    }

    private static List<String> line(DashboardItem item) {
        Optional<DashboardItem.Side> provider =
                Optional.ofNullable(item.result()).map(DashboardItem.Result::version);
        return List.of(
                item.consumer(),
                item.version().number(),
                String.join(", ", item.pactTags()),
                item.provider(),
                provider.map(DashboardItem.Side::number).orElse(""),
                provider.map(side -> String.join(", ", side.latestTags())).orElse(""),
                item.verificationStatus());
    }
}
