package dev.accord.broker.version;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.hal.Answers;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.pacticipant.Pacticipant;
import dev.accord.broker.pacticipant.Pacticipants;
import dev.accord.broker.platform.Json;
import dev.accord.broker.platform.Paging;
import dev.accord.broker.problem.ProblemException;
import dev.accord.broker.version.VersionQueries.Choice;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** Versions, alone and in lists. */
@Path("/")
@Produces(Hal.JSON)
@RunOnVirtualThread
class VersionResource {

    private final VersionService service;
    private final VersionQueries queries;
    private final BranchQueries branches;
    private final Pacticipants pacticipants;
    private final Call call;

    VersionResource(
            VersionService service,
            VersionQueries queries,
            BranchQueries branches,
            Pacticipants pacticipants,
            Call call) {
        this.service = service;
        this.queries = queries;
        this.branches = branches;
        this.pacticipants = pacticipants;
        this.call = call;
    }

    @GET
    @Path("/pacticipants/{pacticipant}/versions")
    public RestResponse<JsonNode> list(@PathParam("pacticipant") String name) {
        return collection(pacticipants.get(name), new Choice.All(), "Versions of " + name);
    }

    @GET
    @Path("/pacticipants/{pacticipant}/branches/{branch}/versions")
    public RestResponse<JsonNode> listOfBranch(
            @PathParam("pacticipant") String name, @PathParam("branch") String branch) {
        Pacticipant pacticipant = pacticipants.get(name);
        long id = branches.find(name, branch)
                .orElseThrow(ProblemException::notFound)
                .id();
        return collection(pacticipant, new Choice.OnBranch(id), "Versions of " + name + " on branch " + branch);
    }

    @GET
    @Path("/pacticipants/{pacticipant}/tags/{tag}/versions")
    public RestResponse<JsonNode> listWithTag(@PathParam("pacticipant") String name, @PathParam("tag") String tag) {
        Pacticipant pacticipant = pacticipants.get(name);
        if (queries.latestTagged(name, tag).isEmpty()) {
            throw ProblemException.notFound();
        }
        return collection(pacticipant, new Choice.Tagged(tag), "Versions of " + name + " with tag " + tag);
    }

    @GET
    @Path("/pacticipants/{pacticipant}/environments/{environment}/versions")
    public RestResponse<JsonNode> listInEnvironment(
            @PathParam("pacticipant") String name, @PathParam("environment") String environment) {
        Pacticipant pacticipant = pacticipants.get(name);
        long id = queries.environmentId(environment).orElseThrow(ProblemException::notFound);
        return collection(pacticipant, new Choice.EverIn(id), "Versions of " + name + " in the environment");
    }

    @GET
    @Path("/pacticipants/{pacticipant}/versions/{version}")
    public RestResponse<JsonNode> get(@PathParam("pacticipant") String name, @PathParam("version") String number) {
        return Answers.ok(document(name, queries.find(name, number)));
    }

    @GET
    @Path("/pacticipants/{pacticipant}/latest-version")
    public RestResponse<JsonNode> latest(@PathParam("pacticipant") String name) {
        return Answers.ok(document(name, queries.latest(name)));
    }

    @GET
    @Path("/pacticipants/{pacticipant}/latest-version/{tag}")
    public RestResponse<JsonNode> latestTagged(@PathParam("pacticipant") String name, @PathParam("tag") String tag) {
        return Answers.ok(document(name, queries.latestTagged(name, tag)));
    }

    @GET
    @Path("/pacticipants/{pacticipant}/branches/{branch}/latest-version")
    public RestResponse<JsonNode> head(@PathParam("pacticipant") String name, @PathParam("branch") String branch) {
        return Answers.ok(document(name, queries.head(name, branch)));
    }

    @PUT
    @Path("/pacticipants/{pacticipant}/versions/{version}")
    @Consumes("application/json")
    public RestResponse<JsonNode> put(
            @PathParam("pacticipant") String name, @PathParam("version") String number, byte[] body) {
        return written(name, number, body, true);
    }

    @PATCH
    @Path("/pacticipants/{pacticipant}/versions/{version}")
    @Consumes("application/merge-patch+json")
    public RestResponse<JsonNode> patch(
            @PathParam("pacticipant") String name, @PathParam("version") String number, byte[] body) {
        return written(name, number, body, false);
    }

    @DELETE
    @Path("/pacticipants/{pacticipant}/versions/{version}")
    public RestResponse<Void> delete(@PathParam("pacticipant") String name, @PathParam("version") String number) {
        service.delete(name, number);
        return Answers.gone();
    }

    private RestResponse<JsonNode> written(String name, String number, byte[] body, boolean all) {
        boolean created = service.write(name, number, VersionBody.of(Json.body(body)), all);
        Hal document = document(name, queries.find(name, number));
        return created ? Answers.created(call.urls().version(name, number), document) : Answers.ok(document);
    }

    private Hal document(String name, Optional<Version> found) {
        Version version = found.orElseThrow(ProblemException::notFound);
        VersionItem item = queries.describe(List.of(version)).getFirst();
        return VersionRepresentation.single(name, item, queries.environments(), call.resourceUrl(), call.urls());
    }

    private RestResponse<JsonNode> collection(Pacticipant pacticipant, Choice choice, String title) {
        Optional<Paging> paging = call.paging();
        List<VersionItem> items = queries.describe(queries.list(pacticipant, choice, paging));
        long total = paging.isPresent() ? queries.count(pacticipant, choice) : items.size();
        return Answers.ok(VersionRepresentation.collection(pacticipant.name(), items, title, call, paging, total));
    }
}
