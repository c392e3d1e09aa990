package dev.accord.broker.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.hal.Answers;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.pacticipant.Pacticipant;
import dev.accord.broker.pacticipant.Pacticipants;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** The pacts of one consumer with one provider: lists of several kinds, and their deletion. */
@Path("/")
@RunOnVirtualThread
class PactListResource {

    private static final String PAIR = "/pacts/provider/{provider}/consumer/{consumer}";

    private final Pacticipants pacticipants;
    private final PactListQueries queries;
    private final PactListRepresentation representation;
    private final PactDeletionService deletions;
    private final PactAnswers answers;

    PactListResource(
            Pacticipants pacticipants,
            PactListQueries queries,
            PactListRepresentation representation,
            PactDeletionService deletions,
            PactAnswers answers) {
        this.pacticipants = pacticipants;
        this.queries = queries;
        this.representation = representation;
        this.deletions = deletions;
        this.answers = answers;
    }

    @GET
    @Path(PAIR + "/versions")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> versions(
            @PathParam("provider") String provider, @PathParam("consumer") String consumer) {
        Pair pair = pair(provider, consumer);
        List<ListedPact> pacts =
                queries.ofPairNewestFirst(pair.providerId(), pair.consumerId(), new PactSelection.All());
        return Answers.ok(representation.ofPair(provider, consumer, pacts));
    }

    @GET
    @Path(PAIR + "/tag/{tag}")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> tagged(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @PathParam("tag") String tag) {
        Pair pair = pair(provider, consumer);
        List<ListedPact> pacts =
                queries.ofPairNewestFirst(pair.providerId(), pair.consumerId(), new PactSelection.Tagged(tag));
        return Answers.ok(representation.ofTag(provider, consumer, tag, pacts));
    }

    @GET
    @Path(PAIR + "/branch/{branch}")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> ofBranch(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @PathParam("branch") String branch) {
        return list(provider, consumer, new PactSelection.OfBranch(branch));
    }

    @GET
    @Path(PAIR + "/branch/versions")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> ofMainBranch(
            @PathParam("provider") String provider, @PathParam("consumer") String consumer) {
        return list(provider, consumer, new PactSelection.OfMainBranch());
    }

    @GET
    @Path(PAIR + "/branch/{branch}/latest/versions")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> latestOfBranch(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @PathParam("branch") String branch) {
        return list(provider, consumer, new PactSelection.HeadOfBranch(branch));
    }

    @GET
    @Path(PAIR + "/branch/latest/versions")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> latestOfMainBranch(
            @PathParam("provider") String provider, @PathParam("consumer") String consumer) {
        return list(provider, consumer, new PactSelection.HeadOfMainBranch());
    }

    @DELETE
    @Path(PAIR + "/version/{version}")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> delete(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @PathParam("version") String version) {
        deletions.deleteOfVersion(provider, consumer, version);
        return answers.deleted(provider, consumer);
    }

    @DELETE
    @Path(PAIR + "/versions")
    public RestResponse<Void> deleteAll(
            @PathParam("provider") String provider, @PathParam("consumer") String consumer) {
        Pair pair = pair(provider, consumer);
        deletions.deleteAll(pair.providerId(), pair.consumerId());
        return Answers.gone();
    }

    @DELETE
    @Path(PAIR + "/tag/{tag}")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> deleteTagged(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @PathParam("tag") String tag) {
        Pair pair = pair(provider, consumer);
        deletions.deleteTagged(pair.providerId(), pair.consumerId(), tag);
        return answers.deleted(provider, consumer);
    }

    @DELETE
    @Path(PAIR + "/branch/{branch}")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> deleteOfBranch(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @PathParam("branch") String branch) {
        Pair pair = pair(provider, consumer);
        deletions.deleteOfBranch(pair.providerId(), pair.consumerId(), branch);
        return answers.deleted(provider, consumer);
    }

    @DELETE
    @Path(PAIR + "/branch/versions")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> deleteOfMainBranch(
            @PathParam("provider") String provider, @PathParam("consumer") String consumer) {
        Pacticipant of = pacticipants.get(consumer, "consumer");
        Pair pair = pair(provider, consumer);
        if (of.mainBranch() != null) {
            deletions.deleteOfBranch(pair.providerId(), pair.consumerId(), of.mainBranch());
        }
        return answers.deleted(provider, consumer);
    }

    private RestResponse<JsonNode> list(String provider, String consumer, PactSelection selection) {
        Pair pair = pair(provider, consumer);
        List<ListedPact> pacts = queries.ofPair(pair.providerId(), pair.consumerId(), selection);
        return Answers.ok(representation.ofPair(provider, consumer, pacts));
    }

    private record Pair(long providerId, long consumerId) {}

    private Pair pair(String provider, String consumer) {
        long consumerId = pacticipants.get(consumer, "consumer").id();
        return new Pair(pacticipants.get(provider, "provider").id(), consumerId);
    }
}
