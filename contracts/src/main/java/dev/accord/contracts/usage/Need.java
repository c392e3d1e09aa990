package dev.accord.contracts.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of JSON values: the union of its shapes.
 *
 * @param shapes the alternatives; more than one where rules are combined by OR
 * @param strength how sure the set is
 * @param example the example of a scalar value, or null for objects and arrays, whose parts have their own
 * @param rule the matchers in words, such as {@code integer}; empty where there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Need(
        List<Shape> shapes, Strength strength, @Nullable JsonNode example, String rule) {

    /** How sure a need is. */
    public enum Strength {
        /** A matching rule says it, or a key stands in an object. */
        HARD,
        /** Only the literal of an example says it: the kind counts, the value is a witness. */
        SOFT,
        /** Nobody but a plugin knows. */
        OPAQUE
    }

    public Need {
        shapes = List.copyOf(shapes);
    }

    /** Returns whether exactly the example is meant, because no rule or generator widens it. */
    public boolean isLiteral() {
        return strength == Strength.SOFT;
    }

    /** Returns whether null belongs to the set. */
    public boolean includesNull() {
        return shapes.stream().anyMatch(s -> s instanceof Shape.Null || s instanceof Shape.Any);
    }
}
