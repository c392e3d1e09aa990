package dev.accord.contracts.pact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One matcher of a matching rule: what a value must be like to pass. */
public sealed interface Matcher {

    /** Equal to the example. */
    record Equality() implements Matcher {}

    /** Of the example's JSON kind; arrays may have length bounds. Null bounds are open. */
    record Type(@Nullable Integer min, @Nullable Integer max) implements Matcher {}

    /** A number. */
    record Numeric(NumberKind kind) implements Matcher {}

    /** Which numbers. */
    enum NumberKind {
        /** Any number. */
        NUMBER,
        /** Without a fraction. */
        INTEGER,
        /** With a fraction. */
        DECIMAL
    }

    /** True or false. */
    record Bool() implements Matcher {}

    /** JSON null. */
    record Null() implements Matcher {}

    /** A text that the whole expression matches. */
    record Regex(String regex) implements Matcher {}

    /** A date, time or both. */
    record Temporal(TemporalKind kind, @Nullable String format) implements Matcher {}

    /** Which point of time. */
    enum TemporalKind {
        /** A date. */
        DATE,
        /** A time of day. */
        TIME,
        /** A date with a time. */
        TIMESTAMP
    }

    /** A text that contains another. */
    record Include(String part) implements Matcher {}

    /** A semantic version. */
    record Semver() implements Matcher {}

    /** Content of a media type. */
    record ContentType(String type) implements Matcher {}

    /** Present, and not an empty text, array or object. */
    record NotEmpty() implements Matcher {}

    /** V3: a map whose keys are free and whose values are like the example's. */
    record Values() implements Matcher {}

    /** V4: every key of the object passes the rules. */
    record EachKey(List<Matcher> matchers) implements Matcher {
        public EachKey {
            matchers = List.copyOf(matchers);
        }
    }

    /** V4: every value of the object or array passes the rules; its keys are free. */
    record EachValue(List<Matcher> matchers) implements Matcher {
        public EachValue {
            matchers = List.copyOf(matchers);
        }
    }

    /** V4: for every variant some element of the array passes. */
    record ArrayContains(List<Variant> variants) implements Matcher {
        public ArrayContains {
            variants = List.copyOf(variants);
        }
    }

    /**
     * One variant of {@link ArrayContains}.
     *
     * @param index position of its example in the example array
     * @param rules rules of category body, relative to the element
     */
    record Variant(int index, MatchingRules rules) {}

    /** V4: a status of a class, or one of a list. Exactly one of both is given. */
    record StatusCode(@Nullable StatusClass statusClass, List<Integer> statuses) implements Matcher {
        public StatusCode {
            statuses = List.copyOf(statuses);
        }
    }

    /** Classes of HTTP status that the V4 specification names. */
    enum StatusClass {
        /** 100 to 199. */
        INFORMATION(100, 199),
        /** 200 to 299. */
        SUCCESS(200, 299),
        /** 300 to 399. */
        REDIRECT(300, 399),
        /** 400 to 499. */
        CLIENT_ERROR(400, 499),
        /** 500 to 599. */
        SERVER_ERROR(500, 599),
        /** 100 to 399. */
        NON_ERROR(100, 399),
        /** 400 to 599. */
        ERROR(400, 599);

        private final int from;
        private final int to;

        StatusClass(int from, int to) {
            this.from = from;
            this.to = to;
        }

        /** Returns whether a status belongs to the class. */
        public boolean includes(int status) {
            return status >= from && status <= to;
        }
    }

    /** An array with the example's elements in any order, with open or closed length. */
    record IgnoreOrder(@Nullable Integer min, @Nullable Integer max) implements Matcher {}

    /** A matcher of a plugin, or one that no specification knows. */
    record Unknown(String name) implements Matcher {}
}
