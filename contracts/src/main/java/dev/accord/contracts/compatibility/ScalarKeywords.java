package dev.accord.contracts.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.accord.contracts.openapi.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keywords that look at a single value: enumerations, and those for texts and numbers. */
final class ScalarKeywords {

    private static final BigDecimal INT32 = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final BigDecimal INT64 = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final int MAX_DIGITS = 2_000;

    private ScalarKeywords() {}

    /** A keyword that refuses a value, what of the keyword, and why. */
    record Refusal(String keyword, String detail, String sentence) {
        Refusal(String keyword, String sentence) {
            this(keyword, "", sentence);
        }
    }

    /**
     * Returns what refuses a value of a type that the schema admits.
     *
     * @param undecided receives what could not be decided, in words
     */
    static List<Refusal> refusals(Schema schema, JsonNode value, List<String> undecided) {
        List<Refusal> refusals = new ArrayList<>();
        if (value.isTextual()) {
            texts(refusals, schema, value.textValue(), undecided);
        } else if (value.isNumber()) {
            numbers(refusals, schema, value);
        }
        return refusals;
    }

    /** Returns what refuses a value because there is a list of values, or a single one. */
    static List<Refusal> unlisted(Schema schema, JsonNode value) {
        List<Refusal> refusals = new ArrayList<>();
        List<JsonNode> values = schema.enumValues();
        if (values != null && values.stream().noneMatch(v -> JsonValues.equal(v, value))) {
            refusals.add(new Refusal("enum", Excerpts.of(value) + " is not one of " + Excerpts.of(values)));
        }
        JsonNode only = schema.constValue();
        if (only != null && !JsonValues.equal(only, value)) {
            refusals.add(new Refusal("const", Excerpts.of(value) + " is not " + Excerpts.of(only)));
        }
        return refusals;
    }

    private static void texts(List<Refusal> refusals, Schema schema, String text, List<String> undecided) {
        long length = text.codePointCount(0, text.length());
        if (schema.minLength() != null && length < schema.minLength()) {
            refusals.add(new Refusal("minLength", "it is shorter than " + schema.minLength()));
        }
        if (schema.maxLength() != null && length > schema.maxLength()) {
            refusals.add(new Refusal("maxLength", "it is longer than " + schema.maxLength()));
        }
        String pattern = schema.pattern();
        if (pattern != null) {
            Optional<Boolean> found = Regexes.find(pattern, text);
            if (found.isEmpty()) {
                undecided.add("the pattern " + pattern + " cannot be run");
            } else if (!found.get()) {
                refusals.add(new Refusal("pattern", "it does not match " + pattern));
            }
        }
        String format = schema.format();
        if (format != null && !Formats.admits(format, text)) {
            refusals.add(new Refusal("format", format, Excerpts.of(TextNode.valueOf(text)) + " is no " + format));
        }
    }

    private static void numbers(List<Refusal> refusals, Schema schema, JsonNode number) {
        BigDecimal value = number.decimalValue();
        compare(refusals, "minimum", schema.minimum(), value, -1, "less than ");
        compare(refusals, "maximum", schema.maximum(), value, 1, "greater than ");
        compareStrictly(refusals, "exclusiveMinimum", schema.exclusiveMinimum(), value, -1, "not greater than ");
        compareStrictly(refusals, "exclusiveMaximum", schema.exclusiveMaximum(), value, 1, "not less than ");
        BigDecimal step = schema.multipleOf();
        if (step != null && step.signum() > 0 && isWritable(value) && isWritable(step)) {
            if (value.remainder(step).signum() != 0) {
                refusals.add(new Refusal("multipleOf", value + " is no multiple of " + step));
            }
        }
        String format = schema.format();
        BigDecimal bound = "int32".equals(format) ? INT32 : "int64".equals(format) ? INT64 : null;
        if (bound != null
                && (value.compareTo(bound) > 0 || value.compareTo(bound.negate().subtract(BigDecimal.ONE)) < 0)) {
            refusals.add(new Refusal("format", value + " is no " + format));
        }
    }

    /** A remainder of numbers with huge exponents would be written out digit by digit. */
    private static boolean isWritable(BigDecimal number) {
        return Math.abs((long) number.scale()) + number.precision() < MAX_DIGITS;
    }

    private static void compare(
            List<Refusal> refusals,
            String keyword,
            @Nullable BigDecimal bound,
            BigDecimal value,
            int wrong,
            String words) {
        if (bound != null && Integer.signum(value.compareTo(bound)) == wrong) {
            refusals.add(new Refusal(keyword, value + " is " + words + bound));
        }
    }

    private static void compareStrictly(
            List<Refusal> refusals,
            String keyword,
            @Nullable BigDecimal bound,
            BigDecimal value,
            int wrong,
            String words) {
        if (bound != null && Integer.signum(value.compareTo(bound)) != -wrong) {
            refusals.add(new Refusal(keyword, value + " is " + words + bound));
        }
    }
}
