package dev.accord.contracts.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.accord.contracts.language.Language;
import dev.accord.contracts.openapi.Schema;
import dev.accord.contracts.openapi.Source;
import dev.accord.contracts.usage.Need;
import dev.accord.contracts.usage.Shape;
import dev.accord.contracts.usage.Words;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks what a consumer may send over the schema of a request: is everything admitted? The example itself is validated
 * elsewhere, as a whole; this looks for other values that the matching rules allow.
 */
final class RequestWalk {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MAX_ELEMENTS = 200;

    private final Trace trace;

    RequestWalk(Trace trace) {
        this.trace = trace;
    }

    void walk(Need need, @Nullable JsonNode example, List<List<Schema>> alternatives, String place) {
        trace.visit(place, alternatives);
        Source source = Places.source(alternatives);
        List<Variant> variants = Variants.of(alternatives).list();
        List<Schema> parts = variants.stream().flatMap(v -> v.parts().stream()).toList();
        for (Shape shape : need.shapes()) {
            switch (shape) {
                case Shape.Obj object -> objects(object, example, variants, alternatives, place, source);
                case Shape.Arr array -> arrays(array, example, variants, alternatives, place, source);
                case Shape.Any any -> undecided(need, parts, place, source);
                case Shape.Null none -> listed(NullNode.getInstance(), alternatives, place, source);
                default -> {
                    if (!need.isLiteral()) {
                        scalars(shape, variants, alternatives, place, source);
                    }
                }
            }
        }
    }

    private void undecided(Need need, List<Schema> parts, String place, Source source) {
        trace.add(
                ViolationKind.REQUEST_UNDECIDED,
                place,
                TextRules.fingerprint(parts),
                "whether " + ResponseWalk.at(place) + " is always admitted is not known, because the matcher '"
                        + need.rule() + "' is not known",
                source);
    }

    /** A value that the rules name: the consumer sends it for certain, some day. */
    private void listed(JsonNode value, List<List<Schema>> alternatives, String place, Source source) {
        if (!admitted(alternatives, value)) {
            trace.add(
                    ViolationKind.LISTED_VALUE_REFUSED,
                    place,
                    value.toString(),
                    List.of(value),
                    ResponseWalk.at(place) + " may be sent as " + Excerpts.of(value) + ", which is refused",
                    source);
        }
    }

    private void scalars(
            Shape shape, List<Variant> variants, List<List<Schema>> alternatives, String place, Source source) {
        List<Schema> parts = variants.stream().flatMap(v -> v.parts().stream()).toList();
        if (shape instanceof Shape.Text(List<Shape.TextRule> rules)) {
            Optional<List<String>> words = TextLanguages.words(rules);
            if (words.isPresent()) {
                words.get().forEach(w -> listed(TextNode.valueOf(w), alternatives, place, source));
                return;
            }
        }
        List<JsonNode> values = switch (shape) {
            case Shape.Bool bool -> List.of(BooleanNode.TRUE, BooleanNode.FALSE);
            case Shape.Num(Shape.NumberKind kind) -> numbers(kind, parts);
            case Shape.Text(List<Shape.TextRule> rules) -> texts(rules, parts);
            default -> List.of();
        };
        List<JsonNode> refused =
                values.stream().filter(v -> !admitted(alternatives, v)).toList();
        if (!refused.isEmpty()) {
            refused(refused, shape, place, source);
        } else if (shape instanceof Shape.Text(List<Shape.TextRule> rules) && !rules.isEmpty()) {
            longer(shape, rules, values.isEmpty(), variants, alternatives, place, source);
        }
    }

