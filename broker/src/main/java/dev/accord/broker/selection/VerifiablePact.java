package dev.accord.broker.selection;

import dev.accord.broker.selection.Metadata.Selection;
import dev.accord.broker.selection.Selector.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A content to be verified once, with all the reasons why.
 *
 * @param newest  the consumer version of highest order among those that have the content and were found
 * @param reasons why, each once, in the order in which they are told; never empty
 * @param wip     whether nobody selected it and it is added as work in progress
 */
record VerifiablePact(SelectedRow newest, List<SelectedRow> reasons, boolean wip) {

    /** The order of pacts that were selected. */
    static final Comparator<VerifiablePact> ORDER = Comparator.comparing(
                    (VerifiablePact pact) -> pact.consumer().toLowerCase(Locale.ROOT))
            .thenComparing(pact -> pact.newest().versionId())
            .thenComparing(VerifiablePact::consumer);

    private static final Comparator<SelectedRow> TELLING = Comparator.comparing(SelectedRow::kind)
            .thenComparing(SelectedRow::production)
            .thenComparing(row -> row.environment() == null ? "" : row.environment())
            .thenComparing(row -> row.name() == null ? "" : row.name())
            .thenComparing(SelectedRow::versionId);

    /** Makes one of all rows with the same content. */
    static VerifiablePact of(List<SelectedRow> rows, boolean wip) {
        SelectedRow newest =
                rows.stream().max(Comparator.comparing(SelectedRow::versionId)).orElseThrow();
        return new VerifiablePact(
                newest, rows.stream().sorted(TELLING).distinct().toList(), wip);
    }

    String consumer() {
        return newest.consumer();
    }

    /** Whether a failure leaves the build alone; null when that was not asked. */
    @Nullable
    Boolean pending() {
        return newest.pending();
    }

    /** What the pact's address carries to the result. */
    Metadata metadata() {
        return wip
                ? Metadata.workInProgress()
                : Metadata.selected(
                        reasons.stream()
                                .sorted(Comparator.comparing(SelectedRow::versionId)
                                        .reversed())
                                .map(VerifiablePact::selection)
                                .toList(),
                        pending());
    }

    private static Selection selection(SelectedRow row) {
        boolean tag = row.kind() == Kind.LATEST_TAG || row.kind() == Kind.FALLBACK_TAG || row.kind() == Kind.TAG;
        boolean all = row.kind() == Kind.TAG || row.environment() != null;
        return new Selection(tag ? null : row.name(), tag ? row.name() : null, !all, row.environment(), row.version());
    }
}
