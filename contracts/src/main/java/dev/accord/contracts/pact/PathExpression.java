package dev.accord.contracts.pact;

import java.util.ArrayList;
import java.util.List;

/**
 * A path of a matching rule, such as {@code $.items[*]['unit-price']}. The root is implied: the expression {@code $} has
 * no segments.
 *
 * @param segments the segments after the root
 * @param text the expression as written; its length breaks ties between rules of the same weight
 */
public record PathExpression(List<Segment> segments, String text) {

    /** One step of a path. */
    public sealed interface Segment {
        /** A key of an object. */
        record Field(String name) implements Segment {}

        /** A position in an array. */
        record Index(int position) implements Segment {}

        /** {@code *}: any key or position. */
        record Any() implements Segment {}

        /** {@code [*]}: any position. */
        record AnyIndex() implements Segment {}
    }

    public PathExpression {
        segments = List.copyOf(segments);
    }

    /** Returns the number of segments after the root. */
    public int size() {
        return segments.size();
    }

    /**
     * Returns how well the expression fits a path or a prefix of it: the product of 2 for each literal and 1 for each
     * wildcard segment, doubled for the root; 0 when it does not fit.
     *
     * @param path keys and decimal positions, without the root
     */
    public long weight(List<String> path) {
        if (segments.size() > path.size()) {
            return 0;
        }
        long weight = 2;
        for (int i = 0; i < segments.size(); i++) {
            weight *= weight(segments.get(i), path.get(i));
            if (weight > Long.MAX_VALUE / 4) {
                weight = Long.MAX_VALUE / 4;
            }
        }
        return weight;
    }

    private static int weight(Segment segment, String step) {
        return switch (segment) {
            case Segment.Field field -> field.name().equals(step) ? 2 : 0;
            case Segment.Index index -> Integer.toString(index.position()).equals(step) ? 2 : 0;
            case Segment.AnyIndex any -> isPosition(step) ? 1 : 0;
            case Segment.Any any -> 1;
        };
    }

    private static boolean isPosition(String step) {
        return !step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException when a bracket or a quote is left open, or a bracket holds neither a quoted name,
     *     a position nor a star
     */
    public static PathExpression parse(String text) {
        return new PathExpression(new Parser(text).segments(), text);
    }

    /** Returns an expression of one literal segment, for headers and query parameters. */
    public static PathExpression ofName(String name) {
        return new PathExpression(List.of(new Segment.Field(name)), name);
    }

    /** Reads {@code $}, dots, names and brackets from left to right. */
    private static final class Parser {
        private final String text;
        private final List<Segment> segments = new ArrayList<>();
        private int at;

        Parser(String text) {
            this.text = text;
        }

        List<Segment> segments() {
            if (text.startsWith("$")) {
                at = 1;
            }
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '.') {
                    at++;
                } else if (c == '[') {
                    bracket();
                } else {
                    name();
                }
            }
            return segments;
        }

        private void name() {
            int start = at;
            while (at < text.length() && text.charAt(at) != '.' && text.charAt(at) != '[') {
                at++;
            }
            String name = text.substring(start, at);
            segments.add(name.equals("*") ? new Segment.Any() : new Segment.Field(name));
        }

        private void bracket() {
            at++;
            if (at >= text.length()) {
                throw refused("an open bracket");
            }
            char c = text.charAt(at);
            if (c == '\'' || c == '"') {
                quoted(c);
                return;
            }
            int end = text.indexOf(']', at);
            if (end < 0) {
                throw refused("an open bracket");
            }
            String inner = text.substring(at, end).strip();
            at = end + 1;
            if (inner.equals("*")) {
                segments.add(new Segment.AnyIndex());
            } else {
                segments.add(new Segment.Index(position(inner)));
            }
        }

        private void quoted(char quote) {
            StringBuilder name = new StringBuilder();
            for (at++; at < text.length() && text.charAt(at) != quote; at++) {
                if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                    at++;
                }
                name.append(text.charAt(at));
            }
            if (at + 1 >= text.length() || text.charAt(at + 1) != ']') {
                throw refused("an open quote");
            }
            at += 2;
            segments.add(new Segment.Field(name.toString()));
        }

        private int position(String digits) {
            try {
                int position = Integer.parseInt(digits);
                if (position >= 0) {
                    return position;
                }
            } catch (NumberFormatException notANumber) {
                // said below, with the expression
            }
            throw refused("'" + digits + "' in brackets");
        }

        private IllegalArgumentException refused(String what) {
            return new IllegalArgumentException("path expression '" + text + "' has " + what);
        }
    }
}
