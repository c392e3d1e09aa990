package dev.accord.broker.verification;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.hal.Answers;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.hal.Link;
import dev.accord.broker.platform.Json;
import dev.accord.broker.problem.ProblemException;
import dev.accord.broker.selection.Metadata;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Results by the content that they are about: publishing, reading and deleting one. */
@Path("/")
@RunOnVirtualThread
class VerificationResource {

    private static final String RESULTS =
            "/pacts/provider/{provider}/consumer/{consumer}/pact-version/{sha}/verification-results";
    private static final String RESULTS_WITH_METADATA =
            "/pacts/provider/{provider}/consumer/{consumer}/pact-version/{sha}/metadata/{metadata}/verification-results";

    private final Verifications verifications;
    private final VerificationQueries queries;
    private final VerificationForms forms;
    private final Call call;

    VerificationResource(Verifications verifications, VerificationQueries queries, VerificationForms forms, Call call) {
        this.verifications = verifications;
        this.queries = queries;
        this.forms = forms;
        this.call = call;
    }

    @POST
    @Path(RESULTS)
    @Consumes("application/json")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> publish(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @PathParam("sha") String sha,
            byte[] body) {
        return publish(provider, consumer, sha, Metadata.NONE, body);
    }

    @POST
    @Path(RESULTS_WITH_METADATA)
    @Consumes("application/json")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> publishWithMetadata(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @PathParam("sha") String sha,
            @PathParam("metadata") String metadata,
            byte[] body) {
        return publish(provider, consumer, sha, Metadata.decode(metadata), body);
    }

    @GET
    @Path(RESULTS + "/{number}")
    @Produces({Hal.JSON, VerificationForms.PLAIN, VerificationForms.EXTENDED})
    public RestResponse<JsonNode> read(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @PathParam("sha") String sha,
            @PathParam("number") String number) {
        return forms.answer(result(provider, consumer, sha, number, null));
    }

    @GET
    @Path(RESULTS_WITH_METADATA + "/{number}")
    @Produces({Hal.JSON, VerificationForms.PLAIN, VerificationForms.EXTENDED})
    public RestResponse<JsonNode> readWithMetadata(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @PathParam("sha") String sha,
            @PathParam("metadata") String metadata,
            @PathParam("number") String number) {
        return forms.answer(result(provider, consumer, sha, number, metadata));
    }

    @DELETE
    @Path(RESULTS + "/{number}")
    public RestResponse<Void> delete(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @PathParam("sha") String sha,
            @PathParam("number") String number) {
        verifications.delete(result(provider, consumer, sha, number, null));
        return Answers.gone();
    }

    @DELETE
    @Path(RESULTS_WITH_METADATA + "/{number}")
    public RestResponse<Void> deleteWithMetadata(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @PathParam("sha") String sha,
            @PathParam("metadata") String metadata,
            @PathParam("number") String number) {
        verifications.delete(result(provider, consumer, sha, number, metadata));
        return Answers.gone();
    }

    @GET
    @Path(RESULTS + "/{number}/triggered-webhooks")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> triggeredWebhooks(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @PathParam("sha") String sha,
            @PathParam("number") String number) {
        VerificationResult result = result(provider, consumer, sha, number, null);
        return Answers.ok(new Hal()
                .embed("triggeredWebhooks", List.of())
                .link(
                        "self",
                        Link.to(call.resourceUrl())
                                .titled("Webhooks triggered by verification result " + result.number())));
    }

    private RestResponse<JsonNode> publish(
            String provider, String consumer, String sha, Metadata metadata, byte[] body) {
        NewResult posted = NewResult.read(Json.body(body));
        VerificationResult result = verifications.publish(provider, consumer, sha, metadata, posted);
        return Answers.created(
                VerificationDocuments.url(result, call.urls()), VerificationDocuments.result(result, call.urls()));
    }

    private VerificationResult result(
            String provider, String consumer, String sha, String number, @Nullable String metadata) {
        if (number.equals("all")) {
            throw ProblemException.notFound("The matrix lists all results of a pact");
        }
        if (!number.matches("\\d{1,18}")) {
            throw ProblemException.notFound();
        }
        return queries.result(
                        provider,
                        consumer,
                        sha,
                        Long.parseLong(number),
                        Metadata.decode(metadata).consumerVersions())
                .orElseThrow(ProblemException::notFound);
    }
}
