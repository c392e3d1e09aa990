package dev.accord.verifier;

import java.util.List;

/**
 * What the verification of one pact found.
 *
 * @param consumer the consumer's name
 * @param source where the pact came from
 * @param interactions how many interactions were run
 * @param pending whether the pact was pending, so that its failures do not fail the provider's build
 * @param failures what failed, in the pact's order; empty when it passed
 */
public record PactVerification(
        String consumer, String source, int interactions, boolean pending, List<InteractionFailure> failures) {

    /** Copies the list. */
    public PactVerification {
        failures = List.copyOf(failures);
    }

    /** Returns whether every interaction was as the pact says. */
    public boolean passed() {
        return failures.isEmpty();
    }

    /**
     * Returns whether it fails the provider's build: it failed and is not pending, or its result could not be published.
     */
    public boolean failsTheBuild() {
        return !passed()
                && (!pending
                        || failures.stream()
                                .anyMatch(failure -> failure.location().equals("publishing")));
    }
}
