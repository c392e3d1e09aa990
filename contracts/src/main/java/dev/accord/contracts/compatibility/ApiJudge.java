package dev.accord.contracts.compatibility;

import dev.accord.contracts.openapi.OpenApiDocument;
import dev.accord.contracts.openapi.Operation;
import dev.accord.contracts.openapi.Source;
import dev.accord.contracts.usage.InteractionUsage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges interactions by one document. The paths are indexed once, so that many usages can be judged at little cost
 * each. Safe for use by many threads.
 */
public final class ApiJudge {

    private final OpenApiDocument document;
    private final Routing routing;

    private ApiJudge(OpenApiDocument document) {
        this.document = document;
        this.routing = new Routing(document);
    }

    /** Returns a judge for a document; the cost grows with the number of its paths. */
    public static ApiJudge of(OpenApiDocument document) {
        return new ApiJudge(document);
    }

    /** Returns the document. */
    public OpenApiDocument document() {
        return document;
    }

    /** Judges an interaction; one that is no HTTP exchange has no violations and no operation. */
    public Judgement judge(InteractionUsage interaction) {
        InteractionUsage.Request request = interaction.request();
        if (request == null) {
            return new Judgement(interaction, null, "", List.of(), Map.of());
        }
        return judge(interaction, routing.find(request.method(), request.path()));
    }

    /**
     * Judges an interaction in the revision of a document: the request goes to where the consumer found the operation in
     * the base, so that a moved server path is seen.
     *
     * @param base what the base document said
     */
    public Judgement judgeRevision(Judgement base) {
        InteractionUsage interaction = base.interaction();
        InteractionUsage.Request request = interaction.request();
        Operation before = base.operation();
        if (request == null || before == null) {
            return judge(interaction);
        }
        boolean relative = base.basePath().isEmpty();
        List<String> bases = relative ? List.copyOf(Routing.basePaths(before)) : List.of("");
        int reached = 0;
        Optional<Routing.Route> best = Optional.empty();
        for (String prefix : bases) {
            String path = prefix + (request.path().startsWith("/") ? "" : "/") + request.path();
            Optional<Routing.Route> route = routing.findAbsolute(request.method(), path);
            reached += route.isPresent() ? 1 : 0;
            best = best.isPresent() ? best : route;
        }
        if (reached == bases.size()) {
            return judge(interaction, best);
        }
        Optional<Routing.Route> elsewhere = routing.find(request.method(), request.path());
        if (elsewhere.isEmpty()
                || (!relative && reached == 0 && elsewhere.get().basePath().isEmpty())) {
            return judge(interaction, elsewhere);
        }
        Trace trace = new Trace();
        Operation operation = elsewhere.get().operation();
        String paths = String.join(", ", Routing.basePaths(operation));
        trace.add(
                ViolationKind.BASE_PATH_MOVED,
                "",
                reached == 0 ? "" : "partly",
                operation.key() + " is no longer offered where the consumer calls it; it is now under "
                        + (paths.isEmpty() ? "/" : paths),
                operation.servers().isEmpty()
                        ? operation.source()
                        : operation.servers().get(0).source());
        return new Judgement(interaction, operation, "", trace.violations(), Map.of());
    }

    private Judgement judge(InteractionUsage interaction, Optional<Routing.Route> found) {
        InteractionUsage.Request request = interaction.request();
        InteractionUsage.Response response = interaction.response();
        Trace trace = new Trace();
        if (request == null || response == null) {
            return new Judgement(interaction, null, "", List.of(), Map.of());
        }
        if (found.isEmpty()) {
            trace.add(
                    ViolationKind.OPERATION_UNKNOWN,
                    "",
                    "",
                    "no operation answers " + request.method() + " " + request.path(),
                    Source.ROOT);
            return new Judgement(interaction, null, "", trace.violations(), trace.schemas());
        }
        Routing.Route route = found.get();
        Operation operation = route.operation();
        route.refused()
                .ifPresent(refused -> trace.add(
                        ViolationKind.PATH_INCOMPATIBLE,
                        "request/path/" + refused.parameter().name(),
                        "",
                        List.of(refused.value()),
                        "the path parameter " + refused.parameter().name() + " is refused: " + refused.sentence(),
                        refused.parameter().source()));
        if (route.refused().isEmpty()) {
            new RequestCheck(document, operation, request, trace).check(route.values());
            new ResponseCheck(operation, request, response, trace).check();
        }
        return new Judgement(interaction, operation, route.basePath(), trace.violations(), trace.schemas());
    }
}
