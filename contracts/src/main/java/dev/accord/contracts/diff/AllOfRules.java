package dev.accord.contracts.diff;

import dev.accord.contracts.openapi.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges the parts of allOf. What they say together is compared as one schema; here it is only told which part brought
 * or took something, and nothing where a part says only what held anyway.
 */
final class AllOfRules {

    private final SchemaComparison c;
    private final Schema base;
    private final Schema revision;

    AllOfRules(SchemaComparison comparison, Schema base, Schema revision) {
        this.c = comparison;
        this.base = base;
        this.revision = revision;
    }

    void compare() {
        List<Schema> before = base.allOf();
        List<Schema> after = revision.allOf();
        if (before.isEmpty() && after.isEmpty()) return;
        AlternativeRules.Matching matching = AlternativeRules.Matching.of(before, after, c::isSameAlternative);
        // a part beside others that stayed as they were is news by itself, even where it says nothing new; parts that
        // take the place of something are judged by what they say
        boolean others = !revision.isJoined()
                && !matching.pairs().isEmpty()
                && matching.pairs().entrySet().stream()
                        .allMatch(each -> c.sameness().same(each.getKey(), each.getValue()));
        tell(matching.added(), others && matching.removed().isEmpty() ? null : c.a, true);
        tell(matching.removed(), others && matching.added().isEmpty() ? null : c.b, false);
        residue();
    }

    private void tell(List<Schema> parts, @Nullable Schema other, boolean added) {
        List<Schema> constraining = new ArrayList<>();
        List<Schema> annotating = new ArrayList<>();
        for (Schema each : parts) {
            if (SchemaKeywords.allowsAnything(each)) {
                if (hasAnnotations(each.effective())) annotating.add(each);
            } else if (other == null || !implies(other, each.effective())) {
                constraining.add(each);
            }
        }
        String aspect = added ? "all-of-added" : "all-of-removed";
        tell(aspect, constraining, added);
        tell(aspect + "-annotation-only", annotating, added);
    }

    private void tell(String aspect, List<Schema> parts, boolean added) {
        if (parts.isEmpty()) return;
        String names = AlternativeRules.names(parts);
        c.report(aspect, added ? null : names, added ? names : null, "allOf");
    }

    private static boolean hasAnnotations(Schema schema) {
        return schema.title() != null || schema.defaultValue() != null || schema.description() != null;
    }

    /** What could not be folded together stays as parts, which are compared in order. */
    private void residue() {
        List<Schema> before = c.a.allOf();
        List<Schema> after = c.b.allOf();
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            c.descend("/allOf[" + i + "]", before.get(i), after.get(i));
        }
    }

    /** Whether everything that a part says holds for a schema anyway; when in doubt, not. */
    private boolean implies(Schema schema, Schema part) {
        Set<String> types = SchemaKeywords.typeNames(part);
        if (!types.isEmpty() && !types.equals(SchemaKeywords.typeNames(schema))) return false;
        if (!schema.required().containsAll(part.required())) return false;
        if (!impliesMap(schema.properties(), part.properties())) return false;
        if (!impliesMap(schema.patternProperties(), part.patternProperties())) return false;
        if (!impliesMap(schema.dependentSchemas(), part.dependentSchemas())) return false;
        if (!schema.dependentRequired()
                .entrySet()
                .containsAll(part.dependentRequired().entrySet())) return false;
        for (SchemaKeywords.Child each : SchemaKeywords.allChildren()) {
            if (!impliesChild(each.get().apply(schema), each.get().apply(part))) return false;
        }
        for (SchemaKeywords.Bound each : SchemaKeywords.BOUNDS) {
            if (SchemaKeywords.bound(each, part) != null
                    && !SchemaKeywords.sameNumber(SchemaKeywords.bound(each, schema), SchemaKeywords.bound(each, part)))
                return false;
        }
        return impliesValue(schema, part)
                && impliesList(schema.oneOf(), part.oneOf())
                && impliesList(schema.anyOf(), part.anyOf())
                && impliesList(schema.allOf(), part.allOf())
                && impliesList(schema.prefixItems(), part.prefixItems());
    }

    private static boolean impliesValue(Schema schema, Schema part) {
        return implied(schema.format(), part.format())
                && implied(schema.pattern(), part.pattern())
                && implied(schema.contentEncoding(), part.contentEncoding())
                && implied(schema.contentMediaType(), part.contentMediaType())
                && (part.multipleOf() == null || SchemaKeywords.sameNumber(schema.multipleOf(), part.multipleOf()))
                && (!part.uniqueItems() || schema.uniqueItems())
                && (SchemaKeywords.values(part) == null
                        || JsonValues.sameSet(SchemaKeywords.values(schema), SchemaKeywords.values(part)))
                && !Boolean.FALSE.equals(part.booleanValue())
                && part.unresolvedReference() == null;
    }

    private static boolean implied(@Nullable String held, @Nullable String asked) {
        return asked == null || asked.equals(held);
    }

    private boolean impliesMap(Map<String, Schema> held, Map<String, Schema> asked) {
        for (Map.Entry<String, Schema> each : asked.entrySet()) {
            Schema other = held.get(each.getKey());
            if (other == null || !impliesSchema(other, each.getValue())) return false;
        }
        return true;
    }

    private boolean impliesChild(@Nullable Schema held, @Nullable Schema asked) {
        return asked == null || (held != null && impliesSchema(held, asked));
    }

    private boolean impliesSchema(Schema held, Schema asked) {
        return c.sameness().same(held, asked);
    }

    private boolean impliesList(List<Schema> held, List<Schema> asked) {
        if (asked.isEmpty()) return true;
        AlternativeRules.Matching matching = AlternativeRules.Matching.of(held, asked, c.sameness()::same);
        return matching.added().isEmpty()
                && matching.removed().isEmpty()
                && matching.pairs().entrySet().stream()
                        .allMatch(each -> c.sameness().same(each.getKey(), each.getValue()));
    }
}
