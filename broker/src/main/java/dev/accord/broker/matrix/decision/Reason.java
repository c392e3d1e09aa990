package dev.accord.broker.matrix.decision;

import java.util.List;

/** Why a decision is as it is. Data only; {@link ReasonText} makes the sentence. */
public sealed interface Reason {

    /** How a reason weighs. */
    enum Weight {
        WARNING,
        ERROR,
        SUCCESS
    }

    /** How this reason weighs. */
    Weight weight();

    /** A reason to be careful that decides nothing. */
    sealed interface Warning extends Reason {
        @Override
        default Weight weight() {
            return Weight.WARNING;
        }
    }

    /** A reason against. */
    sealed interface Against extends Reason {
        @Override
        default Weight weight() {
            return Weight.ERROR;
        }
    }

    /** A reason for. */
    sealed interface For extends Reason {
        @Override
        default Weight weight() {
            return Weight.SUCCESS;
        }
    }

    /** An ignore selector finds nothing. */
    record NothingToIgnore(Resolution selector) implements Warning {}

    /** One version was asked about, without a place to deploy it to. */
    record NoPlaceNamed() implements Warning {}

    /** Criteria were given, but no version number. */
    record NoVersionNamed() implements Warning {}

    /** A document serves the pacts, but whether the provider keeps to it is not known. */
    record SelfVerificationUnknown(String provider, VersionRef version) implements Warning {}

    /** A selector of the request finds no version. */
    record VersionMissing(Resolution selector) implements Against {}

    /** A provider that is needed has no row at all. */
    record NoVerifiedPact(Subject consumer, Subject provider) implements Against {}

    /** A run failed. */
    record VerificationFailed(Subject consumer, Subject provider) implements Against {}

    /**
     * A document does not serve a pact.
     *
     * @param environments display names of the environments in which the consumer version now is
     */
    record DocumentBreaks(
            Subject consumer,
            Subject provider,
            String consumerName,
            VersionRef consumerVersion,
            List<String> environments,
            List<Finding> findings)
            implements Against {
        /** Copies the lists. */
        public DocumentBreaks {
            environments = List.copyOf(environments);
            findings = List.copyOf(findings);
        }
    }

    /** The provider's check of its own document failed. */
    record SelfVerificationFailed(Subject consumer, Subject provider) implements Against {}

    /**
     * Nobody verified a pact.
     *
     * @param unclear documents that did not settle it either
     */
    record NeverVerified(Subject consumer, Subject provider, List<Outcome.Unclear> unclear) implements Against {
        /** Copies the list. */
        public NeverVerified {
            unclear = List.copyOf(unclear);
        }
    }

    /** There is nothing that would have to be verified. */
    record NothingMissing() implements For {}

    /** Every result that is needed is there and good. */
    record AllSuccessful() implements For {}
}
