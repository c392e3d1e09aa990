package dev.accord.contracts.pact;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The matching rules of a request, response or message, by category.
 *
 * @param byCategory rules in the order of the file
 */
public record MatchingRules(Map<Category, List<Rule>> byCategory) {

    /** No rules. */
    public static final MatchingRules NONE = new MatchingRules(Map.of());

    /** The part of a message that a rule speaks about. */
    public enum Category {
        /** The method of a request. */
        METHOD,
        /** The path of a request. */
        PATH,
        /** A query parameter; the first segment is its name. */
        QUERY,
        /** A header; the first segment is its name. */
        HEADER,
        /** The status of a response. */
        STATUS,
        /** A body or the contents of a message. */
        BODY,
        /** An entry of a message's metadata; the first segment is its name. */
        METADATA
    }

    /** How several matchers of one rule work together. */
    public enum Combine {
        /** All must pass. */
        AND,
        /** One must pass. */
        OR
    }

    /** The matchers for one place. */
    public record Group(List<Matcher> matchers, Combine combine) {
        public Group {
            matchers = List.copyOf(matchers);
        }
    }

    /** A group of matchers and where it applies. */
    public record Rule(PathExpression path, Group group) {}

    /**
     * The rule that decides about a place.
     *
     * @param inherited whether the rule was written for an ancestor of the place
     */
    public record Choice(Group group, PathExpression path, boolean inherited) {}

    public MatchingRules {
        byCategory = Map.copyOf(byCategory);
    }

    /** Returns the rules of a category in the order of the file. */
    public List<Rule> of(Category category) {
        return byCategory.getOrDefault(category, List.of());
    }

    /**
     * Returns the rule that decides about a place: the one of the greatest weight that fits the path or a prefix of it,
     * then the longest, then the first. A rule with {@code values} does not reach beyond its own path.
     *
     * @param path keys and decimal positions, without the root
     */
    public Optional<Choice> best(Category category, List<String> path) {
        Rule best = null;
        long bestWeight = 0;
        for (Rule rule : of(category)) {
            long weight = rule.path().weight(path);
            if (weight == 0 || (isMapRule(rule) && rule.path().size() != path.size())) {
                continue;
            }
            boolean longer = best == null
                    || rule.path().text().length() > best.path().text().length();
            if (weight > bestWeight || (weight == bestWeight && longer)) {
                best = rule;
                bestWeight = weight;
            }
        }
        return best == null
                ? Optional.empty()
                : Optional.of(new Choice(best.group(), best.path(), best.path().size() < path.size()));
    }

    /** Returns the rule for a header, query parameter or metadata entry. */
    public Optional<Group> named(Category category, String name) {
        return of(category).stream()
                .filter(r -> r.path().size() > 0
                        && r.path().segments().get(0) instanceof PathExpression.Segment.Field(String n)
                        && (category == Category.HEADER ? n.equalsIgnoreCase(name) : n.equals(name)))
                .map(Rule::group)
                .findFirst();
    }

    /** Returns the rule of a category without places below it: method, path or status. */
    public Optional<Group> whole(Category category) {
        return of(category).stream().map(Rule::group).findFirst();
    }

    private static boolean isMapRule(Rule rule) {
        return rule.group().matchers().stream().anyMatch(m -> m instanceof Matcher.Values);
    }
}
