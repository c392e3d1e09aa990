package dev.accord.broker.matrix;

import dev.accord.broker.matrix.decision.Destination;
import dev.accord.broker.matrix.decision.LatestBy;
import dev.accord.broker.matrix.decision.Selector;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the matrix.
 *
 * @param selectors   the versions in question; at least one
 * @param ignored     whose rows do not count
 * @param destination which versions of the other applications count
 * @param latestBy    how rows are collapsed, or null to show every revision and every result
 * @param successes   outcomes to keep (null stands for unverified), or null for all
 * @param limit       most rows that are read before they are collapsed, or null for all
 */
record MatrixQuery(
        List<Selector> selectors,
        List<Selector> ignored,
        Destination destination,
        @Nullable LatestBy latestBy,
        @Nullable Set<@Nullable Boolean> successes,
        @Nullable Integer limit) {

    MatrixQuery {
        selectors = List.copyOf(selectors);
        ignored = List.copyOf(ignored);
    }

    /** May these versions go there? Nothing is filtered or limited. */
    static MatrixQuery deploy(Selector selector, List<Selector> ignored, Destination destination) {
        LatestBy latestBy = destination.environment() == null ? LatestBy.CVP : LatestBy.CVPV;
        return new MatrixQuery(List.of(selector), ignored, destination, latestBy, null, null);
    }

    /** The same question about other versions. */
    MatrixQuery about(List<Selector> others) {
        return new MatrixQuery(others, ignored, destination, latestBy, successes, limit);
    }
}
