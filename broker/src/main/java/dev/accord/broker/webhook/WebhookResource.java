package dev.accord.broker.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.hal.Answers;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.pacticipant.Pacticipants;
import dev.accord.broker.platform.Json;
import dev.accord.broker.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Webhooks, alone and in lists. */
@Path("/")
@Produces(Hal.JSON)
@RunOnVirtualThread
class WebhookResource {

    private final WebhookService service;
    private final WebhookQueries queries;
    private final Pacticipants pacticipants;
    private final Call call;

    WebhookResource(WebhookService service, WebhookQueries queries, Pacticipants pacticipants, Call call) {
        this.service = service;
        this.queries = queries;
        this.pacticipants = pacticipants;
        this.call = call;
    }

    @GET
    @Path("/webhooks")
    public RestResponse<JsonNode> list() {
        return Answers.ok(WebhookRepresentation.collection(queries.all(), call));
    }

    @POST
    @Path("/webhooks")
    @Consumes("application/json")
    public RestResponse<JsonNode> create(byte[] body) {
        return created(service.create(Json.body(body)));
    }

    @GET
    @Path("/webhooks/{uuid}")
    public RestResponse<JsonNode> get(@PathParam("uuid") String uuid) {
        return Answers.ok(document(uuid));
    }

    @PUT
    @Path("/webhooks/{uuid}")
    @Consumes("application/json")
    public RestResponse<JsonNode> put(@PathParam("uuid") String uuid, byte[] body) {
        boolean created = service.put(uuid, Json.body(body));
        return Answers.status(created ? 201 : 200, document(uuid));
    }

    @DELETE
    @Path("/webhooks/{uuid}")
    public RestResponse<Void> delete(@PathParam("uuid") String uuid) {
        service.delete(uuid);
        return Answers.gone();
    }

    @GET
    @Path("/webhooks/provider/{provider}/consumer/{consumer}")
    public RestResponse<JsonNode> listOfPair(
            @PathParam("provider") String provider, @PathParam("consumer") String consumer) {
        return naming(consumer, provider);
    }

    @POST
    @Path("/webhooks/provider/{provider}/consumer/{consumer}")
    @Consumes("application/json")
    public RestResponse<JsonNode> createForPair(
            @PathParam("provider") String provider, @PathParam("consumer") String consumer, byte[] body) {
        return createFor(consumer, provider, body);
    }

    @GET
    @Path("/pacts/provider/{provider}/consumer/{consumer}/webhooks")
    public RestResponse<JsonNode> listOfPacts(
            @PathParam("provider") String provider, @PathParam("consumer") String consumer) {
        return naming(consumer, provider);
    }

    @POST
    @Path("/pacts/provider/{provider}/consumer/{consumer}/webhooks")
    @Consumes("application/json")
    public RestResponse<JsonNode> createForPacts(
            @PathParam("provider") String provider, @PathParam("consumer") String consumer, byte[] body) {
        return createFor(consumer, provider, body);
    }

    @GET
    @Path("/webhooks/provider/{provider}")
    public RestResponse<JsonNode> listOfProvider(@PathParam("provider") String provider) {
        return naming(null, provider);
    }

    @POST
    @Path("/webhooks/provider/{provider}")
    @Consumes("application/json")
    public RestResponse<JsonNode> createForProvider(@PathParam("provider") String provider, byte[] body) {
        return createFor(null, provider, body);
    }

    @GET
    @Path("/webhooks/consumer/{consumer}")
    public RestResponse<JsonNode> listOfConsumer(@PathParam("consumer") String consumer) {
        return naming(consumer, null);
    }

    @POST
    @Path("/webhooks/consumer/{consumer}")
    @Consumes("application/json")
    public RestResponse<JsonNode> createForConsumer(@PathParam("consumer") String consumer, byte[] body) {
        return createFor(consumer, null, body);
    }

    private Hal document(String uuid) {
        return WebhookRepresentation.document(queries.find(uuid).orElseThrow(ProblemException::notFound), call.urls());
    }

    private RestResponse<JsonNode> created(String uuid) {
        return Answers.created(call.urls().webhook(uuid), document(uuid));
    }

    private RestResponse<JsonNode> naming(@Nullable String consumer, @Nullable String provider) {
        Long providerId = id(provider, "provider");
        Long consumerId = id(consumer, "consumer");
        return Answers.ok(WebhookRepresentation.collection(queries.naming(consumerId, providerId), call));
    }

    /** The pacticipants of the path take the place of what the body says about their side. */
    private RestResponse<JsonNode> createFor(@Nullable String consumer, @Nullable String provider, byte[] body) {
        id(provider, "provider");
        id(consumer, "consumer");
        ObjectNode webhook = Json.body(body);
        if (consumer != null) {
            webhook.putObject("consumer").put("name", consumer);
        }
        if (provider != null) {
            webhook.putObject("provider").put("name", provider);
        }
        return created(service.create(webhook));
    }

    private @Nullable Long id(@Nullable String name, String role) {
        return name == null ? null : pacticipants.get(name, role).id();
    }
}
