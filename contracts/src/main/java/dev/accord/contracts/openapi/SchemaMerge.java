package dev.accord.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Joins schemas that must all hold into one. */
final class SchemaMerge {

    private final List<SchemaFacts> parts;
    private final SchemaFacts merged = new SchemaFacts();
    /** What cannot be joined stays as parts of their own. */
    private final List<SchemaLink> residue = new ArrayList<>();

    SchemaMerge(List<SchemaFacts> parts) {
        this.parts = parts;
    }

    SchemaFacts merge() {
        List<Node> origins = new ArrayList<>();
        for (SchemaFacts part : parts) {
            if (merged.context == null) merged.context = part.context;
            if (part.booleanValue != null && !Boolean.FALSE.equals(merged.booleanValue)) {
                merged.booleanValue = part.booleanValue;
            }
            if (part.unresolvedReference != null) merged.unresolvedReference = part.unresolvedReference;
            origins.addAll(part.origins);
        }
        if (Boolean.TRUE.equals(merged.booleanValue) && parts.size() > 1) merged.booleanValue = null;
        merged.origins = List.copyOf(origins);
        types();
        values();
        bounds();
        properties();
        arrays();
        combinations();
        annotations();
        merged.allOf = List.copyOf(residue);
        return merged;
    }

    private void types() {
        Set<SchemaType> types = null;
        boolean nullAllowed = false;
        for (SchemaFacts part : parts) {
            nullAllowed |= part.nullAlternative;
            if (merged.unknownTypes.isEmpty()) merged.unknownTypes = part.unknownTypes;
            if (part.types.isEmpty()) continue;
            if (types == null) {
                types = EnumSet.copyOf(part.types);
                continue;
            }
            Set<SchemaType> both = intersection(types, part.types);
            if (both.isEmpty()) {
                SchemaFacts other = new SchemaFacts();
                other.origins = part.origins;
                other.types = part.types;
                residue.add(new SchemaLink(new Schema(other)));
            } else {
                types = both;
            }
        }
        // "nullable" without a type, on the outermost part, is meant for the whole
        if (types != null && parts.getFirst().nullAlternative) types.add(SchemaType.NULL);
        merged.types = types == null ? Set.of() : Collections.unmodifiableSet(types);
        merged.nullAlternative = types == null && nullAllowed;
    }

    private static Set<SchemaType> intersection(Set<SchemaType> a, Set<SchemaType> b) {
        Set<SchemaType> both = EnumSet.noneOf(SchemaType.class);
        for (SchemaType each : a) {
            if (b.contains(each)) both.add(each);
            else if (each == SchemaType.INTEGER && b.contains(SchemaType.NUMBER)) both.add(each);
            else if (each == SchemaType.NUMBER && b.contains(SchemaType.INTEGER)) both.add(SchemaType.INTEGER);
        }
        return both;
    }

    private void values() {
        for (SchemaFacts part : parts) {
            if (part.enumValues == null) continue;
            List<JsonNode> others = part.enumValues;
            merged.enumValues = merged.enumValues == null
                    ? others
                    : merged.enumValues.stream().filter(others::contains).toList();
        }
        single(f -> f.constValue, (f, v) -> f.constValue = v);
        single(f -> f.format, (f, v) -> f.format = v);
        single(f -> f.pattern, (f, v) -> f.pattern = v);
        single(f -> f.multipleOf, (f, v) -> f.multipleOf = v);
        single(f -> f.contentEncoding, (f, v) -> f.contentEncoding = v);
        single(f -> f.contentMediaType, (f, v) -> f.contentMediaType = v);
    }

    /** Takes the first value of a keyword; another value of a later part stays as a part of its own. */
    private <T> void single(Function<SchemaFacts, @Nullable T> get, BiConsumer<SchemaFacts, T> set) {
        for (SchemaFacts part : parts) {
            T value = get.apply(part);
            if (value == null) continue;
            T known = get.apply(merged);
            if (known == null) {
                set.accept(merged, value);
            } else if (!same(known, value)) {
                SchemaFacts other = new SchemaFacts();
                other.origins = part.origins;
                set.accept(other, value);
                residue.add(new SchemaLink(new Schema(other)));
            }
        }
    }

    private static boolean same(Object a, Object b) {
        if (a instanceof SchemaLink one && b instanceof SchemaLink other) return one.get() == other.get();
        return Objects.equals(a, b);
    }

    private void bounds() {
        for (SchemaFacts part : parts) {
            merged.minimum = greater(merged.minimum, part.minimum);
            merged.maximum = less(merged.maximum, part.maximum);
            merged.exclusiveMinimum = greater(merged.exclusiveMinimum, part.exclusiveMinimum);
            merged.exclusiveMaximum = less(merged.exclusiveMaximum, part.exclusiveMaximum);
            merged.minLength = greater(merged.minLength, part.minLength);
            merged.maxLength = less(merged.maxLength, part.maxLength);
            merged.minItems = greater(merged.minItems, part.minItems);
            merged.maxItems = less(merged.maxItems, part.maxItems);
            merged.minProperties = greater(merged.minProperties, part.minProperties);
            merged.maxProperties = less(merged.maxProperties, part.maxProperties);
            merged.uniqueItems |= part.uniqueItems;
        }
    }

