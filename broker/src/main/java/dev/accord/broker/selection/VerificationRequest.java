package dev.accord.broker.selection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's build asks before it verifies.
 *
 * @param branch         the provider version's branch, or null; decides pending and work in progress when given
 * @param tags           the provider version's tags; decide when there is no branch
 * @param selectors      which pacts; empty: the default ones
 * @param pendingStatus  whether each pact shall say if it is pending
 * @param workInProgress since when published pacts may be work in progress; null: none is wanted
 */
record VerificationRequest(
        @Nullable String branch,
        List<String> tags,
        List<Selector> selectors,
        boolean pendingStatus,
        @Nullable Instant workInProgress) {

    VerificationRequest {
        tags = List.copyOf(tags);
        selectors = List.copyOf(selectors);
    }

    /** Whether pacts that nobody selected can be added: only for a known branch or tag of the provider. */
    boolean wantsWorkInProgress() {
        return workInProgress != null && (branch != null || !tags.isEmpty());
    }
}
