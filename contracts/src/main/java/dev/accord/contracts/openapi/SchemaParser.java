package dev.accord.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the keywords of one schema node, whatever the version, into the shape of JSON Schema 2020-12. */
final class SchemaParser {

    private static final BigDecimal MAX_COUNT = BigDecimal.valueOf(Long.MAX_VALUE);

    private final DocumentContext context;

    SchemaParser(DocumentContext context) {
        this.context = context;
    }

    SchemaFacts parse(Node node) {
        SchemaFacts facts = new SchemaFacts();
        facts.origins = List.of(node);
        facts.context = context;
        if (node instanceof Node.Scalar s && s.value instanceof Boolean b) facts.booleanValue = b;
        if (!(node instanceof Node.Members)) return facts;
        value(facts, node);
        number(facts, node);
        string(facts, node);
        array(facts, node);
        object(facts, node);
        combination(facts, node);
        facts.readOnly = node.isTrue("readOnly");
        facts.writeOnly = node.isTrue("writeOnly");
        facts.lifecycle = Lifecycle.of(node);
        facts.discriminator = discriminator(node);
        return facts;
    }

    private void value(SchemaFacts facts, Node node) {
        facts.types = types(node);
        facts.unknownTypes = unknownTypes(node);
        boolean nullable =
                !context.version().hasJsonSchema2020() && (node.isTrue("nullable") || node.isTrue("x-nullable"));
        if (nullable && facts.types.isEmpty()) facts.nullAlternative = true;
        if (nullable && !facts.types.isEmpty()) {
            Set<SchemaType> types = EnumSet.copyOf(facts.types);
            types.add(SchemaType.NULL);
            facts.types = Collections.unmodifiableSet(types);
        }
        facts.format = node.text("format");
        facts.title = node.text("title");
        facts.description = node.text("description");
        facts.enumValues = values(node.get("enum"));
        facts.constValue = context.version().hasJsonSchema2020() ? value(node.get("const")) : null;
        facts.defaultValue = value(node.get("default"));
        facts.extensibleEnum = values(node.get("x-extensible-enum"));
    }

    private static Set<SchemaType> types(Node node) {
        EnumSet<SchemaType> types = EnumSet.noneOf(SchemaType.class);
        String single = node.text("type");
        if (single != null) SchemaType.of(single).ifPresent(types::add);
        for (String each : node.texts("type")) SchemaType.of(each).ifPresent(types::add);
        return Collections.unmodifiableSet(types);
    }

    private static Set<String> unknownTypes(Node node) {
        Set<String> names = new LinkedHashSet<>(node.texts("type"));
        String single = node.text("type");
        if (single != null) names.add(single);
        names.removeIf(each -> SchemaType.of(each).isPresent());
        return names.isEmpty() ? Set.of() : Collections.unmodifiableSet(names);
    }

    private static @Nullable JsonNode value(@Nullable Node node) {
        return node == null ? null : node.toJson();
    }

    private static @Nullable List<JsonNode> values(@Nullable Node node) {
        if (!(node instanceof Node.Elements list)) return null;
        return list.elements.stream().map(Node::toJson).toList();
    }

    private static void number(SchemaFacts facts, Node node) {
        facts.minimum = node.number("minimum");
        facts.maximum = node.number("maximum");
        facts.exclusiveMinimum = node.number("exclusiveMinimum");
        facts.exclusiveMaximum = node.number("exclusiveMaximum");
        if (node.isTrue("exclusiveMinimum")) {
            facts.exclusiveMinimum = facts.minimum;
            facts.minimum = null;
        }
        if (node.isTrue("exclusiveMaximum")) {
            facts.exclusiveMaximum = facts.maximum;
            facts.maximum = null;
        }
        facts.multipleOf = node.number("multipleOf");
    }

    private void string(SchemaFacts facts, Node node) {
        facts.minLength = count(node, "minLength");
        facts.maxLength = count(node, "maxLength");
        String pattern = node.text("pattern");
        // every string contains the empty pattern
        facts.pattern = pattern == null || pattern.isEmpty() ? null : pattern;
        if (!context.version().hasJsonSchema2020()) return;
        facts.contentEncoding = node.text("contentEncoding");
        facts.contentMediaType = node.text("contentMediaType");
        facts.contentSchema = link(node, "contentSchema");
    }

