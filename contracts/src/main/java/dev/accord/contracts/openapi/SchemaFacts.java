package dev.accord.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keywords of one schema while it is put together; nobody changes it once a {@link Schema} holds it. */
final class SchemaFacts {

    /** Where it was written; several places for a schema that was folded together. */
    List<Node> origins = new ArrayList<>();

    @Nullable
    DocumentContext context;
    /** Not written anywhere: the schemas of one property in several parts of an {@code allOf}. */
    boolean conjunction;

    @Nullable
    Boolean booleanValue;

    @Nullable
    String unresolvedReference;

    /** The declared types, {@link SchemaType#NULL} among them where null is allowed; empty where any is. */
    Set<SchemaType> types = Set.of();
    /** What stands where a type should but is none. */
    Set<String> unknownTypes = Set.of();
    /** Null is allowed by an alternative, or by OpenAPI 3.0's {@code nullable} without a type. */
    boolean nullAlternative;

    @Nullable
    String format;

    @Nullable
    String title;

    @Nullable
    String description;

    @Nullable
    List<JsonNode> enumValues;

    @Nullable
    JsonNode constValue;

    @Nullable
    JsonNode defaultValue;

    @Nullable
    List<JsonNode> extensibleEnum;

    @Nullable
    BigDecimal minimum;

    @Nullable
    BigDecimal maximum;

    @Nullable
    BigDecimal exclusiveMinimum;

    @Nullable
    BigDecimal exclusiveMaximum;

    @Nullable
    BigDecimal multipleOf;

    @Nullable
    Long minLength;

    @Nullable
    Long maxLength;

    @Nullable
    String pattern;

    @Nullable
    Long minItems;

    @Nullable
    Long maxItems;

    boolean uniqueItems;

    @Nullable
    SchemaLink items;

    List<SchemaLink> prefixItems = List.of();

    @Nullable
    SchemaLink contains;

    @Nullable
    Long minContains;

    @Nullable
    Long maxContains;

    @Nullable
    SchemaLink unevaluatedItems;

    @Nullable
    Long minProperties;

    @Nullable
    Long maxProperties;

    Map<String, SchemaLink> properties = new LinkedHashMap<>();
    Set<String> required = new LinkedHashSet<>();

    @Nullable
    SchemaLink additionalProperties;

    Map<String, SchemaLink> patternProperties = Map.of();

    @Nullable
    SchemaLink propertyNames;

    @Nullable
    SchemaLink unevaluatedProperties;

    Map<String, Set<String>> dependentRequired = Map.of();
    Map<String, SchemaLink> dependentSchemas = Map.of();

    List<SchemaLink> allOf = List.of();
    List<SchemaLink> anyOf = List.of();
    List<SchemaLink> oneOf = List.of();

    @Nullable
    SchemaLink not;

    @Nullable
    SchemaLink ifSchema;

    @Nullable
    SchemaLink thenSchema;

    @Nullable
    SchemaLink elseSchema;

    @Nullable
    String contentEncoding;

    @Nullable
    String contentMediaType;

    @Nullable
    SchemaLink contentSchema;

    boolean readOnly;
    boolean writeOnly;
    Lifecycle lifecycle = Lifecycle.NONE;

    @Nullable
    Discriminator discriminator;
}
