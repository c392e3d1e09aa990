package dev.accord.contracts.compatibility;

import dev.accord.contracts.openapi.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says what a schema admits in a text that is the same for schemas that are written the same, up to order. */
final class Fingerprints {

    private static final int MAX_SCHEMAS = 500;

    private final Set<Schema> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final StringBuilder text = new StringBuilder();

    private Fingerprints() {}

    static String of(Schema schema) {
        Fingerprints fingerprints = new Fingerprints();
        fingerprints.add(schema);
        return fingerprints.text.toString();
    }

    private void add(@Nullable Schema raw) {
        if (raw == null) {
            return;
        }
        Schema schema = raw.effective();
        if (seen.size() > MAX_SCHEMAS || !seen.add(schema)) {
            text.append('^');
            return;
        }
        text.append('{');
        say("is", schema.booleanValue());
        say("ref", schema.unresolvedReference());
        say("types", schema.types().isEmpty() ? null : schema.types());
        say("null", schema.nullable() ? true : null);
        say("format", schema.format());
        say("enum", schema.enumValues());
        say("const", schema.constValue());
        say("pattern", schema.pattern());
        List<@Nullable Object> bounds = new ArrayList<>();
        Collections.addAll(
                bounds,
                schema.minimum(),
                schema.maximum(),
                schema.exclusiveMinimum(),
                schema.exclusiveMaximum(),
                schema.multipleOf(),
                schema.minLength(),
                schema.maxLength(),
                schema.minItems(),
                schema.maxItems(),
                schema.minProperties(),
                schema.maxProperties());
        text.append(bounds);
        say("required", schema.required().stream().sorted().toList());
        for (Map.Entry<String, Schema> property : new TreeMap<>(schema.properties()).entrySet()) {
            text.append(property.getKey()).append(':');
            add(property.getValue());
        }
        text.append("items");
        add(schema.items());
        schema.prefixItems().forEach(this::add);
        text.append("others");
        add(schema.additionalProperties());
        text.append("any");
        schema.anyOf().forEach(this::add);
        text.append("one");
        schema.oneOf().forEach(this::add);
        text.append("all");
        schema.allOf().forEach(this::add);
        text.append("not");
        add(schema.not());
        text.append('}');
    }

    private void say(String name, @Nullable Object value) {
        if (value != null) {
            text.append(name).append('=').append(value).append(' ');
        }
    }
}
