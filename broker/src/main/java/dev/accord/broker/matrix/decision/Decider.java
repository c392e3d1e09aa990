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

    private final Question question;
    private final Rows rows;
    private final Map<Long, List<String>> environments;

    private Decider(Question question, Rows rows, Map<Long, List<String>> environments) {
        this.question = question;
        this.rows = rows;
        this.environments = environments;
    }

    /**
     * Decides a question by its rows.
     *
     * @param environments display names of the environments that a version is now in, by version id; only for the words
     */
    public static Decision decide(Question question, Rows rows, Map<Long, List<String>> environments) {
        return new Decider(question, rows, environments).decide();
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
        reasons.add(rows.considered().isEmpty() ? new Reason.NothingMissing() : new Reason.AllSuccessful());
        return new Decision.Deployable(counts, List.copyOf(reasons));
    }

    private Counts counts(int withoutRow) {
        int success = 0;
        int failed = 0;
        int unknown = withoutRow;
        for (Row row : rows.considered()) {
            if (row.passed()) {
                success++;
            } else if (row.failed()) {
                failed++;
            } else {
                unknown++;
            }
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
        for (Row row : rows.considered()) {
            if (row.outcome() instanceof Outcome.Comparison comparison
                    && row.passed()
                    && comparison.selfVerified() == null) {
                warnings.add(new Reason.SelfVerificationUnknown(row.provider(), comparison.providerVersion()));
            }
        }
        return warnings;
    }

    private Set<Reason> against(List<Integration> withoutRow) {
        Set<Reason> against = new LinkedHashSet<>();
        for (Integration integration : withoutRow) {
            against.add(new Reason.NoVerifiedPact(
                    subject(integration.consumerId(), integration.consumer(), null),
                    subject(integration.providerId(), integration.provider(), null)));
        }
        rows.considered().stream().filter(Row::failed).map(this::failure).forEach(against::add);
        for (Row row : rows.considered()) {
            if (row.outcome() instanceof Outcome.Unverified unverified) {
                against.add(new Reason.NeverVerified(consumer(row), provider(row), unverified.unclear()));
            }
        }
        return against;
    }

    private Reason failure(Row row) {
        if (!(row.outcome() instanceof Outcome.Comparison comparison)) {
            return new Reason.VerificationFailed(consumer(row), provider(row));
        }
        if (!Boolean.FALSE.equals(comparison.fits())) {
            return new Reason.SelfVerificationFailed(consumer(row), provider(row));
        }
        return new Reason.DocumentBreaks(
                consumer(row),
                provider(row),
                row.consumer(),
                row.consumerVersion(),
                environments.getOrDefault(row.consumerVersion().id(), List.of()),
                comparison.findings());
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
