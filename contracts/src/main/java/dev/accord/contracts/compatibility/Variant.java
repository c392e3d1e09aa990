package dev.accord.contracts.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.contracts.openapi.Schema;
import dev.accord.contracts.openapi.SchemaType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a value may fit a schema: schemas without alternatives that all hold.
 *
 * @param parts the schemas, folded
 * @param kinds the kinds of values that they admit together
 * @param tags the values of a discriminating property in this variant, or null
 * @param approximate whether more values fit the parts than fit the schema, because of conditions or negations
 */
record Variant(
        List<Schema> parts, Set<SchemaType> kinds, @Nullable Tags tags, boolean approximate) {

    /** The values by which a discriminating property names a variant. */
    record Tags(String property, List<String> values) {}

    /** How an object of this variant holds a property. */
    enum Presence {
        /** In every object. */
        ALWAYS,
        /** In some objects. */
        SOMETIMES,
        /** Nothing is said of it, and nothing forbids it. */
        UNDECLARED,
        /** In no object. */
        NEVER
    }

    /** Returns whether no part says anything of types or keywords, so that anything goes. */
    boolean isAnything() {
        return parts.stream().allMatch(Variant::saysNothing);
    }

    private static boolean saysNothing(Schema part) {
        return part.types().isEmpty()
                && part.enumValues() == null
                && part.constValue() == null
                && part.properties().isEmpty()
                && part.required().isEmpty()
                && part.items() == null
                && part.additionalProperties() == null
                && !Boolean.FALSE.equals(part.booleanValue());
    }

    /** Returns whether no part states a type, so that the kinds are only guessed from other keywords. */
    boolean isUntyped() {
        return parts.stream().allMatch(p -> p.types().isEmpty() && p.enumValues() == null && p.constValue() == null);
    }

    /** Returns the only values that may be sent, or null where there is no such list. */
    @Nullable
    List<JsonNode> enumerated() {
        List<JsonNode> values = null;
        for (Schema part : parts) {
            if (part.constValue() != null) {
                values = List.of(part.constValue());
            } else if (part.enumValues() != null && values == null) {
                values = part.enumValues();
            }
        }
        if (values == null) {
            return null;
        }
        List<JsonNode> admitted = new ArrayList<>();
        for (JsonNode value : values) {
            if (admits(value)) {
                admitted.add(value);
            }
        }
        return admitted;
    }

    boolean admits(JsonNode value) {
        return SchemaValidator.admits(parts, value, SchemaValidator.Mode.EXCERPT);
    }

    /** Returns the schemas that the value of a property must fit; none when anything may stand there. */
    List<Schema> property(String name) {
        List<Schema> schemas = new ArrayList<>();
        for (Schema part : parts) {
            boolean declared = false;
            Schema property = part.properties().get(name);
            if (property != null) {
                schemas.add(property);
                declared = true;
            }
            for (Map.Entry<String, Schema> pattern : part.patternProperties().entrySet()) {
                if (Regexes.find(pattern.getKey(), name).orElse(false)) {
                    schemas.add(pattern.getValue());
                    declared = true;
                }
            }
            Schema additional = part.additionalProperties();
            if (!declared && additional != null) {
                schemas.add(additional);
            }
        }
        return schemas;
    }

    /** Returns how an object in a response, or in a request, holds a property. */
    Presence presence(String name, boolean response) {
        boolean declared = false;
        boolean required = false;
        for (Schema part : parts) {
            required |= part.required().contains(name);
            Schema property = part.properties().get(name);
            if (property != null) {
                declared = true;
                Schema effective = property.effective();
                if (Boolean.FALSE.equals(effective.booleanValue())
                        || (response ? effective.writeOnly() : effective.readOnly())) {
                    return Presence.NEVER;
                }
                continue;
            }
            boolean byPattern = part.patternProperties().keySet().stream()
                    .anyMatch(p -> Regexes.find(p, name).orElse(false));
            Schema additional = part.additionalProperties();
            if (byPattern) {
                declared = true;
            } else if (additional != null
                    && Boolean.FALSE.equals(additional.effective().booleanValue())) {
                return Presence.NEVER;
            } else if (additional != null && !Boolean.TRUE.equals(additional.booleanValue())) {
                declared = true;
            }
        }
        if (!declared && parts.stream().anyMatch(Variant::forbidsUnevaluated)) {
            return Presence.NEVER;
        }
        if (required) {
            return Presence.ALWAYS;
        }
        return declared ? Presence.SOMETIMES : Presence.UNDECLARED;
    }

    private static boolean forbidsUnevaluated(Schema part) {
        Schema unevaluated = part.unevaluatedProperties();
        return unevaluated != null
                && Boolean.FALSE.equals(unevaluated.effective().booleanValue());
    }

    /** Returns whether objects of this variant declare no property at all and are open: free-form. */
    boolean isFreeForm() {
        return parts.stream()
                .allMatch(p -> p.properties().isEmpty()
                        && p.patternProperties().isEmpty()
                        && (p.additionalProperties() == null
                                || Boolean.TRUE.equals(p.additionalProperties().booleanValue())));
    }

    /** Returns the kinds that a folded schema without alternatives admits. */
    static Set<SchemaType> kinds(Schema part) {
        if (Boolean.FALSE.equals(part.booleanValue())) {
            return EnumSet.noneOf(SchemaType.class);
        }
        Set<SchemaType> kinds = part.types().isEmpty() ? EnumSet.allOf(SchemaType.class) : EnumSet.copyOf(part.types());
        if (kinds.contains(SchemaType.NUMBER)) {
            kinds.remove(SchemaType.INTEGER);
        }
        return kinds;
    }

    static Set<SchemaType> both(Set<SchemaType> a, Set<SchemaType> b) {
        Set<SchemaType> both = EnumSet.noneOf(SchemaType.class);
        for (SchemaType kind : a) {
            if (b.contains(kind)) {
                both.add(kind);
            } else if (kind == SchemaType.INTEGER && b.contains(SchemaType.NUMBER)) {
                both.add(kind);
            } else if (kind == SchemaType.NUMBER && b.contains(SchemaType.INTEGER)) {
                both.add(SchemaType.INTEGER);
            }
        }
        return both;
    }
}
