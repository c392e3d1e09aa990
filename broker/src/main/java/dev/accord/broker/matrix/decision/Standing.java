package dev.accord.broker.matrix.decision;

import java.util.List;

/**
 * What a row means for a decision.
 *
 * @param kind        in one word
 * @param blocking    what refuses; empty unless refused
 * @param accepted    what would refuse, and is accepted
 * @param preExisting what does not fit, and does not fit what is at the destination now either
 * @param doubts      what may break
 * @param baselines   what it was held against; empty when nothing
 */
public record Standing(
        Kind kind,
        List<Finding> blocking,
        List<AcceptedFinding> accepted,
        List<Finding> preExisting,
        List<Finding> doubts,
        List<Baseline> baselines) {

    /** What a row means, in one word. */
    public enum Kind {
        /** Nothing stands against it. */
        PASSES,
        /** A run failed, or the provider's check of its own document did. */
        FAILS,
        /** A document breaks the pact. */
        REFUSED,
        /** A document breaks the pact, and somebody accepted every finding. */
        ACCEPTED,
        /** A document does not serve the pact, exactly as the one that is at the destination now. */
        PRE_EXISTING,
        /** Nothing is known. */
        UNKNOWN
    }

    /** Copies the lists. */
    public Standing {
        blocking = List.copyOf(blocking);
        accepted = List.copyOf(accepted);
        preExisting = List.copyOf(preExisting);
        doubts = List.copyOf(doubts);
        baselines = List.copyOf(baselines);
    }

    static Standing of(Kind kind) {
        return new Standing(kind, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Whether the row refuses. */
    public boolean refuses() {
        return kind == Kind.FAILS || kind == Kind.REFUSED;
    }
}
