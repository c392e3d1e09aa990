package dev.accord.broker.matrix.decision;

import org.jspecify.annotations.Nullable;

/** One line of the matrix: a consumer version's pact, and what a provider version makes of it. */
public record Row(
        long consumerId,
        String consumer,
        VersionRef consumerVersion,
        PactRef pact,
        long providerId,
        String provider,
        Outcome outcome) {

    /** Whether there is no result. */
    public boolean unverified() {
        return outcome instanceof Outcome.Unverified;
    }

    /** Whether there is a result, and it is bad. */
    public boolean failed() {
        return Boolean.FALSE.equals(outcome.success());
    }

    /** Whether there is a result, and it is good. */
    public boolean passed() {
        return Boolean.TRUE.equals(outcome.success());
    }

    /** Order of the provider version; below every order when there is none. */
    long providerOrder() {
        VersionRef version = outcome.providerVersion();
        return version == null ? -1 : version.id();
    }

    /** Number of the run's result, or null when the row does not come from a run. */
    public @Nullable Long runNumber() {
        return outcome instanceof Outcome.Run run ? (Long) run.number() : null;
    }
}
