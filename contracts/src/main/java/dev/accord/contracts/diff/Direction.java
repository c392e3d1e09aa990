package dev.accord.contracts.diff;

import java.util.Locale;

/** Which way the values go that a change is about. */
public enum Direction {
    /** From the consumer to the provider. */
    REQUEST,
    /** From the provider to the consumer. */
    RESPONSE,
    /** Both, or neither. */
    BOTH;

    /** The name in lower case, as in JSON. */
    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }
}
