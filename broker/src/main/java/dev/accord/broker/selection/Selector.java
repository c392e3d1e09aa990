package dev.accord.broker.selection;

import org.jspecify.annotations.Nullable;

/**
 * A consumer version selector that has passed validation: which versions of the consumers have pacts to be verified.
 *
 * @param kind        what is asked for
 * @param name        the branch or tag, where the kind has one; else null
 * @param fallback    for {@link Kind#LATEST_TAG}: the tag to use when nothing at all has {@code name}; else null
 * @param environment the environment that the kind is restricted to, or null for any
 * @param consumer    the only consumer that is asked for, or null for every one
 */
record Selector(
        Kind kind,
        @Nullable String name,
        @Nullable String fallback,
        @Nullable String environment,
        @Nullable String consumer) {

    /** What a selector asks for. The order is the order in which reasons are told. */
    enum Kind {
        /** The latest pact of each consumer. */
        LATEST("latest"),
        /** The head of each consumer's main branch. */
        MAIN_BRANCH("main"),
        /** The head of a branch. */
        BRANCH("branch"),
        /** The head of every branch. */
        EACH_BRANCH("each"),
        /** The latest version with a tag. */
        LATEST_TAG("latest-tag"),
        /** The latest version with the tag that stands in for another one. */
        FALLBACK_TAG("fallback-tag"),
        /** All versions with a tag. */
        TAG("tag"),
        /** Versions deployed now. */
        DEPLOYED("deployed"),
        /** Versions released and supported now. */
        RELEASED("released"),
        /** Versions that are in an environment now, in either way. */
        ENVIRONMENT("environment");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The name of the kind inside SQL. */
        String code() {
            return code;
        }

        /** Reads {@link #code()}. */
        static Kind of(String code) {
            for (Kind kind : values()) {
                if (kind.code.equals(code)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("not a kind of selector: " + code);
        }
    }
}
