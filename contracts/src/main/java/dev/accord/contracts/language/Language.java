package dev.accord.contracts.language;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A regular set of texts. Whether one set lies within another is decided by walking both at once, character by character,
 * over what is left to match; the walk ends with a proof, with the shortest text that tells them apart, or undecided after
 * a bounded number of steps. Immutable.
 */
public final class Language {

    /** Every text. */
    public static final Language ANY = new Language(Expression.ANYTHING);

    private static final int MAX_STEPS = 40_000;
    private static final int MAX_STATES = 600;

    private final Expression expression;

    private Language(Expression expression) {
        this.expression = expression;
    }

    /**
     * Whether all texts of one language belong to another.
     *
     * @param proven true: all belong; false: the counterexample does not; empty: undecided
     * @param counterexample a shortest text that does not belong; empty unless refuted
     */
    public record Inclusion(Optional<Boolean> proven, Optional<String> counterexample) {}

    /** Returns the texts that an expression matches as a whole; empty for one that is not understood. */
    public static Optional<Language> matching(String regex) {
        return ExpressionReader.read(regex, true).map(Language::new);
    }

    /** Returns the texts of which an expression matches some part; empty for one that is not understood. */
    public static Optional<Language> containing(String regex) {
        return ExpressionReader.read(regex, false).map(Language::new);
    }

    /**
     * Returns the texts of a length in characters (code points).
     *
     * @param least from 0
     * @param most at least {@code least}, or {@link Integer#MAX_VALUE} for no end
     */
    public static Language ofLength(int least, int most) {
        return new Language(Expression.repeated(new Expression.OneOf(Chars.ALL), least, most));
    }

    /** Returns the language of some texts. */
    public static Language ofTexts(Collection<String> texts) {
        List<Expression> choices = new ArrayList<>();
        for (String text : texts) {
            int[] characters = text.codePoints().toArray();
            Expression word = Expression.EMPTY;
            for (int i = characters.length - 1; i >= 0; i--) {
                word = Expression.then(new Expression.OneOf(Chars.of(characters[i])), word);
            }
            choices.add(word);
        }
        return new Language(Expression.either(choices));
    }

    /** Returns the texts that belong to any of the languages; none for no languages. */
    public static Language anyOf(List<Language> languages) {
        return new Language(
                Expression.either(languages.stream().map(l -> l.expression).toList()));
    }

    /** Returns the texts that belong to all of the languages; every text for no languages. */
    public static Language allOf(List<Language> languages) {
        return new Language(
                Expression.both(languages.stream().map(l -> l.expression).toList()));
    }

    /** Decides whether all texts of this language belong to another. */
    public Inclusion within(Language other) {
        try {
            return walk(other.expression);
        } catch (Work.TooMuchException | StackOverflowError undecided) {
            return new Inclusion(Optional.empty(), Optional.empty());
        }
    }

    private record Pair(Expression mine, Expression other) {}

    private record Reached(Pair pair, String text) {}

    private Inclusion walk(Expression other) {
        Work work = new Work(MAX_STEPS);
        List<Chars> sets = new ArrayList<>();
        expression.collect(sets);
        other.collect(sets);
        List<Integer> characters = representatives(sets);
        Set<Pair> seen = new HashSet<>();
        Deque<Reached> ahead = new ArrayDeque<>();
        Pair start = new Pair(expression, other);
        seen.add(start);
        ahead.add(new Reached(start, ""));
        while (!ahead.isEmpty()) {
            Reached here = ahead.remove();
            Pair pair = here.pair();
            if (pair.mine().hasEmpty() && !pair.other().hasEmpty()) {
                return new Inclusion(Optional.of(false), Optional.of(here.text()));
            }
            for (int character : characters) {
                Expression mine = pair.mine().after(character, work);
                if (mine.equals(Expression.NOTHING)) {
                    continue;
                }
                Expression theirs = pair.other().after(character, work);
                Pair next = new Pair(mine, theirs);
                if (!theirs.equals(Expression.ANYTHING) && seen.add(next)) {
                    ahead.add(new Reached(next, here.text() + Character.toString(character)));
                }
            }
            if (seen.size() > MAX_STATES) {
                throw new Work.TooMuchException();
            }
        }
        return new Inclusion(Optional.of(true), Optional.empty());
    }

