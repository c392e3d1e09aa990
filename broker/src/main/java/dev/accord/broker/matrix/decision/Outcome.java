package dev.accord.broker.matrix.decision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known about a pact and a provider version. */
public sealed interface Outcome {

    /** The provider version, or null when no selected one has a result. */
    @Nullable
    VersionRef providerVersion();

    /** True or false when there is a result, null when there is none. */
    @Nullable
    Boolean success();

    /**
     * No result.
     *
     * @param unclear selected provider versions with a document that does not settle it either
     */
    record Unverified(List<Unclear> unclear) implements Outcome {
        /** Copies the list. */
        public Unverified {
            unclear = List.copyOf(unclear);
        }

        @Override
        public @Nullable VersionRef providerVersion() {
            return null;
        }

        @Override
        public @Nullable Boolean success() {
            return null;
        }
    }

    /**
     * A document that settles nothing.
     *
     * @param compared whether pact and document were compared, without a clear result
     */
    record Unclear(VersionRef providerVersion, long documentId, boolean compared) {}

    /**
     * The provider verified the pact by running it.
     *
     * @param number public number of the result; the higher, the newer
     */
    record Run(VersionRef providerVersion, long number, boolean passed, Instant at) implements Outcome {
        @Override
        public Boolean success() {
            return passed;
        }
    }

    /**
     * The pact was compared with the provider version's OpenAPI document.
     *
     * @param fits         whether the document serves the pact; null when only the self-verification is known, and failed
     * @param selfVerified whether the provider proved that it keeps to its document; null when nothing is known
     * @param findings     what does not fit; empty when it fits
     */
    record Comparison(
            VersionRef providerVersion,
            long documentId,
            @Nullable Boolean fits,
            @Nullable Boolean selfVerified,
            Instant at,
            List<Finding> findings)
            implements Outcome {
        /** Copies the list. */
        public Comparison {
            findings = List.copyOf(findings);
        }

        @Override
        public Boolean success() {
            return Boolean.TRUE.equals(fits) && !Boolean.FALSE.equals(selfVerified);
        }
    }
}
