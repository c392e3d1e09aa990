package dev.accord.broker.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.hal.Answers;
import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.hal.Link;
import dev.accord.broker.pacticipant.Pacticipants;
import dev.accord.broker.platform.Json;
import dev.accord.broker.platform.Time;
import dev.accord.broker.problem.ProblemException;
import dev.accord.broker.problem.Problems;
import dev.accord.broker.version.Version;
import dev.accord.broker.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Checks of versions and policies of environments. */
@Path("/")
@RunOnVirtualThread
class PolicyResource {

    private final Policies policies;
    private final Pacticipants pacticipants;
    private final Versions versions;
    private final Time time;
    private final Call call;

    PolicyResource(Policies policies, Pacticipants pacticipants, Versions versions, Time time, Call call) {
        this.policies = policies;
        this.pacticipants = pacticipants;
        this.versions = versions;
        this.time = time;
        this.call = call;
    }

    @PUT
    @Path("/pacticipants/{pacticipant}/versions/{version}/checks/{check}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> record(
            @PathParam("pacticipant") String pacticipant,
            @PathParam("version") String version,
            @PathParam("check") String name,
            byte @Nullable [] body) {
        VersionCheck check = CheckBody.read(name, Json.body(body), time.now());
        boolean first = policies.record(pacticipant, version, check);
        return Answers.status(first ? 201 : 200, call.resourceUrl(), represent(pacticipant, version, check));
    }

    @GET
    @Path("/pacticipants/{pacticipant}/versions/{version}/checks")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> checks(
            @PathParam("pacticipant") String pacticipant, @PathParam("version") String number) {
        List<Hal> checks = policies.checks(version(pacticipant, number)).stream()
                .map(check -> represent(pacticipant, number, check))
                .toList();
        return Answers.ok(new Hal()
                .embed("checks", checks)
                .link("self", Link.to(call.requestUrl()).titled("Checks of " + pacticipant + " " + number)));
    }

    @GET
    @Path("/pacticipants/{pacticipant}/versions/{version}/checks/{check}")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> check(
            @PathParam("pacticipant") String pacticipant,
            @PathParam("version") String number,
            @PathParam("check") String name) {
        return policies.checks(version(pacticipant, number)).stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .map(check -> Answers.ok(represent(pacticipant, number, check)))
                .orElseThrow(ProblemException::notFound);
    }

    @GET
    @Path("/environments/{environment}/policy")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> policy(@PathParam("environment") String environment) {
        return Answers.ok(represent(policies.policy(uuid(environment))));
    }

    @PUT
    @Path("/environments/{environment}/policy")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> replace(@PathParam("environment") String environment, byte @Nullable [] body) {
        UUID uuid = uuid(environment);
        EnvironmentPolicy policy = policyBody(Json.body(body));
        policies.replace(uuid, policy);
        return Answers.ok(represent(policy));
    }

    @DELETE
    @Path("/environments/{environment}/policy")
    public RestResponse<Void> remove(@PathParam("environment") String environment) {
        policies.remove(uuid(environment));
        return Answers.gone();
    }

    private Version version(String pacticipant, String number) {
        return versions.find(pacticipants.get(pacticipant), number).orElseThrow(ProblemException::notFound);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }

    private static EnvironmentPolicy policyBody(ObjectNode body) {
        Problems problems = new Problems();
        List<String> checks = new ArrayList<>();
        JsonNode names = body.path("requiredChecks");
        if (!names.isMissingNode() && !names.isArray()) {
            problems.add("requiredChecks", "must be an array");
        }
        for (JsonNode name : names) {
            if (!name.isTextual() || name.textValue().isBlank()) {
                problems.add("requiredChecks", "must be a string that is not blank (at index " + checks.size() + ")");
            }
            checks.add(name.asText());
        }
        boolean selfVerification = flag(body, "requireSelfVerification", problems);
        boolean warnings = flag(body, "warningsBlock", problems);
        problems.throwIfAny();
        return new EnvironmentPolicy(checks, selfVerification, warnings);
    }

    private static boolean flag(ObjectNode body, String member, Problems problems) {
        JsonNode value = body.path(member);
        if (!value.isMissingNode() && !value.isBoolean()) {
            problems.add(member, "must be boolean");
        }
        return value.asBoolean(false);
    }

    private Hal represent(EnvironmentPolicy policy) {
        ArrayNode checks = Json.array();
        policy.requiredChecks().forEach(checks::add);
        return new Hal()
                .put("requiredChecks", checks)
                .put("requireSelfVerification", policy.requireSelfVerification())
                .put("warningsBlock", policy.warningsBlock())
                .link("self", Link.to(call.resourceUrl()).titled("Policy"));
    }

    private Hal represent(String pacticipant, String version, VersionCheck check) {
        Hal hal = new Hal()
                .put("name", check.name())
                .put("verdict", check.verdict().wire());
        ObjectNode numbers = Json.object();
        if (check.value() != null) {
            hal.put("value", numbers.numberNode(check.value()));
        }
        if (check.budget() != null) {
            hal.put("budget", numbers.numberNode(check.budget()));
        }
        return hal.put("unit", check.unit())
                .put("better", check.better() == null ? null : check.better().wire())
                .put("url", check.url())
                .put("artefactHash", check.artefactHash())
                .put("createdAt", check.createdAt())
                .link(
                        "self",
                        Link.to(call.urls().version(pacticipant, version) + "/checks/"
                                        + BrokerUrls.encode(check.name()))
                                .named(check.name()))
                .link(
                        "pb:version",
                        Link.to(call.urls().version(pacticipant, version)).named(version));
    }
}
