package dev.accord.broker.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fired synchronously inside the publishing transaction for each publication of a pact, after
 * {@link ContentPublished}, also when its content is unchanged.
 *
 * @param consumerId        key of the consumer
 * @param providerId        key of the provider
 * @param consumerVersionId key of the consumer version
 * @param publicationId     key of the publication
 * @param pactVersionId     key of the content
 * @param buildUrl          the build that published, as told by this request, or null
 * @param branch            the branch told by this request, or null
 * @param events            what was detected, {@code contract_published} first
 */
public record ContractPublished(
        long consumerId,
        long providerId,
        long consumerVersionId,
        long publicationId,
        long pactVersionId,
        @Nullable String buildUrl,
        @Nullable String branch,
        List<Event> events) {

    /** Copies the events. */
    public ContractPublished {
        events = List.copyOf(events);
    }

    /**
     * Something that a webhook can wait for.
     *
     * @param name    such as {@code contract_content_changed}
     * @param comment why it was detected, for people, or null
     */
    public record Event(String name, @Nullable String comment) {}
}
