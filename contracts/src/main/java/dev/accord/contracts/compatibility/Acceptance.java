package dev.accord.contracts.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.contracts.openapi.SchemaType;
import dev.accord.contracts.usage.Need;
import dev.accord.contracts.usage.Shape;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decides whether values belong to needs. */
final class Acceptance {

    private static final Pattern SEMVER =
            Pattern.compile("(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-[0-9A-Za-z-.]+)?(\\+[0-9A-Za-z-.]+)?");

    private Acceptance() {}

    /** Returns whether values of a kind may belong to the need; {@code NUMBER} stands for numbers with a fraction. */
    static boolean ofKind(Need need, SchemaType kind) {
        return need.shapes().stream().anyMatch(s -> ofKind(s, kind));
    }

    private static boolean ofKind(Shape shape, SchemaType kind) {
        return switch (shape) {
            case Shape.Any any -> true;
            case Shape.Null none -> kind == SchemaType.NULL;
            case Shape.Bool bool -> kind == SchemaType.BOOLEAN;
            case Shape.Num(Shape.NumberKind number) ->
                switch (number) {
                    case ANY -> kind == SchemaType.NUMBER || kind == SchemaType.INTEGER;
                    case INTEGER -> kind == SchemaType.INTEGER;
                    case DECIMAL -> kind == SchemaType.NUMBER;
                };
            case Shape.Text text -> kind == SchemaType.STRING;
            case Shape.Exactly(JsonNode value) -> {
                SchemaType own = JsonValues.kind(value);
                yield own == kind || (own == SchemaType.INTEGER && kind == SchemaType.NUMBER);
            }
            case Shape.Obj object -> kind == SchemaType.OBJECT;
            case Shape.Arr array -> kind == SchemaType.ARRAY;
        };
    }

    /** Returns whether a scalar value belongs to the need; empty when undecided. */
    static Optional<Boolean> of(Need need, JsonNode value) {
        boolean undecided = false;
        for (Shape shape : need.shapes()) {
            Optional<Boolean> accepted = of(shape, value);
            if (accepted.orElse(false)) {
                return accepted;
            }
            undecided |= accepted.isEmpty();
        }
        return undecided ? Optional.empty() : Optional.of(false);
    }

    private static Optional<Boolean> of(Shape shape, JsonNode value) {
        return switch (shape) {
            case Shape.Exactly(JsonNode only) -> Optional.of(JsonValues.equal(only, value));
            case Shape.Text(List<Shape.TextRule> rules) ->
                value.isTextual() ? ofText(rules, value.textValue()) : Optional.of(false);
            case Shape.Num(Shape.NumberKind kind) ->
                Optional.of(value.isNumber()
                        && switch (kind) {
                            case ANY -> true;
                            case INTEGER -> JsonValues.isIntegral(value);
                            case DECIMAL -> !value.isIntegralNumber();
                        });
            default -> Optional.of(ofKind(shape, JsonValues.kind(value)));
        };
    }

    static Optional<Boolean> ofText(List<Shape.TextRule> rules, String text) {
        boolean undecided = false;
        for (Shape.TextRule rule : rules) {
            Optional<Boolean> kept = ofText(rule, text);
            if (kept.isPresent() && !kept.get()) {
                return kept;
            }
            undecided |= kept.isEmpty();
        }
        return undecided ? Optional.empty() : Optional.of(true);
    }

    private static Optional<Boolean> ofText(Shape.TextRule rule, String text) {
        String argument = rule.argument();
        return switch (rule.kind()) {
            case REGEX -> Regexes.matches(argument, text);
            case INCLUDE -> Optional.of(text.contains(argument));
            case SEMVER -> Optional.of(SEMVER.matcher(text).matches());
            case NOT_EMPTY -> Optional.of(!text.isEmpty());
            case CONTENT_TYPE -> Optional.empty();
            case DATE -> argument.isEmpty() ? Optional.of(Formats.admits("date", text)) : parsed(argument, text);
            case TIME -> argument.isEmpty() ? parsed("HH:mm:ss", text) : parsed(argument, text);
            case TIMESTAMP ->
                argument.isEmpty() ? Optional.of(Formats.admits("date-time", text)) : parsed(argument, text);
        };
    }

    private static Optional<Boolean> parsed(String pattern, String text) {
        DateTimeFormatter formatter;
        try {
            formatter = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        } catch (IllegalArgumentException noPattern) {
            return Optional.empty();
        }
        try {
            formatter.parse(text);
            return Optional.of(true);
        } catch (DateTimeException no) {
            return Optional.of(false);
        }
    }
}
