package dev.accord.broker.verification;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.hal.Answers;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** The newest result of a content, of a consumer version, of a latest pact; and the summary of a consumer version. */
@Path("/")
@RunOnVirtualThread
class LatestVerificationResource {

    private static final String PAIR = "/pacts/provider/{provider}/consumer/{consumer}";

    private final VerificationQueries queries;
    private final VerificationForms forms;
    private final Call call;

    LatestVerificationResource(VerificationQueries queries, VerificationForms forms, Call call) {
        this.queries = queries;
        this.forms = forms;
        this.call = call;
    }

    @GET
    @Path(PAIR + "/pact-version/{sha}/verification-results/latest")
    @Produces({Hal.JSON, VerificationForms.PLAIN, VerificationForms.EXTENDED})
    public RestResponse<JsonNode> ofContent(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @PathParam("sha") String sha) {
        return answer(queries.latestOfContent(provider, consumer, sha));
    }

    @GET
    @Path(PAIR + "/version/{version}/verification-results/latest")
    @Produces({Hal.JSON, VerificationForms.PLAIN, VerificationForms.EXTENDED})
    public RestResponse<JsonNode> ofVersion(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @PathParam("version") String version) {
        return answer(queries.latestOfVersion(provider, consumer, version));
    }

    @GET
    @Path(PAIR + "/latest/verification-results/latest")
    @Produces({Hal.JSON, VerificationForms.PLAIN, VerificationForms.EXTENDED})
    public RestResponse<JsonNode> ofLatest(
            @PathParam("provider") String provider, @PathParam("consumer") String consumer) {
        return answer(queries.latestOfLatest(provider, consumer, null));
    }

    @GET
    @Path(PAIR + "/latest/{tag}/verification-results/latest")
    @Produces({Hal.JSON, VerificationForms.PLAIN, VerificationForms.EXTENDED})
    public RestResponse<JsonNode> ofLatestWithTag(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @PathParam("tag") String tag) {
        return answer(queries.latestOfLatest(provider, consumer, tag));
    }

    @GET
    @Path("/verification-results/consumer/{consumer}/version/{version}/latest")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> summary(
            @PathParam("consumer") String consumer, @PathParam("version") String version) {
        var providers = queries.ofConsumerVersion(consumer, version).orElseThrow(ProblemException::notFound);
        return Answers.ok(VerificationDocuments.summary(consumer, version, providers, call.urls(), call.resourceUrl()));
    }

    private RestResponse<JsonNode> answer(Optional<VerificationResult> result) {
        return forms.answer(result.orElseThrow(ProblemException::notFound));
    }
}