    /**
     * Returns all texts of the language, shortest first.
     *
     * @param most how many are wanted at most
     * @return empty when there are more, or when it could not be decided
     */
    public Optional<List<String>> texts(int most) {
        List<String> texts = new ArrayList<>();
        Work work = new Work(MAX_STEPS);
        Deque<Reached> ahead = new ArrayDeque<>();
        ahead.add(new Reached(new Pair(expression, Expression.NOTHING), ""));
        try {
            while (!ahead.isEmpty()) {
                Reached here = ahead.remove();
                Expression left = here.pair().mine();
                if (left.hasEmpty()) {
                    texts.add(here.text());
                }
                for (int character : starts(left, most, work)) {
                    Expression next = left.after(character, work);
                    if (!next.equals(Expression.NOTHING)) {
                        ahead.add(new Reached(
                                new Pair(next, Expression.NOTHING), here.text() + Character.toString(character)));
                    }
                }
                if (texts.size() + ahead.size() > most) {
                    return Optional.empty();
                }
            }
        } catch (Work.TooMuchException | StackOverflowError undecided) {
            return Optional.empty();
        }
        return Optional.of(texts);
    }

    /** Returns every single character that some text may go on with. */
    private static List<Integer> starts(Expression left, int most, Work work) {
        List<Chars> sets = new ArrayList<>();
        left.collect(sets);
        List<Integer> starts = new ArrayList<>();
        TreeSet<Integer> bounds = bounds(sets);
        for (int first : bounds) {
            if (left.after(first, work).equals(Expression.NOTHING)) {
                continue;
            }
            Integer end = bounds.higher(first);
            int last = end == null ? Character.MAX_CODE_POINT : end - 1;
            if (last - first >= most) {
                throw new Work.TooMuchException();
            }
            for (int character = first; character <= last; character++) {
                starts.add(character);
            }
        }
        return starts;
    }

    /** Returns the first characters of the ranges that no set divides. */
    private static TreeSet<Integer> bounds(List<Chars> sets) {
        TreeSet<Integer> bounds = new TreeSet<>();
        bounds.add(0);
        for (Chars set : sets) {
            for (Chars.Range range : set.ranges()) {
                bounds.add(range.first());
                if (range.last() < Character.MAX_CODE_POINT) {
                    bounds.add(range.last() + 1);
                }
            }
        }
        return bounds;
    }

    /** Returns one character for each range that no set divides, one that people can read where there is one. */
    private static List<Integer> representatives(List<Chars> sets) {
        TreeSet<Integer> bounds = bounds(sets);
        List<Integer> characters = new ArrayList<>();
        for (int first : bounds) {
            Integer end = bounds.higher(first);
            int last = end == null ? Character.MAX_CODE_POINT : end - 1;
            characters.add(readable(first, last));
        }
        characters.sort((a, b) -> Boolean.compare(isPlain(b), isPlain(a)));
        return characters;
    }

    private static int readable(int first, int last) {
        for (int preferred : new int[] {'a', 'A', '7', '-', ' ', '!'}) {
            if (preferred >= first && preferred <= last) {
                return preferred;
            }
        }
        boolean surrogate = first >= Character.MIN_SURROGATE && first <= Character.MAX_SURROGATE;
        return surrogate && last > Character.MAX_SURROGATE ? Character.MAX_SURROGATE + 1 : first;
    }

    private static boolean isPlain(int character) {
        return character > ' ' && character < 127;
    }

    @Override
    public String toString() {
        return expression.toString();
    }
}
