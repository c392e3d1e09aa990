package dev.accord.broker.matrix.decision;

import java.util.List;

/**
 * A provider version that is at the destination now, as what a newer one is held against, for one pact.
 *
 * @param version    the version
 * @param kind       how its document and the newer one's stand to each other
 * @param runPassed  whether a run proved that this version serves the pact, whatever its document says
 * @param introduced what breaks by the change of documents
 * @param doubts     what may break by it
 * @param already    what the pact needs and neither document offers
 */
public record Baseline(
        VersionRef version,
        Kind kind,
        boolean runPassed,
        List<Finding> introduced,
        List<Finding> doubts,
        List<Finding> already) {

    /** How two documents stand to each other. */
    public enum Kind {
        /** The version has no document. */
        NO_DOCUMENT,
        /** Both versions have the same document. */
        SAME_DOCUMENT,
        /** The documents differ, and what that does to the pact is known. */
        COMPARED,
        /** The documents differ, and what that does to the pact is not known. */
        NOT_COMPARED
    }

    /** Copies the lists. */
    public Baseline {
        introduced = List.copyOf(introduced);
        doubts = List.copyOf(doubts);
        already = List.copyOf(already);
    }

    /** A baseline that says nothing but its kind. */
    public static Baseline plain(VersionRef version, Kind kind, boolean runPassed) {
        return new Baseline(version, kind, runPassed, List.of(), List.of(), List.of());
    }

    /** Whether a disagreement with the newer document is there now, too, so that nothing gets worse by it. */
    boolean has(Finding finding) {
        return !runPassed
                && switch (kind) {
                    case SAME_DOCUMENT -> true;
                    case COMPARED -> already.stream().anyMatch(finding::sameAs);
                    case NO_DOCUMENT, NOT_COMPARED -> false;
                };
    }
}
