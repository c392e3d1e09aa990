package dev.accord.broker.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Compares two lists of lines by Myers' greedy algorithm (An O(ND) Difference Algorithm, 1986), with a bound on the
 * number of differences: lists that differ in more are shown as replaced as a whole.
 */
final class LineDiff {

    private static final int MAX_DIFFERENCES = 1_500;
    private static final int CONTEXT = 3;
    private static final int MAX_LINES_SHOWN = 4_000;
    private static final int MAX_LINE_LENGTH = 2_000;

    private LineDiff() {}

    private record Line(char sign, String text) {}

    /** The differing lines with their sign and some lines around them; empty when the lists are equal. */
    static String between(List<String> before, List<String> after) {
        int start = 0;
        int shorter = Math.min(before.size(), after.size());
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        if (start == before.size() && start == after.size()) {
            return "";
        }
        List<Line> lines = new ArrayList<>();
        keep(before, Math.max(0, start - CONTEXT), start, lines);
        compare(before.subList(start, before.size() - end), after.subList(start, after.size() - end), lines);
        keep(before, before.size() - end, Math.min(before.size(), before.size() - end + CONTEXT), lines);
        return print(lines);
    }

    private static void keep(List<String> from, int start, int end, List<Line> lines) {
        from.subList(start, end).forEach(text -> lines.add(new Line(' ', text)));
    }

    private static void compare(List<String> before, List<String> after, List<Line> lines) {
        int most = Math.min(before.size() + after.size(), MAX_DIFFERENCES);
        int[] reach = new int[2 * most + 3];
        int middle = most + 1;
        List<int[]> history = new ArrayList<>();
        for (int differences = 0; differences <= most; differences++) {
            history.add(Arrays.copyOfRange(reach, middle - differences - 1, middle + differences + 2));
            for (int k = -differences; k <= differences; k += 2) {
                boolean down = k == -differences || k != differences && reach[middle + k - 1] < reach[middle + k + 1];
                int x = down ? reach[middle + k + 1] : reach[middle + k - 1] + 1;
                while (x < before.size()
                        && x - k < after.size()
                        && before.get(x).equals(after.get(x - k))) {
                    x++;
                }
                reach[middle + k] = x;
                if (x >= before.size() && x - k >= after.size()) {
                    trace(before, after, history, lines);
                    return;
                }
            }
        }
        before.forEach(text -> lines.add(new Line('-', text)));
        after.forEach(text -> lines.add(new Line('+', text)));
    }

    private static void trace(List<String> before, List<String> after, List<int[]> history, List<Line> lines) {
        List<Line> backwards = new ArrayList<>();
        int x = before.size();
        int y = after.size();
        for (int differences = history.size() - 1; differences >= 0; differences--) {
            int[] reach = history.get(differences);
            int middle = differences + 1;
            int k = x - y;
            boolean down = k == -differences || k != differences && reach[middle + k - 1] < reach[middle + k + 1];
            int previousK = down ? k + 1 : k - 1;
            int previousX = differences == 0 ? 0 : reach[middle + previousK];
            int previousY = differences == 0 ? 0 : previousX - previousK;
            while (x > previousX && y > previousY) {
                backwards.add(new Line(' ', before.get(--x)));
                y--;
            }
            if (differences > 0) {
                backwards.add(down ? new Line('+', after.get(--y)) : new Line('-', before.get(--x)));
            }
        }
        Collections.reverse(backwards);
        lines.addAll(backwards);
    }

    private static String print(List<Line> lines) {
        boolean[] shown = new boolean[lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).sign() != ' ') {
                Arrays.fill(shown, Math.max(0, i - CONTEXT), Math.min(lines.size(), i + CONTEXT + 1), true);
            }
        }
        StringBuilder text = new StringBuilder();
        int count = 0;
        boolean gap = false;
        for (int i = 0; i < lines.size(); i++) {
            if (!shown[i]) {
                gap = true;
                continue;
            }
            if (gap) {
                text.append(" ...\n");
                gap = false;
            }
            if (++count > MAX_LINES_SHOWN) {
                return text.append("... and further differences").toString();
            }
            String line = lines.get(i).text();
            text.append(lines.get(i).sign())
                    .append(line.length() > MAX_LINE_LENGTH ? line.substring(0, MAX_LINE_LENGTH) + "..." : line)
                    .append('\n');
        }
        return text.toString().stripTrailing();
    }
}
