package dev.accord.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A schema in the shape of JSON Schema 2020-12. Each schema of a document is one object, compared by identity: a
 * reference gives the very schema that it names (in OpenAPI 3.1 and later, with keywords beside the reference, a schema
 * that has the named one in its {@link #allOf}). Immutable; the schemas below are read when they are first asked for.
 *
 * <p>Accessors answer null, an empty list or an empty map where the keyword is absent. {@link #effective()} gives the
 * same schema with {@code allOf} folded in.
 */
public final class Schema {

    private static final Pattern COMPONENT = Pattern.compile("/(?:components/schemas|definitions)/([^/]+)");

    private final SchemaFacts facts;
    private @Nullable Schema effective;
    private @Nullable Map<String, Schema> properties;
    private @Nullable Source source;

    Schema(SchemaFacts facts) {
        this.facts = facts;
    }

    /** A schema that allows everything and stands nowhere. */
    public static Schema anything() {
        return new Schema(new SchemaFacts());
    }

    SchemaFacts facts() {
        return facts;
    }

    /** The same values in one schema: {@code allOf}, single alternatives and null alternatives folded in. Memoised. */
    public Schema effective() {
        Schema known = effective;
        if (known == null) {
            known = SchemaFold.fold(this);
            effective = known;
        }
        return known;
    }

    /**
     * Like {@link #effective()}, but a single alternative stays in its list, which is the form to compare with a list of
     * more. Not memoised.
     */
    public Schema listingAlternatives() {
        return SchemaFold.foldKeepingSingleAlternatives(this);
    }

    /** Whether it is written nowhere: what several parts of an {@code allOf} say of one property. */
    public boolean isJoined() {
        return facts.conjunction;
    }

    /** Where it was written; for a folded schema, where its first part was. */
    public Source source() {
        Source known = source;
        if (known == null) {
            known = facts.origins.isEmpty()
                    ? Source.ROOT
                    : facts.origins.getFirst().source();
            source = known;
        }
        return known;
    }

    /** Where a keyword of it was written, or the schema's own place where it has no such keyword. */
    public Source source(String keyword) {
        for (Node each : facts.origins) {
            Node value = each.get(keyword);
            if (value != null) return value.source();
        }
        return source();
    }

    /** The name under which it is defined among the components; null where it is written in place. */
    public @Nullable String componentName() {
        if (facts.origins.isEmpty()) return null;
        Matcher matcher = COMPONENT.matcher(facts.origins.getFirst().pointer());
        return matcher.matches() ? matcher.group(1).replace("~1", "/").replace("~0", "~") : null;
    }

    /** True or false for a boolean schema, which allows everything or nothing; null for the others. */
    public @Nullable Boolean booleanValue() {
        return facts.booleanValue;
    }

    /** The reference that could not be followed; null where this is a schema that could be read. */
    public @Nullable String unresolvedReference() {
        return facts.unresolvedReference;
    }

    /** The declared types, null among them where it is declared; empty where no type is declared. */
    public Set<SchemaType> types() {
        return facts.types;
    }

    /** The names written as types that are no types; part of what a document says, but nothing follows from them. */
    public Set<String> unknownTypes() {
        return facts.unknownTypes;
    }

    /** Whether null is declared to be allowed, by a type, by {@code nullable} or by an alternative. */
    public boolean nullable() {
        return facts.nullAlternative || facts.types.contains(SchemaType.NULL);
    }

    /** The format; null where there is none. */
    public @Nullable String format() {
        return facts.format;
    }

    /** The title; null where there is none. */
    public @Nullable String title() {
        return facts.title;
    }

    /** The description; null where there is none. */
    public @Nullable String description() {
        return facts.description;
    }

    /** The only values; null where there is no such list. */
    public @Nullable List<JsonNode> enumValues() {
        return facts.enumValues;
    }

    /** The only value (a JSON null for {@code const: null}); null where there is none. */
    public @Nullable JsonNode constValue() {
        return facts.constValue;
    }

    /** The default (a JSON null for {@code default: null}); null where there is none. */
    public @Nullable JsonNode defaultValue() {
        return facts.defaultValue;
    }

    /** The values of {@code x-extensible-enum}; null where there is no such list. */
    public @Nullable List<JsonNode> extensibleEnum() {
        return facts.extensibleEnum;
    }

    /** The least value, itself allowed; OpenAPI 3.0's boolean {@code exclusiveMinimum} is already taken in. */
    public @Nullable BigDecimal minimum() {
        return facts.minimum;
    }

    /** The greatest value, itself allowed. */
    public @Nullable BigDecimal maximum() {
        return facts.maximum;
    }

    /** The bound below, itself not allowed. */
    public @Nullable BigDecimal exclusiveMinimum() {
        return facts.exclusiveMinimum;
    }

    /** The bound above, itself not allowed. */
    public @Nullable BigDecimal exclusiveMaximum() {
        return facts.exclusiveMaximum;
    }

    /** What a number must be a multiple of. */
    public @Nullable BigDecimal multipleOf() {
        return facts.multipleOf;
    }

    /** The least length of a string in code points. */
    public @Nullable Long minLength() {
        return facts.minLength;
    }

    /** The greatest length of a string in code points. */
    public @Nullable Long maxLength() {
        return facts.maxLength;
    }

    /** The pattern that a string must contain, not anchored. */
    public @Nullable String pattern() {
        return facts.pattern;
    }

    /** The least number of items. */
    public @Nullable Long minItems() {
        return facts.minItems;
    }

    /** The greatest number of items. */
    public @Nullable Long maxItems() {
        return facts.maxItems;
    }

    /** Whether no two items may be equal. */
    public boolean uniqueItems() {
        return facts.uniqueItems;
    }

    /** The schema of the items after {@link #prefixItems}. */
    public @Nullable Schema items() {
        return get(facts.items);
    }

    /** The schemas of the first items. */
    public List<Schema> prefixItems() {
        return get(facts.prefixItems);
    }

    /** The schema that some items must fit. */
    public @Nullable Schema contains() {
        return get(facts.contains);
    }

    /** How many items must fit {@link #contains} at least. */
    public @Nullable Long minContains() {
        return facts.minContains;
    }

    /** How many items may fit {@link #contains} at most. */
    public @Nullable Long maxContains() {
        return facts.maxContains;
    }

    /** The schema of the items that no other keyword has looked at. */
    public @Nullable Schema unevaluatedItems() {
        return get(facts.unevaluatedItems);
    }

    /** The least number of properties. */
    public @Nullable Long minProperties() {
        return facts.minProperties;
    }

    /** The greatest number of properties. */
    public @Nullable Long maxProperties() {
        return facts.maxProperties;
    }

    /** The properties by name, in the order of the document. */
    public Map<String, Schema> properties() {
        Map<String, Schema> known = properties;
        if (known == null) {
            known = get(facts.properties);
            properties = known;
        }
        return known;
    }

    /** The names of the properties that must be there; they need not be declared. */
    public Set<String> required() {
        return facts.required;
    }

    /** The schema of the properties that are not declared; null, which allows any, where nothing is said. */
    public @Nullable Schema additionalProperties() {
        return get(facts.additionalProperties);
    }

    /** The schemas of properties by a pattern of their names. */
    public Map<String, Schema> patternProperties() {
        return get(facts.patternProperties);
    }

    /** The schema of the names of properties. */
    public @Nullable Schema propertyNames() {
        return get(facts.propertyNames);
    }

    /** The schema of the properties that no other keyword has looked at. */
    public @Nullable Schema unevaluatedProperties() {
        return get(facts.unevaluatedProperties);
    }

    /** The properties that must be there when another is. */
    public Map<String, Set<String>> dependentRequired() {
        return facts.dependentRequired;
    }

    /** The schemas that an object must fit when it has a property. */
    public Map<String, Schema> dependentSchemas() {
        return get(facts.dependentSchemas);
    }

    /** The schemas that must all fit; in a folded schema, only what could not be folded. */
    public List<Schema> allOf() {
        return get(facts.allOf);
    }

    /** The schemas of which at least one must fit. */
    public List<Schema> anyOf() {
        return get(facts.anyOf);
    }

    /** The schemas of which exactly one must fit. */
    public List<Schema> oneOf() {
        return get(facts.oneOf);
    }

    /** The schema that must not fit. */
    public @Nullable Schema not() {
        return get(facts.not);
    }

    /** The condition. */
    public @Nullable Schema ifSchema() {
        return get(facts.ifSchema);
    }

    /** What holds where the condition does. */
    public @Nullable Schema thenSchema() {
        return get(facts.thenSchema);
    }

    /** What holds where the condition does not. */
    public @Nullable Schema elseSchema() {
        return get(facts.elseSchema);
    }

    /** How bytes are written in a string, such as {@code base64}. */
    public @Nullable String contentEncoding() {
        return facts.contentEncoding;
    }

    /** The media type of what a string holds. */
    public @Nullable String contentMediaType() {
        return facts.contentMediaType;
    }

    /** The schema of what a string holds. */
    public @Nullable Schema contentSchema() {
        return get(facts.contentSchema);
    }

    /** Whether it is only sent by the provider. */
    public boolean readOnly() {
        return facts.readOnly;
    }

    /** Whether it is only sent by the consumer. */
    public boolean writeOnly() {
        return facts.writeOnly;
    }

    /** Deprecation, sunset, stability. */
    public Lifecycle lifecycle() {
        return facts.lifecycle;
    }

    /** Which alternative applies by the value of a property; null where nothing is said. */
    public @Nullable Discriminator discriminator() {
        return facts.discriminator;
    }

    private static @Nullable Schema get(@Nullable SchemaLink link) {
        return link == null ? null : link.get();
    }

    private static List<Schema> get(List<SchemaLink> links) {
        return links.isEmpty() ? List.of() : links.stream().map(SchemaLink::get).toList();
    }

    private static Map<String, Schema> get(Map<String, SchemaLink> links) {
        if (links.isEmpty()) return Map.of();
        Map<String, Schema> schemas = new LinkedHashMap<>();
        links.forEach((name, link) -> schemas.put(name, link.get()));
        return Collections.unmodifiableMap(schemas);
    }

    @Override
    public String toString() {
        return "schema at " + source();
    }
}
