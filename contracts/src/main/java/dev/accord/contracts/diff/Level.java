package dev.accord.contracts.diff;

import java.util.Locale;

/** How surely a change breaks somebody. */
public enum Level {
    /** Breaks every consumer that uses what changed. */
    ERROR,
    /** May break a consumer, depending on how it uses what changed. */
    WARNING,
    /** Breaks nobody. */
    INFO;

    /** The name in lower case, as in JSON. */
    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }
}