    /** What no sample showed may be decided over all texts that the rules allow. */
    private void longer(
            Shape shape,
            List<Shape.TextRule> rules,
            boolean noSamples,
            List<Variant> variants,
            List<List<Schema>> alternatives,
            String place,
            Source source) {
        Optional<Language.Inclusion> inclusion =
                TextLanguages.of(rules).map(sent -> TextLanguages.admitted(sent, variants));
        Optional<JsonNode> refused = inclusion
                .flatMap(Language.Inclusion::counterexample)
                .<JsonNode>map(TextNode::valueOf)
                .filter(text -> !admitted(alternatives, text));
        boolean proven = inclusion.flatMap(Language.Inclusion::proven).orElse(false);
        if (refused.isPresent()) {
            refused(List.of(refused.get()), shape, place, source);
        } else if (!proven && noSamples) {
            trace.add(
                    ViolationKind.REQUEST_UNDECIDED,
                    place,
                    TextRules.fingerprint(
                            variants.stream().flatMap(v -> v.parts().stream()).toList()),
                    "whether " + ResponseWalk.at(place) + " is always admitted could not be decided",
                    source);
        }
    }

    private void refused(List<JsonNode> refused, Shape shape, String place, Source source) {
        String may = Words.of(new Need(List.of(shape), Need.Strength.HARD, null, ""));
        trace.add(
                ViolationKind.POSSIBLE_VALUE_REFUSED,
                place,
                "",
                refused,
                ResponseWalk.at(place) + " may be sent as any " + may + ", and " + Excerpts.of(refused.get(0))
                        + " is refused",
                source);
    }

    private static List<JsonNode> numbers(Shape.NumberKind kind, List<Schema> parts) {
        List<JsonNode> all = Samples.numbers(parts, kind != Shape.NumberKind.INTEGER);
        return kind == Shape.NumberKind.DECIMAL
                ? all.stream().filter(n -> !n.isIntegralNumber()).toList()
                : all;
    }

    static List<JsonNode> texts(List<Shape.TextRule> rules, List<Schema> parts) {
        List<JsonNode> candidates = new ArrayList<>(Samples.texts(parts));
        for (Shape.TextRule rule : rules) {
            switch (rule.kind()) {
                case REGEX -> PatternSamples.of(rule.argument()).forEach(t -> candidates.add(TextNode.valueOf(t)));
                case INCLUDE -> candidates.add(TextNode.valueOf(rule.argument()));
                case SEMVER -> candidates.add(TextNode.valueOf("1.2.3"));
                case DATE -> candidates.addAll(moments(rule.argument(), "date"));
                case TIME -> candidates.addAll(moments(rule.argument(), "time"));
                case TIMESTAMP -> candidates.addAll(moments(rule.argument(), "date-time"));
                default -> {
                    // the general samples cover it
                }
            }
        }
        return candidates.stream()
                .filter(c -> Acceptance.ofText(rules, c.textValue()).orElse(false))
                .distinct()
                .toList();
    }

    private static List<JsonNode> moments(String pattern, String format) {
        List<JsonNode> moments = new ArrayList<>();
        if (pattern.isEmpty()) {
            Formats.samples(format).forEach(s -> moments.add(TextNode.valueOf(s)));
            return moments;
        }
        try {
            OffsetDateTime moment = OffsetDateTime.of(2020, 1, 31, 10, 15, 30, 0, ZoneOffset.UTC);
            moments.add(TextNode.valueOf(
                    DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(moment)));
        } catch (IllegalArgumentException | java.time.DateTimeException noPattern) {
            return moments;
        }
        return moments;
    }

