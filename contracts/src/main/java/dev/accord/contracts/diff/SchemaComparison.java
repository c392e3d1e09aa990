package dev.accord.contracts.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.contracts.openapi.Schema;
import dev.accord.contracts.openapi.Source;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds what changed between two schemas themselves, and the pairs of schemas below them. */
final class SchemaComparison {

    private final SchemaGraph graph;
    private final SchemaPair pair;
    private final SchemaMode mode;
    /** Both with allOf folded in. */
    final Schema a;

    final Schema b;
    /** What never goes this way: read-only in a request, write-only in a response. */
    private final boolean shaded;

    SchemaComparison(SchemaGraph graph, SchemaPair pair) {
        this.graph = graph;
        this.pair = pair;
        this.mode = pair.mode;
        this.a = AlternativeRules.comparable(pair.base, pair.revision);
        this.b = AlternativeRules.comparable(pair.revision, pair.base);
        this.shaded = isShaded(b);
    }

    void run() {
        if (cannotBeRead() || boolean_()) return;
        AlternativeRules alternatives = new AlternativeRules(this);
        alternatives.recognise();
        nullability();
        if (!alternatives.explainType()) TypeRules.compare(this);
        values();
        bounds();
        pattern();
        content();
        new ObjectRules(this, alternatives.movedProperties()).compare();
        arrays();
        alternatives.compare();
        new AllOfRules(this, pair.base, pair.revision).compare();
        children();
        annotations();
    }

    SchemaMode mode() {
        return mode;
    }

    SchemaSameness sameness() {
        return graph.sameness();
    }

    DiffPolicy policy() {
        return graph.policy();
    }

    boolean isShaded(Schema schema) {
        return mode.isRequest() ? schema.readOnly() : schema.writeOnly();
    }

    /** Reports an aspect of the schemas themselves; not reported where the place has no such rule. */
    void report(String aspect, @Nullable String before, @Nullable String after, String keyword) {
        report(aspect, aspect, before, after, keyword);
    }

    void report(
            @Nullable String atRoot,
            @Nullable String nested,
            @Nullable String before,
            @Nullable String after,
            String keyword) {
        Rule root = atRoot == null ? null : mode.rule(atRoot, false);
        Rule below = nested == null ? null : mode.rule(nested, true);
        if (root == null && below == null) return;
        graph.add(
                pair, new Finding(root, below, null, "", shaded, before, after, a.source(keyword), b.source(keyword)));
    }

    /** Reports that a single value became a list, which is the same for a parameter that writes lists as repetitions. */
    void reportList(String nested, @Nullable String before, @Nullable String after) {
        Rule root = mode.rule("type-changed", false);
        Rule below = mode.rule(nested, true);
        Rule exploded = mode.rule("type-generalized", false);
        Source base = a.source("type");
        graph.add(pair, new Finding(root, below, exploded, "", shaded, before, after, base, b.source("type")));
    }

    /** Reports a finding of a rule with a name of its own. */
    void report(Rule rule, @Nullable String before, @Nullable String after, String keyword) {
        graph.add(pair, new Finding(rule, rule, null, "", false, before, after, a.source(keyword), b.source(keyword)));
    }

    /** Whether two alternatives are the same one. */
    boolean isSameAlternative(Schema before, Schema after) {
        return graph.isSameAlternative(before, after);
    }

    /** Reports an aspect of a property. */
    void reportProperty(
            String aspect,
            String name,
            boolean shadedProperty,
            @Nullable String before,
            @Nullable String after,
            Source base,
            Source revision) {
        Rule rule = mode.rule(aspect, true);
        if (rule == null) return;
        graph.add(pair, new Finding(null, rule, null, "/" + name, shadedProperty, before, after, base, revision));
    }

    /** Looks later into two schemas below these. */
    void descend(String path, Schema base, Schema revision) {
        SchemaPair below = graph.pair(base, revision, mode);
        graph.connect(pair, path, shaded, below);
    }

    private boolean cannotBeRead() {
        String one = a.unresolvedReference();
        String other = b.unresolvedReference();
        if (one == null && other == null) return false;
        if (Objects.equals(one, other)) return true;
        Rule rule = Rules.get("schema-unresolvable");
        graph.add(pair, new Finding(rule, rule, null, "", shaded, one, other, a.source(), b.source()));
        return true;
    }

    /** Schemas that allow nothing; those that allow everything are like empty ones. */
    private boolean boolean_() {
        boolean before = Boolean.FALSE.equals(a.booleanValue());
        boolean after = Boolean.FALSE.equals(b.booleanValue());
        if (before != after) report(after ? "became-forbidden" : "became-permitted", null, null, "type");
        return before || after;
    }

