package dev.accord.broker.version;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.hal.Answers;
import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.hal.Link;
import dev.accord.broker.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestResponse;

/** Tags of versions. */
@Path("/")
@Produces(Hal.JSON)
@RunOnVirtualThread
class TagResource {

    private final VersionService service;
    private final BranchQueries queries;
    private final Call call;

    TagResource(VersionService service, BranchQueries queries, Call call) {
        this.service = service;
        this.queries = queries;
        this.call = call;
    }

    @GET
    @Path("/pacticipants/{pacticipant}/versions/{version}/tags/{tag}")
    public RestResponse<JsonNode> get(
            @PathParam("pacticipant") String name, @PathParam("version") String number, @PathParam("tag") String tag) {
        return Answers.ok(document(name, number, tag));
    }

    /** The body, if any, says nothing. */
    @PUT
    @Path("/pacticipants/{pacticipant}/versions/{version}/tags/{tag}")
    @Consumes("application/json")
    public RestResponse<JsonNode> put(
            @PathParam("pacticipant") String name, @PathParam("version") String number, @PathParam("tag") String tag) {
        boolean added = service.tag(name, number, tag);
        Hal document = document(name, number, tag);
        return added ? Answers.created(call.urls().tag(name, number, tag), document) : Answers.ok(document);
    }

    @DELETE
    @Path("/pacticipants/{pacticipant}/versions/{version}/tags/{tag}")
    public RestResponse<Void> delete(
            @PathParam("pacticipant") String name, @PathParam("version") String number, @PathParam("tag") String tag) {
        if (!service.untag(name, number, tag)) {
            throw ProblemException.notFound();
        }
        return Answers.gone();
    }

    private Hal document(String name, String number, String tag) {
        Instant since = queries.taggedSince(name, number, tag).orElseThrow(ProblemException::notFound);
        BrokerUrls urls = call.urls();
        return new Hal()
                .put("name", tag)
                .put("createdAt", since)
                .link("self", Link.to(urls.tag(name, number, tag)).titled("Tag").named(tag))
                .link(
                        "version",
                        Link.to(urls.version(name, number)).titled("Version").named(number))
                .link(
                        "pacticipant",
                        Link.to(urls.pacticipant(name)).titled("Pacticipant").named(name));
    }
}
