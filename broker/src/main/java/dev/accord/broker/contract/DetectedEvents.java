package dev.accord.broker.contract;

import dev.accord.broker.contract.ContractPublished.Event;
import dev.accord.broker.contract.Published.Change;
import dev.accord.broker.contract.PublishingQueries.Earlier;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells what a publication means to those who wait for changes. Pure. */
final class DetectedEvents {

    static final String PUBLISHED = "contract_published";
    static final String CONTENT_CHANGED = "contract_content_changed";

    private DetectedEvents() {}

    /**
     * The events of one contract, {@code contract_published} first.
     *
     * @param earlier       for a first publication, what it is compared with: one entry for each tag of the version, or
     *                      one without tag; null for a version that had published before
     * @param pactVersionId the content published
     * @param modified      whether a version that had published before got another content
     */
    static List<Event> of(
            Change change,
            @Nullable List<Earlier> earlier,
            long pactVersionId,
            boolean modified,
            Publication publication) {
        if (earlier == null) {
            return modified && change != Change.UNCHANGED
                    ? List.of(
                            new Event(PUBLISHED, null),
                            new Event(
                                    CONTENT_CHANGED,
                                    "the content differs from what " + publication.consumer() + " version "
                                            + publication.number() + " had published before"))
                    : List.of(new Event(PUBLISHED, null));
        }
        List<Earlier> changed = earlier.stream()
                .filter(one -> one.pactVersionId() == null || one.pactVersionId() != pactVersionId)
                .toList();
        if (changed.isEmpty()) {
            return List.of(new Event(PUBLISHED, unchanged(earlier)));
        }
        String why = changed.stream().map(DetectedEvents::why).collect(Collectors.joining(", "));
        return List.of(new Event(PUBLISHED, null), new Event(CONTENT_CHANGED, why));
    }

    private static String why(Earlier one) {
        boolean first = one.pactVersionId() == null;
        if (one.tag() == null) {
            return first
                    ? "first pact published for a version without tags"
                    : "the content differs from the previous version without tags";
        }
        return first
                ? "first pact published for a version with tag " + one.tag()
                : "the content differs from the previous version with tag " + one.tag();
    }

    private static String unchanged(List<Earlier> earlier) {
        List<String> tags = earlier.stream()
                .map(Earlier::tag)
                .filter(java.util.Objects::nonNull)
                .toList();
        return tags.isEmpty()
                ? "the content is the same as that of the previous version without tags"
                : "the content is the same as that of the previous versions with the tags " + String.join(", ", tags);
    }
}
