package dev.accord.broker.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.hal.Answers;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.hal.Link;
import dev.accord.broker.plan.DeploymentPlan.Constraint;
import dev.accord.broker.plan.DeploymentPlan.Pair;
import dev.accord.broker.platform.Json;
import dev.accord.broker.problem.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code POST /deployment-plans}: a safe order for several versions, or what stands in the way. Stores nothing. */
@Path("/")
@RunOnVirtualThread
class DeploymentPlanResource {

    private static final int MOST_VERSIONS = 10_000;

    private final DeploymentPlans plans;
    private final Call call;

    DeploymentPlanResource(DeploymentPlans plans, Call call) {
        this.plans = plans;
        this.call = call;
    }

    @POST
    @Path("/deployment-plans")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> plan(byte @Nullable [] body) {
        ObjectNode request = Json.body(body);
        Problems problems = new Problems();
        String environment = text(request, "environment", "environment", problems);
        Map<String, String> versions = versions(request.path("versions"), problems);
        problems.throwIfAny();
        Hal answer = represent(plans.plan(environment, versions));
        return Answers.ok(answer.link("self", Link.to(call.resourceUrl()).titled("Deployment plan")));
    }

    private static Map<String, String> versions(JsonNode list, Problems problems) {
        Map<String, String> versions = new LinkedHashMap<>();
        if (!list.isArray() || list.isEmpty() || list.size() > MOST_VERSIONS) {
            problems.add("versions", "must be an array of 1 to " + MOST_VERSIONS + " objects");
            return versions;
        }
        for (int i = 0; i < list.size(); i++) {
            String at = " (at index " + i + ")";
            String name = text(list.get(i), "pacticipant", "versions", at, problems);
            String number = text(list.get(i), "version", "versions", at, problems);
            if (versions.put(name, number) != null) {
                problems.add("versions", "pacticipant is named twice" + at);
            }
        }
        return versions;
    }

    private static String text(JsonNode from, String member, String field, Problems problems) {
        return text(from, member, field, "", problems);
    }

    private static String text(JsonNode from, String member, String field, String at, Problems problems) {
        JsonNode value = from.path(member);
        if (!value.isTextual() || value.textValue().isBlank()) {
            String what = value.isMissingNode() ? "is missing" : "must be a string that is not blank";
            problems.add(field, (field.equals(member) ? "" : member + " ") + what + at);
        }
        return value.asText("");
    }

    private static Hal represent(DeploymentPlan plan) {
        return switch (plan) {
            case DeploymentPlan.InOrder order -> {
                ArrayNode steps = Json.array();
                order.steps().forEach(step -> {
                    ObjectNode node = steps.addObject();
                    ArrayNode members = node.putArray("deploy");
                    step.members().forEach(members::add);
                    ArrayNode because = node.putArray("because");
                    step.because().forEach(constraint -> because.add(constraint(constraint)));
                });
                yield new Hal().put("possible", true).put("steps", steps);
            }
            case DeploymentPlan.Impossible impossible ->
                new Hal()
                        .put("possible", false)
                        .put("broken", pairs(impossible.broken()))
                        .put("unverified", pairs(impossible.unproven()));
        };
    }

    private static ArrayNode pairs(List<Pair> pairs) {
        ArrayNode list = Json.array();
        pairs.forEach(pair -> list.add(pair(pair)));
        return list;
    }

    private static ObjectNode pair(Pair pair) {
        ObjectNode node = Json.object();
        node.putObject("consumer").put("name", pair.consumer()).put("version", pair.consumerVersion());
        ObjectNode provider = node.putObject("provider").put("name", pair.provider());
        if (pair.providerVersion().isEmpty()) {
            provider.putNull("version");
        } else {
            provider.put("version", pair.providerVersion());
        }
        return node;
    }

    private static ObjectNode constraint(Constraint constraint) {
        ObjectNode node = Json.object();
        node.put("first", constraint.earlier()).put("then", constraint.later());
        node.put("reason", constraint.unproven() ? "unverified" : "incompatible");
        node.set("pair", pair(constraint.pair()));
        return node;
    }
}
