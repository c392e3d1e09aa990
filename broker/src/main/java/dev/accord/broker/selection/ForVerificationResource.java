package dev.accord.broker.selection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.hal.Answers;
import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.hal.Link;
import dev.accord.broker.platform.Json;
import dev.accord.broker.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The pacts that a provider should verify, each by a link that remembers why. */
@Path("/")
@RunOnVirtualThread
class ForVerificationResource {

    private final PactsForVerification pacts;
    private final Call call;

    ForVerificationResource(PactsForVerification pacts, Call call) {
        this.pacts = pacts;
        this.call = call;
    }

    @GET
    @Path("/pacts/provider/{provider}/for-verification")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> byQuery(@PathParam("provider") String provider) {
        var answer = pacts.find(provider, List.of(), known -> QueryReader.read(call.rawQuery()));
        return Answers.ok(document(provider, answer, true));
    }

    @POST
    @Path("/pacts/provider/{provider}/for-verification")
    @Consumes("*/*")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> byBody(
            @PathParam("provider") String provider, @HeaderParam("Content-Type") @Nullable String type, byte[] body) {
        if (type == null || !type.toLowerCase(Locale.ROOT).contains("json")) {
            throw ProblemException.bare(415);
        }
        RequestReader reader = new RequestReader(Json.body(body));
        var answer = pacts.find(provider, reader.environments(), reader::request);
        return Answers.ok(document(provider, answer, false));
    }

    private Hal document(String provider, PactsForVerification.Answer answer, boolean deprecated) {
        BrokerUrls urls = call.urls();
        List<Hal> items = answer.pacts().stream()
                .map(pact -> item(provider, answer.request(), pact, urls, deprecated))
                .toList();
        return new Hal()
                .embed("pacts", items)
                .link("self", Link.to(call.resourceUrl()).titled("Pacts to be verified"));
    }

    private static Hal item(
            String provider, VerificationRequest request, VerifiablePact pact, BrokerUrls urls, boolean deprecated) {
        String url = urls.pactVersion(provider, pact.consumer(), pact.newest().sha());
        Hal properties = new Hal()
                .put("pending", request.pendingStatus() ? pact.pending() : null)
                .put("wip", pact.wip() ? Boolean.TRUE : null)
                .put("notices", (JsonNode) Notices.of(provider, request, pact, url, deprecated));
        return new Hal()
                .put("shortDescription", Notices.shortDescription(pact))
                .put("verificationProperties", properties)
                .link(
                        "self",
                        Link.to(url + "/metadata/" + pact.metadata().encode())
                                .named("Pact between " + pact.consumer() + " ("
                                        + pact.newest().version() + ") and " + provider));
    }
}
