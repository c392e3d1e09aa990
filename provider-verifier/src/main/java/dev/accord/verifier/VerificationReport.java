package dev.accord.verifier;

import java.util.List;

/**
 * What a verification of a provider found, pact by pact.
 *
 * @param provider the provider's name
 * @param pacts each pact that was verified, in the broker's order; may be empty
 * @param published whether the results were sent to the broker
 */
public record VerificationReport(String provider, List<PactVerification> pacts, boolean published) {

    /** Copies the list. */
    public VerificationReport {
        pacts = List.copyOf(pacts);
    }

    /** Returns whether no pact fails the provider's build. True without any pact: see {@link #isEmpty()}. */
    public boolean passed() {
        return pacts.stream().noneMatch(PactVerification::failsTheBuild);
    }

    /** Returns whether nothing was verified, because the broker selected no pact. */
    public boolean isEmpty() {
        return pacts.isEmpty();
    }

    /**
     * Fails the build unless the verification passed.
     *
     * @throws VerificationFailedException when a pact that counts failed, or nothing was verified
     */
    public void assertPassed() {
        if (isEmpty() || !passed()) {
            throw new VerificationFailedException(this);
        }
    }

    /** Returns the report as text for a build's log, without colours. */
    public String text() {
        return VerificationText.of(this);
    }
}
