package dev.accord.broker.matrix.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells what a row means. A run speaks for itself. A document is held against what is at the destination now: what breaks
 * by the change refuses, even where the newer document alone would do; what does not fit before and after is no news. Where
 * nothing is there to hold it against, everything that does not fit refuses.
 */
public final class Standings {

    private final Row row;
    private final Gate gate;
    private final List<Finding> against = new ArrayList<>();
    private final List<Finding> preExisting = new ArrayList<>();
    private final List<Finding> doubts = new ArrayList<>();
    private final List<Baseline> baselines = new ArrayList<>();

    private Standings(Row row, Gate gate) {
        this.row = row;
        this.gate = gate;
    }

    /** What a row means. */
    public static Standing of(Row row, Gate gate) {
        return switch (row.outcome()) {
            case Outcome.Run run -> Standing.of(run.passed() ? Standing.Kind.PASSES : Standing.Kind.FAILS);
            case Outcome.Comparison comparison
            when Boolean.FALSE.equals(comparison.selfVerified()) -> Standing.of(Standing.Kind.FAILS);
            case Outcome.Comparison comparison -> new Standings(row, gate).ofComparison(comparison);
            case Outcome.Unverified unverified -> new Standings(row, gate).ofUnverified(unverified);
        };
    }

    private Standing ofComparison(Outcome.Comparison comparison) {
        hold(comparison.providerVersion());
        boolean fits = Boolean.TRUE.equals(comparison.fits());
        for (Finding finding : comparison.findings()) {
            boolean there = !baselines.isEmpty() && baselines.stream().allMatch(baseline -> baseline.has(finding));
            addOnce(there ? preExisting : against, finding);
        }
        // without a finding there is nothing to accept and nothing to excuse
        boolean bare = !fits && comparison.findings().isEmpty();
        return bare ? standing(Standing.Kind.REFUSED) : settle(Standing.Kind.PASSES);
    }

    /** A document that settles nothing by itself may still be known to break the pact by what changed. */
    private Standing ofUnverified(Outcome.Unverified unverified) {
        unverified.unclear().forEach(unclear -> hold(unclear.providerVersion()));
        return settle(Standing.Kind.UNKNOWN);
    }

    private void hold(VersionRef providerVersion) {
        List<Baseline> there = gate.baselines(row, providerVersion);
        baselines.addAll(there);
        for (Baseline baseline : there) {
            baseline.introduced().forEach(finding -> addOnce(against, finding));
            baseline.doubts().forEach(finding -> addOnce(doubts, finding));
        }
    }

    private Standing settle(Standing.Kind otherwise) {
        if (gate.doubtsBlock()) {
            doubts.forEach(finding -> addOnce(against, finding));
        }
        if (against.isEmpty()) {
            boolean old = otherwise == Standing.Kind.PASSES && !preExisting.isEmpty();
            return standing(old ? Standing.Kind.PRE_EXISTING : otherwise);
        }
        List<AcceptedFinding> accepted = new ArrayList<>();
        List<Finding> blocking = new ArrayList<>();
        for (Finding finding : against) {
            Optional<Waiver> waiver = gate.waiver(row, finding);
            waiver.ifPresentOrElse(
                    found -> accepted.add(new AcceptedFinding(finding, found)), () -> blocking.add(finding));
        }
        Standing.Kind kind = !blocking.isEmpty()
                ? Standing.Kind.REFUSED
                : otherwise == Standing.Kind.PASSES ? Standing.Kind.ACCEPTED : otherwise;
        return new Standing(kind, blocking, accepted, preExisting, doubts, baselines);
    }

    private Standing standing(Standing.Kind kind) {
        return new Standing(kind, List.of(), List.of(), preExisting, doubts, baselines);
    }

    private static void addOnce(List<Finding> list, Finding finding) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).sameAs(finding)) {
                // the one that knows its cause says more
                if (list.get(i).cause() == null && finding.cause() != null) {
                    list.set(i, finding);
                }
                return;
            }
        }
        list.add(finding);
    }
}
