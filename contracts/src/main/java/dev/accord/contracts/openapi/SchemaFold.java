package dev.accord.contracts.openapi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Folds what means the same into one form: the parts of {@code allOf} become one schema, a single alternative is taken
 * in, an alternative that is just null becomes nullability. Parts that cannot be joined without loss stay in
 * {@code allOf}.
 */
final class SchemaFold {

    /** Beyond this many parts a schema is left as it is; no written document comes near. */
    private static final int MAX_PARTS = 2000;

    /** Whether a single alternative is taken into the schema that lists it. */
    private final boolean takeInSingle;

    private SchemaFold(boolean takeInSingle) {
        this.takeInSingle = takeInSingle;
    }

    static Schema fold(Schema schema) {
        return fold(schema, true);
    }

    /** Folds, but leaves a single alternative in its list, for the comparison with a list of more. */
    static Schema foldKeepingSingleAlternatives(Schema schema) {
        return fold(schema, false);
    }

    private static Schema fold(Schema schema, boolean takeInSingle) {
        if (!needsFolding(schema.facts())) return schema;
        SchemaFold fold = new SchemaFold(takeInSingle);
        List<SchemaFacts> parts = new ArrayList<>();
        Set<Schema> seen = new LinkedHashSet<>();
        fold.collect(schema, seen, parts);
        if (seen.size() > MAX_PARTS) return schema;
        return new Schema(new SchemaMerge(parts).merge());
    }

    private static boolean needsFolding(SchemaFacts facts) {
        return !facts.allOf.isEmpty() || alternativesFold(facts.anyOf, facts) || alternativesFold(facts.oneOf, facts);
    }

    private static boolean alternativesFold(List<SchemaLink> alternatives, SchemaFacts facts) {
        if (alternatives.size() == 1) return facts.discriminator == null;
        for (SchemaLink each : alternatives) if (isNull(each.get())) return true;
        return false;
    }

    /** Whether a schema allows null and nothing else. */
    static boolean isNull(Schema schema) {
        SchemaFacts facts = schema.facts();
        if (facts.types.equals(Set.of(SchemaType.NULL))) return true;
        if (facts.constValue != null) return facts.constValue.isNull();
        return facts.enumValues != null
                && facts.enumValues.size() == 1
                && facts.enumValues.getFirst().isNull();
    }

    /** Adds the schema's own keywords, then those of each part of it, each part once. */
    private void collect(Schema schema, Set<Schema> seen, List<SchemaFacts> parts) {
        if (seen.size() > MAX_PARTS || !seen.add(schema)) return;
        SchemaFacts facts = schema.facts();
        SchemaFacts own = copy(facts);
        own.allOf = List.of();
        own.anyOf = List.of();
        own.oneOf = List.of();
        parts.add(own);
        for (SchemaLink each : facts.allOf) collect(each.get(), seen, parts);
        alternatives(facts.anyOf, facts, own, seen, parts, true);
        alternatives(facts.oneOf, facts, own, seen, parts, false);
    }

    private void alternatives(
            List<SchemaLink> alternatives,
            SchemaFacts facts,
            SchemaFacts own,
            Set<Schema> seen,
            List<SchemaFacts> parts,
            boolean any) {
        if (alternatives.isEmpty()) return;
        List<SchemaLink> rest = new ArrayList<>();
        for (SchemaLink each : alternatives) if (!isNull(each.get())) rest.add(each);
        boolean orNull = rest.size() < alternatives.size();
        if (rest.isEmpty()) {
            own.types = own.types.isEmpty() ? Set.of(SchemaType.NULL) : own.types;
            return;
        }
        if (takeInSingle && rest.size() == 1 && (orNull || facts.discriminator == null)) {
            foldSingle(rest.getFirst().get(), orNull, own, seen, parts);
            return;
        }
        if (any) own.anyOf = List.copyOf(rest);
        else own.oneOf = List.copyOf(rest);
        if (orNull && own.types.isEmpty()) own.nullAlternative = true;
    }

    private void foldSingle(Schema only, boolean orNull, SchemaFacts own, Set<Schema> seen, List<SchemaFacts> parts) {
        if (!orNull) {
            collect(only, seen, parts);
            return;
        }
        // null or X: X folded by itself, with null allowed
        if (own.types.isEmpty()) own.nullAlternative = true;
        List<SchemaFacts> alternative = new ArrayList<>();
        collect(only, seen, alternative);
        if (alternative.isEmpty()) return;
        SchemaFacts merged = new SchemaMerge(alternative).merge();
        addNull(merged);
        parts.add(merged);
    }