    private static <T extends Comparable<T>> @Nullable T greater(@Nullable T a, @Nullable T b) {
        if (a == null || b == null) return a == null ? b : a;
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static <T extends Comparable<T>> @Nullable T less(@Nullable T a, @Nullable T b) {
        if (a == null || b == null) return a == null ? b : a;
        return a.compareTo(b) <= 0 ? a : b;
    }

    private void properties() {
        Set<String> required = new LinkedHashSet<>();
        Map<String, List<SchemaLink>> byName = new LinkedHashMap<>();
        for (SchemaFacts part : parts) {
            required.addAll(part.required);
            part.properties.forEach((name, link) ->
                    byName.computeIfAbsent(name, n -> new ArrayList<>()).add(link));
        }
        for (SchemaFacts part : parts) constrainForeignProperties(part, byName);
        Map<String, SchemaLink> properties = new LinkedHashMap<>();
        byName.forEach((name, links) -> properties.put(name, SchemaFold.all(links)));
        merged.properties = Collections.unmodifiableMap(properties);
        merged.required = Collections.unmodifiableSet(required);
        for (SchemaFacts part : parts) {
            merged.additionalProperties = SchemaFold.both(merged.additionalProperties, part.additionalProperties);
            merged.propertyNames = SchemaFold.both(merged.propertyNames, part.propertyNames);
        }
        merged.patternProperties = joined(f -> f.patternProperties);
        merged.dependentSchemas = joined(f -> f.dependentSchemas);
        Map<String, Set<String>> dependent = new LinkedHashMap<>();
        for (SchemaFacts part : parts) {
            part.dependentRequired.forEach((name, names) ->
                    dependent.computeIfAbsent(name, n -> new LinkedHashSet<>()).addAll(names));
        }
        merged.dependentRequired = Collections.unmodifiableMap(dependent);
    }

    /** A part that is closed, or has a schema for undeclared properties, says that of the other parts' too. */
    private static void constrainForeignProperties(SchemaFacts part, Map<String, List<SchemaLink>> byName) {
        SchemaLink additional = part.additionalProperties;
        if (additional == null || !part.patternProperties.isEmpty() || allowsAnything(additional.get())) return;
        byName.forEach((name, links) -> {
            if (!part.properties.containsKey(name)) links.add(additional);
        });
    }

    private static boolean allowsAnything(Schema schema) {
        if (schema.booleanValue() != null) return schema.booleanValue();
        return schema.facts().origins.size() == 1
                && schema.facts().origins.getFirst() instanceof Node.Members m
                && m.members.isEmpty();
    }

    private Map<String, SchemaLink> joined(Function<SchemaFacts, Map<String, SchemaLink>> get) {
        Map<String, SchemaLink> joined = new LinkedHashMap<>();
        for (SchemaFacts part : parts) {
            get.apply(part).forEach((name, link) -> joined.merge(name, link, (a, b) -> SchemaFold.all(List.of(a, b))));
        }
        return Collections.unmodifiableMap(joined);
    }

    private void arrays() {
        for (SchemaFacts part : parts) {
            if (part.prefixItems.isEmpty()) {
                merged.items = SchemaFold.both(merged.items, part.items);
            } else if (merged.prefixItems.isEmpty() && merged.items == null) {
                merged.prefixItems = part.prefixItems;
                merged.items = part.items;
            } else {
                SchemaFacts other = new SchemaFacts();
                other.origins = part.origins;
                other.prefixItems = part.prefixItems;
                other.items = part.items;
                residue.add(new SchemaLink(new Schema(other)));
            }
        }
        for (SchemaFacts part : parts) {
            if (part.contains == null) continue;
            if (merged.contains == null) {
                merged.contains = part.contains;
                merged.minContains = part.minContains;
                merged.maxContains = part.maxContains;
            } else {
                SchemaFacts other = new SchemaFacts();
                other.origins = part.origins;
                other.contains = part.contains;
                other.minContains = part.minContains;
                other.maxContains = part.maxContains;
                residue.add(new SchemaLink(new Schema(other)));
            }
        }
    }

    private void combinations() {
        for (SchemaFacts part : parts) {
            lists(part, f -> f.anyOf, (f, v) -> f.anyOf = v);
            lists(part, f -> f.oneOf, (f, v) -> f.oneOf = v);
            if (part.ifSchema == null) continue;
            SchemaFacts to = merged;
            if (merged.ifSchema != null) {
                to = new SchemaFacts();
                to.origins = part.origins;
                residue.add(new SchemaLink(new Schema(to)));
            }
            to.ifSchema = part.ifSchema;
            to.thenSchema = part.thenSchema;
            to.elseSchema = part.elseSchema;
        }
        single(f -> f.not, (f, v) -> f.not = v);
        single(f -> f.unevaluatedProperties, (f, v) -> f.unevaluatedProperties = v);
        single(f -> f.unevaluatedItems, (f, v) -> f.unevaluatedItems = v);
        single(f -> f.contentSchema, (f, v) -> f.contentSchema = v);
    }

    private void lists(
            SchemaFacts part,
            Function<SchemaFacts, List<SchemaLink>> get,
            BiConsumer<SchemaFacts, List<SchemaLink>> set) {
        if (get.apply(part).isEmpty()) return;
        SchemaFacts to = merged;
        if (!get.apply(merged).isEmpty()) {
            to = new SchemaFacts();
            to.origins = part.origins;
            residue.add(new SchemaLink(new Schema(to)));
        }
        set.accept(to, get.apply(part));
    }

    private void annotations() {
        for (SchemaFacts part : parts) {
            merged.readOnly |= part.readOnly;
            merged.writeOnly |= part.writeOnly;
            if (merged.lifecycle.equals(Lifecycle.NONE)) merged.lifecycle = part.lifecycle;
            if (merged.title == null) merged.title = part.title;
            if (merged.description == null) merged.description = part.description;
            if (merged.defaultValue == null) merged.defaultValue = part.defaultValue;
            if (merged.extensibleEnum == null) merged.extensibleEnum = part.extensibleEnum;
            if (merged.discriminator == null) merged.discriminator = part.discriminator;
        }
    }
}
