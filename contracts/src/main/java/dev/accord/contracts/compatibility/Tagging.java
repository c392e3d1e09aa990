package dev.accord.contracts.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.accord.contracts.openapi.Source;
import dev.accord.contracts.usage.Need;
import dev.accord.contracts.usage.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Narrows the variants of an object by the value of a tag: a property whose few values tell the variants apart, with or
 * without a discriminator. A consumer that expects one tag reads the fields of that variant only.
 */
final class Tagging {

    private Tagging() {}

    /** Returns the variants that the tags in the example allow; all of them when the tags decide nothing. */
    static List<Variant> narrow(List<Variant> variants, Shape.Obj object) {
        if (variants.size() < 2) {
            return variants;
        }
        List<Variant> meant = variants;
        for (Map.Entry<String, Need> field : object.fields().entrySet()) {
            Need need = field.getValue();
            if (need.example() == null || !restricts(need) || !tells(variants, field.getKey())) {
                continue;
            }
            List<Variant> fitting = meant.stream()
                    .filter(v -> admits(values(v, field.getKey()), need))
                    .toList();
            meant = fitting.isEmpty() ? meant : fitting;
        }
        return meant;
    }

    /** Returns the fields of the example that every variant has a tag for, and none has the one of the example. */
    static List<String> unknown(List<Variant> variants, Shape.Obj object) {
        if (variants.size() < 2) {
            return List.of();
        }
        return object.fields().entrySet().stream()
                .filter(field -> field.getValue().example() != null
                        && restricts(field.getValue())
                        && variants.stream().allMatch(v -> {
                            List<JsonNode> values = values(v, field.getKey());
                            return values != null && !admits(values, field.getValue());
                        }))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean restricts(Need need) {
        return need.isLiteral()
                || need.shapes().stream()
                        .allMatch(s -> s instanceof Shape.Exactly
                                || (s instanceof Shape.Text(List<Shape.TextRule> rules) && !rules.isEmpty()));
    }

    private static boolean admits(@Nullable List<JsonNode> values, Need need) {
        if (values == null) {
            return true;
        }
        return values.stream()
                .anyMatch(v -> need.isLiteral()
                        ? JsonValues.equal(v, java.util.Objects.requireNonNull(need.example()))
                        : Acceptance.of(need, v).orElse(true));
    }

    /** Returns whether the values of a property are listed in some variant. */
    static boolean tells(List<Variant> variants, String property) {
        return variants.stream().anyMatch(v -> values(v, property) != null);
    }

    private static @Nullable List<JsonNode> values(Variant variant, String property) {
        Variant.Tags tags = variant.tags();
        if (tags != null && tags.property().equals(property)) {
            List<JsonNode> values = new ArrayList<>();
            tags.values().forEach(t -> values.add(TextNode.valueOf(t)));
            return values;
        }
        Variants.Expansion expansion = Variants.of(List.of(variant.property(property)));
        List<JsonNode> values = new ArrayList<>();
        for (Variant each : expansion.list()) {
            List<JsonNode> listed = each.enumerated();
            if (listed == null) {
                return null;
            }
            values.addAll(listed);
        }
        return expansion.complete() && !values.isEmpty() ? values : null;
    }

    /** Checks the tags that a discriminator names against the need for its property. */
    static void check(Trace trace, Need need, String property, List<Variant> variants, String place, Source source) {
        for (Variant variant : variants) {
            Variant.Tags tags = variant.tags();
            if (tags != null && tags.property().equals(property)) {
                ValueCheck check = new ValueCheck(trace, need, place, source);
                tags.values().forEach(t -> check.listed(TextNode.valueOf(t)));
            }
        }
    }
}
