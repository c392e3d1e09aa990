package dev.accord.broker.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.compatibility.BidirectionalQueries.Meeting;
import dev.accord.broker.hal.Answers;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.hal.Link;
import dev.accord.broker.platform.Json;
import dev.accord.broker.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestResponse;

/** The results of comparing a consumer version's pact with a provider version's document, in the shape that clients know. */
@Path("/")
class BidirectionalResource {

    private static final String PAIR =
            "/contracts/bi-directional/provider/{provider}/version/{version}/consumer/{consumer}/version/{consumerVersion}/";

    private final BidirectionalQueries queries;
    private final Compatibilities compatibilities;
    private final Call call;

    BidirectionalResource(BidirectionalQueries queries, Compatibilities compatibilities, Call call) {
        this.queries = queries;
        this.compatibilities = compatibilities;
        this.call = call;
    }

    @GET
    @Path(PAIR + "cross-contract-verification-results")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> crossContract(
            @PathParam("provider") String provider,
            @PathParam("version") String version,
            @PathParam("consumer") String consumer,
            @PathParam("consumerVersion") String consumerVersion) {
        Meeting meeting = meeting(provider, version, consumer, consumerVersion);
        ArrayNode errors = Json.array();
        ArrayNode warnings = Json.array();
        for (JsonNode finding : findings(meeting)) {
            ("error".equals(finding.path("level").asText()) ? errors : warnings).add(detail(finding));
        }
        ObjectNode results = Json.object();
        results.put("success", "compatible".equals(meeting.verdict()));
        ObjectNode inner = results.putObject("results");
        inner.set("errors", errors);
        inner.set("warnings", warnings);
        Hal answer = summary(meeting)
                .put("crossContractVerificationResults", results)
                .put("providerContractVerificationResults", selfCheck(meeting));
        return Answers.ok(links(answer, provider, version, consumer, consumerVersion));
    }

    @GET
    @Path(PAIR + "consumer-contract-verification-results")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> consumerContract(
            @PathParam("provider") String provider,
            @PathParam("version") String version,
            @PathParam("consumer") String consumer,
            @PathParam("consumerVersion") String consumerVersion) {
        Meeting meeting = meeting(provider, version, consumer, consumerVersion);
        ObjectNode results = Json.object().put("success", true);
        results.put("format", "pact");
        results.put("pactVersion", meeting.sha());
        Hal answer = summary(meeting).put("consumerContractVerificationResults", results);
        return Answers.ok(links(answer, provider, version, consumer, consumerVersion));
    }

    @GET
    @Path(PAIR + "provider-contract-verification-results")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> providerContract(
            @PathParam("provider") String provider,
            @PathParam("version") String version,
            @PathParam("consumer") String consumer,
            @PathParam("consumerVersion") String consumerVersion) {
        Meeting meeting = meeting(provider, version, consumer, consumerVersion);
        Hal answer = summary(meeting).put("providerContractVerificationResults", selfCheck(meeting));
        return Answers.ok(links(answer, provider, version, consumer, consumerVersion));
    }

    private Meeting meeting(String provider, String version, String consumer, String consumerVersion) {
        Meeting meeting =
                queries.find(provider, version, consumer, consumerVersion).orElseThrow(ProblemException::notFound);
        if (meeting.verdict() != null) {
            return meeting;
        }
        compatibilities.complete(List.of(meeting.pair()));
        return queries.find(provider, version, consumer, consumerVersion).orElseThrow(ProblemException::notFound);
    }

    private static JsonNode findings(Meeting meeting) {
        return meeting.findings() == null ? Json.array() : Json.stored(meeting.findings());
    }

    private static Hal summary(Meeting meeting) {
        boolean fits = "compatible".equals(meeting.verdict());
        ObjectNode summary = Json.object();
        summary.put("success", fits && !Boolean.FALSE.equals(meeting.selfVerified()));
        summary.put("verdict", meeting.verdict());
        return new Hal().put("summary", summary).put("createdAt", meeting.documentPublishedAt());
    }

    private static ObjectNode selfCheck(Meeting meeting) {
        ObjectNode check = Json.object();
        check.put("success", meeting.selfVerified());
        check.put("verifier", meeting.verifier());
        check.put("verifierVersion", meeting.verifierVersion());
        check.put("content", meeting.results());
        return check;
    }

    private static ObjectNode detail(JsonNode finding) {
        ObjectNode detail = Json.object();
        detail.put("code", finding.path("code").asText());
        detail.put("message", finding.path("sentence").asText());
        detail.put("type", finding.path("level").asText());
        ObjectNode mock = detail.putObject("mockDetails");
        mock.put("interactionDescription", finding.path("description").asText());
        mock.put("interactionState", "");
        mock.put("location", finding.path("pactLocation").asText());
        mock.putNull("value");
        String[] operation = finding.path("operation").asText("").split(" ", 2);
        ObjectNode spec = detail.putObject("specDetails");
        spec.put("location", finding.path("documentLocation").asText());
        spec.put("pathMethod", operation[0].isEmpty() ? null : operation[0].toLowerCase(Locale.ROOT));
        spec.put("pathName", operation.length > 1 ? operation[1] : null);
        spec.put("line", finding.path("line").asInt());
        spec.put("column", finding.path("column").asInt());
        spec.putNull("value");
        return detail;
    }

    private Hal links(Hal answer, String provider, String version, String consumer, String consumerVersion) {
        String base = call.urls()
                .path(
                        "contracts",
                        "bi-directional",
                        "provider",
                        provider,
                        "version",
                        version,
                        "consumer",
                        consumer,
                        "version",
                        consumerVersion);
        return answer.link("self", Link.to(call.resourceUrl()).titled("Comparison of pact and OpenAPI document"))
                .link("pf:cross-contract-verification-results", Link.to(base + "/cross-contract-verification-results"))
                .link(
                        "pf:provider-contract-verification-results",
                        Link.to(base + "/provider-contract-verification-results"))
                .link(
                        "pf:consumer-contract-verification-results",
                        Link.to(base + "/consumer-contract-verification-results"))
                .link(
                        "pf:provider-contract",
                        Link.to(call.urls().path("provider-contracts", "provider", provider, "versions", version)))
                .link("pb:pact-version", Link.to(call.urls().pact(provider, consumer, consumerVersion)));
    }
}
