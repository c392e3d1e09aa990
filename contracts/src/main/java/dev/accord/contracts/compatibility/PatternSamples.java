package dev.accord.contracts.compatibility;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes texts for simple regular expressions: literals, classes, groups, alternatives and counts. What it makes is
 * checked against the expression, so a construct that it does not know costs samples, never truth.
 */
final class PatternSamples {

    private static final int MAX_SAMPLES = 24;
    private static final int MAX_LENGTH = 200;

    private final String regex;
    private int at;

    private PatternSamples(String regex) {
        this.regex = regex;
    }

    /** Returns texts that match the whole expression; maybe none. */
    static List<String> of(String regex) {
        if (regex.length() > MAX_LENGTH) {
            return List.of();
        }
        PatternSamples samples = new PatternSamples(regex);
        Set<String> matching = new LinkedHashSet<>();
        for (String each : samples.alternatives(0)) {
            if (Regexes.matches(regex, each).orElse(false)
                    || Regexes.find(regex, each).orElse(false)) {
                matching.add(each);
            }
        }
        return new ArrayList<>(matching);
    }

    private List<String> alternatives(int depth) {
        List<String> all = new ArrayList<>(sequence(depth));
        while (at < regex.length() && regex.charAt(at) == '|') {
            at++;
            all.addAll(sequence(depth));
        }
        return cut(all);
    }

    private List<String> sequence(int depth) {
        List<String> soFar = List.of("");
        while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            List<String> atoms = counted(atom(depth));
            List<String> next = new ArrayList<>();
            for (int i = 0; i < Math.max(soFar.size(), atoms.size()); i++) {
                String text = soFar.get(i % soFar.size()) + (atoms.isEmpty() ? "" : atoms.get(i % atoms.size()));
                if (text.length() <= MAX_LENGTH) {
                    next.add(text);
                }
            }
            soFar = next.isEmpty() ? soFar : cut(next);
        }
        return soFar;
    }

    private List<String> atom(int depth) {
        char c = regex.charAt(at++);
        switch (c) {
            case '^', '$' -> {
                return List.of("");
            }
            case '.' -> {
                return List.of("a", "7");
            }
            case '(' -> {
                if (regex.startsWith("?:", at)) {
                    at += 2;
                }
                List<String> inner = depth > 20 ? List.of("") : alternatives(depth + 1);
                if (at < regex.length() && regex.charAt(at) == ')') {
                    at++;
                }
                return inner;
            }
            case '[' -> {
                return charClass();
            }
            case '\\' -> {
                return escape();
            }
            default -> {
                return List.of(String.valueOf(c));
            }
        }
    }

    private List<String> escape() {
        if (at >= regex.length()) {
            return List.of("");
        }
        char c = regex.charAt(at++);
        return switch (c) {
            case 'd' -> List.of("7", "0");
            case 'w' -> List.of("a", "9", "_");
            case 's' -> List.of(" ");
            case 'D', 'W', 'S' -> List.of("-", "x");
            case 'b', 'B', 'A', 'z', 'Z' -> List.of("");
            default -> List.of(String.valueOf(c));
        };
    }

    private List<String> charClass() {
        int end = at;
        while (end < regex.length() && (regex.charAt(end) != ']' || end == at)) {
            end += regex.charAt(end) == '\\' ? 2 : 1;
        }
        String inner = regex.substring(at, Math.min(end, regex.length()));
        at = Math.min(end + 1, regex.length());
        if (inner.startsWith("^")) {
            return List.of("a", "7", "-", " ");
        }
        List<String> chars = new ArrayList<>();
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c == '\\' && i + 1 < inner.length()) {
                char escaped = inner.charAt(++i);
                chars.add(escaped == 'd' ? "7" : escaped == 'w' ? "a" : String.valueOf(escaped));
            } else if (i + 2 < inner.length() && inner.charAt(i + 1) == '-') {
                chars.add(String.valueOf(c));
                chars.add(String.valueOf(inner.charAt(i + 2)));
                i += 2;
            } else {
                chars.add(String.valueOf(c));
            }
        }
        return cut(chars);
    }

    private List<String> counted(List<String> atoms) {
        if (at >= regex.length()) {
            return atoms;
        }
        char c = regex.charAt(at);
        int least = 1;
        int most = 1;
        if (c == '*' || c == '+' || c == '?') {
            at++;
            least = c == '+' ? 1 : 0;
            most = c == '?' ? 1 : 3;
        } else if (c == '{') {
            int end = regex.indexOf('}', at);
            String[] bounds =
                    end < 0 ? new String[0] : regex.substring(at + 1, end).split(",", -1);
            if (bounds.length == 0 || !bounds[0].matches("\\d{1,3}")) {
                return atoms;
            }
            at = end + 1;
            least = Integer.parseInt(bounds[0]);
            most = bounds.length == 1 ? least : bounds[1].matches("\\d{1,3}") ? Integer.parseInt(bounds[1]) : least + 2;
        } else {
            return atoms;
        }
        if (at < regex.length() && (regex.charAt(at) == '?' || regex.charAt(at) == '+')) {
            at++;
        }
        List<String> counted = new ArrayList<>();
        for (String atom : atoms) {
            counted.add(atom.repeat(Math.min(least, MAX_LENGTH)));
            counted.add(atom.repeat(Math.min(most, MAX_LENGTH)));
        }
        return cut(counted);
    }

    private static List<String> cut(List<String> texts) {
        return texts.stream().distinct().limit(MAX_SAMPLES).toList();
    }
}
