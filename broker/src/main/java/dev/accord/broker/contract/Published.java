package dev.accord.broker.contract;

import java.util.List;

/**
 * What a publication led to.
 *
 * @param publication    what was published
 * @param versionCreated whether the consumer version is new
 * @param contracts      one entry for each contract, in their order
 */
record Published(Publication publication, boolean versionCreated, List<Outcome> contracts) {

    /**
     * What became of one contract.
     *
     * @param change    how it relates to what the version had published before
     * @param first     whether the version had published nothing for the provider before
     * @param events    what was detected
     * @param verified  whether the pair has any verification result
     * @param webhooks  whether any webhook is defined for the pair
     */
    record Outcome(
            String provider,
            Change change,
            boolean first,
            List<ContractPublished.Event> events,
            boolean verified,
            boolean webhooks) {}

    /** How a contract relates to what its version had published for the provider before. */
    enum Change {
        NEW,
        UNCHANGED,
        MERGED,
        MODIFIED
    }
}
