package dev.accord.broker.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.platform.Json;
import dev.accord.broker.problem.ProblemException;
import dev.accord.broker.selection.Metadata;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.jboss.resteasy.reactive.RestResponse;

/** One pact of a pair: by version, by content, the latest of several kinds. */
@Path("/")
@RunOnVirtualThread
class PactResource {

    private static final String PAIR = "/pacts/provider/{provider}/consumer/{consumer}";

    private final PublicationReader reader;
    private final PublishingService service;
    private final PactQueries queries;
    private final PactAnswers answers;
    private final Call call;

    PactResource(
            PublicationReader reader, PublishingService service, PactQueries queries, PactAnswers answers, Call call) {
        this.reader = reader;
        this.service = service;
        this.queries = queries;
        this.answers = answers;
        this.call = call;
    }

    @GET
    @Path(PAIR + "/version/{version}")
    @Produces({Hal.JSON, PactForm.JSON_TYPE, PactForm.HTML_TYPE, PactForm.EXTENDED_TYPE})
    public RestResponse<String> pact(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @PathParam("version") String version) {
        return answers.found(queries.ofVersion(provider, consumer, version));
    }

    @PUT
    @Path(PAIR + "/version/{version}")
    @Consumes("application/json")
    @Produces({Hal.JSON, PactForm.JSON_TYPE, PactForm.HTML_TYPE, PactForm.EXTENDED_TYPE})
    public RestResponse<String> publish(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @PathParam("version") String version,
            byte[] body) {
        return publish(provider, consumer, version, body, Publication.Mode.OVERWRITE);
    }

    @PATCH
    @Path(PAIR + "/version/{version}")
    @Consumes("application/json")
    @Produces({Hal.JSON, PactForm.JSON_TYPE, PactForm.HTML_TYPE, PactForm.EXTENDED_TYPE})
    public RestResponse<String> merge(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @PathParam("version") String version,
            byte[] body) {
        return publish(provider, consumer, version, body, Publication.Mode.PATCH);
    }

    private RestResponse<String> publish(
            String provider, String consumer, String version, byte[] body, Publication.Mode mode) {
        JsonNode document = Json.requiredBody(body);
        Publication publication = reader.readOne(consumer, provider, version, document, mode);
        Published published;
        try {
            published = service.publish(publication);
        } catch (PublicationRefusedException refused) {
            throw problem(refused);
        }
        boolean created = published.contracts().getFirst().first();
        return answers.published(
                queries.ofVersion(provider, consumer, version).orElseThrow(ProblemException::notFound), created);
    }

    private ProblemException problem(PublicationRefusedException refused) {
        Conflict conflict = refused.conflicts().getFirst();
        return switch (conflict) {
            case Conflict.SimilarName similar ->
                ProblemException.text(409, similar.text(call.urls().base()));
            case Conflict.ContentChanged changed ->
                ProblemException.message(409, changed.text(call.urls().base()));
            case Conflict.NotMergeable _ -> ProblemException.bare(409);
        };
    }

    @GET
    @Path(PAIR + "/pact-version/{sha}")
    @Produces({Hal.JSON, PactForm.JSON_TYPE, PactForm.HTML_TYPE, PactForm.EXTENDED_TYPE})
    public RestResponse<String> content(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @PathParam("sha") String sha) {
        return answers.found(queries.ofContent(provider, consumer, sha, null));
    }

    @GET
    @Path(PAIR + "/pact-version/{sha}/metadata/{metadata}")
    @Produces({Hal.JSON, PactForm.JSON_TYPE, PactForm.HTML_TYPE, PactForm.EXTENDED_TYPE})
    public RestResponse<String> selectedContent(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @PathParam("sha") String sha,
            @PathParam("metadata") String segment) {
        Metadata metadata = Metadata.decode(segment);
        String version = metadata.consumerVersions().stream().findFirst().orElse(null);
        return answers.selected(queries.ofContent(provider, consumer, sha, version), segment, metadata);
    }

    @GET
    @Path(PAIR + "/latest")
    @Produces({Hal.JSON, PactForm.JSON_TYPE, PactForm.HTML_TYPE, PactForm.EXTENDED_TYPE})
    public RestResponse<String> latest(@PathParam("provider") String provider, @PathParam("consumer") String consumer) {
        return answers.latest(queries.latest(provider, consumer), null);
    }

    @GET
    @Path(PAIR + "/latest/{tag}")
    @Produces({Hal.JSON, PactForm.JSON_TYPE, PactForm.HTML_TYPE, PactForm.EXTENDED_TYPE})
    public RestResponse<String> latestTagged(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @PathParam("tag") String tag) {
        return answers.latest(queries.latestTagged(provider, consumer, tag), tag);
    }

    @GET
    @Path(PAIR + "/latest-untagged")
    @Produces({Hal.JSON, PactForm.JSON_TYPE, PactForm.HTML_TYPE, PactForm.EXTENDED_TYPE})
    public RestResponse<String> latestUntagged(
            @PathParam("provider") String provider, @PathParam("consumer") String consumer) {
        return answers.latest(queries.latestUntagged(provider, consumer), null);
    }

    @GET
    @Path(PAIR + "/branch/{branch}/latest")
    @Produces({Hal.JSON, PactForm.JSON_TYPE, PactForm.HTML_TYPE, PactForm.EXTENDED_TYPE})
    public RestResponse<String> latestOfBranch(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @PathParam("branch") String branch) {
        return answers.latest(queries.latestOfBranch(provider, consumer, branch), null);
    }
}
