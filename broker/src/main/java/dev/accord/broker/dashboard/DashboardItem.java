package dev.accord.broker.dashboard;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pact that is the latest of its integration in some respect, with its latest result.
 *
 * @param consumer  name of the consumer
 * @param version   the consumer version that published it
 * @param provider  name of the provider
 * @param sha       content of the pact
 * @param createdAt when it was published
 * @param latest    whether it is the latest pact of the integration
 * @param pactTags  tags of which it is the latest pact of the integration, sorted
 * @param result    latest result of its content, or null when there is none
 */
public record DashboardItem(
        String consumer,
        Side version,
        String provider,
        String sha,
        Instant createdAt,
        boolean latest,
        List<String> pactTags,
        @Nullable Result result) {

    /** Copies the tags. */
    public DashboardItem {
        pactTags = List.copyOf(pactTags);
    }

    /**
     * A version of either side.
     *
     * @param number       its number
     * @param branches     branches of which it is the head, in the order in which it was added to them
     * @param latestTags   tags of which it is the latest version of its pacticipant, sorted
     * @param environments names of the environments in which it is deployed or released now, sorted
     */
    public record Side(String number, List<String> branches, List<String> latestTags, List<String> environments) {

        /** Copies the lists. */
        public Side {
            branches = List.copyOf(branches);
            latestTags = List.copyOf(latestTags);
            environments = List.copyOf(environments);
        }
    }

    /** A verification result: its public number, outcome, time, and the provider version. */
    public record Result(long number, boolean success, boolean pactPending, Instant createdAt, Side version) {}

    /** {@code never}, {@code success}, {@code failed}, or {@code failed_pending}. */
    public String verificationStatus() {
        if (result == null) {
            return "never";
        }
        if (result.success()) {
            return "success";
        }
        return result.pactPending() ? "failed_pending" : "failed";
    }

    /** When the pact or its result was published, whichever is later. */
    public Instant lastActivity() {
        return result != null && result.createdAt().isAfter(createdAt) ? result.createdAt() : createdAt;
    }
}
