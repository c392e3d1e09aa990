package dev.accord.contracts.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.contracts.openapi.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The keywords for numbers. */
final class NumberRules {

    private static final BigDecimal INT32 = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final BigDecimal INT64 = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final int MAX_DIGITS = 2_000;

    private NumberRules() {}

    /** A keyword that refuses a number, and why. */
    record Refusal(String keyword, String sentence) {}

    static List<Refusal> refusals(Schema schema, JsonNode number) {
        BigDecimal value = number.decimalValue();
        List<Refusal> refusals = new ArrayList<>();
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
        return refusals;
    }

    /** A remainder of numbers with huge exponents would be written out digit by digit. */
    private static boolean isWritable(BigDecimal number) {
        return Math.abs((long) number.scale()) + number.precision() < MAX_DIGITS;
    }

    private static void compare(
            List<Refusal> refusals,
            String keyword,
            @org.jspecify.annotations.Nullable BigDecimal bound,
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
            @org.jspecify.annotations.Nullable BigDecimal bound,
            BigDecimal value,
            int wrong,
            String words) {
        if (bound != null && Integer.signum(value.compareTo(bound)) != -wrong) {
            refusals.add(new Refusal(keyword, value + " is " + words + bound));
        }
    }
}
