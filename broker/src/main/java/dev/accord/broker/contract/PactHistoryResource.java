package dev.accord.broker.contract;

import dev.accord.broker.hal.Hal;
import dev.accord.broker.platform.Json;
import dev.accord.broker.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** What changed between the pacts of a pair. */
@Path("/")
@RunOnVirtualThread
class PactHistoryResource {

    private static final String PAIR = "/pacts/provider/{provider}/consumer/{consumer}";
    private static final String TEXT = "text/plain;charset=utf-8";

    private final PactQueries queries;
    private final PactAnswers answers;

    PactHistoryResource(PactQueries queries, PactAnswers answers) {
        this.queries = queries;
        this.answers = answers;
    }

    @GET
    @Path(PAIR + "/version/{version}/previous-distinct")
    @Produces({Hal.JSON, PactForm.JSON_TYPE, PactForm.HTML_TYPE, PactForm.EXTENDED_TYPE})
    public RestResponse<String> previousDistinct(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @PathParam("version") String version) {
        return answers.found(queries.previousDistinct(pact(provider, consumer, version)));
    }

    @GET
    @Path(PAIR + "/version/{version}/diff/previous-distinct")
    @Produces(TEXT)
    public RestResponse<String> differenceToPreviousDistinct(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @PathParam("version") String version) {
        PublishedPact pact = pact(provider, consumer, version);
        Optional<PublishedPact> earlier = queries.previousDistinct(pact);
        return RestResponse.ok(earlier.map(other -> difference(other, pact))
                .orElse("No earlier version with another content exists for: " + pact.name()));
    }

    @GET
    @Path(PAIR + "/version/{version}/diff/version/{other}")
    @Produces(TEXT)
    public RestResponse<String> differenceOfVersions(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @PathParam("version") String version,
            @PathParam("other") String other) {
        PublishedPact pact = pact(provider, consumer, version);
        return RestResponse.ok(difference(pact(provider, consumer, other), pact));
    }

    @GET
    @Path(PAIR + "/pact-version/{sha}/diff/pact-version/{other}")
    @Produces(TEXT)
    public RestResponse<String> differenceOfContents(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @PathParam("sha") String sha,
            @PathParam("other") String other) {
        PublishedPact pact = content(provider, consumer, sha);
        return RestResponse.ok(difference(content(provider, consumer, other), pact));
    }

    private PublishedPact pact(String provider, String consumer, String version) {
        return queries.ofVersion(provider, consumer, version).orElseThrow(ProblemException::notFound);
    }

    private PublishedPact content(String provider, String consumer, String sha) {
        return queries.ofContent(provider, consumer, sha, null).orElseThrow(ProblemException::notFound);
    }

    private static String difference(PublishedPact earlier, PublishedPact later) {
        String lines = PactDiff.between(Json.stored(earlier.content()), Json.stored(later.content()));
        return "# " + earlier.name() + "\n# compared with\n# " + later.name() + "\n\n"
                + (lines.isEmpty() ? "The contents are the same." : lines) + "\n";
    }
}
