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

    /**
     * A document does not serve a pact, exactly as the one that is at the destination now.
     *
     * @param there the provider's versions that are there now
     */
    record AlreadyBroken(Subject consumer, Subject provider, List<VersionRef> there, List<Finding> findings)
            implements Warning {
        /** Copies the lists. */
        public AlreadyBroken {
            there = List.copyOf(there);
            findings = List.copyOf(findings);
        }
    }

    /** Everything by which a document breaks a pact was accepted, or some of it. */
    record FindingsAccepted(Subject consumer, Subject provider, List<AcceptedFinding> accepted) implements Warning {
        /** Copies the list. */
        public FindingsAccepted {
            accepted = List.copyOf(accepted);
        }
    }

    /** A change of documents may break a pact. */
    record MayBreak(Subject consumer, Subject provider, List<Finding> findings) implements Warning {
        /** Copies the list. */
        public MayBreak {
            findings = List.copyOf(findings);
        }
    }

    /** A consumer version that is not at the destination would break there. */
    record WouldBreakElsewhere(Elsewhere elsewhere) implements Warning {}

    /** Further consumer versions that are not at the destination would break there. */
    record MoreElsewhere(int number) implements Warning {}

    /** The destination demands something that a version does not have. */
    record PolicyDemands(Lack lack) implements Against {}

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
     * @param there        the provider's versions at the destination that the document was held against; empty when none
     */
    record DocumentBreaks(
            Subject consumer,
            Subject provider,
            String consumerName,
            VersionRef consumerVersion,
            List<String> environments,
            List<VersionRef> there,
            List<Finding> findings)
            implements Against {
        /** Copies the lists. */
        public DocumentBreaks {
            environments = List.copyOf(environments);
            there = List.copyOf(there);
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

    /** Every result that is needed is there; some are bad, and count for nothing. */
    record NothingStandsAgainst() implements For {}

    /** Every result that is needed is there and good. */
    record AllSuccessful() implements For {}
}
