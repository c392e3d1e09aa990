package dev.accord.broker.matrix.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides. Unknown weighs more than failed: as long as something is not verified the answer is not final. A specified
 * version that does not exist settles it at once.
 */
public final class Decider {

    private static final int MOST_ELSEWHERE = 10;

    private final Question question;
    private final Rows rows;
    private final Map<Long, List<String>> environments;
    private final Gate gate;
    private final List<Judged> judged;

    private Decider(Question question, Rows rows, Map<Long, List<String>> environments, Gate gate) {
        this.question = question;
        this.rows = rows;
        this.environments = environments;
        this.gate = gate;
        this.judged = rows.considered().stream()
                .map(row -> new Judged(row, Standings.of(row, gate)))
                .toList();
    }

    private record Judged(Row row, Standing standing) {}

    /**
     * Decides a question by its rows.
     *
     * @param environments display names of the environments that a version is now in, by version id; only for the words
     * @param gate         what is known of the destination beside the rows
     */
    public static Decision decide(Question question, Rows rows, Map<Long, List<String>> environments, Gate gate) {
        return new Decider(question, rows, environments, gate).decide();
    }

    private Decision decide() {
        List<Integration> withoutRow = question.integrations().stream()
                .filter(Integration::required)
                .filter(integration -> !rows.has(integration))
                .toList();
        List<Resolution> missing = question.specified().stream()
                .filter(Resolution::missing)
                .filter(resolution -> !question.ignores(resolution))
                .toList();
        Counts counts = counts(withoutRow.size());
        Collection<Reason> reasons = new LinkedHashSet<>(warnings());
        if (!missing.isEmpty()) {
            missing.forEach(resolution -> reasons.add(new Reason.VersionMissing(resolution)));
            return new Decision.NotDeployable(counts, List.copyOf(reasons));
        }
        reasons.addAll(against(withoutRow));
        if (counts.unknown() > 0) {
            return new Decision.Undecided(counts, List.copyOf(reasons));
        }
        if (counts.failed() > 0) {
            return new Decision.NotDeployable(counts, List.copyOf(reasons));
        }
        reasons.add(inFavour());
        return new Decision.Deployable(counts, List.copyOf(reasons));
    }

    private Reason inFavour() {
        if (judged.isEmpty()) {
            return new Reason.NothingMissing();
        }
        return judged.stream().allMatch(each -> each.standing().kind() == Standing.Kind.PASSES)
                ? new Reason.AllSuccessful()
                : new Reason.NothingStandsAgainst();
    }

    private Counts counts(int withoutRow) {
        int success = 0;
        int failed = 0;
        int unknown = withoutRow;
        for (Judged each : judged) {
            switch (each.standing().kind()) {
                case PASSES, ACCEPTED, PRE_EXISTING -> success++;
                case FAILS, REFUSED -> failed++;
                case UNKNOWN -> unknown++;
            }
        }
        for (Lack lack : gate.lacks()) {
            failed += lack.failed() ? 1 : 0;
            unknown += lack.failed() ? 0 : 1;
        }
        return new Counts(
                success,
                failed,
                unknown,
                question.ignored().isEmpty() ? null : rows.ignored().size());
    }

    private List<Reason> warnings() {
        List<Reason> warnings = new ArrayList<>();
        question.ignored().stream()
                .filter(Resolution::missing)
                .forEach(selector -> warnings.add(new Reason.NothingToIgnore(selector)));
        List<Resolution> specified = question.specified();
        if (specified.size() == 1 && !question.placeNamed()) {
            warnings.add(new Reason.NoPlaceNamed());
        }
        boolean criteria =
                specified.stream().anyMatch(choice -> !choice.selector().onlyName());
        if (criteria && specified.stream().allMatch(choice -> choice.selector().version() == null)) {
            warnings.add(new Reason.NoVersionNamed());
        }
        for (Judged each : judged) {
            if (each.row().outcome() instanceof Outcome.Comparison comparison
                    && !each.standing().refuses()
                    && comparison.selfVerified() == null) {
                warnings.add(new Reason.SelfVerificationUnknown(each.row().provider(), comparison.providerVersion()));
            }
        }
        judged.forEach(each -> warnings.addAll(warnings(each)));
        gate.elsewhere().stream()
                .limit(MOST_ELSEWHERE)
                .forEach(consumer -> warnings.add(new Reason.WouldBreakElsewhere(consumer)));
        if (gate.elsewhere().size() > MOST_ELSEWHERE) {
            warnings.add(new Reason.MoreElsewhere(gate.elsewhere().size() - MOST_ELSEWHERE));
        }
        return warnings;
    }

