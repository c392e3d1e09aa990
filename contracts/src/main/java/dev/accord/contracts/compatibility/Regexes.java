package dev.accord.contracts.compatibility;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Matches regular expressions of strangers: one that cannot be compiled, or that takes too many steps, gives no answer
 * instead of an exception or an endless loop.
 */
final class Regexes {

    private static final int MAX_STEPS = 200_000;
    private static final int MAX_LENGTH = 10_000;

    private Regexes() {}

    /** Returns whether some part of the text matches, as JSON Schema's {@code pattern} asks; empty when undecided. */
    static Optional<Boolean> find(String regex, String text) {
        return run(regex, text, false);
    }

    /** Returns whether the whole text matches, as a pact's regex matcher asks; empty when undecided. */
    static Optional<Boolean> matches(String regex, String text) {
        return run(regex, text, true);
    }

    private static Optional<Boolean> run(String regex, String text, boolean whole) {
        if (regex.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            var matcher = Pattern.compile(regex).matcher(new Counted(text, new int[1]));
            return Optional.of(whole ? matcher.matches() : matcher.find());
        } catch (PatternSyntaxException | TooManyStepsException | StackOverflowError undecided) {
            return Optional.empty();
        }
    }

    private static final class TooManyStepsException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyStepsException() {
            super("too many steps", null, false, false);
        }
    }

    /** A text that counts how often it is looked at. */
    private record Counted(CharSequence text, int[] steps) implements CharSequence {
        @Override
        public char charAt(int index) {
            if (++steps[0] > MAX_STEPS) {
                throw new TooManyStepsException();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), steps);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