    private void nullability() {
        if (a.nullable() == b.nullable() || losesTypes(a, b) || losesTypes(b, a)) return;
        report(b.nullable() ? "became-nullable" : "became-not-nullable", null, null, "type");
    }

    /** Whether types that name null give way to no types at all, which allow null too. */
    private static boolean losesTypes(Schema typed, Schema untyped) {
        return !typed.types().isEmpty()
                && untyped.types().isEmpty()
                && untyped.unknownTypes().isEmpty()
                && SchemaKeywords.values(untyped) == null
                && untyped.oneOf().isEmpty()
                && untyped.anyOf().isEmpty();
    }

    private void values() {
        JsonNode one = a.constValue();
        JsonNode other = b.constValue();
        boolean bothConst = (one != null || a.enumValues() == null) && (other != null || b.enumValues() == null);
        if (bothConst && (one != null || other != null)) {
            added("const", one, other, "const");
        } else {
            enums();
        }
        List<JsonNode> before = a.extensibleEnum();
        List<JsonNode> after = b.extensibleEnum();
        if (before != null && after != null) {
            for (JsonNode each : JsonValues.without(before, after)) {
                report("x-extensible-enum-value-removed", JsonValues.text(each), null, "x-extensible-enum");
            }
        }
    }

    private void enums() {
        List<JsonNode> before = withoutNull(SchemaKeywords.values(a));
        List<JsonNode> after = withoutNull(SchemaKeywords.values(b));
        if (before == null && after == null) return;
        if (before == null) {
            report("became-enum", null, JsonValues.texts(Objects.requireNonNull(after)), "enum");
        } else if (after == null && !mode.isRequest()) {
            report("enum-unset", JsonValues.texts(before), null, "enum");
        } else {
            // whoever built on the list of values a request may have loses it with the list
            after = after == null ? List.of() : after;
            for (JsonNode each : JsonValues.without(before, after)) {
                report("enum-value-removed", JsonValues.text(each), null, "enum");
            }
            for (JsonNode each : JsonValues.without(after, before)) {
                report("enum-value-added", null, JsonValues.text(each), "enum");
            }
        }
    }

    /** Null among the values says nothing of its own where nullability changed with it. */
    private @Nullable List<JsonNode> withoutNull(@Nullable List<JsonNode> values) {
        if (values == null || a.nullable() == b.nullable()) return values;
        return values.stream().filter(each -> !each.isNull()).toList();
    }

    /** Reports that a value was added, changed or removed. */
    private void added(String aspect, @Nullable JsonNode before, @Nullable JsonNode after, String keyword) {
        if (JsonValues.same(before, after)) return;
        String action = before == null ? "-added" : after == null ? "-removed" : "-changed";
        report(aspect + action, JsonValues.textOrNull(before), JsonValues.textOrNull(after), keyword);
    }

    private void bounds() {
        for (SchemaKeywords.Bound each : SchemaKeywords.BOUNDS) bound(each);
        BigDecimal before = a.multipleOf();
        BigDecimal after = b.multipleOf();
        if (!SchemaKeywords.sameNumber(before, after)) {
            String action = before == null ? "-set" : after == null ? "-unset" : "-changed";
            report("multiple-of" + action, text(before), text(after), "multipleOf");
        }
    }

    private void bound(SchemaKeywords.Bound bound) {
        BigDecimal before = SchemaKeywords.bound(bound, a);
        BigDecimal after = SchemaKeywords.bound(bound, b);
        if (SchemaKeywords.sameNumber(before, after)) return;
        String action;
        if (bound.zero()) {
            if (before == null) before = BigDecimal.ZERO;
            if (after == null) after = BigDecimal.ZERO;
        }
        if (before == null) action = "-set";
        else if (after == null) action = "-unset";
        else action = after.compareTo(before) > 0 ? "-increased" : "-decreased";
        report(bound.name() + action, text(before), text(after), bound.keyword());
    }

