package dev.accord.contracts.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.contracts.openapi.OpenApiDocument;
import dev.accord.contracts.openapi.Operation;
import dev.accord.contracts.openapi.Parameter;
import dev.accord.contracts.openapi.ParameterLocation;
import dev.accord.contracts.openapi.Schema;
import dev.accord.contracts.openapi.Server;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the operation that a request reaches. A pact's path may or may not start with the path of a server: both are
 * tried, and a path that needs nothing taken off wins.
 */
final class Routing {

    /** Extensions by which documents configure the comparison of paths, known from other comparators. */
    private static final String IGNORING_CASE = "x-opc-config-case-insensitive";

    private static final String BASE_PATH = "x-opc-config-base-path";

    private final PathIndex index;
    private final @Nullable String configuredBase;
    /** The most segments that the path of a server has: no more are ever taken off. */
    private final int longestBase;

    Routing(OpenApiDocument document) {
        Map<String, JsonNode> extensions = document.info().extensions();
        JsonNode ignoringCase = extensions.get(IGNORING_CASE);
        JsonNode base = extensions.get(BASE_PATH);
        this.index = PathIndex.of(document, ignoringCase != null && ignoringCase.asBoolean());
        this.configuredBase =
                base != null && base.isTextual() ? "/" + String.join("/", PathIndex.segments(base.textValue())) : null;
        this.longestBase = longestBase(document, configuredBase);
    }

    private static int longestBase(OpenApiDocument document, @Nullable String configured) {
        Set<String> bases = new LinkedHashSet<>();
        document.paths()
                .values()
                .forEach(item -> item.operations().values().forEach(operation -> bases.addAll(basePaths(operation))));
        if (configured != null) {
            bases.add(configured);
        }
        return bases.stream()
                .mapToInt(base -> PathIndex.segments(base).size())
                .max()
                .orElse(0);
    }

    /**
     * An operation that a request reaches.
     *
     * @param values values of path parameters by name
     * @param basePath what was taken off the start of the path
     * @param refused the first path parameter whose value is refused, with the value as read; empty when all are admitted
     */
    record Route(Operation operation, Map<String, String> values, String basePath, Optional<Refused> refused) {}

    /** A path parameter whose value is refused. */
    record Refused(Parameter parameter, JsonNode value, String sentence) {}

    /** Returns the base paths under which an operation is offered; the empty path when no server is named. */
    static Set<String> basePaths(Operation operation) {
        Set<String> paths = new LinkedHashSet<>();
        for (Server server : operation.servers()) {
            paths.addAll(server.basePaths());
        }
        if (paths.isEmpty()) {
            paths.add("");
        }
        return paths;
    }

    /** Returns the best route for a path as a pact writes it. */
    Optional<Route> find(String method, String path) {
        List<Route> refused = new ArrayList<>();
        for (PathIndex.Match match : index.find(path)) {
            Optional<Route> route = route(match, method, "");
            if (route.isPresent() && route.get().refused().isEmpty()) {
                return route;
            }
            route.ifPresent(refused::add);
        }
        Optional<Route> absolute = findAbsolute(method, path);
        if (absolute.isPresent()
                && (refused.isEmpty() || absolute.get().refused().isEmpty())) {
            return absolute;
        }
        return refused.stream().findFirst();
    }

    /** Returns the best route for a path that starts with the path of a server. */
    Optional<Route> findAbsolute(String method, String path) {
        List<Route> refused = new ArrayList<>();
        List<String> segments = PathIndex.segments(path);
        for (int taken = 0; taken <= Math.min(longestBase, segments.size()); taken++) {
            String base = taken == 0 ? "" : "/" + String.join("/", segments.subList(0, taken));
            String rest = "/" + String.join("/", segments.subList(taken, segments.size()));
            for (PathIndex.Match match : index.find(rest)) {
                Optional<Route> route = route(match, method, base)
                        .filter(r -> base.equals(configuredBase)
                                || basePaths(r.operation()).contains(base));
                if (route.isPresent() && route.get().refused().isEmpty()) {
                    return route;
                }
                route.ifPresent(refused::add);
            }
        }
        return refused.stream().findFirst();
    }

    private static Optional<Route> route(PathIndex.Match match, String method, String base) {
        Operation operation = match.item().operations().get(method);
        if (operation == null) {
            return Optional.empty();
        }
        for (Map.Entry<String, String> bound : match.values().entrySet()) {
            Optional<Parameter> parameter = operation.parameter(ParameterLocation.PATH, bound.getKey());
            Optional<Refused> refused = parameter.flatMap(p -> refused(p, bound.getValue()));
            if (refused.isPresent()) {
                return Optional.of(new Route(operation, match.values(), base, refused));
            }
        }
        return Optional.of(new Route(operation, match.values(), base, Optional.empty()));
    }

    private static Optional<Refused> refused(Parameter parameter, String text) {
        Schema schema = parameter.effectiveSchema();
        if (schema == null) {
            return Optional.empty();
        }
        if (!ParameterText.isWrittenIn(parameter, text)) {
            return Optional.of(new Refused(
                    parameter,
                    com.fasterxml.jackson.databind.node.TextNode.valueOf(text),
                    "it is not written in the style " + parameter.style()));
        }
        JsonNode value = ParameterText.single(parameter, text);
        return SchemaValidator.validate(schema, value, SchemaValidator.Mode.REQUEST).problems().stream()
                .findFirst()
                .map(p -> new Refused(parameter, value, p.sentence()));
    }
}
