package dev.accord.broker.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.hal.Answers;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.pacticipant.Pacticipant;
import dev.accord.broker.pacticipant.Pacticipants;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.jboss.resteasy.reactive.RestResponse;

/** The pacts of a provider with all its consumers, and the latest pacts of everybody. */
@Path("/")
@RunOnVirtualThread
class ProviderPactsResource {

    private static final String PROVIDER = "/pacts/provider/{provider}";
    private static final String ALL = "All pact versions for the provider ";
    private static final String LATEST = "Latest pact versions for the provider ";

    private final Pacticipants pacticipants;
    private final PactListQueries queries;
    private final PactListRepresentation representation;

    ProviderPactsResource(Pacticipants pacticipants, PactListQueries queries, PactListRepresentation representation) {
        this.pacticipants = pacticipants;
        this.queries = queries;
        this.representation = representation;
    }

    @GET
    @Path("/pacts/latest")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> latestOfAll() {
        return Answers.ok(representation.latest(queries.latest()));
    }

    @GET
    @Path(PROVIDER)
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> all(@PathParam("provider") String provider) {
        return list(provider, ALL + provider, new PactSelection.All());
    }

    @GET
    @Path(PROVIDER + "/latest")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> latest(@PathParam("provider") String provider) {
        return list(provider, LATEST + provider, new PactSelection.Latest());
    }

    @GET
    @Path(PROVIDER + "/tag/{tag}")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> tagged(@PathParam("provider") String provider, @PathParam("tag") String tag) {
        return list(provider, ALL + provider + withTag(tag), new PactSelection.Tagged(tag));
    }

    @GET
    @Path(PROVIDER + "/latest/{tag}")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> latestTagged(@PathParam("provider") String provider, @PathParam("tag") String tag) {
        return list(provider, LATEST + provider + withTag(tag), new PactSelection.LatestTagged(tag));
    }

    @GET
    @Path(PROVIDER + "/branch")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> ofMainBranches(@PathParam("provider") String provider) {
        return list(provider, ALL + provider, new PactSelection.OfMainBranch());
    }

    @GET
    @Path(PROVIDER + "/branch/latest")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> latestOfMainBranches(@PathParam("provider") String provider) {
        return list(provider, LATEST + provider, new PactSelection.HeadOfMainBranch());
    }

    @GET
    @Path(PROVIDER + "/branch/{branch}")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> ofBranch(@PathParam("provider") String provider, @PathParam("branch") String branch) {
        return list(provider, ALL + provider + fromBranch(branch), new PactSelection.OfBranch(branch));
    }

    @GET
    @Path(PROVIDER + "/branch/{branch}/latest")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> latestOfBranch(
            @PathParam("provider") String provider, @PathParam("branch") String branch) {
        return list(provider, LATEST + provider + fromBranch(branch), new PactSelection.HeadOfBranch(branch));
    }

    private RestResponse<JsonNode> list(String name, String title, PactSelection selection) {
        Pacticipant provider = pacticipants.get(name, "provider");
        return Answers.ok(representation.ofProvider(name, title, queries.ofProvider(provider.id(), selection)));
    }

    private static String withTag(String tag) {
        return " with consumer version tag '" + tag + "'";
    }

    private static String fromBranch(String branch) {
        return " with consumer version branch '" + branch + "'";
    }
}
