package dev.accord.contracts.pact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.contracts.pact.MatchingRules.Category;
import dev.accord.contracts.pact.MatchingRules.Combine;
import dev.accord.contracts.pact.MatchingRules.Group;
import dev.accord.contracts.pact.MatchingRules.Rule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads matching rules: one flat map of paths (V2), or categories (V3 and later). Both may stand in one file. */
final class MatchingRulesReader {

    private MatchingRulesReader() {}

    static boolean isFlat(JsonNode rules) {
        return rules.properties().stream().anyMatch(e -> e.getKey().startsWith("$"));
    }

    static MatchingRules read(Fields fields) {
        Map<Category, List<Rule>> byCategory = new EnumMap<>(Category.class);
        for (Map.Entry<String, JsonNode> entry : fields.entries()) {
            Fields inner = Fields.of(entry.getValue(), fields.pointerTo(entry.getKey()));
            if (entry.getKey().startsWith("$")) {
                flat(entry.getKey(), inner, byCategory);
            } else {
                Category category = category(entry.getKey());
                if (category != null) {
                    categorised(category, inner, byCategory);
                }
            }
        }
        return byCategory.isEmpty() ? MatchingRules.NONE : new MatchingRules(byCategory);
    }

    /** Returns the category of a name, or null for one that no specification knows. */
    static @Nullable Category category(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "method" -> Category.METHOD;
            case "path" -> Category.PATH;
            case "query" -> Category.QUERY;
            case "header", "headers" -> Category.HEADER;
            case "status" -> Category.STATUS;
            case "body", "content", "contents" -> Category.BODY;
            case "metadata" -> Category.METADATA;
            default -> null;
        };
    }

    /** A V2 path starts with the part of the message: {@code $.body.items[*].id}, {@code $.headers.Location}. */
    private static void flat(String path, Fields rule, Map<Category, List<Rule>> byCategory) {
        PathExpression whole = parsed(path, rule.pointer());
        Category category =
                whole.size() > 0 && whole.segments().get(0) instanceof PathExpression.Segment.Field(String name)
                        ? category(name)
                        : null;
        PathExpression inner = whole;
        if (category == null) {
            category = Category.BODY;
        } else {
            inner = new PathExpression(
                    whole.segments().subList(1, whole.size()), "$" + path.substring(afterFirstStep(path)));
        }
        add(byCategory, category, inner, group(rule));
    }

    /** The text position after {@code $.body} or {@code $['body']}: rules of equal weight are told apart by length. */
    private static int afterFirstStep(String path) {
        int bracket = path.startsWith("$[") ? path.indexOf(']') + 1 : path.indexOf('[', 2);
        int dot = path.indexOf('.', 2);
        int end = bracket > 0 && (dot < 0 || bracket < dot) ? bracket : dot;
        return end < 0 ? path.length() : end;
    }

    private static void categorised(Category category, Fields fields, Map<Category, List<Rule>> byCategory) {
        if (category == Category.PATH || category == Category.STATUS || category == Category.METHOD) {
            // Some writers put the group under an empty key or under the root.
            Fields group = fields.has("") ? fields.object("") : fields.has("$") ? fields.object("$") : fields;
            if (!group.node().isEmpty()) {
                add(byCategory, category, PathExpression.parse("$"), group(group));
            }
            return;
        }
        for (Map.Entry<String, JsonNode> place : fields.entries()) {
            Fields group = Fields.of(place.getValue(), fields.pointerTo(place.getKey()));
            add(byCategory, category, expression(category, place.getKey(), group.pointer()), group(group));
        }
    }

    /** In named categories the key is the name, with an optional position that says nothing more. */
    static PathExpression expression(Category category, String key, String pointer) {
        if (category == Category.BODY || key.startsWith("$") || key.startsWith("['")) {
            return parsed(key, pointer);
        }
        return PathExpression.ofName(key.replaceFirst("\\[(\\d+|\\*)]$", ""));
    }

    private static PathExpression parsed(String key, String pointer) {
        try {
            return PathExpression.parse(key);
        } catch (IllegalArgumentException refused) {
            throw new UnreadablePactException(pointer, String.valueOf(refused.getMessage()));
        }
    }

    private static void add(Map<Category, List<Rule>> rules, Category category, PathExpression path, Group group) {
        if (!group.matchers().isEmpty()) {
            rules.computeIfAbsent(category, c -> new ArrayList<>()).add(new Rule(path, group));
        }
    }

    private static Group group(Fields fields) {
        if (!fields.has("matchers")) {
            return new Group(fields.node().isEmpty() ? List.of() : List.of(matcher(fields)), Combine.AND);
        }
        List<Matcher> matchers = new ArrayList<>();
        for (Fields matcher : fields.objects("matchers")) {
            matchers.add(matcher(matcher));
        }
        return new Group(matchers, fields.text("combine", "").equalsIgnoreCase("or") ? Combine.OR : Combine.AND);
    }

    private static Matcher matcher(Fields fields) {
        if (fields.has("match")) {
            return named(fields.text("match", ""), fields);
        }
        // V2 leaves the name out where another key says it.
        for (String implied : List.of("regex", "min", "max", "timestamp", "time", "date")) {
            if (fields.has(implied)) {
                boolean bounds = implied.equals("min") || implied.equals("max");
                return named(bounds ? "type" : implied, fields);
            }
        }
        return new Matcher.Unknown(fields.node().toString());
    }

    private static Matcher named(String name, Fields fields) {
        return switch (name) {
            case "equality" -> new Matcher.Equality();
            case "type", "min", "max" -> new Matcher.Type(bound(fields, "min"), bound(fields, "max"));
            case "number" -> new Matcher.Numeric(Matcher.NumberKind.NUMBER);
            case "integer" -> new Matcher.Numeric(Matcher.NumberKind.INTEGER);
            case "decimal", "real" -> new Matcher.Numeric(Matcher.NumberKind.DECIMAL);
            case "boolean" -> new Matcher.Bool();
            case "null" -> new Matcher.Null();
            case "regex" -> new Matcher.Regex(fields.text("regex", ""));
            case "date" -> temporal(Matcher.TemporalKind.DATE, fields, "date");
            case "time" -> temporal(Matcher.TemporalKind.TIME, fields, "time");
            case "timestamp", "datetime" -> temporal(Matcher.TemporalKind.TIMESTAMP, fields, "timestamp");
            case "include" -> new Matcher.Include(fields.text("value", ""));
            case "semver" -> new Matcher.Semver();
            case "contentType", "content-type" -> new Matcher.ContentType(fields.text("value", ""));
            case "notEmpty", "not-empty" -> new Matcher.NotEmpty();
            case "values" -> new Matcher.Values();
            case "eachKey", "each-key" -> new Matcher.EachKey(inner(fields));
            case "eachValue", "each-value" -> new Matcher.EachValue(inner(fields));
            case "arrayContains", "array-contains" -> arrayContains(fields);
            case "statusCode", "status-code" -> statusCode(fields);
            case "ignore-order",
                    "equals-ignore-order",
                    "min-equals-ignore-order",
                    "max-equals-ignore-order",
                    "min-max-equals-ignore-order" ->
                new Matcher.IgnoreOrder(bound(fields, "min"), bound(fields, "max"));
            default -> new Matcher.Unknown(name);
        };
    }

    private static Matcher temporal(Matcher.TemporalKind kind, Fields fields, String key) {
        String format = fields.text("format", fields.text(key, ""));
        return new Matcher.Temporal(kind, format.isEmpty() ? null : format);
    }

    private static @Nullable Integer bound(Fields fields, String name) {
        JsonNode value = fields.node(name);
        if (Fields.isNothing(value)) {
            return null;
        }
        if (value.isNumber() && value.canConvertToInt()) {
            return value.intValue();
        }
        if (value.isTextual() && value.textValue().matches("\\d{1,9}")) {
            return Integer.valueOf(value.textValue());
        }
        throw new UnreadablePactException(fields.pointerTo(name), "a number is expected");
    }

    private static List<Matcher> inner(Fields fields) {
        List<Matcher> matchers = new ArrayList<>();
        for (Fields rule : fields.objects("rules")) {
            matchers.add(matcher(rule));
        }
        return matchers;
    }

    private static Matcher arrayContains(Fields fields) {
        List<Matcher.Variant> variants = new ArrayList<>();
        for (Fields variant : fields.objects("variants")) {
            Integer index = bound(variant, "index");
            Map<Category, List<Rule>> rules = new EnumMap<>(Category.class);
            categorised(Category.BODY, variant.object("rules"), rules);
            variants.add(new Matcher.Variant(index == null ? variants.size() : index, new MatchingRules(rules)));
        }
        return new Matcher.ArrayContains(variants);
    }

    private static Matcher statusCode(Fields fields) {
        JsonNode status = fields.node("status");
        if (status.isArray()) {
            List<Integer> statuses = new ArrayList<>();
            for (JsonNode s : status) {
                if (!s.isIntegralNumber() || !s.canConvertToInt()) {
                    throw new UnreadablePactException(fields.pointerTo("status"), "status numbers are expected");
                }
                statuses.add(s.intValue());
            }
            return new Matcher.StatusCode(null, statuses);
        }
        return switch (status.asText("")) {
            case "info", "information" -> new Matcher.StatusCode(Matcher.StatusClass.INFORMATION, List.of());
            case "success" -> new Matcher.StatusCode(Matcher.StatusClass.SUCCESS, List.of());
            case "redirect" -> new Matcher.StatusCode(Matcher.StatusClass.REDIRECT, List.of());
            case "clientError" -> new Matcher.StatusCode(Matcher.StatusClass.CLIENT_ERROR, List.of());
            case "serverError" -> new Matcher.StatusCode(Matcher.StatusClass.SERVER_ERROR, List.of());
            case "nonError" -> new Matcher.StatusCode(Matcher.StatusClass.NON_ERROR, List.of());
            case "error" -> new Matcher.StatusCode(Matcher.StatusClass.ERROR, List.of());
            default -> new Matcher.Unknown("statusCode " + status.asText(""));
        };
    }
}
