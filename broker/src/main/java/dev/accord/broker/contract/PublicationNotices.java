package dev.accord.broker.contract;

import dev.accord.broker.hal.BrokerUrls;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The lines that a client prints after publishing, in the order in which they are printed. */
final class PublicationNotices {

    private PublicationNotices() {}

    /** What was stored, what was noticed, and what to do next. */
    static List<Notice> of(Published published, BrokerUrls urls) {
        Publication publication = published.publication();
        List<Notice> notices = new ArrayList<>();
        notices.add(Notice.debug(version(published)));
        if (publication.branch() == null) {
            notices.add(Notice.prompt("  Next steps:\n    Tell the version's branch: the name of the branch in the"
                    + " repository that this build was made from."));
        }
        for (Published.Outcome outcome : published.contracts()) {
            notices.add(outcome(publication, outcome));
            notices.add(Notice.debug(
                    "  The pact is at " + urls.pact(outcome.provider(), publication.consumer(), publication.number())));
            notices.add(Notice.debug("  Events detected: " + events(outcome)));
            if (outcome.webhooks()) {
                notices.add(Notice.debug("  No enabled webhook waits for these events"));
            }
            nextSteps(outcome, notices);
        }
        return notices;
    }

    /** Why nothing was stored: each conflict, a changed content with what would change. */
    static List<Notice> of(List<Conflict> conflicts, String base) {
        List<Notice> notices = new ArrayList<>();
        for (Conflict conflict : conflicts) {
            notices.add(Notice.error(conflict.text(base)));
            if (conflict instanceof Conflict.ContentChanged changed) {
                notices.add(Notice.info(changed.difference()));
            }
        }
        return notices;
    }

    private static String version(Published published) {
        Publication publication = published.publication();
        String branch = publication.branch() == null ? "" : " on branch " + publication.branch();
        String tags = publication.tags().isEmpty() ? "" : " tagged " + String.join(", ", publication.tags());
        return (published.versionCreated() ? "Created " : "Updated ") + publication.consumer() + " version "
                + publication.number() + branch + tags;
    }

    private static Notice outcome(Publication publication, Published.Outcome outcome) {
        String pact = "The pact of " + publication.consumer() + " version " + publication.number() + " with "
                + outcome.provider();
        return switch (outcome.change()) {
            case NEW -> Notice.success(pact + " was published.");
            case UNCHANGED -> Notice.success(pact + " was published again, its content is unchanged.");
            case MERGED -> Notice.success(pact + " was merged with what had been published before.");
            case MODIFIED ->
                Notice.warning(pact + " was replaced by another content. Publish each content under a version of its"
                        + " own, or results of can-i-deploy become unreliable.");
        };
    }

    private static String events(Published.Outcome outcome) {
        return outcome.events().stream()
                .map(event -> event.name() + (event.comment() == null ? "" : " (" + event.comment() + ")"))
                .collect(Collectors.joining(", "));
    }

    private static void nextSteps(Published.Outcome outcome, List<Notice> notices) {
        if (outcome.verified() && outcome.webhooks()) {
            return;
        }
        notices.add(Notice.prompt("  Next steps:"));
        if (!outcome.verified()) {
            notices.add(Notice.prompt("    * Verify the pact in the build of " + outcome.provider()));
        }
        if (!outcome.webhooks()) {
            notices.add(Notice.prompt("    * Configure a webhook that starts a verification by " + outcome.provider()
                    + " when the content of the pact changes"));
        }
    }
}
