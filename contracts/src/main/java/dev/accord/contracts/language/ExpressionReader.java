package dev.accord.contracts.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the part of regular expressions that Java and ECMAScript write and mean in the same way and that describes a
 * regular language: literals, classes, groups, alternatives, counts, and anchors at the ends. Look-around, references back
 * and flags are not read.
 */
final class ExpressionReader {

    private static final int MAX_LENGTH = 500;
    private static final int MAX_DEPTH = 50;
    private static final int MAX_COUNT = 1_000;
    private static final String SPECIAL = "\\^$.|?*+()[]{}";

    private final String text;
    private int at;
    private int depth;

    private ExpressionReader(String text) {
        this.text = text;
    }

    /**
     * Reads an expression.
     *
     * @param whole whether it must match the whole text, or some part of it
     * @return the texts that it matches; empty for an expression that is not understood
     */
    static Optional<Expression> read(String text, boolean whole) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        ExpressionReader reader = new ExpressionReader(text);
        try {
            Expression read = reader.top(whole);
            return reader.at == text.length() ? Optional.of(read) : Optional.empty();
        } catch (NotReadException notRead) {
            return Optional.empty();
        }
    }

    /** Alternatives that may each be anchored at either end. */
    private Expression top(boolean whole) {
        List<Expression> choices = new ArrayList<>();
        do {
            boolean fromStart = take('^') || whole;
            Expression middle = sequence();
            boolean toEnd = take('$') || whole;
            Expression choice = fromStart ? middle : Expression.then(Expression.ANYTHING, middle);
            choices.add(toEnd ? choice : Expression.then(choice, Expression.ANYTHING));
        } while (take('|'));
        return Expression.either(choices);
    }

    private Expression choices() {
        List<Expression> choices = new ArrayList<>();
        do {
            choices.add(sequence());
        } while (take('|'));
        return Expression.either(choices);
    }

    private Expression sequence() {
        List<Expression> parts = new ArrayList<>();
        while (at < text.length() && "|)$".indexOf(text.charAt(at)) < 0) {
            parts.add(counted(atom()));
        }
        Expression sequence = Expression.EMPTY;
        for (int i = parts.size() - 1; i >= 0; i--) {
            sequence = Expression.then(parts.get(i), sequence);
        }
        return sequence;
    }

    private Expression atom() {
        int c = next();
        return switch (c) {
            case '(' -> group();
            case '[' -> new Expression.OneOf(charClass());
            // Whoever writes a dot means any character; that it leaves out the ends of lines would hide what matters.
            case '.' -> new Expression.OneOf(Chars.ALL);
            case '\\' -> new Expression.OneOf(escape(false));
            case '^', '?', '*', '+', ')', '{' -> throw new NotReadException();
            default -> new Expression.OneOf(Chars.of(c));
        };
    }

    private Expression group() {
        if (take('?') && !take(':')) {
            throw new NotReadException();
        }
        if (++depth > MAX_DEPTH) {
            throw new NotReadException();
        }
        Expression inner = choices();
        depth--;
        if (!take(')')) {
            throw new NotReadException();
        }
        return inner;
    }

    private Expression counted(Expression each) {
        int least;
        int most;
        if (take('*')) {
            least = 0;
            most = Expression.Repeated.NO_END;
        } else if (take('+')) {
            least = 1;
            most = Expression.Repeated.NO_END;
        } else if (take('?')) {
            least = 0;
            most = 1;
        } else if (take('{')) {
            least = number();
            most = !take(',') ? least : peek() == '}' ? Expression.Repeated.NO_END : number();
            if (!take('}') || least > most) {
                throw new NotReadException();
            }
        } else {
            return each;
        }
        take('?');
        if (at < text.length() && "?*+{".indexOf(text.charAt(at)) >= 0) {
            throw new NotReadException();
        }
        return Expression.repeated(each, least, most);
    }

    private int number() {
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == from || at - from > 4) {
            throw new NotReadException();
        }
        int number = Integer.parseInt(text.substring(from, at));
        if (number > MAX_COUNT) {
            throw new NotReadException();
        }
        return number;
    }

    private Chars charClass() {
        boolean others = take('^');
        List<Chars.Range> ranges = new ArrayList<>();
        while (peek() != ']') {
            Chars first = member();
            boolean single = first.ranges().size() == 1
                    && first.ranges().getFirst().first()
                            == first.ranges().getFirst().last();
            boolean range = peek() == '-' && at + 1 < text.length() && text.charAt(at + 1) != ']';
            if (range && single) {
                at++;
                Chars last = member();
                int from = first.ranges().getFirst().first();
                int to = last.ranges().getFirst().last();
                if (last.ranges().size() > 1 || last.ranges().getFirst().first() != to || from > to) {
                    throw new NotReadException();
                }
                ranges.add(new Chars.Range(from, to));
            } else {
                ranges.addAll(first.ranges());
            }
        }
        at++;
        if (ranges.isEmpty()) {
            throw new NotReadException();
        }
        Chars union = Chars.union(ranges);
        return others ? union.complement() : union;
    }

    /** In Java, a bracket and {@code &&} inside of a class have a meaning of their own. */
    private Chars member() {
        int c = next();
        if (c == '[' || (c == '&' && peek() == '&')) {
            throw new NotReadException();
        }
        return c == '\\' ? escape(true) : Chars.of(c);
    }

    private Chars escape(boolean inClass) {
        int c = next();
        return switch (c) {
            case 'd' -> Chars.DIGITS;
            case 'D' -> Chars.DIGITS.complement();
            case 'w' -> Chars.WORD;
            case 'W' -> Chars.WORD.complement();
            case 's' -> Chars.SPACE;
            case 'S' -> Chars.SPACE.complement();
            case 't' -> Chars.of('\t');
            case 'n' -> Chars.of('\n');
            case 'r' -> Chars.of('\r');
            case 'f' -> Chars.of('\f');
            case 'x' -> Chars.of(hexadecimal(2));
            case 'u' -> Chars.of(hexadecimal(4));
            default -> {
                boolean literal =
                        SPECIAL.indexOf(c) >= 0 || (c < 128 && !Character.isLetterOrDigit(c) && !(inClass && c == 'b'));
                if (!literal) {
                    throw new NotReadException();
                }
                yield Chars.of(c);
            }
        };
    }

    private int hexadecimal(int digits) {
        if (at + digits > text.length()) {
            throw new NotReadException();
        }
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(text.charAt(at++), 16);
            if (digit < 0) {
                throw new NotReadException();
            }
            value = value * 16 + digit;
        }
        if (Character.isSurrogate((char) value)) {
            throw new NotReadException();
        }
        return value;
    }

    private int peek() {
        if (at >= text.length()) {
            throw new NotReadException();
        }
        return text.charAt(at);
    }

    private int next() {
        if (at >= text.length()) {
            throw new NotReadException();
        }
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }

    private boolean take(char expected) {
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    /** Something that is not understood, or that has no meaning. */
    private static final class NotReadException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotReadException() {
            super("not read", null, false, false);
        }
    }
}