    private static void addNull(SchemaFacts facts) {
        if (facts.types.isEmpty()) {
            facts.nullAlternative = true;
            return;
        }
        Set<SchemaType> types = EnumSet.copyOf(facts.types);
        types.add(SchemaType.NULL);
        facts.types = Collections.unmodifiableSet(types);
    }

    static SchemaFacts copy(SchemaFacts from) {
        SchemaFacts to = new SchemaFacts();
        to.context = from.context;
        to.origins = from.origins;
        to.booleanValue = from.booleanValue;
        to.unresolvedReference = from.unresolvedReference;
        to.types = from.types;
        to.unknownTypes = from.unknownTypes;
        to.nullAlternative = from.nullAlternative;
        to.format = from.format;
        to.title = from.title;
        to.description = from.description;
        to.enumValues = from.enumValues;
        to.constValue = from.constValue;
        to.defaultValue = from.defaultValue;
        to.extensibleEnum = from.extensibleEnum;
        to.minimum = from.minimum;
        to.maximum = from.maximum;
        to.exclusiveMinimum = from.exclusiveMinimum;
        to.exclusiveMaximum = from.exclusiveMaximum;
        to.multipleOf = from.multipleOf;
        to.minLength = from.minLength;
        to.maxLength = from.maxLength;
        to.pattern = from.pattern;
        to.minItems = from.minItems;
        to.maxItems = from.maxItems;
        to.uniqueItems = from.uniqueItems;
        to.items = from.items;
        to.prefixItems = from.prefixItems;
        to.contains = from.contains;
        to.minContains = from.minContains;
        to.maxContains = from.maxContains;
        to.unevaluatedItems = from.unevaluatedItems;
        to.minProperties = from.minProperties;
        to.maxProperties = from.maxProperties;
        to.properties = from.properties;
        to.required = from.required;
        to.additionalProperties = from.additionalProperties;
        to.patternProperties = from.patternProperties;
        to.propertyNames = from.propertyNames;
        to.unevaluatedProperties = from.unevaluatedProperties;
        to.dependentRequired = from.dependentRequired;
        to.dependentSchemas = from.dependentSchemas;
        to.allOf = from.allOf;
        to.anyOf = from.anyOf;
        to.oneOf = from.oneOf;
        to.not = from.not;
        to.ifSchema = from.ifSchema;
        to.thenSchema = from.thenSchema;
        to.elseSchema = from.elseSchema;
        to.contentEncoding = from.contentEncoding;
        to.contentMediaType = from.contentMediaType;
        to.contentSchema = from.contentSchema;
        to.readOnly = from.readOnly;
        to.writeOnly = from.writeOnly;
        to.lifecycle = from.lifecycle;
        to.discriminator = from.discriminator;
        return to;
    }

    /**
     * A schema that holds where all of the given ones do; the one itself where there is only one. The same set gives the
     * same schema, so that recursive schemas joined property by property end in themselves.
     */
    static SchemaLink all(List<SchemaLink> links) {
        Set<Schema> distinct = new LinkedHashSet<>();
        for (SchemaLink each : links) {
            Schema schema = each.get();
            if (schema.facts().conjunction) schema.facts().allOf.forEach(part -> distinct.add(part.get()));
            else distinct.add(schema);
        }
        if (distinct.size() == 1) return new SchemaLink(distinct.iterator().next());
        for (Schema each : distinct) {
            DocumentContext context = each.facts().context;
            if (context != null) return new SchemaLink(context.conjunction(distinct));
        }
        return new SchemaLink(conjunction(distinct));
    }

    static Schema conjunction(Set<Schema> parts) {
        SchemaFacts facts = new SchemaFacts();
        facts.conjunction = true;
        for (Schema each : parts) {
            if (facts.context == null) facts.context = each.facts().context;
            if (facts.origins.isEmpty() && !each.facts().origins.isEmpty()) {
                facts.origins = List.of(each.facts().origins.getFirst());
            }
        }
        facts.allOf = parts.stream().map(SchemaLink::new).toList();
        return new Schema(facts);
    }

    static @Nullable SchemaLink both(@Nullable SchemaLink a, @Nullable SchemaLink b) {
        if (a == null) return b;
        return b == null ? a : all(List.of(a, b));
    }
}
