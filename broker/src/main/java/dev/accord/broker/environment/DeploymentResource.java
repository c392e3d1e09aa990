package dev.accord.broker.environment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.hal.Answers;
import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.hal.Link;
import dev.accord.broker.pacticipant.Pacticipants;
import dev.accord.broker.platform.Json;
import dev.accord.broker.problem.ProblemException;
import dev.accord.broker.problem.Problems;
import dev.accord.broker.version.Version;
import dev.accord.broker.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Deployed and released versions. */
@Path("/")
@Produces(Hal.JSON)
@RunOnVirtualThread
class DeploymentResource {

    private final DeploymentService service;
    private final DeploymentQueries queries;
    private final EnvironmentService environments;
    private final Pacticipants pacticipants;
    private final Versions versions;
    private final Call call;

    DeploymentResource(
            DeploymentService service,
            DeploymentQueries queries,
            EnvironmentService environments,
            Pacticipants pacticipants,
            Versions versions,
            Call call) {
        this.service = service;
        this.queries = queries;
        this.environments = environments;
        this.pacticipants = pacticipants;
        this.versions = versions;
        this.call = call;
    }

    @GET
    @Path("/pacticipants/{pacticipant}/versions/{version}/deployed-versions/environment/{environment}")
    public RestResponse<JsonNode> deployments(
            @PathParam("pacticipant") String name,
            @PathParam("version") String number,
            @PathParam("environment") String uuid) {
        Environment environment = environments.get(uuid);
        BrokerUrls urls = call.urls();
        var deployed = queries.deployments(version(name, number).id(), environment);
        return Answers.ok(new Hal()
                .embed(
                        "deployedVersions",
                        deployed.stream()
                                .map(one -> EnvironmentRepresentation.deployed(one, urls))
                                .toList())
                .link(
                        "self",
                        Link.to(call.requestUrl())
                                .titled("Deployments of " + name + " " + number + " to " + environment.displayName())));
    }

    @POST
    @Path("/pacticipants/{pacticipant}/versions/{version}/deployed-versions/environment/{environment}")
    @Consumes("application/json")
    public RestResponse<JsonNode> deploy(
            @PathParam("pacticipant") String name,
            @PathParam("version") String number,
            @PathParam("environment") String uuid,
            byte[] body) {
        Version version = version(name, number);
        Environment environment = environments.get(uuid);
        UUID deployed = service.deploy(version, environment, instance(Json.body(body)));
        return Answers.created(call.urls().deployedVersion(deployed.toString()), deployedDocument(deployed));
    }

    @GET
    @Path("/deployed-versions/{uuid}")
    public RestResponse<JsonNode> deployed(@PathParam("uuid") String uuid) {
        return Answers.ok(deployedDocument(identifier(uuid)));
    }

    @PATCH
    @Path("/deployed-versions/{uuid}")
    @Consumes("application/merge-patch+json")
    public RestResponse<JsonNode> changeDeployed(@PathParam("uuid") String uuid, byte[] body) {
        UUID id = identifier(uuid);
        if (queries.deployed(id).isEmpty()) {
            throw ProblemException.notFound();
        }
        if (ends(Json.body(body), "currentlyDeployed", "record a new deployment instead")) {
            service.undeploy(id);
        }
        return Answers.ok(deployedDocument(id));
    }

    @GET
    @Path("/pacticipants/{pacticipant}/versions/{version}/released-versions/environment/{environment}")
    public RestResponse<JsonNode> releases(
            @PathParam("pacticipant") String name,
            @PathParam("version") String number,
            @PathParam("environment") String uuid) {
        Environment environment = environments.get(uuid);
        BrokerUrls urls = call.urls();
        var released = queries.releases(version(name, number).id(), environment);
        return Answers.ok(new Hal()
                .embed(
                        "releasedVersions",
                        released.stream()
                                .map(one -> EnvironmentRepresentation.released(one, urls))
                                .toList())
                .link(
                        "self",
                        Link.to(call.requestUrl())
                                .titled("Releases of " + name + " " + number + " to " + environment.displayName())));
    }

    @POST
    @Path("/pacticipants/{pacticipant}/versions/{version}/released-versions/environment/{environment}")
    @Consumes("application/json")
    public RestResponse<JsonNode> release(
            @PathParam("pacticipant") String name,
            @PathParam("version") String number,
            @PathParam("environment") String uuid) {
        Version version = version(name, number);
        DeploymentService.Release release = service.release(version, environments.get(uuid));
        String location = call.urls().releasedVersion(release.uuid().toString());
        return Answers.status(release.created() ? 201 : 200, location, releasedDocument(release.uuid()));
    }

    @GET
    @Path("/released-versions/{uuid}")
    public RestResponse<JsonNode> released(@PathParam("uuid") String uuid) {
        return Answers.ok(releasedDocument(identifier(uuid)));
    }

    @PATCH
    @Path("/released-versions/{uuid}")
    @Consumes("application/merge-patch+json")
    public RestResponse<JsonNode> changeReleased(@PathParam("uuid") String uuid, byte[] body) {
        UUID id = identifier(uuid);
        if (queries.released(id).isEmpty()) {
            throw ProblemException.notFound();
        }
        if (ends(Json.body(body), "currentlySupported", "record a new release instead")) {
            service.endSupport(id);
        }
        return Answers.ok(releasedDocument(id));
    }

    private Version version(String name, String number) {
        return pacticipants
                .find(name)
                .flatMap(pacticipant -> versions.find(pacticipant, number))
                .orElseThrow(ProblemException::notFound);
    }

    private static UUID identifier(String uuid) {
        return EnvironmentService.identifier(uuid).orElseThrow(ProblemException::notFound);
    }

    /** The application instance; numbers and truth values count as their text, blank as none. */
    private static @Nullable String instance(ObjectNode body) {
        Problems problems = new Problems();
        String instance = null;
        for (String key : new String[] {"target", "applicationInstance"}) {
            JsonNode value = body.path(key);
            if (value.isContainerNode()) {
                problems.add(key, "must be a string");
            } else if (value.isValueNode() && !value.isNull()) {
                instance = value.asText().isBlank() ? null : value.asText();
            }
        }
        problems.throwIfAny();
        return instance;
    }

    /** Whether the patch sets the flag to false; it cannot be set back to true, and nothing else changes anything. */
    private static boolean ends(ObjectNode body, String key, String instead) {
        JsonNode value = body.path(key);
        Problems problems = new Problems();
        if (value.isMissingNode() || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            problems.add(key, "must be boolean");
            problems.throwIfAny();
        }
        if (value.booleanValue()) {
            problems.add(key, "cannot be set back to true; " + instead);
            problems.throwIfAny(422);
        }
        return true;
    }

    private Hal deployedDocument(UUID uuid) {
        DeployedVersion deployed = queries.deployed(uuid).orElseThrow(ProblemException::notFound);
        Hal document = EnvironmentRepresentation.deployed(deployed, call.urls());
        return embedded(document, deployed.pacticipant(), deployed.number(), deployed.environment());
    }

    private Hal releasedDocument(UUID uuid) {
        ReleasedVersion released = queries.released(uuid).orElseThrow(ProblemException::notFound);
        Hal document = EnvironmentRepresentation.released(released, call.urls());
        return embedded(document, released.pacticipant(), released.number(), released.environment());
    }

    private Hal embedded(Hal document, String pacticipant, String number, UUID environment) {
        Environment place = environments.get(environment.toString());
        return EnvironmentRepresentation.withVersion(document, pacticipant, number, call.urls())
                .embed("environment", EnvironmentRepresentation.document(place, call.urls()));
    }
}
