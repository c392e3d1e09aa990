package dev.accord.broker.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.hal.Answers;
import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.hal.Link;
import dev.accord.broker.pacticipant.Pacticipants;
import dev.accord.broker.platform.Json;
import dev.accord.broker.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** Which webhooks were triggered by the pacts of a pair. */
@Path("/")
@Produces(Hal.JSON)
@RunOnVirtualThread
class TriggeredWebhookResource {

    private static final String PAIR = "/pacts/provider/{provider}/consumer/{consumer}";

    private final WebhookQueries queries;
    private final Pacticipants pacticipants;
    private final Call call;

    TriggeredWebhookResource(WebhookQueries queries, Pacticipants pacticipants, Call call) {
        this.queries = queries;
        this.pacticipants = pacticipants;
        this.call = call;
    }

    @GET
    @Path(PAIR + "/webhooks/status")
    public RestResponse<JsonNode> status(
            @PathParam("provider") String provider, @PathParam("consumer") String consumer) {
        long providerId = pacticipants.get(provider, "provider").id();
        long consumerId = pacticipants.get(consumer, "consumer").id();
        if (!queries.published(consumerId, providerId)) {
            throw ProblemException.notFound();
        }
        BrokerUrls urls = call.urls();
        String pair = urls.pair(provider, consumer);
        return Answers.ok(triggered()
                .put("summary", Json.object().put("successful", 0).put("failed", 0))
                .links("pb:error-logs", List.of())
                .link("pb:pact-webhooks", Link.to(pair + "/webhooks").titled("Webhooks of the pair"))
                .link("pb:pact-version", Link.to(pair + "/latest").titled("Latest pact of the pair"))
                .link(
                        "pb:consumer",
                        Link.to(urls.pacticipant(consumer)).titled("Consumer").named(consumer))
                .link(
                        "pb:provider",
                        Link.to(urls.pacticipant(provider)).titled("Provider").named(provider)));
    }

    @GET
    @Path(PAIR + "/version/{version}/triggered-webhooks")
    public RestResponse<JsonNode> ofPact(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @PathParam("version") String number) {
        if (!queries.published(provider, consumer, number)) {
            throw ProblemException.notFound();
        }
        return Answers.ok(triggered());
    }

    private Hal triggered() {
        return new Hal()
                .embed("triggeredWebhooks", List.of())
                .link("self", Link.to(call.resourceUrl()).titled("Triggered webhooks"));
    }
}
