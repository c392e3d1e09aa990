package dev.accord.contracts.compatibility;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accord.contracts.openapi.SchemaType;
import java.math.BigDecimal;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Facts about JSON values as JSON Schema sees them. */
final class JsonValues {

    /** Beyond this exponent a number is not written out to see whether it has a fraction. */
    private static final int MAX_SCALE = 10_000;

    /** Jackson's own limits of depth and of lengths hold. */
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonValues() {}

    /** Returns the value that a text writes, or null for a text that is not JSON. */
    static @Nullable JsonNode parsed(String text) {
        try {
            JsonNode value = JSON.readTree(text);
            return value == null || value.isMissingNode() ? null : value;
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }

    /** Returns the kind of a value; a number without a fraction is an integer, also when written as 1.0. */
    static SchemaType kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING, BINARY -> SchemaType.STRING;
            case BOOLEAN -> SchemaType.BOOLEAN;
            case NUMBER -> isIntegral(value) ? SchemaType.INTEGER : SchemaType.NUMBER;
            case ARRAY -> SchemaType.ARRAY;
            case OBJECT, POJO -> SchemaType.OBJECT;
            case NULL, MISSING -> SchemaType.NULL;
        };
    }

    static boolean isIntegral(JsonNode number) {
        if (number.isIntegralNumber()) {
            return true;
        }
        BigDecimal value = number.decimalValue();
        if (value.signum() == 0 || value.scale() <= 0) {
            return true;
        }
        return value.scale() <= MAX_SCALE && value.stripTrailingZeros().scale() <= 0;
    }

    /** Returns whether two elements of an array are equal; the cost grows with the square of its length. */
    static boolean hasEqualElements(JsonNode array) {
        for (int i = 0; i < array.size(); i++) {
            for (int j = i + 1; j < array.size(); j++) {
                if (equal(array.get(i), array.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns whether two values are equal by JSON Schema: numbers by value, objects whatever their order. */
    static boolean equal(JsonNode a, JsonNode b) {
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue()) == 0;
        }
        if (a.getNodeType() != b.getNodeType() || a.size() != b.size()) {
            return false;
        }
        if (a.isArray()) {
            Iterator<JsonNode> others = b.iterator();
            for (JsonNode element : a) {
                if (!equal(element, others.next())) {
                    return false;
                }
            }
            return true;
        }
        if (a.isObject()) {
            return a.properties().stream().allMatch(e -> {
                JsonNode other = b.get(e.getKey());
                return other != null && equal(e.getValue(), other);
            });
        }
        return a.equals(b);
    }
}
