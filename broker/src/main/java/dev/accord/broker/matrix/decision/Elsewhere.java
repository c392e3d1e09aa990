package dev.accord.broker.matrix.decision;

import java.util.List;

/**
 * A consumer version that is not at the destination and would break if it were.
 *
 * @param branches     branches that the version is on
 * @param environments names of the environments that it is in
 * @param findings     what breaks; never empty
 */
public record Elsewhere(
        String consumer,
        VersionRef consumerVersion,
        String provider,
        VersionRef providerVersion,
        List<String> branches,
        List<String> environments,
        List<Finding> findings) {
    /** Copies the lists. */
    public Elsewhere {
        branches = List.copyOf(branches);
        environments = List.copyOf(environments);
        findings = List.copyOf(findings);
    }
}
