package dev.accord.contracts.usage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.accord.contracts.pact.Generators;
import dev.accord.contracts.pact.Matcher;
import dev.accord.contracts.pact.MatchingRules;
import dev.accord.contracts.pact.MatchingRules.Category;
import dev.accord.contracts.pact.MatchingRules.Combine;
import dev.accord.contracts.pact.MatchingRules.Group;
import dev.accord.contracts.pact.MatchingRules.Rule;
import dev.accord.contracts.pact.PathExpression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns an example and the rules for it into the set of values that they mean. */
final class NeedBuilder {

    private final MatchingRules rules;
    private final Generators generators;

    NeedBuilder(MatchingRules rules, Generators generators) {
        this.rules = rules;
        this.generators = generators;
    }

    Need body(JsonNode example) {
        return at(example, new ArrayList<>(), rules);
    }

    /** The need of a header, query parameter or metadata entry. */
    Need named(Category category, String name, String example) {
        Optional<Group> group = rules.named(category, name);
        JsonNode text = TextNode.valueOf(example);
        if (group.isEmpty()) {
            return unruled(text, List.of(name), category);
        }
        // A rule such as "min: 1" speaks of the list of values; each value is a text.
        return ruled(text, List.of(), MatchingRules.NONE, group.get(), false);
    }

    Need path(String example) {
        JsonNode text = TextNode.valueOf(example);
        return rules.whole(Category.PATH)
                .map(group -> ruled(text, List.of(), MatchingRules.NONE, group, false))
                .orElseGet(() -> unruled(text, List.of(), Category.PATH));
    }

    private Need unruled(JsonNode text, List<String> path, Category category) {
        boolean generated = generators.covers(category, path);
        return new Need(
                List.of(new Shape.Text(List.of())),
                generated ? Need.Strength.HARD : Need.Strength.SOFT,
                text,
                generated ? "generated" : "");
    }

    private Need at(JsonNode example, List<String> path, MatchingRules context) {
        Optional<MatchingRules.Choice> choice = context.best(Category.BODY, path);
        if (choice.isPresent()) {
            return ruled(
                    example, path, context, choice.get().group(), choice.get().inherited());
        }
        boolean generated = generators.covers(Category.BODY, path);
        return need(
                List.of(shape(example, List.of(), path, context, false)),
                generated ? Need.Strength.HARD : Need.Strength.SOFT,
                example,
                generated ? "generated" : "");
    }

    private Need ruled(JsonNode example, List<String> path, MatchingRules context, Group group, boolean inherited) {
        List<Matcher> matchers = inherited
                ? group.matchers().stream().map(NeedBuilder::inherited).toList()
                : group.matchers();
        List<Shape> shapes = group.combine() == Combine.OR
                ? matchers.stream()
                        .map(m -> shape(example, List.of(m), path, context, true))
                        .distinct()
                        .toList()
                : List.of(shape(example, matchers, path, context, true));
        boolean opaque = matchers.stream().anyMatch(m -> m instanceof Matcher.Unknown);
        String words = matchers.stream()
                .map(MatcherWords::of)
                .collect(Collectors.joining(group.combine() == Combine.OR ? " or " : " and "));
        return need(shapes, opaque ? Need.Strength.OPAQUE : Need.Strength.HARD, example, words);
    }

    private static Need need(List<Shape> shapes, Need.Strength strength, JsonNode example, String rule) {
        return new Need(shapes, strength, example.isContainerNode() ? null : example, rule);
    }

    /** What of a rule reaches the descendants of its place: lengths do not. */
    private static Matcher inherited(Matcher matcher) {
        return switch (matcher) {
            case Matcher.Type type -> new Matcher.Type(null, null);
            case Matcher.EachKey each -> new Matcher.Type(null, null);
            case Matcher.ArrayContains contains -> new Matcher.Type(null, null);
            case Matcher.NotEmpty notEmpty -> new Matcher.Type(null, null);
            default -> matcher;
        };
    }