    private List<Reason> warnings(Judged each) {
        List<Reason> warnings = new ArrayList<>();
        Standing standing = each.standing();
        Row row = each.row();
        if (!standing.preExisting().isEmpty()) {
            warnings.add(
                    new Reason.AlreadyBroken(consumer(row), providerOf(row), there(standing), standing.preExisting()));
        }
        if (!standing.accepted().isEmpty()) {
            warnings.add(new Reason.FindingsAccepted(consumer(row), providerOf(row), standing.accepted()));
        }
        if (!standing.doubts().isEmpty() && !gate.doubtsBlock()) {
            warnings.add(new Reason.MayBreak(consumer(row), providerOf(row), standing.doubts()));
        }
        return warnings;
    }

    private static List<VersionRef> there(Standing standing) {
        return standing.baselines().stream().map(Baseline::version).distinct().toList();
    }

    private Set<Reason> against(List<Integration> withoutRow) {
        Set<Reason> against = new LinkedHashSet<>();
        for (Integration integration : withoutRow) {
            against.add(new Reason.NoVerifiedPact(
                    subject(integration.consumerId(), integration.consumer(), null),
                    subject(integration.providerId(), integration.provider(), null)));
        }
        judged.stream()
                .filter(each -> each.standing().refuses())
                .map(this::failure)
                .forEach(against::add);
        for (Judged each : judged) {
            if (each.standing().kind() == Standing.Kind.UNKNOWN
                    && each.row().outcome() instanceof Outcome.Unverified unverified) {
                against.add(new Reason.NeverVerified(consumer(each.row()), provider(each.row()), unverified.unclear()));
            }
        }
        gate.lacks().forEach(lack -> against.add(new Reason.PolicyDemands(lack)));
        return against;
    }

    private Reason failure(Judged failed) {
        Row row = failed.row();
        if (row.outcome() instanceof Outcome.Run) {
            return new Reason.VerificationFailed(consumer(row), provider(row));
        }
        if (failed.standing().kind() == Standing.Kind.FAILS) {
            return new Reason.SelfVerificationFailed(consumer(row), provider(row));
        }
        return new Reason.DocumentBreaks(
                consumer(row),
                providerOf(row),
                row.consumer(),
                row.consumerVersion(),
                environments.getOrDefault(row.consumerVersion().id(), List.of()),
                there(failed.standing()),
                failed.standing().blocking());
    }

    /** The provider of a row, by the document that counts where nothing is verified. */
    private Subject providerOf(Row row) {
        VersionRef version = row.outcome() instanceof Outcome.Unverified unverified
                        && !unverified.unclear().isEmpty()
                ? unverified.unclear().getFirst().providerVersion()
                : row.outcome().providerVersion();
        return subject(row.providerId(), row.provider(), version);
    }

    private Subject consumer(Row row) {
        return subject(row.consumerId(), row.consumer(), row.consumerVersion());
    }

    private Subject provider(Row row) {
        return subject(row.providerId(), row.provider(), row.outcome().providerVersion());
    }

    /** The selection that brought a version in; without a version all selections of the application. */
    private Subject subject(long pacticipantId, String name, @Nullable VersionRef version) {
        List<Resolution> choices = question.selected().stream()
                .filter(choice -> choice.concerns(pacticipantId))
                .toList();
        if (version != null) {
            List<Resolution> exact = choices.stream()
                    .filter(choice -> choice instanceof Resolution.Found found
                            && found.version().id() == version.id())
                    .limit(1)
                    .toList();
            choices = exact.isEmpty()
                    ? List.of(new Resolution.Found(
                            Selector.version(name, version.number()), pacticipantId, version, false))
                    : exact;
        }
        return new Subject(
                name, choices.isEmpty() ? List.of(new Resolution.Every(Selector.every(name), pacticipantId)) : choices);
    }
}
