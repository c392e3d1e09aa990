package dev.accord.broker.matrix.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a matrix, sorted: by consumer name, newest consumer version, newest revision, provider name, newest provider
 * version (a row without one comes first), newest result.
 *
 * @param considered rows that count
 * @param ignored    rows that an ignore selector takes out of the decision
 */
public record Rows(List<Row> considered, List<Row> ignored) {

    private static final Comparator<Row> ORDER = Comparator.comparing(Row::consumer)
            .thenComparing(
                    Comparator.<Row>comparingLong(row -> row.consumerVersion().id())
                            .reversed())
            .thenComparing(
                    Comparator.<Row>comparingInt(row -> row.pact().revision()).reversed())
            .thenComparing(Row::provider)
            .thenComparing(
                    Comparator.comparingLong(Rows::providerOrderUnverifiedFirst).reversed())
            .thenComparing(Comparator.comparingLong(Rows::runOrder).reversed())
            .thenComparing(Comparator.<Row>comparingLong(row -> row.pact().publicationId())
                    .reversed());

    /** Copies the lists. */
    public Rows {
        considered = List.copyOf(considered);
        ignored = List.copyOf(ignored);
    }

    /**
     * Collapses, filters, splits and sorts what was found.
     *
     * @param latestBy  what to collapse, or null to keep every row
     * @param successes keep rows with one of these outcomes (null stands for unverified), or null to keep all
     * @param ignored   what the ignore selectors mean
     */
    public static Rows of(
            List<Row> found,
            @Nullable LatestBy latestBy,
            @Nullable Set<@Nullable Boolean> successes,
            List<Resolution> ignored) {
        List<Row> considered = new ArrayList<>();
        List<Row> taken = new ArrayList<>();
        for (Row row : latestBy == null ? found : collapse(found, latestBy)) {
            if (successes == null || successes.contains(row.outcome().success())) {
                (ignored.stream().anyMatch(selector -> takes(selector, row)) ? taken : considered).add(row);
            }
        }
        considered.sort(ORDER);
        taken.sort(ORDER);
        return new Rows(considered, taken);
    }

    /** The considered rows, then the ignored ones. */
    public List<Row> all() {
        List<Row> all = new ArrayList<>(considered);
        all.addAll(ignored);
        return all;
    }

    /** Whether any row, considered or not, is about this pair of applications. */
    boolean has(Integration integration) {
        return considered.stream().anyMatch(row -> concerns(row, integration))
                || ignored.stream().anyMatch(row -> concerns(row, integration));
    }

    /**
     * What is known about one publication. A run outranks a comparison with the same provider version; a comparison that
     * settles nothing counts only when nothing else is known, and then as unverified.
     */
    public static List<Outcome> outcomes(List<Outcome> runsAndComparisons, List<Outcome.Unclear> unclear) {
        Set<Long> run = new HashSet<>();
        for (Outcome outcome : runsAndComparisons) {
            if (outcome instanceof Outcome.Run found) {
                run.add(found.providerVersion().id());
            }
        }
        List<Outcome> kept = new ArrayList<>();
        for (Outcome outcome : runsAndComparisons) {
            if (!(outcome instanceof Outcome.Comparison comparison)
                    || !run.contains(comparison.providerVersion().id())) {
                kept.add(outcome);
            }
        }
        return kept.isEmpty() ? List.of(new Outcome.Unverified(unclear)) : kept;
    }

    private static List<Row> collapse(List<Row> rows, LatestBy latestBy) {
        Map<Object, Row> kept = new LinkedHashMap<>();
        for (Row row : rows) {
            kept.merge(latestBy.group(row), row, Rows::newer);
        }
        return new ArrayList<>(kept.values());
    }

    private static final Comparator<Row> AGE = Comparator.comparingLong(Row::providerOrder)
            .thenComparingLong(row -> row.consumerVersion().id())
            .thenComparingInt(row -> row.pact().revision())
            .thenComparingLong(Rows::runOrder);

    private static Row newer(Row one, Row other) {
        return AGE.compare(other, one) > 0 ? other : one;
    }

    private static boolean takes(Resolution ignore, Row row) {
        return switch (ignore) {
            case Resolution.Every every ->
                every.pacticipantId() == row.consumerId() || every.pacticipantId() == row.providerId();
            case Resolution.Found found ->
                found.pacticipantId() == row.consumerId()
                                && found.version().id() == row.consumerVersion().id()
                        || found.pacticipantId() == row.providerId()
                                && found.version().id() == row.providerOrder();
            case Resolution.NoVersion none -> false;
            case Resolution.NoPacticipant none -> false;
        };
    }

    private static boolean concerns(Row row, Integration integration) {
        return row.consumerId() == integration.consumerId() && row.providerId() == integration.providerId();
    }

    private static long providerOrderUnverifiedFirst(Row row) {
        return row.unverified() ? Long.MAX_VALUE : row.providerOrder();
    }

    private static long runOrder(Row row) {
        Long number = row.runNumber();
        return number == null ? -1 : number;
    }
}
