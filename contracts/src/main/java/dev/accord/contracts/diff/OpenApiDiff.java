package dev.accord.contracts.diff;

import dev.accord.contracts.openapi.OpenApiDocument;
import java.util.List;

/**
 * Compares two OpenAPI documents. What means the same compares equal, however it is written: parts of allOf, references,
 * names of components and of path parameters, the case of header names, the version of OpenAPI, the order of keys.
 *
 * <p>Schemas are compared once for each pair that meets and told for each operation that uses them. Documents are read
 * only, so both may be used by other threads meanwhile.
 */
public final class OpenApiDiff {

    private OpenApiDiff() {}

    /** What changed from one document to the next, by {@link DiffPolicy#standard()}. */
    public static List<Change> compare(OpenApiDocument base, OpenApiDocument revision) {
        return compare(base, revision, DiffPolicy.standard());
    }

    /**
     * What changed from one document to the next: path by path in the order of the older document, then what is new,
     * then webhooks, components, security and the document itself. The same documents give the same list.
     */
    public static List<Change> compare(OpenApiDocument base, OpenApiDocument revision, DiffPolicy policy) {
        ChangeList changes = new ChangeList(policy.maxChanges());
        SchemaGraph graph = new SchemaGraph(changes, policy, base, revision);
        new PathRules(changes, graph, policy).compare(base, revision);
        new WebhookRules(changes, graph, policy).compare(base, revision);
        new DocumentRules(changes, graph.sameness()).compare(base, revision);
        return changes.toList();
    }
}
