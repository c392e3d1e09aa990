package dev.accord.broker.plan;

/** What is known of a consumer version together with a provider version. */
public enum Compatible {
    /** The consumer version needs nothing of the provider, or all of it is verified. */
    YES,
    /** A verification failed, or the provider's document does not serve the pact. */
    NO,
    /** Nobody has verified it. */
    UNKNOWN;

    /** The worse of two: no, then unknown, then yes. */
    Compatible and(Compatible other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : YES;
    }
}
