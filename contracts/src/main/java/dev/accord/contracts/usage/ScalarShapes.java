package dev.accord.contracts.usage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.contracts.pact.Matcher;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sets of scalar values that matchers mean. */
final class ScalarShapes {

    private ScalarShapes() {}

    /** Returns the values that are like the example and pass all matchers. */
    static Shape of(JsonNode example, List<Matcher> matchers) {
        Shape.NumberKind number = null;
        for (Matcher matcher : matchers) {
            if (matcher instanceof Matcher.Equality) {
                return new Shape.Exactly(example);
            } else if (matcher instanceof Matcher.Bool) {
                return new Shape.Bool();
            } else if (matcher instanceof Matcher.Numeric(Matcher.NumberKind kind)) {
                number = narrower(number, kind);
            }
        }
        if (number != null) {
            return new Shape.Num(number);
        }
        List<Shape.TextRule> rules = textRules(matchers);
        // A rule for texts makes it a text, except for numbers and booleans, which such rules compare as written.
        if (example.isTextual() || (example.isNull() && !rules.isEmpty())) {
            return new Shape.Text(rules);
        }
        return kindOf(example);
    }

    private static Shape kindOf(JsonNode example) {
        if (example.isNumber()) {
            return new Shape.Num(Shape.NumberKind.ANY);
        } else if (example.isBoolean()) {
            return new Shape.Bool();
        }
        return example.isNull() ? new Shape.Null() : new Shape.Any();
    }

    static List<Shape.TextRule> textRules(List<Matcher> matchers) {
        List<Shape.TextRule> rules = new ArrayList<>();
        for (Matcher matcher : matchers) {
            Shape.TextRule rule = textRule(matcher);
            if (rule != null) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private static Shape.@Nullable TextRule textRule(Matcher matcher) {
        return switch (matcher) {
            case Matcher.Regex(String regex) -> new Shape.TextRule(Shape.TextKind.REGEX, regex);
            case Matcher.Include(String part) -> new Shape.TextRule(Shape.TextKind.INCLUDE, part);
            case Matcher.Semver semver -> new Shape.TextRule(Shape.TextKind.SEMVER, "");
            case Matcher.ContentType(String type) -> new Shape.TextRule(Shape.TextKind.CONTENT_TYPE, type);
            case Matcher.NotEmpty notEmpty -> new Shape.TextRule(Shape.TextKind.NOT_EMPTY, "");
            case Matcher.Temporal(Matcher.TemporalKind kind, String format) ->
                new Shape.TextRule(
                        switch (kind) {
                            case DATE -> Shape.TextKind.DATE;
                            case TIME -> Shape.TextKind.TIME;
                            case TIMESTAMP -> Shape.TextKind.TIMESTAMP;
                        },
                        format == null ? "" : format);
            default -> null;
        };
    }

    private static Shape.NumberKind narrower(Shape.@Nullable NumberKind so, Matcher.NumberKind kind) {
        return switch (kind) {
            case NUMBER -> so == null ? Shape.NumberKind.ANY : so;
            case INTEGER -> Shape.NumberKind.INTEGER;
            case DECIMAL -> Shape.NumberKind.DECIMAL;
        };
    }
}
