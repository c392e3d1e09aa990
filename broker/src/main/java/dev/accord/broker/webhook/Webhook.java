package dev.accord.broker.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call to another system, and when it is due.
 *
 * @param uuid        its public identifier, made by the broker or chosen by the client
 * @param description what the client calls it, or null
 * @param consumer    for which consumers
 * @param provider    for which providers
 * @param enabled     whether events trigger it
 * @param request     the call
 * @param events      names of the events that trigger it, at least one
 */
public record Webhook(
        String uuid,
        @Nullable String description,
        Side consumer,
        Side provider,
        boolean enabled,
        WebhookRequest request,
        List<String> events,
        Instant createdAt,
        Instant updatedAt) {

    /** The event of a webhook that names none. */
    public static final String DEFAULT_EVENT = "contract_content_changed";

    /** The events that webhooks can be for. */
    public static final List<String> EVENTS = List.of(
            "contract_published",
            DEFAULT_EVENT,
            "provider_verification_published",
            "provider_verification_succeeded",
            "provider_verification_failed",
            "contract_requiring_verification_published");

    /** Copies the events. */
    public Webhook {
        events = List.copyOf(events);
    }

    /**
     * One side of the pairs that a webhook is for: one pacticipant, those with a label, or any.
     *
     * @param name  of the one pacticipant, or null
     * @param label of the pacticipants, or null
     */
    public record Side(@Nullable String name, @Nullable String label) {

        /** Any pacticipant. */
        public static final Side ANY = new Side(null, null);

        /** Whether nothing is said about this side. */
        public boolean any() {
            return name == null && label == null;
        }

        /** The side in words: a name, "labelled 'x'", or empty for any. */
        String words() {
            return name != null ? name : label != null ? "labelled '" + label + "'" : "";
        }
    }

    /** The description, or the method and host of the call where there is none. */
    public String displayDescription() {
        return description == null || description.isBlank() ? request.method() + " " + host() : description;
    }

    /** For which pacts the webhook is, in words. */
    public String scope() {
        if (consumer.any() && provider.any()) {
            return "For all pacts";
        }
        if (consumer.any()) {
            return "For all pacts with provider " + provider.words();
        }
        if (provider.any()) {
            return "For all pacts with consumer " + consumer.words();
        }
        return "For the pacts between consumer " + consumer.words() + " and provider " + provider.words();
    }

    private String host() {
        URI address = Target.address(request.url());
        return address == null ? request.url() : address.getHost();
    }
}
