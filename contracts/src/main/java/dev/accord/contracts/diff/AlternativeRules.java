package dev.accord.contracts.diff;

import dev.accord.contracts.openapi.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges the alternatives of anyOf and oneOf, and recognises when they only say in other words what was there before. */
final class AlternativeRules {

    private final SchemaComparison c;
    private boolean typeExplained;
    private boolean alternativesExplained;
    private boolean wrapped;
    /** Whether the list of types changed for the worse; which alternatives did is told beside. */
    private boolean typesBreak;

    private Set<String> moved = Set.of();

    AlternativeRules(SchemaComparison comparison) {
        this.c = comparison;
    }

    /**
     * A schema as it is compared with another: its parts folded in. A single alternative is folded in, too, unless the
     * other schema lists several, or one that is another component.
     */
    static Schema comparable(Schema schema, Schema other) {
        Schema folded = schema.effective();
        if (!folded.oneOf().isEmpty() || !folded.anyOf().isEmpty()) return folded;
        Schema listed = schema.listingAlternatives();
        if (listed.oneOf().isEmpty() && listed.anyOf().isEmpty()) return folded;
        Schema beside = other.listingAlternatives();
        boolean isListed = areListed(listed.oneOf(), beside.oneOf()) && areListed(listed.anyOf(), beside.anyOf());
        return isListed ? listed : folded;
    }

    private static boolean areListed(List<Schema> single, List<Schema> other) {
        if (single.size() != 1 || other.size() != 1) return single.isEmpty() == other.isEmpty();
        String one = single.getFirst().componentName();
        return one != null
                && other.getFirst().componentName() != null
                && !one.equals(other.getFirst().componentName());
    }

    /** Looks for a change of shape that explains the changes of type and alternatives, and reports it. */
    void recognise() {
        listOfTypes();
        if (!typeExplained) wrapping();
    }

    boolean explainType() {
        return typeExplained;
    }

    /** The properties that are now in an alternative. */
    Set<String> movedProperties() {
        return moved;
    }

    void compare() {
        if (!alternativesExplained || wrapped) compare("one-of", "oneOf", c.a.oneOf(), c.b.oneOf());
        if (!alternativesExplained) compare("any-of", "anyOf", c.a.anyOf(), c.b.anyOf());
        if (typesBreak) {
            descend("oneOf", c.b.oneOf(), matching(c.a.oneOf(), c.b.oneOf()));
            descend("anyOf", c.b.anyOf(), matching(c.a.anyOf(), c.b.anyOf()));
        }
    }

    /** One type became a choice of types, or the reverse. */
    private void listOfTypes() {
        Types before = types(c.a);
        Types after = types(c.b);
        if (before == null || after == null || (!before.list() && !after.list())) return;
        Set<String> added = new TreeSet<>(after.names());
        added.removeAll(before.names());
        Set<String> removed = new TreeSet<>(before.names());
        removed.removeAll(after.names());
        if (added.isEmpty() && removed.isEmpty()) {
            // the same types: nothing to say where neither side constrains them further
            boolean bare = before.bare() && after.bare() && before.list() != after.list();
            typeExplained = bare;
            alternativesExplained = bare;
            return;
        }
        typeExplained = true;
        alternativesExplained = true;
        String keyword = after.list() ? "oneOf" : "type";
        boolean widens = c.mode().isRequest() ? removed.isEmpty() : !added.isEmpty();
        typesBreak = widens != c.mode().isRequest();
        c.report(
                widens ? "list-of-types-widened" : "list-of-types-narrowed",
                String.join(", ", removed.isEmpty() ? before.names() : removed),
                String.join(", ", added.isEmpty() ? after.names() : added),
                keyword);
    }

    /**
     * The types that a schema lists.
     *
     * @param names by name
     * @param list whether by alternatives
     * @param bare whether nothing else is said of them
     */
    private record Types(Set<String> names, boolean list, boolean bare) {}

    private static @Nullable Types types(Schema schema) {
        if (schema.not() != null
                || !schema.allOf().isEmpty()
                || !schema.properties().isEmpty()) return null;
        Set<String> names = SchemaKeywords.typeNames(schema);
        if (!names.isEmpty()) return new Types(names, false, isBare(schema));
        List<Schema> alternatives = schema.oneOf().isEmpty() ? schema.anyOf() : schema.oneOf();
        if (alternatives.isEmpty()) return null;
        Set<String> listed = new LinkedHashSet<>();
        boolean bare = true;
        for (Schema each : alternatives) {
            Schema alternative = each.effective();
            Set<String> own = SchemaKeywords.typeNames(alternative);
            boolean simple = own.size() == 1
                    && alternative.properties().isEmpty()
                    && alternative.oneOf().isEmpty()
                    && alternative.anyOf().isEmpty()
                    && alternative.allOf().isEmpty();
            if (!simple) return null;
            listed.addAll(own);
            bare &= isBare(alternative);
        }
        return new Types(listed, true, bare);
    }

