package dev.accord.broker.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.hal.Answers;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.platform.Json;
import dev.accord.broker.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Tries webhooks out, stored or not. Nothing is recorded. */
@Path("/")
@Produces(Hal.JSON)
@RunOnVirtualThread
class WebhookExecutionResource {

    private final WebhookService service;
    private final WebhookQueries queries;
    private final TriggerContextQueries contexts;
    private final WebhookCaller caller;
    private final Whitelist whitelist;
    private final Call call;

    WebhookExecutionResource(
            WebhookService service,
            WebhookQueries queries,
            TriggerContextQueries contexts,
            WebhookCaller caller,
            Whitelist whitelist,
            Call call) {
        this.service = service;
        this.queries = queries;
        this.contexts = contexts;
        this.caller = caller;
        this.whitelist = whitelist;
        this.call = call;
    }

    @POST
    @Path("/webhooks/execute")
    @Consumes("application/json")
    public RestResponse<JsonNode> execute(byte[] body) {
        WebhookBody webhook = service.check(Json.body(body));
        return executed(null, webhook.consumer(), webhook.provider(), webhook.request());
    }

    @POST
    @Path("/webhooks/{uuid}/execute")
    public RestResponse<JsonNode> executeStored(@PathParam("uuid") String uuid) {
        Webhook webhook = queries.find(uuid).orElseThrow(ProblemException::notFound);
        return executed(uuid, webhook.consumer(), webhook.provider(), webhook.request());
    }

    private RestResponse<JsonNode> executed(
            @Nullable String uuid, Webhook.Side consumer, Webhook.Side provider, WebhookRequest request) {
        TriggerContext context = contexts.latest(consumer, provider).orElse(TriggerContext.EXAMPLE);
        CallOutcome outcome = caller.call(Template.fill(request, context.parameters("test", call.urls())));
        return Answers.ok(WebhookRepresentation.outcome(outcome, uuid, whitelist.hasHosts(), call));
    }
}
