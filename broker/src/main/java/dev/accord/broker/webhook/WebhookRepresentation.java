package dev.accord.broker.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.hal.Link;
import dev.accord.broker.platform.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes webhooks and the outcome of calling them as HAL documents. */
final class WebhookRepresentation {

    private WebhookRepresentation() {}

    static Hal document(Webhook webhook, BrokerUrls urls) {
        String self = urls.webhook(webhook.uuid());
        var events = Json.array();
        webhook.events().forEach(event -> events.addObject().put("name", event));
        Hal document = new Hal()
                .put("uuid", webhook.uuid())
                .put("description", webhook.displayDescription())
                .put("consumer", side(webhook.consumer()))
                .put("provider", side(webhook.provider()))
                .put("enabled", webhook.enabled())
                .put("request", request(webhook.request()))
                .put("events", events)
                .times(webhook.createdAt(), webhook.updatedAt())
                .link("self", Link.to(self).titled(webhook.displayDescription()))
                .link(
                        "pb:execute",
                        Link.to(self + "/execute").titled("POST to try the webhook with the latest pact it is for"));
        sideLinks(document, "consumer", webhook.consumer(), urls);
        sideLinks(document, "provider", webhook.provider(), urls);
        String consumer = webhook.consumer().name();
        String provider = webhook.provider().name();
        if (consumer != null && provider != null) {
            document.link(
                    "pb:pact-webhooks",
                    Link.to(urls.pairWebhooks(provider, consumer)).titled("Webhooks of the pair"));
        }
        return document.link("pb:webhooks", Link.to(urls.path("webhooks")).titled("All webhooks"));
    }

    static Hal collection(List<Webhook> webhooks, Call call) {
        BrokerUrls urls = call.urls();
        return new Hal()
                .link("self", Link.to(call.resourceUrl()).titled("Webhooks"))
                .link("pb:create", Link.to(call.resourceUrl()).titled("POST to create a webhook"))
                .links(
                        "pb:webhooks",
                        webhooks.stream()
                                .map(webhook -> Link.to(urls.webhook(webhook.uuid()))
                                        .titled(webhook.scope())
                                        .named(webhook.displayDescription()))
                                .toList())
                .links(
                        "curies",
                        List.of(Link.template(urls.path("doc") + "/webhooks-{rel}")
                                .named("pb")));
    }

    /**
     * The outcome of trying a webhook.
     *
     * @param uuid          the webhook, or null when it is not stored
     * @param showsResponse whether the target's answer may be shown
     */
    static Hal outcome(CallOutcome outcome, @Nullable String uuid, boolean showsResponse, Call call) {
        ObjectNode request = Json.object();
        request.set("headers", headers(outcome.request().headers()));
        request.set("body", body(outcome.request().body()));
        request.put("url", outcome.request().url());
        Hal document = new Hal().put("request", request);
        if (showsResponse) {
            CallOutcome.Response response = outcome.response();
            if (response != null) {
                ObjectNode node = Json.object().put("status", response.status());
                node.set("headers", headers(response.headers()));
                node.set("body", body(response.body()));
                document.put("response", node);
            }
            if (outcome.error() != null) {
                document.put("error", Json.object().put("message", outcome.error()));
            }
        } else {
            document.put("message", "The response is hidden because no webhook host whitelist is configured.");
        }
        document.put("logs", outcome.logs()).put("success", outcome.success());
        if (uuid != null) {
            document.link("webhook", Link.to(call.urls().webhook(uuid)));
        }
        return document.link("try-again", Link.to(call.resourceUrl()).titled("Execute the webhook again"));
    }

    private static @Nullable JsonNode side(Webhook.Side side) {
        if (side.any()) {
            return null;
        }
        return side.name() != null
                ? Json.object().put("name", side.name())
                : Json.object().put("label", side.label());
    }

    private static void sideLinks(Hal document, String role, Webhook.Side side, BrokerUrls urls) {
        String name = side.name();
        if (name != null) {
            document.link(
                    "pb:" + role, Link.to(urls.pacticipant(name)).titled(role).named(name));
        }
        String label = side.label();
        if (label != null) {
            document.link(
                    "pb:" + role + "s",
                    Link.to(urls.pacticipantsWithLabel(label))
                            .titled(role + "s by label")
                            .named(label));
        }
    }

    private static ObjectNode request(WebhookRequest request) {
        ObjectNode node = Json.object().put("method", request.method()).put("url", request.url());
        if (!request.headers().isEmpty()) {
            ObjectNode headers = node.putObject("headers");
            request.headers().forEach((name, value) -> headers.put(name, WebhookRequest.shown(name, value)));
        }
        String body = request.body();
        if (body != null) {
            node.set("body", request.bodyIsJson() ? Json.stored(body) : new TextNode(body));
        }
        if (request.username() != null) {
            node.put("username", request.username());
        }
        String password = request.shownPassword();
        if (password != null) {
            node.put("password", password);
        }
        return node;
    }

    private static ObjectNode headers(Map<String, String> headers) {
        ObjectNode node = Json.object();
        headers.forEach(node::put);
        return node;
    }

    private static @Nullable JsonNode body(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            JsonNode parsed = Json.parse(text);
            return parsed.isMissingNode() ? new TextNode(text) : parsed;
        } catch (JsonProcessingException e) {
            return new TextNode(text);
        }
    }
}
