package dev.accord.broker.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.hal.Answers;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.hal.Link;
import dev.accord.broker.hal.Pages;
import dev.accord.broker.platform.Json;
import dev.accord.broker.platform.Paging;
import dev.accord.broker.platform.Time;
import dev.accord.broker.problem.ProblemException;
import dev.accord.broker.problem.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Acceptances of findings. */
@Path("/")
@RunOnVirtualThread
class AcceptanceResource {

    private static final Paging FIRST_PAGE = new Paging(1, 100);

    private final Acceptances acceptances;
    private final Time time;
    private final Call call;

    AcceptanceResource(Acceptances acceptances, Time time, Call call) {
        this.acceptances = acceptances;
        this.time = time;
        this.call = call;
    }

    @GET
    @Path("/acceptances")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> list() {
        Paging paging = call.paging().orElse(FIRST_PAGE);
        Hal list = new Hal()
                .embed(
                        "acceptances",
                        acceptances.list(paging.size(), paging.offset()).stream()
                                .map(this::represent)
                                .toList())
                .link("self", Link.to(call.requestUrl()).titled("Accepted findings"));
        return Answers.ok(Pages.describe(list, call, paging, acceptances.count()));
    }

    @POST
    @Path("/acceptances")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> record(byte @Nullable [] body) {
        Acceptance recorded = acceptances.record(read(Json.body(body)));
        return Answers.created(address(recorded), represent(recorded));
    }

    @GET
    @Path("/acceptances/{uuid}")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> one(@PathParam("uuid") String uuid) {
        return Answers.ok(represent(acceptances.get(uuid(uuid))));
    }

    /** Revokes; the record stays and is answered. */
    @DELETE
    @Path("/acceptances/{uuid}")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> revoke(@PathParam("uuid") String uuid) {
        String by = call.parameter("revokedBy").orElse("unknown");
        return Answers.ok(represent(acceptances.revoke(uuid(uuid), by)));
    }

    private Acceptance read(ObjectNode body) {
        Problems problems = new Problems();
        ObjectNode finding = body.path("finding") instanceof ObjectNode object ? object : Json.object();
        if (!body.path("finding").isObject()) {
            problems.add("finding", body.has("finding") ? "must be a hash" : "is missing");
        }
        Instant now = time.now();
        Acceptance acceptance = new Acceptance(
                time.newId(),
                text(body, "provider", "", problems),
                text(body, "consumer", "", problems),
                text(body, "environment", "", problems),
                text(finding, "code", "finding.", problems),
                place(finding, "operation", problems),
                place(finding, "location", problems),
                text(body, "reason", "", problems),
                text(body, "acceptedBy", "", problems),
                expiry(body, now, problems),
                now,
                null,
                null);
        problems.throwIfAny();
        return acceptance;
    }

    private static String text(ObjectNode from, String member, String prefix, Problems problems) {
        JsonNode value = from.path(member);
        if (value.isMissingNode()) {
            problems.add(prefix + member, "is missing");
        } else if (!value.isTextual() || value.textValue().isBlank()) {
            problems.add(prefix + member, "must be a string that is not blank");
        }
        return value.asText("");
    }

    /** A finding may be about no operation or no place in particular: then the text is empty, as in the finding. */
    private static String place(ObjectNode finding, String member, Problems problems) {
        JsonNode value = finding.path(member);
        if (value.isMissingNode()) {
            problems.add("finding." + member, "is missing");
        } else if (!value.isTextual()) {
            problems.add("finding." + member, "must be a string");
        }
        return value.asText("");
    }

    private static Instant expiry(ObjectNode body, Instant now, Problems problems) {
        String text = text(body, "expiresAt", "", problems);
        try {
            Instant expiry = text.isBlank() ? now : OffsetDateTime.parse(text).toInstant();
            if (!text.isBlank() && !expiry.isAfter(now)) {
                problems.add("expiresAt", "must be in the future");
            }
            return expiry;
        } catch (DateTimeParseException e) {
            problems.add("expiresAt", "must be a date and time with offset, such as 2027-01-31T00:00:00Z");
            return now;
        }
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }

    private String address(Acceptance acceptance) {
        return call.urls().path("acceptances", acceptance.uuid().toString());
    }

    private Hal represent(Acceptance acceptance) {
        return new Hal()
                .put("uuid", acceptance.uuid().toString())
                .put("provider", acceptance.provider())
                .put("consumer", acceptance.consumer())
                .put("environment", acceptance.environment())
                .put(
                        "finding",
                        new Hal()
                                .put("code", acceptance.code())
                                .put("operation", acceptance.operation())
                                .put("location", acceptance.location()))
                .put("reason", acceptance.reason())
                .put("acceptedBy", acceptance.acceptedBy())
                .put("valid", acceptance.validAt(time.now()))
                .put("expiresAt", acceptance.expiresAt())
                .put("revokedAt", acceptance.revokedAt())
                .put("revokedBy", acceptance.revokedBy())
                .put("createdAt", acceptance.createdAt())
                .link("self", Link.to(address(acceptance)).titled("Accepted finding"));
    }
}
