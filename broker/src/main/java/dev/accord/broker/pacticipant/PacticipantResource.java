package dev.accord.broker.pacticipant;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.hal.Answers;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.platform.Json;
import dev.accord.broker.platform.Paging;
import dev.accord.broker.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Pacticipants, alone and in lists. */
@Path("/")
@Produces(Hal.JSON)
@RunOnVirtualThread
class PacticipantResource {

    private final PacticipantService service;
    private final PacticipantQueries queries;
    private final Call call;

    PacticipantResource(PacticipantService service, PacticipantQueries queries, Call call) {
        this.service = service;
        this.queries = queries;
        this.call = call;
    }

    @GET
    @Path("/pacticipants")
    public RestResponse<JsonNode> list() {
        return collection(null);
    }

    @GET
    @Path("/pacticipants/label/{label}")
    public RestResponse<JsonNode> withLabel(@PathParam("label") String label) {
        return collection(label);
    }

    @POST
    @Path("/pacticipants")
    @Consumes("application/json")
    public RestResponse<JsonNode> create(byte[] body) {
        PacticipantBody pacticipant = PacticipantBody.withName(Json.body(body));
        service.create(pacticipant);
        return Answers.created(call.urls().pacticipant(pacticipant.name()), document(pacticipant.name()));
    }

    @GET
    @Path("/pacticipants/{pacticipant}")
    public RestResponse<JsonNode> get(@PathParam("pacticipant") String name) {
        return Answers.ok(document(name));
    }

    @PUT
    @Path("/pacticipants/{pacticipant}")
    @Consumes("application/json")
    public RestResponse<JsonNode> replace(@PathParam("pacticipant") String name, byte[] body) {
        service.replace(name, PacticipantBody.withoutName(Json.body(body)));
        return Answers.ok(document(name));
    }

    @PATCH
    @Path("/pacticipants/{pacticipant}")
    @Consumes({"application/json", "application/merge-patch+json"})
    public RestResponse<JsonNode> merge(@PathParam("pacticipant") String name, byte[] body) {
        boolean created = service.merge(name, PacticipantBody.withoutName(Json.body(body)));
        return created ? Answers.created(call.urls().pacticipant(name), document(name)) : Answers.ok(document(name));
    }

    @DELETE
    @Path("/pacticipants/{pacticipant}")
    public RestResponse<Void> delete(@PathParam("pacticipant") String name) {
        service.delete(name);
        return Answers.gone();
    }

    private Hal document(String name) {
        PacticipantItem item = queries.find(name)
                .orElseThrow(() -> ProblemException.notFound("No pacticipant with name '" + name + "' found"));
        return PacticipantRepresentation.single(item, queries.currentlyDeployed(item.pacticipant()), call.urls());
    }

    private RestResponse<JsonNode> collection(@Nullable String label) {
        Optional<Paging> paging = call.paging();
        String text = call.parameter("q").orElse(null);
        var items = queries.list(text, label, paging);
        long total = paging.isPresent() ? queries.count(text, label) : items.size();
        return Answers.ok(PacticipantRepresentation.collection(items, call, label == null, paging, total));
    }
}
