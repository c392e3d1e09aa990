package dev.accord.contracts.diff;

import dev.accord.contracts.openapi.OpenApiDocument;
import dev.accord.contracts.openapi.Operation;
import dev.accord.contracts.openapi.PathItem;
import dev.accord.contracts.openapi.Source;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pairs paths by their shape and operations by their method; judges which came and went. */
final class PathRules {

    private final ChangeList changes;
    private final SchemaGraph graph;
    private final DiffPolicy policy;

    PathRules(ChangeList changes, SchemaGraph graph, DiffPolicy policy) {
        this.changes = changes;
        this.graph = graph;
        this.policy = policy;
    }

    void compare(OpenApiDocument base, OpenApiDocument revision) {
        Map<PathItem, PathItem> pairs = pairs(base, revision);
        for (PathItem path : base.paths().values()) {
            PathItem other = pairs.get(path);
            if (other != null) compare(path, other);
            else path.operations().values().forEach(each -> removed(each, label(each), true, endOf(revision)));
        }
        for (PathItem path : revision.paths().values()) {
            if (pairs.containsValue(path)) continue;
            path.operations().values().forEach(each -> added(each, endOf(base)));
        }
    }

    private static Source endOf(OpenApiDocument document) {
        return new Source("/paths", document.info().source().line(), 1);
    }

    private static Map<PathItem, PathItem> pairs(OpenApiDocument base, OpenApiDocument revision) {
        Map<String, PathItem> byShape = new LinkedHashMap<>();
        revision.paths().values().forEach(each -> {
            if (!base.paths().containsKey(each.template())) byShape.putIfAbsent(each.shape(), each);
        });
        Map<PathItem, PathItem> pairs = new java.util.IdentityHashMap<>();
        base.paths().forEach((template, path) -> {
            PathItem same = revision.paths().get(template);
            PathItem other = same != null ? same : byShape.remove(path.shape());
            if (other != null) pairs.put(path, other);
        });
        return pairs;
    }

    private void compare(PathItem base, PathItem revision) {
        base.operations().forEach((method, operation) -> {
            Operation other = revision.operations().get(method);
            if (other == null) removed(operation, label(operation), false, revision.source());
            else
                new OperationRules(new OperationPair(
                                changes,
                                graph,
                                policy,
                                base,
                                revision,
                                operation,
                                other,
                                other.key().toString()))
                        .compare();
        });
        revision.operations().forEach((method, operation) -> {
            if (!base.operations().containsKey(method)) added(operation, base.source());
        });
    }

    private void added(Operation operation, Source base) {
        report("endpoint-added", label(operation), null, null, base, operation.source());
    }

    /** Judges that an operation went, alone or with its path. */
    void removed(Operation operation, String label, boolean withPath, Source revision) {
        Optional<Stability> stability = Stability.of(operation.lifecycle().stability());
        Source source = operation.source();
        if (stability.isEmpty()) {
            String level = JsonValues.textOrNull(operation.lifecycle().stability());
            report("api-invalid-stability-level", label, level, null, source, revision);
        }
        if (stability.isEmpty() || !stability.get().isPromised()) return;
        String prefix = withPath ? "api-path-removed-" : "api-removed-";
        if (!operation.lifecycle().deprecated()) {
            report(prefix + "without-deprecation", label, null, null, source, revision);
            return;
        }
        Optional<LocalDate> sunset = Sunsets.date(operation.lifecycle().sunset());
        String text = JsonValues.textOrNull(operation.lifecycle().sunset());
        if (text != null && sunset.isEmpty()) report("api-path-sunset-parse", label, text, null, source, revision);
        else if (sunset.isPresent() && policy.today().isBefore(sunset.get())) {
            report(prefix + "before-sunset", label, text, null, source, revision);
        } else {
            report(prefix + "with-deprecation", label, text, null, source, revision);
        }
    }

    private static String label(Operation operation) {
        return operation.key().toString();
    }

    private void report(
            String rule, String label, @Nullable String before, @Nullable String after, Source base, Source revision) {
        changes.add(Rules.get(rule), label, Direction.BOTH, "", before, after, base, revision);
    }
}
