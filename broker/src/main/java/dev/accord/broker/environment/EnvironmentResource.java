package dev.accord.broker.environment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.hal.Answers;
import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.hal.Link;
import dev.accord.broker.platform.Json;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** Environments, and what is deployed or released to one of them now. */
@Path("/")
@Produces(Hal.JSON)
@RunOnVirtualThread
class EnvironmentResource {

    private final EnvironmentService service;
    private final DeploymentQueries queries;
    private final Call call;

    EnvironmentResource(EnvironmentService service, DeploymentQueries queries, Call call) {
        this.service = service;
        this.queries = queries;
        this.call = call;
    }

    @GET
    @Path("/environments")
    public RestResponse<JsonNode> list() {
        Optional<String> name = call.parameter("name");
        List<Environment> environments = name.isEmpty()
                ? service.all()
                : service.findByName(name.get()).stream().toList();
        return Answers.ok(EnvironmentRepresentation.collection(environments, call.urls()));
    }

    @POST
    @Path("/environments")
    @Consumes("application/json")
    public RestResponse<JsonNode> create(byte[] body) {
        Environment environment = service.create(EnvironmentBody.of(Json.body(body)));
        return Answers.created(
                call.urls().environment(environment.uuid().toString()),
                EnvironmentRepresentation.document(environment, call.urls()));
    }

    @GET
    @Path("/environments/{environment}")
    public RestResponse<JsonNode> get(@PathParam("environment") String uuid) {
        return Answers.ok(EnvironmentRepresentation.document(service.get(uuid), call.urls()));
    }

    @PUT
    @Path("/environments/{environment}")
    @Consumes("application/json")
    public RestResponse<JsonNode> replace(@PathParam("environment") String uuid, byte[] body) {
        service.get(uuid);
        Environment environment = service.replace(uuid, EnvironmentBody.of(Json.body(body)));
        return Answers.ok(EnvironmentRepresentation.document(environment, call.urls()));
    }

    @DELETE
    @Path("/environments/{environment}")
    public RestResponse<Void> delete(@PathParam("environment") String uuid) {
        service.delete(uuid);
        return Answers.gone();
    }

    @GET
    @Path("/environments/{environment}/deployed-versions/currently-deployed")
    public RestResponse<JsonNode> currentlyDeployed(@PathParam("environment") String uuid) {
        Environment environment = service.get(uuid);
        BrokerUrls urls = call.urls();
        var deployed = queries.currentlyDeployed(
                environment, call.parameter("pacticipant").orElse(null), instances());
        return Answers.ok(new Hal()
                .embed(
                        "deployedVersions",
                        deployed.stream()
                                .map(one -> EnvironmentRepresentation.withVersion(
                                        EnvironmentRepresentation.deployed(one, urls),
                                        one.pacticipant(),
                                        one.number(),
                                        urls))
                                .toList())
                .link("self", Link.to(call.requestUrl()).titled("Versions deployed to " + environment.displayName())));
    }

    @GET
    @Path("/environments/{environment}/released-versions/currently-supported")
    public RestResponse<JsonNode> currentlySupported(@PathParam("environment") String uuid) {
        Environment environment = service.get(uuid);
        BrokerUrls urls = call.urls();
        var released = queries.currentlySupported(
                environment,
                call.parameter("pacticipant").orElse(null),
                call.parameter("version").orElse(null));
        return Answers.ok(new Hal()
                .embed(
                        "releasedVersions",
                        released.stream()
                                .map(one -> EnvironmentRepresentation.withVersion(
                                        EnvironmentRepresentation.released(one, urls),
                                        one.pacticipant(),
                                        one.number(),
                                        urls))
                                .toList())
                .link("self", Link.to(call.requestUrl()).titled("Versions released to " + environment.displayName())));
    }

    /** A parameter that is there but blank asks for what was deployed without naming an instance. */
    private DeploymentQueries.Instances instances() {
        for (String key : List.of("applicationInstance", "target")) {
            if (call.query().containsKey(key)) {
                return new DeploymentQueries.Instances(
                        false, call.parameter(key).orElse(null));
            }
        }
        return new DeploymentQueries.Instances(true, null);
    }
}