    private static @Nullable String text(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private void pattern() {
        String before = a.pattern();
        String after = b.pattern();
        if (Objects.equals(before, after)) return;
        String action = before == null ? "-added" : after == null ? "-removed" : "-changed";
        if (before != null && ".*".equals(after)) {
            action = mode.rule("pattern-generalized", true) == null ? "-changed" : "-generalized";
        }
        report("pattern" + action, before, after, "pattern");
    }

    private void content() {
        if (!Objects.equals(a.contentEncoding(), b.contentEncoding())) {
            report("content-encoding-changed", a.contentEncoding(), b.contentEncoding(), "contentEncoding");
        }
        if (!Objects.equals(a.contentMediaType(), b.contentMediaType())) {
            report("content-media-type-changed", a.contentMediaType(), b.contentMediaType(), "contentMediaType");
        }
    }

    private void arrays() {
        if (a.uniqueItems() != b.uniqueItems()) {
            report(b.uniqueItems() ? "unique-items-added" : "unique-items-removed", null, null, "uniqueItems");
        }
        Schema before = SchemaKeywords.closing(a.items());
        Schema after = SchemaKeywords.closing(b.items());
        boolean stillArray = SchemaKeywords.typeNames(a).equals(SchemaKeywords.typeNames(b));
        if (a.items() != null && b.items() != null) descend("/*", a.items(), b.items());
        else if (before == null && after != null && stillArray) report("items-schema-added", null, null, "items");
        else if (before != null && after == null && stillArray) report("items-schema-removed", null, null, "items");
        prefixItems();
        contains();
    }

    private void prefixItems() {
        List<Schema> before = a.prefixItems();
        List<Schema> after = b.prefixItems();
        int both = Math.min(before.size(), after.size());
        for (int i = 0; i < both; i++) descend("/" + i, before.get(i), after.get(i));
        if (after.size() > both) report("prefix-items-added", null, range(both, after.size()), "prefixItems");
        if (before.size() > both) report("prefix-items-removed", range(both, before.size()), null, "prefixItems");
    }

    private static String range(int from, int to) {
        return to - from == 1 ? "item " + from : "items " + from + " to " + (to - 1);
    }

    private void contains() {
        // without contains, the counts mean nothing
        if (a.contains() == null || b.contains() == null) return;
        count("min-contains", orOne(a.minContains()), orOne(b.minContains()), "minContains");
        Long before = a.maxContains();
        Long after = b.maxContains();
        count(
                "max-contains",
                before == null ? Long.MAX_VALUE : before,
                after == null ? Long.MAX_VALUE : after,
                "maxContains");
    }

    private static long orOne(@Nullable Long count) {
        return count == null ? 1 : count;
    }

    private void count(String aspect, long before, long after, String keyword) {
        if (before == after) return;
        String was = before == Long.MAX_VALUE ? null : Long.toString(before);
        String is = after == Long.MAX_VALUE ? null : Long.toString(after);
        report(aspect + (after > before ? "-increased" : "-decreased"), was, is, keyword);
    }

    private void children() {
        for (SchemaKeywords.Child each : SchemaKeywords.CHILDREN) {
            Schema before = each.get().apply(a);
            Schema after = each.get().apply(b);
            if (before != null && after != null) descend("/" + each.keyword(), before, after);
            else if (after != null) report(child(each, after, "-added", "closed"), null, null, each.keyword());
            else if (before != null) report(child(each, before, "-removed", "opened"), null, null, each.keyword());
        }
        Schema before = a.not();
        Schema after = b.not();
        if (before == null && after != null) report("not-added", null, null, "not");
        else if (before != null && after == null) report("not-removed", null, null, "not");
        else if (before != null && after != null && !sameness().same(before, after)) {
            report("not-changed", null, null, "not");
        }
        dependentRequired();
        named("dependent-schema", "dependentSchemas", a.dependentSchemas(), b.dependentSchemas());
        named("pattern-property", "patternProperties", a.patternProperties(), b.patternProperties());
    }

    /** Unevaluated properties that are forbidden close an object as additional ones do. */
    private static String child(SchemaKeywords.Child child, Schema schema, String action, String closing) {
        boolean closes = child.keyword().equals("unevaluatedProperties") && ObjectRules.forbids(schema);
        return closes ? "additional-properties-" + closing : child.name() + action;
    }

    private void named(String aspect, String keyword, Map<String, Schema> before, Map<String, Schema> after) {
        before.forEach((name, schema) -> {
            Schema other = after.get(name);
            if (other == null) report(aspect + "-removed", name, null, keyword);
            else descend("/" + keyword + "[" + name + "]", schema, other);
        });
        for (String name : after.keySet()) {
            if (!before.containsKey(name)) report(aspect + "-added", null, name, keyword);
        }
    }

    private void dependentRequired() {
        Map<String, Set<String>> before = a.dependentRequired();
        Map<String, Set<String>> after = b.dependentRequired();
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            Set<String> was = before.get(name);
            Set<String> is = after.get(name);
            if (Objects.equals(was, is)) continue;
            String action = was == null ? "-added" : is == null ? "-removed" : "-changed";
            report("dependent-required" + action, dependent(name, was), dependent(name, is), "dependentRequired");
        }
    }

    private static @Nullable String dependent(String name, @Nullable Set<String> names) {
        return names == null ? null : name + " with " + String.join(", ", names);
    }

    private void annotations() {
        added("default-value", a.defaultValue(), b.defaultValue(), "default");
        AnnotationRules.compare(this);
    }
}
