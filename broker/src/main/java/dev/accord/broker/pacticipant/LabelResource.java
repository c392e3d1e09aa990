package dev.accord.broker.pacticipant;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.hal.Answers;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.platform.Paging;
import dev.accord.broker.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** Labels of pacticipants. */
@Path("/")
@Produces(Hal.JSON)
@RunOnVirtualThread
class LabelResource {

    private final PacticipantService service;
    private final PacticipantQueries queries;
    private final Call call;

    LabelResource(PacticipantService service, PacticipantQueries queries, Call call) {
        this.service = service;
        this.queries = queries;
        this.call = call;
    }

    @GET
    @Path("/labels")
    public RestResponse<JsonNode> list() {
        Optional<Paging> paging = call.paging();
        var names = queries.labels(paging);
        long total = paging.isPresent() ? queries.countLabels() : names.size();
        return Answers.ok(PacticipantRepresentation.labels(names, call, paging, total));
    }

    @GET
    @Path("/pacticipants/{pacticipant}/labels/{label}")
    public RestResponse<JsonNode> get(@PathParam("pacticipant") String name, @PathParam("label") String label) {
        return Answers.ok(document(name, label));
    }

    /** The body, if any, says nothing. */
    @PUT
    @Path("/pacticipants/{pacticipant}/labels/{label}")
    @Consumes("application/json")
    public RestResponse<JsonNode> put(@PathParam("pacticipant") String name, @PathParam("label") String label) {
        return service.addLabel(name, label)
                ? Answers.created(call.urls().label(name, label), document(name, label))
                : Answers.ok(document(name, label));
    }

    @DELETE
    @Path("/pacticipants/{pacticipant}/labels/{label}")
    public RestResponse<Void> delete(@PathParam("pacticipant") String name, @PathParam("label") String label) {
        if (!service.removeLabel(name, label)) {
            throw ProblemException.notFound();
        }
        return Answers.gone();
    }

    private Hal document(String name, String label) {
        return PacticipantRepresentation.label(
                name, queries.label(name, label).orElseThrow(ProblemException::notFound), call.urls());
    }
}
