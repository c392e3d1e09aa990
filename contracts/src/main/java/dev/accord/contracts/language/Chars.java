package dev.accord.contracts.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A set of characters (Unicode code points) as ranges in ascending order that neither touch nor overlap. Immutable.
 *
 * @param ranges first and last character of each range
 */
record Chars(List<Range> ranges) {

    /** Characters from the first to the last, both included. */
    record Range(int first, int last) {}

    static final Chars ALL = new Chars(List.of(new Range(0, Character.MAX_CODE_POINT)));
    static final Chars DIGITS = of(new Range('0', '9'));
    static final Chars WORD = of(new Range('0', '9'), new Range('A', 'Z'), new Range('_', '_'), new Range('a', 'z'));
    static final Chars SPACE = of(new Range('\t', '\r'), new Range(' ', ' '));

    Chars {
        ranges = List.copyOf(ranges);
    }

    static Chars of(Range... ranges) {
        return union(Arrays.asList(ranges));
    }

    static Chars of(int character) {
        return new Chars(List.of(new Range(character, character)));
    }

    static Chars union(List<Range> ranges) {
        List<Range> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparingInt(Range::first));
        List<Range> joined = new ArrayList<>();
        for (Range range : sorted) {
            Range last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && range.first() <= last.last() + 1) {
                joined.set(joined.size() - 1, new Range(last.first(), Math.max(last.last(), range.last())));
            } else {
                joined.add(range);
            }
        }
        return new Chars(joined);
    }

    Chars complement() {
        List<Range> others = new ArrayList<>();
        int next = 0;
        for (Range range : ranges) {
            if (range.first() > next) {
                others.add(new Range(next, range.first() - 1));
            }
            next = range.last() + 1;
        }
        if (next <= Character.MAX_CODE_POINT) {
            others.add(new Range(next, Character.MAX_CODE_POINT));
        }
        return new Chars(others);
    }

    boolean contains(int character) {
        for (Range range : ranges) {
            if (character <= range.last()) {
                return character >= range.first();
            }
        }
        return false;
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }
}
