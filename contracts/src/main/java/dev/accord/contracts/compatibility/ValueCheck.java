package dev.accord.contracts.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.contracts.openapi.Schema;
import dev.accord.contracts.openapi.SchemaType;
import dev.accord.contracts.openapi.Source;
import dev.accord.contracts.usage.Need;
import dev.accord.contracts.usage.Shape;
import dev.accord.contracts.usage.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Checks the scalar values of one place in a response against a need. */
final class ValueCheck {

    private final Trace trace;
    private final Need need;
    private final String place;
    private final Source source;

    ValueCheck(Trace trace, Need need, String place, Source source) {
        this.trace = trace;
        this.need = need;
        this.place = place;
        this.source = source;
    }

    void scalars(Variant variant) {
        List<JsonNode> listed = variant.enumerated();
        if (listed != null) {
            listed.forEach(this::listed);
            return;
        }
        if (need.isLiteral() && need.example() != null && !need.example().isNull()) {
            open(variant);
        }
        if (variant.kinds().contains(SchemaType.STRING) && Acceptance.ofKind(need, SchemaType.STRING)) {
            texts(variant);
        }
        exactly(variant);
    }

    /** One of the few values that may be sent. */
    void listed(JsonNode value) {
        if (!value.isValueNode() || !Acceptance.ofKind(need, JsonValues.kind(value))) {
            return;
        }
        Optional<Boolean> accepted = Acceptance.of(need, value);
        if (accepted.isEmpty()) {
            undecided("value " + value);
        } else if (!accepted.get()) {
            trace.add(
                    ViolationKind.VALUE_POSSIBLE,
                    place,
                    value.toString(),
                    List.of(value),
                    shown() + " may be " + Excerpts.of(value) + "; the consumer accepts " + Words.of(need),
                    source);
        } else if (need.isLiteral() && need.example() != null && !JsonValues.equal(value, need.example())) {
            trace.add(
                    ViolationKind.OTHER_VALUE_POSSIBLE,
                    place,
                    value.toString(),
                    List.of(value),
                    shown() + " may be " + Excerpts.of(value) + "; the consumer's example is "
                            + Excerpts.of(need.example()),
                    source);
        }
    }

    /** The example is all that is known, and the schema has no list of values. */
    private void open(Variant variant) {
        JsonNode example = Objects.requireNonNull(need.example());
        if (!variant.kinds().contains(JsonValues.kind(example))
                && !(example.isNumber() && variant.kinds().contains(SchemaType.NUMBER))) {
            return;
        }
        trace.add(
                ViolationKind.OTHER_VALUE_POSSIBLE,
                place,
                "open",
                shown() + " may be any " + JsonValues.kind(example).keyword() + "; the consumer's example is "
                        + Excerpts.of(example),
                source);
        String format = variant.parts().stream()
                .map(Schema::format)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("none");
        if (example.isTextual()) {
            trace.add(
                    ViolationKind.FORMAT_OPEN,
                    place,
                    format,
                    shown() + " has the format " + format + "; the consumer's example is " + Excerpts.of(example),
                    source);
        } else if (format.equals("int64") || format.equals("double")) {
            wide(format);
        }
    }

    private void texts(Variant variant) {
        TextRules.Inclusion inclusion = TextRules.included(variant, need);
        if (inclusion.included().isEmpty()) {
            undecided(TextRules.fingerprint(variant.parts()));
        } else if (!inclusion.included().get()) {
            trace.add(
                    variant.approximate() ? ViolationKind.RESPONSE_UNDECIDED : ViolationKind.VALUE_POSSIBLE,
                    place,
                    "any",
                    inclusion.witnesses(),
                    shown() + " may be " + Excerpts.of(inclusion.witnesses().get(0)) + "; the consumer accepts "
                            + Words.of(need),
                    source);
        }
    }

    /** Equality asks for one value; a schema without a list of values admits others. */
    private void exactly(Variant variant) {
        boolean onlyExact = need.shapes().stream().allMatch(s -> s instanceof Shape.Exactly || s instanceof Shape.Null);
        List<JsonNode> others = new ArrayList<>();
        if (onlyExact) {
            if (variant.kinds().contains(SchemaType.NUMBER) || variant.kinds().contains(SchemaType.INTEGER)) {
                others.addAll(Samples.numbers(variant.parts(), variant.kinds().contains(SchemaType.NUMBER)));
            }
            if (variant.kinds().contains(SchemaType.BOOLEAN)) {
                others.add(com.fasterxml.jackson.databind.node.BooleanNode.TRUE);
                others.add(com.fasterxml.jackson.databind.node.BooleanNode.FALSE);
            }
        }
        List<JsonNode> refused = others.stream()
                .filter(o -> Acceptance.ofKind(need, JsonValues.kind(o))
                        && !Acceptance.of(need, o).orElse(true)
                        && variant.admits(o))
                .toList();
        if (!refused.isEmpty()) {
            trace.add(
                    ViolationKind.VALUE_POSSIBLE,
                    place,
                    "any",
                    refused,
                    shown() + " may be " + Excerpts.of(refused.get(0)) + "; the consumer accepts " + Words.of(need),
                    source);
        }
        if (!need.isLiteral()) {
            variant.parts().stream()
                    .map(Schema::format)
                    .filter(f -> "int64".equals(f) || "double".equals(f))
                    .findFirst()
                    .ifPresent(this::wide);
        }
    }

    private void wide(String format) {
        boolean number = need.shapes().stream().anyMatch(s -> s instanceof Shape.Num);
        if (number) {
            trace.add(
                    ViolationKind.FORMAT_OPEN,
                    place,
                    format,
                    shown() + " may be a number of the format " + format + ", which may be too large for the consumer",
                    source);
        }
    }

    private void undecided(String detail) {
        trace.add(
                ViolationKind.RESPONSE_UNDECIDED,
                place,
                detail,
                "whether " + shown() + " is always " + Words.of(need) + " could not be decided",
                source);
    }

    private String shown() {
        return ResponseWalk.at(place);
    }
}
