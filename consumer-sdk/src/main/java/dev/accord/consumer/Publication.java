package dev.accord.consumer;

import dev.accord.consumer.broker.Notice;
import java.util.List;

/**
 * What a successful publishing did.
 *
 * @param pacts what was published, ordered by consumer, provider and file; never empty
 * @param notices what the broker said, in its order
 */
public record Publication(List<PublishedPact> pacts, List<Notice> notices) {

    /** Copies the lists. */
    public Publication {
        pacts = List.copyOf(pacts);
        notices = List.copyOf(notices);
    }
}
