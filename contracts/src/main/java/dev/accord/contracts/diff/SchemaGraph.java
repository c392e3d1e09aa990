package dev.accord.contracts.diff;

import dev.accord.contracts.openapi.OpenApiDocument;
import dev.accord.contracts.openapi.Schema;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The pairs of schemas that two documents compare, each looked at once however many operations share it. Changes are
 * told for every place by walking from the place along the pairs that have any; a cycle ends where it would come round.
 */
final class SchemaGraph {

    private static final int MAX_PATH_DEPTH = 100;

    /** In one place a change is told for so many paths to it; schemas that refer to each other freely have no end of them. */
    private static final int MAX_VISITS_OF_ONE_PAIR = 200;

    /** The work of telling in all; beyond it the list ends. */
    private static final int MAX_VISITS = 10_000_000;

    /** Two schemas in a mode. */
    private record Key(Schema base, Schema revision, SchemaMode mode) {}

    /**
     * Where schemas stand.
     *
     * @param operation the operation
     * @param location the place in it, to which the path is appended
     * @param isHeaderParameter whether it is a header, which has rules of its own
     * @param optional whether it is a parameter that may be left out, before and after
     * @param exploded whether a list is written as several parameters
     * @param direction which way the values go
     */
    record Place(
            @Nullable String operation,
            String location,
            boolean isHeaderParameter,
            boolean optional,
            boolean exploded,
            Direction direction) {}

    private final Map<Key, SchemaPair> pairs = new HashMap<>();
    private final Deque<SchemaPair> unexplored = new ArrayDeque<>();
    private final SchemaSameness sameness = new SchemaSameness();
    private final Map<SchemaPair, Integer> visitsHere = new IdentityHashMap<>();
    private final ChangeList changes;
    private final DiffPolicy policy;
    private int visits;
    private final Set<String> baseNames;
    private final Set<String> revisionNames;

    SchemaGraph(ChangeList changes, DiffPolicy policy, OpenApiDocument base, OpenApiDocument revision) {
        this.changes = changes;
        this.policy = policy;
        this.baseNames = base.components().schemas().keySet();
        this.revisionNames = revision.components().schemas().keySet();
    }

    /**
     * Whether two alternatives are one and the same: they say the same, and where both are components of different names,
     * one may have been renamed to the other, because both names are not there at once.
     */
    boolean isSameAlternative(Schema before, Schema after) {
        String was = before.componentName();
        String is = after.componentName();
        boolean twoComponents =
                was != null && is != null && !was.equals(is) && revisionNames.contains(was) && baseNames.contains(is);
        return !twoComponents && sameness.same(before, after);
    }

    SchemaSameness sameness() {
        return sameness;
    }

    DiffPolicy policy() {
        return policy;
    }

    /** The pair of two schemas; it is looked into later where it is new. */
    SchemaPair pair(Schema base, Schema revision, SchemaMode mode) {
        return pairs.computeIfAbsent(new Key(base, revision, mode), key -> {
            SchemaPair made = new SchemaPair(base, revision, mode);
            unexplored.push(made);
            return made;
        });
    }

    void connect(SchemaPair from, String path, boolean shaded, SchemaPair to) {
        from.edges.add(new SchemaPair.Edge(path, shaded, to));
        to.parents.add(from);
        if (to.changed) markChanged(from);
    }

    void add(SchemaPair pair, Finding finding) {
        pair.findings.add(finding);
        markChanged(pair);
    }

    private static void markChanged(SchemaPair pair) {
        Deque<SchemaPair> todo = new ArrayDeque<>();
        todo.push(pair);
        while (!todo.isEmpty()) {
            SchemaPair at = todo.pop();
            if (at.changed) continue;
            at.changed = true;
            at.parents.forEach(todo::push);
        }
    }

    /** Lists what changed between two schemas that stand at a place. */
    void compare(Schema base, Schema revision, SchemaMode mode, Place place) {
        SchemaPair root = pair(base, revision, mode);
        while (!unexplored.isEmpty()) new SchemaComparison(this, unexplored.pop()).run();
        visitsHere.clear();
        if (root.changed) tell(root, "", false, place, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private void tell(SchemaPair pair, String path, boolean shaded, Place place, Set<SchemaPair> onPath) {
        if (changes.isFull() || onPath.size() > MAX_PATH_DEPTH || visits > MAX_VISITS) {
            changes.truncate();
            return;
        }
        if (visitsHere.merge(pair, 1, Integer::sum) > MAX_VISITS_OF_ONE_PAIR || !onPath.add(pair)) return;
        visits++;
        for (Finding each : pair.findings) tell(each, pair, path, shaded, place);
        for (SchemaPair.Edge each : pair.edges) {
            if (each.pair().changed) tell(each.pair(), path + each.path(), shaded || each.shaded(), place, onPath);
        }
        onPath.remove(pair);
    }

    private void tell(Finding finding, SchemaPair pair, String path, boolean shaded, Place place) {
        boolean isRoot = path.isEmpty() && finding.path().isEmpty();
        Rule rule = isRoot ? finding.atRoot() : finding.nested();
        if (isRoot && place.exploded() && finding.exploded() != null) rule = finding.exploded();
        if (rule != null && (shaded || finding.shaded())) rule = SchemaMode.shaded(rule);
        if (rule == null) return;
        if (pair.mode == SchemaMode.PARAMETER) rule = HeaderParameterRules.inPlace(rule, path, isRoot, place);
        if (rule == null) return;
        String location = place.location() + path + finding.path();
        changes.add(
                rule,
                place.operation(),
                place.direction(),
                location,
                finding.before(),
                finding.after(),
                finding.base(),
                finding.revision());
        Rule second = pair.mode == SchemaMode.PARAMETER ? HeaderParameterRules.besides(rule, place) : null;
        if (second == null) return;
        changes.add(
                second,
                place.operation(),
                place.direction(),
                location,
                finding.before(),
                finding.after(),
                finding.base(),
                finding.revision());
    }

    /** What is called differently, or said additionally, where a parameter is a header or is always sent. */
    private static final class HeaderParameterRules {

        static @Nullable Rule inPlace(Rule rule, String path, boolean isRoot, Place place) {
            // the items of a list are the values of the parameter
            String items = "request-parameter-property-max-items-";
            if (path.equals("/*") && rule.id().startsWith(items)) {
                return Rules.get("request-parameter-max-items-" + rule.id().substring(items.length()));
            }
            // a default means something only to those who may leave the parameter out
            if (isRoot && !place.optional() && rule.id().startsWith("request-parameter-default-value-")) return null;
            if (!place.isHeaderParameter()) return rule;
            return switch (rule.id()) {
                case "new-required-request-parameter-property" -> Rules.get("new-required-request-header-property");
                case "request-parameter-property-became-required",
                        "request-parameter-property-became-required-with-default" ->
                    Rules.get("request-header-property-became-required");
                case "request-parameter-property-became-enum" -> Rules.get("request-header-property-became-enum");
                default -> rule;
            };
        }

        static @Nullable Rule besides(Rule rule, Place place) {
            boolean header = place.isHeaderParameter() && rule.id().equals("request-parameter-became-enum");
            return header ? Rules.get("request-header-property-became-enum") : null;
        }
    }
}
