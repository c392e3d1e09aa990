package dev.accord.contracts.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A regular expression as a value, with Brzozowski's derivatives: what is left to match after a first character. The
 * factories simplify, so that only few expressions arise from one by derivation. Equality is by structure.
 */
sealed interface Expression {

    /** No text at all. */
    Expression NOTHING = new OneOf(new Chars(List.of()));

    /** The empty text only. */
    Expression EMPTY = new Empty();

    /** Every text. */
    Expression ANYTHING = new Repeated(new OneOf(Chars.ALL), 0, Repeated.NO_END);

    /** Whether the empty text belongs to it. */
    boolean hasEmpty();

    /** Returns what may follow a character. */
    Expression after(int character, Work work);

    /** Adds the sets of characters that it tells apart. */
    void collect(List<Chars> sets);

    /** The empty text. */
    record Empty() implements Expression {
        @Override
        public boolean hasEmpty() {
            return true;
        }

        @Override
        public Expression after(int character, Work work) {
            work.step();
            return NOTHING;
        }

        @Override
        public void collect(List<Chars> sets) {
            // tells nothing apart
        }
    }

    /** One character of a set. */
    record OneOf(Chars chars) implements Expression {
        @Override
        public boolean hasEmpty() {
            return false;
        }

        @Override
        public Expression after(int character, Work work) {
            work.step();
            return chars.contains(character) ? EMPTY : NOTHING;
        }

        @Override
        public void collect(List<Chars> sets) {
            sets.add(chars);
        }
    }

    /** One after the other. */
    record Then(Expression first, Expression rest, boolean hasEmpty) implements Expression {
        @Override
        public Expression after(int character, Work work) {
            work.step();
            Expression within = then(first.after(character, work), rest);
            return first.hasEmpty() ? either(List.of(within, rest.after(character, work))) : within;
        }

        @Override
        public void collect(List<Chars> sets) {
            first.collect(sets);
            rest.collect(sets);
        }
    }

    /** The same again and again, as often as the bounds say. */
    record Repeated(Expression each, int least, int most) implements Expression {
        static final int NO_END = Integer.MAX_VALUE;

        @Override
        public boolean hasEmpty() {
            return least == 0 || each.hasEmpty();
        }

        @Override
        public Expression after(int character, Work work) {
            work.step();
            return then(
                    each.after(character, work),
                    repeated(each, Math.max(0, least - 1), most == NO_END ? NO_END : most - 1));
        }

        @Override
        public void collect(List<Chars> sets) {
            each.collect(sets);
        }
    }

    /** Any of several. */
    record Either(Set<Expression> choices, boolean hasEmpty) implements Expression {
        @Override
        public Expression after(int character, Work work) {
            work.step();
            List<Expression> left = new ArrayList<>();
            choices.forEach(c -> left.add(c.after(character, work)));
            return either(left);
        }

        @Override
        public void collect(List<Chars> sets) {
            choices.forEach(c -> c.collect(sets));
        }
    }

    /** All of several at once. */
    record Both(Set<Expression> all, boolean hasEmpty) implements Expression {
        @Override
        public Expression after(int character, Work work) {
            work.step();
            List<Expression> left = new ArrayList<>();
            all.forEach(a -> left.add(a.after(character, work)));
            return both(left);
        }

        @Override
        public void collect(List<Chars> sets) {
            all.forEach(a -> a.collect(sets));
        }
    }

    static Expression then(Expression first, Expression rest) {
        if (first.equals(NOTHING) || rest.equals(NOTHING)) {
            return NOTHING;
        }
        if (first.equals(EMPTY)) {
            return rest;
        }
        if (rest.equals(EMPTY)) {
            return first;
        }
        if (first instanceof Then(Expression head, Expression tail, boolean ignored)) {
            return then(head, then(tail, rest));
        }
        return new Then(first, rest, first.hasEmpty() && rest.hasEmpty());
    }

    static Expression repeated(Expression each, int least, int most) {
        if (most == 0 || each.equals(EMPTY)) {
            return EMPTY;
        }
        if (each.equals(NOTHING)) {
            return least == 0 ? EMPTY : NOTHING;
        }
        return least == 1 && most == 1 ? each : new Repeated(each, least, most);
    }

    static Expression either(List<Expression> choices) {
        Set<Expression> flat = new LinkedHashSet<>();
        for (Expression choice : choices) {
            if (choice instanceof Either(Set<Expression> inner, boolean ignored)) {
                flat.addAll(inner);
            } else if (!choice.equals(NOTHING)) {
                flat.add(choice);
            }
        }
        if (flat.contains(ANYTHING)) {
            return ANYTHING;
        }
        return switch (flat.size()) {
            case 0 -> NOTHING;
            case 1 -> flat.iterator().next();
            default -> new Either(flat, flat.stream().anyMatch(Expression::hasEmpty));
        };
    }

    static Expression both(List<Expression> all) {
        Set<Expression> flat = new LinkedHashSet<>();
        for (Expression each : all) {
            if (each instanceof Both(Set<Expression> inner, boolean ignored)) {
                flat.addAll(inner);
            } else if (!each.equals(ANYTHING)) {
                flat.add(each);
            }
        }
        if (flat.contains(NOTHING)) {
            return NOTHING;
        }
        return switch (flat.size()) {
            case 0 -> ANYTHING;
            case 1 -> flat.iterator().next();
            default -> new Both(flat, flat.stream().allMatch(Expression::hasEmpty));
        };
    }
}