    private Shape shape(
            JsonNode example, List<Matcher> matchers, List<String> path, MatchingRules context, boolean ruled) {
        for (Matcher matcher : matchers) {
            if (matcher instanceof Matcher.Unknown) {
                return new Shape.Any();
            }
            if (matcher instanceof Matcher.Null) {
                return new Shape.Null();
            }
        }
        if (example.isObject()) {
            return object(example, matchers, path, context);
        } else if (example.isArray()) {
            return array(example, matchers, path, context, ruled);
        }
        return ScalarShapes.of(example, matchers);
    }

    private Shape object(JsonNode example, List<Matcher> matchers, List<String> path, MatchingRules context) {
        boolean map = false;
        Need each = null;
        List<Shape.TextRule> keys = new ArrayList<>();
        for (Matcher matcher : matchers) {
            switch (matcher) {
                case Matcher.Values values -> {
                    map = true;
                    each = firstValue(example, path, context);
                }
                case Matcher.EachValue(List<Matcher> inner) -> {
                    map = true;
                    each = firstValue(example, path, below(path, inner));
                }
                case Matcher.EachKey(List<Matcher> inner) -> {
                    map = true;
                    keys.addAll(ScalarShapes.textRules(inner));
                }
                default -> {
                    // the other matchers say no more than that it is an object
                }
            }
        }
        Map<String, Need> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : example.properties()) {
            fields.put(
                    field.getKey(),
                    map && each != null ? each : at(field.getValue(), step(path, field.getKey()), context));
        }
        return new Shape.Obj(fields, each, keys, map);
    }

    private @org.jspecify.annotations.Nullable Need firstValue(
            JsonNode example, List<String> path, MatchingRules context) {
        return example.properties().stream()
                .findFirst()
                .map(e -> at(e.getValue(), step(path, e.getKey()), context))
                .orElse(null);
    }

    private Shape array(
            JsonNode example, List<Matcher> matchers, List<String> path, MatchingRules context, boolean ruled) {
        Integer min = null;
        Integer max = null;
        MatchingRules elementContext = context;
        List<Need> contains = new ArrayList<>();
        boolean containing = false;
        for (Matcher matcher : matchers) {
            switch (matcher) {
                case Matcher.Type(Integer least, Integer most) -> {
                    min = least == null ? min : least;
                    max = most == null ? max : most;
                }
                case Matcher.IgnoreOrder(Integer least, Integer most) -> {
                    min = least == null ? min : least;
                    max = most == null ? max : most;
                }
                case Matcher.NotEmpty notEmpty -> min = 1;
                case Matcher.EachValue(List<Matcher> inner) -> elementContext = below(path, inner);
                case Matcher.ArrayContains(List<Matcher.Variant> variants) -> {
                    containing = true;
                    contains.addAll(variants(example, variants));
                }
                default -> {
                    // the other matchers say no more than that it is an array
                }
            }
        }
        if (containing) {
            return new Shape.Arr(List.of(), true, min, max, contains);
        }
        List<Need> elements = new ArrayList<>();
        for (int i = 0; i < example.size(); i++) {
            elements.add(at(example.get(i), step(path, Integer.toString(i)), elementContext));
        }
        return new Shape.Arr(
                elements.stream().distinct().count() == 1 ? elements.subList(0, 1) : elements,
                ruled,
                min,
                max,
                contains);
    }

    private List<Need> variants(JsonNode example, List<Matcher.Variant> variants) {
        List<Need> needs = new ArrayList<>();
        for (Matcher.Variant variant : variants) {
            if (variant.index() < example.size()) {
                needs.add(new NeedBuilder(variant.rules(), Generators.NONE).body(example.get(variant.index())));
            }
        }
        return needs;
    }

    /** The rules that hold for the children of a place when {@code eachValue} stands there: only its own. */
    private static MatchingRules below(List<String> path, List<Matcher> matchers) {
        List<PathExpression.Segment> segments = new ArrayList<>();
        path.forEach(p -> segments.add(new PathExpression.Segment.Field(p)));
        segments.add(new PathExpression.Segment.Any());
        PathExpression children = new PathExpression(segments, "$." + String.join(".", path) + ".*");
        return new MatchingRules(Map.of(Category.BODY, List.of(new Rule(children, new Group(matchers, Combine.AND)))));
    }

    private static List<String> step(List<String> path, String next) {
        List<String> longer = new ArrayList<>(path);
        longer.add(next);
        return longer;
    }
}