    /** Whether a schema says nothing but its types. */
    private static boolean isBare(Schema schema) {
        return schema.format() == null
                && SchemaKeywords.values(schema) == null
                && schema.items() == null
                && schema.pattern() == null
                && SchemaKeywords.BOUNDS.stream().allMatch(each -> SchemaKeywords.bound(each, schema) == null);
    }

    /** An object became one of several, each with some of its properties. */
    private void wrapping() {
        boolean wasObject = c.a.oneOf().isEmpty() && !c.a.properties().isEmpty();
        boolean isChoice = !c.b.oneOf().isEmpty()
                && c.b.properties().isEmpty()
                && SchemaKeywords.typeNames(c.b).isEmpty();
        if (!wasObject || !isChoice) return;
        Set<String> names = new LinkedHashSet<>();
        for (Schema each : c.b.oneOf())
            names.addAll(each.effective().properties().keySet());
        names.retainAll(c.a.properties().keySet());
        if (names.isEmpty()) return;
        moved = names;
        wrapped = true;
        typeExplained = true;
        alternativesExplained = true;
        c.report("wrapped-in-one-of", null, null, names(c.b.oneOf()), "oneOf");
    }

    private void compare(String aspect, String keyword, List<Schema> before, List<Schema> after) {
        if (before.isEmpty() && after.isEmpty()) return;
        Matching matching = matching(before, after);
        descend(keyword, after, matching);
        String atRoot = wrapped ? null : aspect;
        if (!matching.added().isEmpty()) {
            c.report(suffixed(atRoot, "-added"), aspect + "-added", null, names(matching.added()), keyword);
        }
        if (!matching.removed().isEmpty()) {
            c.report(suffixed(atRoot, "-removed"), aspect + "-removed", names(matching.removed()), null, keyword);
        }
    }

    private Matching matching(List<Schema> before, List<Schema> after) {
        return Matching.of(before, after, c::isSameAlternative);
    }

    private void descend(String keyword, List<Schema> after, Matching matching) {
        matching.pairs().forEach((was, is) -> c.descend("/" + keyword + "[" + name(is, after) + "]", was, is));
    }

    private static @Nullable String suffixed(@Nullable String aspect, String suffix) {
        return aspect == null ? null : aspect + suffix;
    }

    static String names(List<Schema> schemas) {
        return schemas.stream().map(each -> name(each, List.of())).collect(Collectors.joining(", "));
    }

    private static String name(Schema schema, List<Schema> among) {
        String component = schema.componentName();
        if (component != null) return component;
        if (schema.title() != null) return schema.title();
        int index = among.indexOf(schema);
        if (index >= 0) return Integer.toString(index);
        Set<String> types = SchemaKeywords.typeNames(schema.effective());
        return "an inline schema" + (types.isEmpty() ? "" : " (" + String.join(" or ", types) + ")");
    }

    /**
     * Which alternatives are which.
     *
     * @param pairs those that are on both sides, with the order of the older
     * @param added those on the newer side only
     * @param removed those on the older side only
     */
    record Matching(Map<Schema, Schema> pairs, List<Schema> added, List<Schema> removed) {

        static Matching of(List<Schema> before, List<Schema> after, BiPredicate<Schema, Schema> same) {
            List<Schema> removed = new ArrayList<>(before);
            List<Schema> added = new ArrayList<>(after);
            Map<Schema, Schema> pairs = new java.util.LinkedHashMap<>();
            match(
                    removed,
                    added,
                    pairs,
                    (a, b) -> a.componentName() != null && a.componentName().equals(b.componentName()));
            match(removed, added, pairs, (a, b) -> Objects.equals(a.title(), b.title()) && same.test(a, b));
            match(
                    removed,
                    added,
                    pairs,
                    (a, b) -> isInline(a, b) && a.title() != null && a.title().equals(b.title()));
            match(removed, added, pairs, same);
            // one of each is left without a name: it was changed
            BiPredicate<Schema, Schema> unnamed = (a, b) -> isInline(a, b) && a.title() == null && b.title() == null;
            if (inline(removed) == 1 && inline(added) == 1) match(removed, added, pairs, unnamed);
            return new Matching(pairs, added, removed);
        }

        private static long inline(List<Schema> schemas) {
            return schemas.stream().filter(each -> each.componentName() == null).count();
        }

        private static boolean isInline(Schema a, Schema b) {
            return a.componentName() == null && b.componentName() == null;
        }

        private static void match(
                List<Schema> removed, List<Schema> added, Map<Schema, Schema> pairs, BiPredicate<Schema, Schema> test) {
            removed.removeIf(was -> {
                for (Schema is : added) {
                    if (!test.test(was, is)) continue;
                    pairs.put(was, is);
                    added.remove(is);
                    return true;
                }
                return false;
            });
        }
    }
}
