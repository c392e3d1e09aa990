package dev.accord.contracts.diff;

import dev.accord.contracts.openapi.Schema;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Judges changes of type and format: which way they widen, and whether the wire shows them. */
final class TypeRules {

    private TypeRules() {}

    static void compare(SchemaComparison c) {
        Set<String> before = SchemaKeywords.typeNames(c.a);
        Set<String> after = SchemaKeywords.typeNames(c.b);
        boolean typeChanged = !before.equals(after);
        if (!typeChanged && Objects.equals(c.a.format(), c.b.format())) return;
        TypeChange change = new TypeChange(before, after, orEmpty(c.a.format()), orEmpty(c.b.format()));
        String keyword = typeChanged ? "type" : "format";
        String was = shown(c.a, before);
        String is = shown(c.b, after);
        if (c.mode() == SchemaMode.PARAMETER) {
            String nested = change.breaks(true) != change.breaks(false)
                    ? "type-changed"
                    : change.breaks(true) ? "type-specialized" : "type-generalized";
            if (change.breaks(false) && becameList(c, change)) c.reportList(nested, was, is);
            else c.report(change.breaks(false) ? "type-changed" : "type-generalized", nested, was, is, keyword);
        } else if (c.mode().isRequest()) {
            c.report(request(change, c.mode().stronglyTyped()), was, is, keyword);
        } else {
            c.report(response(change, c.mode().stronglyTyped()), was, is, keyword);
        }
    }

    private static String request(TypeChange change, boolean stronglyTyped) {
        if (change.withoutWidening().breaksUnlessUntyped(stronglyTyped)) return "type-changed";
        return change.isLooseSwap() ? "type-compatible" : "type-generalized";
    }

    private static String response(TypeChange change, boolean stronglyTyped) {
        TypeChange back = change.reversed();
        if (back.withoutWidening().breaksUnlessUntyped(stronglyTyped)) {
            return change.isWidening() ? "type-generalized" : "type-changed";
        }
        return back.isLooseSwap() ? "type-compatible" : "type-specialized";
    }

    /** A single value is written like a list of one where each element is a parameter of its own. */
    private static boolean becameList(SchemaComparison c, TypeChange change) {
        if (c.b.items() == null || !change.after.equals(Set.of("array"))) return false;
        if (change.before.isEmpty() || change.before.contains("array")) return false;
        Schema items = c.b.items().effective();
        Set<String> types = SchemaKeywords.typeNames(items);
        boolean admitted = types.isEmpty()
                || types.equals(Set.of("string"))
                || change.before.stream().allMatch(each -> TypeChange.covers(types, each));
        return admitted && SchemaKeywords.sameConstraintsBesideTypes(c.a, items);
    }

    private static String orEmpty(@Nullable String format) {
        return format == null ? "" : format;
    }

    private static String shown(Schema schema, Set<String> types) {
        String text = types.isEmpty() ? "any" : String.join(" or ", types);
        Schema items = schema.items();
        if (types.contains("array") && items != null) {
            Set<String> of = SchemaKeywords.typeNames(items.effective());
            if (!of.isEmpty()) text = text.replace("array", "array of " + String.join(" or ", of));
        }
        return schema.format() == null ? text : text + " (" + schema.format() + ")";
    }

    /**
     * Types and format before and after, without null.
     *
     * @param before the types before; empty for any
     * @param after the types after; empty for any
     * @param formatBefore the format before; empty for none
     * @param formatAfter the format after; empty for none
     */
    private record TypeChange(Set<String> before, Set<String> after, String formatBefore, String formatAfter) {

        TypeChange reversed() {
            return new TypeChange(after, before, formatAfter, formatBefore);
        }

        boolean typeChanged() {
            return !before.equals(after);
        }

        /** Whether every type before is among those after; false where any type was allowed. */
        boolean isWidening() {
            return typeChanged() && !before.isEmpty() && before.stream().allMatch(each -> covers(after, each));
        }

        TypeChange withoutWidening() {
            return isWidening() ? new TypeChange(after, after, formatBefore, formatAfter) : this;
        }

        boolean isLooseSwap() {
            return typeChanged() && !before.isEmpty() && !after.isEmpty() && !isWidening();
        }

        boolean breaksUnlessUntyped(boolean stronglyTyped) {
            return !(typeChanged() && after.isEmpty()) && breaks(stronglyTyped);
        }

        /** Whether a value before may be none after. On a wire of text, everything is also a string. */
        boolean breaks(boolean stronglyTyped) {
            return (typeChanged() && !typeContained(stronglyTyped))
                    || (!formatBefore.equals(formatAfter) && !formatContained());
        }

        private boolean typeContained(boolean stronglyTyped) {
            Set<String> added = new TreeSet<>(after);
            added.removeAll(before);
            Set<String> removed = new TreeSet<>(before);
            removed.removeAll(after);
            if (added.size() == 1
                    && removed.size() == 1
                    && covers(added, removed.iterator().next())) return true;
            return !stronglyTyped && (added.isEmpty() || added.equals(Set.of("string")));
        }

        private boolean formatContained() {
            if (formatAfter.isEmpty()) return true;
            if (after.size() != 1) return false;
            return switch (after.iterator().next()) {
                case "number" -> formatAfter.equals("double") && formatBefore.equals("float");
                case "integer" ->
                    (formatAfter.equals("int64") && formatBefore.equals("int32"))
                            || (formatAfter.equals("bigint")
                                    && (formatBefore.equals("int32") || formatBefore.equals("int64")));
                case "string" ->
                    formatAfter.equals("date-time") && (formatBefore.equals("date") || formatBefore.equals("time"));
                default -> false;
            };
        }

        private static boolean covers(Set<String> types, String type) {
            return types.contains(type) || (type.equals("integer") && types.contains("number"));
        }
    }
}
