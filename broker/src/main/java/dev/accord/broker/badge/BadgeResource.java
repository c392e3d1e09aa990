package dev.accord.broker.badge;

import dev.accord.broker.badge.Badge.Colour;
import dev.accord.broker.hal.Call;
import dev.accord.broker.matrix.Matrix;
import dev.accord.broker.matrix.decision.Decision;
import dev.accord.broker.platform.Settings;
import dev.accord.broker.problem.Problem;
import dev.accord.broker.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Every badge. What does not exist is said by the badge, never by a status. */
@Path("/")
@RunOnVirtualThread
class BadgeResource {

    private static final String SVG = "image/svg+xml;charset=utf-8";
    private static final String PAIR = "/pacts/provider/{provider}/consumer/{consumer}";

    private final BadgeQueries queries;
    private final Matrix matrix;
    private final Settings settings;
    private final Call call;

    BadgeResource(BadgeQueries queries, Matrix matrix, Settings settings, Call call) {
        this.queries = queries;
        this.matrix = matrix;
        this.settings = settings;
        this.call = call;
    }

    @GET
    @Path(PAIR + "/latest/badge")
    @Produces(SVG)
    public RestResponse<String> latest(@PathParam("provider") String provider, @PathParam("consumer") String consumer) {
        return pact(consumer, provider, null, null, queries.latest(consumer, provider));
    }

    @GET
    @Path(PAIR + "/latest/{tag}/badge")
    @Produces(SVG)
    public RestResponse<String> tagged(
            @PathParam("provider") String provider,
            @PathParam("consumer") String consumer,
            @PathParam("tag") String tag) {
        return pact(consumer, provider, null, null, queries.tagged(consumer, provider, tag));
    }

    @GET
    @Path(PAIR + "/latest-untagged/badge")
    @Produces(SVG)
    public RestResponse<String> untagged(
            @PathParam("provider") String provider, @PathParam("consumer") String consumer) {
        return pact(consumer, provider, null, null, queries.untagged(consumer, provider));
    }

    @GET
    @Path("/matrix/provider/{provider}/latest/{providerTag}/consumer/{consumer}/latest/{tag}/badge")
    @Produces(SVG)
    public RestResponse<String> ofTags(
            @PathParam("provider") String provider,
            @PathParam("providerTag") String providerTag,
            @PathParam("consumer") String consumer,
            @PathParam("tag") String tag) {
        return pact(
                consumer, provider, tag, providerTag, queries.taggedWithTagged(consumer, provider, tag, providerTag));
    }

    @GET
    @Path("/pacticipants/{pacticipant}/latest-version/{tag}/can-i-deploy/to/{to}/badge")
    @Produces(SVG)
    public RestResponse<String> tagToTag(
            @PathParam("pacticipant") String pacticipant, @PathParam("tag") String tag, @PathParam("to") String to) {
        Optional<Decision> decision = unlessNotFound(() -> matrix.tagToTag(pacticipant, tag, to));
        return fresh(decision.map(found -> deploy(tag, to, found))
                .orElseGet(() ->
                        Badge.notFound(queries.known(pacticipant, tag).pacticipant() ? "version" : "pacticipant")));
    }

    @GET
    @Path(
            "/pacticipants/{pacticipant}/branches/{branch}/latest-version/can-i-deploy/to-environment/{environment}/badge")
    @Produces(SVG)
    public RestResponse<String> branchToEnvironment(
            @PathParam("pacticipant") String pacticipant,
            @PathParam("branch") String branch,
            @PathParam("environment") String environment) {
        Optional<Decision> decision =
                unlessNotFound(() -> matrix.branchToEnvironment(pacticipant, branch, environment));
        return fresh(decision.map(found -> deploy(branch, environment, found))
                .orElseGet(() -> Badge.notFound(missing(pacticipant, branch, environment))));
    }

    @GET
    @Path("/pacticipants/{pacticipant}/main-branch/can-i-merge/badge")
    @Produces(SVG)
    public RestResponse<String> canIMerge(@PathParam("pacticipant") String pacticipant) {
        BadgeQueries.Known known = queries.known(pacticipant, "");
        if (!known.pacticipant()) {
            return fresh(Badge.notFound("pacticipant"));
        }
        if (known.mainVersion().isEmpty()) {
            return fresh(Badge.notFound("main branch version"));
        }
        Badge badge = switch (matrix.canIMerge(pacticipant, known.mainVersion().get())) {
            case Decision.Deployable yes -> new Badge("can-i-merge", "success", Colour.BRIGHT_GREEN);
            case Decision.NotDeployable no -> new Badge("can-i-merge", "failed", Colour.RED);
            case Decision.Undecided unknown -> new Badge("can-i-merge", "unknown", Colour.LIGHT_GREY);
        };
        return answer(badge, settings.badgeDefaultCacheSetting());
    }

    private RestResponse<String> pact(
            String consumer,
            String provider,
            @Nullable String consumerTag,
            @Nullable String providerTag,
            Optional<PactBadge.Standing> standing) {
        boolean initials = call.parameter("initials").filter("true"::equals).isPresent();
        String side = call.parameter("label").orElse("");
        return fresh(
                new PactBadge(consumer, provider, consumerTag, providerTag, side, initials).of(standing.orElse(null)));
    }

    private Badge deploy(String from, String to, Decision decision) {
        return new Badge(
                call.parameter("label").orElse("can-i-deploy"),
                from + " to " + to,
                decision instanceof Decision.Deployable ? Colour.BRIGHT_GREEN : Colour.RED);
    }

    private String missing(String pacticipant, String branch, String environment) {
        BadgeQueries.Known known = queries.known(pacticipant, branch);
        if (!known.pacticipant()) {
            return "pacticipant";
        }
        if (!known.branch()) {
            return "branch";
        }
        return queries.environmentExists(environment) ? "version" : "environment";
    }

    private static Optional<Decision> unlessNotFound(Supplier<Decision> decision) {
        try {
            return Optional.of(decision.get());
        } catch (ProblemException refusal) {
            if (refusal.problem() instanceof Problem.NotFound) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private RestResponse<String> fresh(Badge badge) {
        return answer(badge, "no-cache");
    }

    private RestResponse<String> answer(Badge badge, String cacheControl) {
        ResponseBuilder<String> response = settings.badgeProviderMode().equals("redirect")
                ? ResponseBuilder.<String>create(307).location(URI.create(badge.address(settings.shieldsIoBaseUrl())))
                : ResponseBuilder.ok(BadgeImage.of(badge));
        return response.header("Cache-Control", cacheControl).build();
    }
}
