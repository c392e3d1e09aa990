package dev.accord.contracts.diff;

import dev.accord.contracts.openapi.Operation;
import dev.accord.contracts.openapi.PathItem;
import dev.accord.contracts.openapi.Source;
import org.jspecify.annotations.Nullable;

/** An operation in both documents, with where its changes go. */
record OperationPair(
        ChangeList changes,
        SchemaGraph graph,
        DiffPolicy policy,
        PathItem basePath,
        PathItem revisionPath,
        Operation base,
        Operation revision,
        String label) {

    void report(
            String rule,
            Direction direction,
            String location,
            @Nullable String before,
            @Nullable String after,
            Source baseSource,
            Source revisionSource) {
        changes.add(Rules.get(rule), label, direction, location, before, after, baseSource, revisionSource);
    }

    /** Reports a change of the operation itself. */
    void report(String rule, @Nullable String before, @Nullable String after) {
        report(rule, Direction.BOTH, "", before, after, base.source(), revision.source());
    }

    SchemaGraph.Place place(String location, Direction direction) {
        return new SchemaGraph.Place(label, location, false, true, false, direction);
    }
}
