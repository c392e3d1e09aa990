package dev.accord.broker.version;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.hal.Answers;
import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.hal.Link;
import dev.accord.broker.hal.Pages;
import dev.accord.broker.pacticipant.Pacticipant;
import dev.accord.broker.pacticipant.Pacticipants;
import dev.accord.broker.platform.Json;
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
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** Branches and the versions on them. */
@Path("/")
@Produces(Hal.JSON)
@RunOnVirtualThread
class BranchResource {

    private static final Paging FIRST_PAGE = new Paging(1, 100);

    private final BranchService service;
    private final VersionService versions;
    private final BranchQueries queries;
    private final Pacticipants pacticipants;
    private final Call call;

    BranchResource(
            BranchService service,
            VersionService versions,
            BranchQueries queries,
            Pacticipants pacticipants,
            Call call) {
        this.service = service;
        this.versions = versions;
        this.queries = queries;
        this.pacticipants = pacticipants;
        this.call = call;
    }

    @GET
    @Path("/pacticipants/{pacticipant}/branches")
    public RestResponse<JsonNode> list(@PathParam("pacticipant") String name) {
        Pacticipant pacticipant = pacticipants.get(name);
        Paging paging = call.paging().orElse(FIRST_PAGE);
        String text = call.parameter("q").orElse(null);
        List<Branch> branches = queries.list(pacticipant, text, paging);
        Hal collection = Pages.describe(new Hal(), call, paging, queries.count(pacticipant, text))
                .embed(
                        "branches",
                        branches.stream().map(branch -> document(name, branch)).toList())
                .link("self", Link.to(call.requestUrl()).titled("Branches of " + name))
                .links(
                        "pb:branches",
                        branches.stream().map(branch -> self(name, branch)).toList());
        return Answers.ok(collection);
    }

    @DELETE
    @Path("/pacticipants/{pacticipant}/branches")
    public RestResponse<JsonNode> deleteAllBut(@PathParam("pacticipant") String name) {
        List<String> kept = call.query().getOrDefault("exclude[]", List.of());
        BranchService.Deleted deleted = service.deleteAllBut(name, kept);
        var notices = Json.array();
        notices.addObject()
                .put("type", "success")
                .put(
                        "text",
                        "Deleted " + deleted.count() + " branches of " + name + ". Remaining: "
                                + (deleted.remaining().isEmpty() ? "none" : String.join(", ", deleted.remaining())));
        return Answers.status(202, new Hal().put("notices", notices));
    }

    @GET
    @Path("/pacticipants/{pacticipant}/branches/{branch}")
    public RestResponse<JsonNode> get(@PathParam("pacticipant") String name, @PathParam("branch") String branch) {
        return Answers.ok(document(name, queries.find(name, branch).orElseThrow(ProblemException::notFound)));
    }

    @DELETE
    @Path("/pacticipants/{pacticipant}/branches/{branch}")
    public RestResponse<Void> delete(@PathParam("pacticipant") String name, @PathParam("branch") String branch) {
        return gone(service.delete(name, branch));
    }

    @GET
    @Path("/pacticipants/{pacticipant}/branches/{branch}/versions/{version}")
    public RestResponse<JsonNode> getVersion(
            @PathParam("pacticipant") String name,
            @PathParam("branch") String branch,
            @PathParam("version") String number) {
        return Answers.ok(branchVersion(name, branch, number));
    }

    /** The body, if any, says nothing. */
    @PUT
    @Path("/pacticipants/{pacticipant}/branches/{branch}/versions/{version}")
    @Consumes("application/json")
    public RestResponse<JsonNode> putVersion(
            @PathParam("pacticipant") String name,
            @PathParam("branch") String branch,
            @PathParam("version") String number) {
        boolean added = versions.addToBranch(name, branch, number);
        Hal document = branchVersion(name, branch, number);
        return added
                ? Answers.created(call.urls().branchVersion(name, branch, number), document)
                : Answers.ok(document);
    }

    @DELETE
    @Path("/pacticipants/{pacticipant}/branches/{branch}/versions/{version}")
    public RestResponse<Void> deleteVersion(
            @PathParam("pacticipant") String name,
            @PathParam("branch") String branch,
            @PathParam("version") String number) {
        return gone(service.remove(name, branch, number));
    }

    private static RestResponse<Void> gone(boolean existed) {
        if (!existed) {
            throw ProblemException.notFound();
        }
        return Answers.gone();
    }

    private Link self(String pacticipant, Branch branch) {
        return Link.to(call.urls().branch(pacticipant, branch.name()))
                .titled("Branch")
                .named(branch.name());
    }

    private Hal document(String pacticipant, Branch branch) {
        Link self = self(pacticipant, branch);
        return new Hal()
                .put("name", branch.name())
                .times(branch.createdAt(), branch.updatedAt())
                .link("self", self)
                .link(
                        "pb:latest-version",
                        Link.to(self.href() + "/latest-version").titled("Latest version of the branch"));
    }

    private Hal branchVersion(String pacticipant, String branch, String number) {
        Instant since = queries.memberSince(pacticipant, branch, number).orElseThrow(ProblemException::notFound);
        BrokerUrls urls = call.urls();
        return new Hal()
                .put("createdAt", since)
                .link(
                        "self",
                        Link.to(urls.branchVersion(pacticipant, branch, number)).titled("Branch version"))
                .link(
                        "pb:branch",
                        Link.to(urls.branch(pacticipant, branch))
                                .titled("Branch")
                                .named(branch))
                .link(
                        "pb:version",
                        Link.to(urls.version(pacticipant, number))
                                .titled("Version")
                                .named(number));
    }
}
