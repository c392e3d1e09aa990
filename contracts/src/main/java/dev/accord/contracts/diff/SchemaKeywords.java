package dev.accord.contracts.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.contracts.openapi.Schema;
import dev.accord.contracts.openapi.SchemaType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The keywords of a schema as tables, for what treats them all alike. */
final class SchemaKeywords {

    /**
     * A keyword that bounds a number or a count.
     *
     * @param name as in the names of the rules
     * @param keyword as in a schema
     * @param upper whether it bounds above
     * @param zero whether its absence is the same as 0
     */
    record Bound(
            String name, String keyword, boolean upper, boolean zero, Function<Schema, @Nullable BigDecimal> value) {}

    /** A keyword with one schema. */
    record Child(String name, String keyword, Function<Schema, @Nullable Schema> get) {}

    /** A keyword with schemas by name. */
    record Children(String keyword, Function<Schema, Map<String, Schema>> get) {}

    static final List<Bound> BOUNDS = List.of(
            new Bound("max", "maximum", true, false, Schema::maximum),
            new Bound("min", "minimum", false, false, Schema::minimum),
            new Bound("exclusive-max", "exclusiveMaximum", true, false, Schema::exclusiveMaximum),
            new Bound("exclusive-min", "exclusiveMinimum", false, false, Schema::exclusiveMinimum),
            new Bound("max-length", "maxLength", true, false, s -> decimal(s.maxLength())),
            new Bound("min-length", "minLength", false, true, s -> decimal(s.minLength())),
            new Bound("max-items", "maxItems", true, false, s -> decimal(s.maxItems())),
            new Bound("min-items", "minItems", false, true, s -> decimal(s.minItems())),
            new Bound("max-properties", "maxProperties", true, false, s -> decimal(s.maxProperties())),
            new Bound("min-properties", "minProperties", false, true, s -> decimal(s.minProperties())));

    static final List<Child> CHILDREN = List.of(
            new Child("contains", "contains", Schema::contains),
            new Child("property-names", "propertyNames", Schema::propertyNames),
            new Child("unevaluated-items", "unevaluatedItems", s -> closing(s.unevaluatedItems())),
            new Child("unevaluated-properties", "unevaluatedProperties", s -> closing(s.unevaluatedProperties())),
            new Child("if", "if", Schema::ifSchema),
            new Child("then", "then", Schema::thenSchema),
            new Child("else", "else", Schema::elseSchema),
            new Child("content-schema", "contentSchema", Schema::contentSchema));

    private static final List<Child> OTHER_CHILDREN = List.of(
            new Child("items", "items", s -> closing(s.items())),
            new Child("additional-properties", "additionalProperties", s -> closing(s.additionalProperties())),
            new Child("not", "not", Schema::not));

    static final List<Children> MAPS = List.of(
            new Children("properties", Schema::properties),
            new Children("patternProperties", Schema::patternProperties),
            new Children("dependentSchemas", Schema::dependentSchemas));

    /** What constrains the values and is no schema. */
    private static final List<BiPredicate<Schema, Schema>> CONSTRAINTS = List.of(
            same(Schema::booleanValue),
            same(Schema::unresolvedReference),
            same(Schema::format),
            (a, b) -> JsonValues.sameSet(values(a), values(b)),
            (a, b) -> BOUNDS.stream().allMatch(each -> sameNumber(bound(each, a), bound(each, b))),
            (a, b) -> sameNumber(a.multipleOf(), b.multipleOf()),
            same(Schema::pattern),
            same(Schema::uniqueItems),
            same(Schema::required),
            same(Schema::dependentRequired),
            same(Schema::minContains),
            same(Schema::maxContains),
            same(Schema::contentEncoding),
            same(Schema::contentMediaType));

    /** What is said beside the values. */
    private static final List<BiPredicate<Schema, Schema>> ANNOTATIONS = List.of(
            (a, b) -> JsonValues.same(a.defaultValue(), b.defaultValue()),
            (a, b) -> JsonValues.sameSet(a.extensibleEnum(), b.extensibleEnum()),
            same(Schema::readOnly),
            same(Schema::writeOnly),
            same(Schema::lifecycle),
            (a, b) -> Discriminators.same(a, b));

    private SchemaKeywords() {}

    private static BiPredicate<Schema, Schema> same(Function<Schema, @Nullable Object> get) {
        return (a, b) -> Objects.equals(get.apply(a), get.apply(b));
    }

    /** Whether two schemas constrain alike, types and schemas below aside. */
    static boolean sameConstraintsBesideTypes(Schema a, Schema b) {
        return CONSTRAINTS.stream().allMatch(each -> each.test(a, b));
    }

    private static boolean sameTypes(Schema a, Schema b) {
        return typeNames(a).equals(typeNames(b)) && a.nullable() == b.nullable();
    }

    static boolean sameOwnKeywords(Schema a, Schema b) {
        return sameTypes(a, b)
                && CONSTRAINTS.stream().allMatch(each -> each.test(a, b))
                && ANNOTATIONS.stream().allMatch(each -> each.test(a, b));
    }

    static List<Child> allChildren() {
        return ALL_CHILDREN;
    }

    private static final List<Child> ALL_CHILDREN = java.util.stream.Stream.concat(
                    CHILDREN.stream(), OTHER_CHILDREN.stream())
            .toList();

    static @Nullable BigDecimal bound(Bound bound, Schema schema) {
        BigDecimal value = bound.value().apply(schema);
        return value != null && bound.zero() && value.signum() == 0 ? null : value;
    }

    static boolean sameNumber(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? a == b : a.compareTo(b) == 0;
    }

    private static @Nullable BigDecimal decimal(@Nullable Long count) {
        return count == null ? null : BigDecimal.valueOf(count);
    }

    /** The types by name without null, sorted; null alone where it is the only one. */
    static Set<String> typeNames(Schema schema) {
        Set<String> names = new TreeSet<>(schema.unknownTypes());
        for (SchemaType each : schema.types()) if (each != SchemaType.NULL) names.add(each.keyword());
        if (names.contains("number")) names.remove("integer");
        if (names.isEmpty() && schema.types().contains(SchemaType.NULL)) names.add("null");
        return names;
    }

    /** The only values, by enum or const; null where any is allowed. */
    static @Nullable List<JsonNode> values(Schema schema) {
        JsonNode only = schema.constValue();
        return only != null ? List.of(only) : schema.enumValues();
    }

    /** A schema that rules something out; null for one that allows everything, which is the same as none. */
    static @Nullable Schema closing(@Nullable Schema schema) {
        return schema == null || allowsAnything(schema) ? null : schema;
    }

    /** Whether a schema constrains nothing, whatever it says beside. */
    static boolean allowsAnything(Schema schema) {
        Schema effective = schema.effective();
        if (effective.booleanValue() != null) return effective.booleanValue();
        return effective.types().isEmpty()
                && effective.unknownTypes().isEmpty()
                && CONSTRAINTS.stream().allMatch(each -> each.test(effective, EMPTY.schema))
                && CHILDREN.stream().allMatch(each -> each.get().apply(effective) == null)
                && effective.items() == null
                && effective.additionalProperties() == null
                && effective.not() == null
                && MAPS.stream().allMatch(each -> each.get().apply(effective).isEmpty())
                && effective.prefixItems().isEmpty()
                && effective.allOf().isEmpty()
                && effective.anyOf().isEmpty()
                && effective.oneOf().isEmpty();
    }

    /** The empty schema, made when first needed. */
    private static final class EMPTY {
        static final Schema schema = Schema.anything();
    }
}
