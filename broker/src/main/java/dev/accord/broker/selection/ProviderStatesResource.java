package dev.accord.broker.selection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.hal.Answers;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.selection.Selector.Kind;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.jboss.resteasy.reactive.RestResponse;

/** The states in which consumers expect a provider: on their main branches, on one branch, in one environment. */
@Path("/")
@RunOnVirtualThread
class ProviderStatesResource {

    private final ProviderStates states;

    ProviderStatesResource(ProviderStates states) {
        this.states = states;
    }

    @GET
    @Path("/pacts/provider/{provider}/provider-states")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> ofMainBranches(@PathParam("provider") String provider) {
        return answer(provider, new Selector(Kind.MAIN_BRANCH, null, null, null, null));
    }

    @GET
    @Path("/pacts/provider/{provider}/provider-states/branch/{branch}")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> ofBranch(@PathParam("provider") String provider, @PathParam("branch") String branch) {
        return answer(provider, new Selector(Kind.BRANCH, branch, null, null, null));
    }

    /** By the name of the environment, which is what clients send. */
    @GET
    @Path("/pacts/provider/{provider}/provider-states/environment/{environment}")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> ofEnvironment(
            @PathParam("provider") String provider, @PathParam("environment") String environment) {
        return answer(provider, new Selector(Kind.ENVIRONMENT, null, null, environment, null));
    }

    private RestResponse<JsonNode> answer(String provider, Selector selector) {
        return Answers.ok(new Hal().put("providerStates", (JsonNode) states.of(provider, selector)));
    }
}