    private void array(SchemaFacts facts, Node node) {
        facts.minItems = count(node, "minItems");
        facts.maxItems = count(node, "maxItems");
        facts.uniqueItems = node.isTrue("uniqueItems");
        facts.items = link(node, "items");
        if (!context.version().hasJsonSchema2020()) return;
        facts.prefixItems = links(node, "prefixItems");
        facts.contains = link(node, "contains");
        facts.minContains = count(node, "minContains");
        facts.maxContains = count(node, "maxContains");
        facts.unevaluatedItems = link(node, "unevaluatedItems");
    }

    private void object(SchemaFacts facts, Node node) {
        facts.minProperties = count(node, "minProperties");
        facts.maxProperties = count(node, "maxProperties");
        facts.properties = linkMap(node, "properties");
        facts.required = Collections.unmodifiableSet(new LinkedHashSet<>(node.texts("required")));
        facts.additionalProperties = link(node, "additionalProperties");
        if (!context.version().hasJsonSchema2020()) return;
        facts.patternProperties = linkMap(node, "patternProperties");
        facts.propertyNames = link(node, "propertyNames");
        facts.unevaluatedProperties = link(node, "unevaluatedProperties");
        facts.dependentSchemas = linkMap(node, "dependentSchemas");
        if (node.get("dependentRequired") == null) return;
        Map<String, Set<String>> dependent = new LinkedHashMap<>();
        Node names = node.get("dependentRequired");
        node.object("dependentRequired")
                .keySet()
                .forEach(name -> dependent.put(
                        name,
                        Collections.unmodifiableSet(
                                new LinkedHashSet<>(names == null ? List.of() : names.texts(name)))));
        facts.dependentRequired = Collections.unmodifiableMap(dependent);
    }

    private void combination(SchemaFacts facts, Node node) {
        facts.allOf = links(node, "allOf");
        facts.anyOf = links(node, "anyOf");
        facts.oneOf = links(node, "oneOf");
        facts.not = link(node, "not");
        if (!context.version().hasJsonSchema2020()) return;
        facts.ifSchema = link(node, "if");
        facts.thenSchema = link(node, "then");
        facts.elseSchema = link(node, "else");
    }

    /** A schema where an object or a boolean stands, or a reference to one. */
    private @Nullable SchemaLink link(Node node, String keyword) {
        Node value = node.get(keyword);
        return value == null || !isSchema(value) ? null : new SchemaLink(context, value);
    }

    private static boolean isSchema(Node node) {
        return node instanceof Node.Members || (node instanceof Node.Scalar s && s.value instanceof Boolean);
    }

    private List<SchemaLink> links(Node node, String keyword) {
        List<SchemaLink> links = new ArrayList<>();
        for (Node each : node.array(keyword)) if (isSchema(each)) links.add(new SchemaLink(context, each));
        return List.copyOf(links);
    }

    private Map<String, SchemaLink> linkMap(Node node, String keyword) {
        Map<String, Node> members = node.object(keyword);
        if (members.isEmpty()) return Map.of();
        Map<String, SchemaLink> links = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (isSchema(value)) links.put(name, new SchemaLink(context, value));
        });
        return Collections.unmodifiableMap(links);
    }

    private static @Nullable Long count(Node node, String keyword) {
        BigDecimal number = node.number(keyword);
        if (number == null || number.signum() < 0) return null;
        if (number.compareTo(MAX_COUNT) >= 0) return Long.MAX_VALUE;
        BigInteger whole = number.toBigInteger();
        return whole.longValue();
    }

    /** Swagger 2.0 names the property only; later versions have an object. */
    private static @Nullable Discriminator discriminator(Node node) {
        Node value = node.get("discriminator");
        if (value instanceof Node.Scalar s && s.value instanceof String name) {
            return new Discriminator(name, Map.of(), value.source());
        }
        String name = value == null ? null : value.text("propertyName");
        if (value == null || name == null) return null;
        Map<String, String> mapping = new LinkedHashMap<>();
        value.object("mapping").forEach((key, target) -> {
            if (target instanceof Node.Scalar s && s.value instanceof String text) mapping.put(key, text);
        });
        return new Discriminator(name, Collections.unmodifiableMap(mapping), value.source());
    }
}
