package dev.accord.contracts.usage;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says sets of values in words. */
public final class Words {

    private Words() {}

    /** Returns a need in words, such as {@code integer or null}. */
    public static String of(Need need) {
        return need.shapes().stream().map(Words::of).distinct().collect(Collectors.joining(" or "));
    }

    private static String of(Shape shape) {
        return switch (shape) {
            case Shape.Any any -> "anything";
            case Shape.Null none -> "null";
            case Shape.Bool bool -> "boolean";
            case Shape.Num(Shape.NumberKind kind) ->
                switch (kind) {
                    case ANY -> "number";
                    case INTEGER -> "integer";
                    case DECIMAL -> "decimal";
                };
            case Shape.Text(List<Shape.TextRule> rules) ->
                rules.isEmpty()
                        ? "string"
                        : rules.stream().map(Words::of).collect(Collectors.joining(" and ", "string ", ""));
            case Shape.Exactly exactly -> "exactly " + exactly.value();
            case Shape.Obj object -> object.map() ? "map" : "object";
            case Shape.Arr array -> array.contains().isEmpty() ? "array" + bounds(array) : "array containing variants";
        };
    }

    private static String bounds(Shape.Arr array) {
        if (array.min() == null && array.max() == null) {
            return "";
        }
        return " of " + (array.min() == null ? "0" : array.min()) + " to "
                + (array.max() == null ? "any number of" : array.max()) + " elements";
    }

    private static String of(Shape.TextRule rule) {
        String kind = rule.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return switch (rule.kind()) {
            case REGEX -> "matching " + rule.argument();
            case INCLUDE -> "including '" + rule.argument() + "'";
            case NOT_EMPTY -> "not empty";
            default -> "as " + kind + (rule.argument().isEmpty() ? "" : " " + rule.argument());
        };
    }
}