    private void objects(
            Shape.Obj object,
            @Nullable JsonNode example,
            List<Variant> variants,
            List<List<Schema>> alternatives,
            String place,
            Source source) {
        List<Variant> meant = taking(Tagging.narrow(variants, object), example);
        if (object.map()) {
            freeKeys(object, example, alternatives, place, source);
        }
        object.fields().forEach((name, need) -> {
            String at = Places.field(place, name);
            List<List<Schema>> below = new ArrayList<>();
            boolean declared = false;
            Schema readOnly = null;
            for (Variant variant : meant) {
                List<Schema> schemas = variant.property(name);
                Deprecations.noteField(trace, schemas, at);
                for (Schema schema : schemas) {
                    readOnly = schema.effective().readOnly() ? schema : readOnly;
                }
                declared |= variant.presence(name, false) != Variant.Presence.UNDECLARED;
                below.add(schemas);
            }
            if (readOnly != null) {
                trace.add(
                        ViolationKind.PROPERTY_READ_ONLY,
                        at,
                        "",
                        ResponseWalk.at(at) + " is sent, and only the provider sets it",
                        readOnly.source("readOnly"));
            } else if (!declared && !meant.isEmpty()) {
                trace.add(
                        ViolationKind.PROPERTY_UNDECLARED,
                        at,
                        "",
                        ResponseWalk.at(at) + " is sent, and the document does not know it",
                        source);
            }
            walk(need, example == null ? null : example.get(name), below, at);
        });
    }

    /** Returns the variants that take the example as it is; all where none does. */
    private static List<Variant> taking(List<Variant> variants, @Nullable JsonNode example) {
        if (example == null || variants.size() < 2) {
            return variants;
        }
        List<Variant> taking = variants.stream().filter(v -> v.admits(example)).toList();
        return taking.isEmpty() ? variants : taking;
    }

    private void freeKeys(
            Shape.Obj object,
            @Nullable JsonNode example,
            List<List<Schema>> alternatives,
            String place,
            Source source) {
        if (example == null || example.isEmpty() || !object.keyRules().isEmpty()) {
            return;
        }
        JsonNode other =
                NODES.objectNode().set("some-other-key", example.iterator().next());
        if (!admitted(alternatives, other)) {
            refused(List.of(other), object, place, source);
        }
    }

    private void arrays(
            Shape.Arr array,
            @Nullable JsonNode example,
            List<Variant> variants,
            List<List<Schema>> alternatives,
            String place,
            Source source) {
        if (array.repeats() && array.contains().isEmpty() && example != null && !example.isEmpty()) {
            List<JsonNode> refused = lengths(array, example.get(0), variants).stream()
                    .filter(a -> !admitted(alternatives, a))
                    .toList();
            if (!refused.isEmpty()) {
                refused(refused, array, place, source);
            }
        }
        List<List<Schema>> items = new ArrayList<>();
        variants.forEach(v -> items.addAll(ResponseWalk.items(v)));
        for (int i = 0; i < array.elements().size(); i++) {
            JsonNode element = example == null ? null : example.get(i);
            walk(array.elements().get(i), element, items, Places.element(place));
        }
    }

    /** Returns arrays of every length that matters: the least, the greatest, and those around the schema's bounds. */
    private static List<JsonNode> lengths(Shape.Arr array, JsonNode element, List<Variant> variants) {
        int least = array.min() == null ? 0 : array.min();
        int most = array.max() == null ? MAX_ELEMENTS : array.max();
        List<Long> lengths = new ArrayList<>(List.of((long) least, 2L));
        for (Variant variant : variants) {
            for (Schema part : variant.parts()) {
                for (Long bound : new Long[] {part.minItems(), part.maxItems()}) {
                    if (bound != null) {
                        lengths.addAll(List.of(bound - 1, bound, bound + 1));
                    }
                }
            }
        }
        List<JsonNode> arrays = new ArrayList<>();
        for (long length : lengths.stream().distinct().toList()) {
            if (length >= least && length <= most && length <= MAX_ELEMENTS) {
                ArrayNode copies = NODES.arrayNode();
                for (int i = 0; i < length; i++) {
                    copies.add(element);
                }
                arrays.add(copies);
            }
        }
        return arrays;
    }

    private static boolean admitted(List<List<Schema>> alternatives, JsonNode value) {
        return alternatives.stream().anyMatch(c -> SchemaValidator.admits(c, value, SchemaValidator.Mode.REQUEST));
    }
}
