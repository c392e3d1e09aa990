package dev.accord.contracts.pact;

import java.util.List;
import java.util.Map;

/**
 * The generators of a request, response or message. A generator replaces an example value at run time, so that the
 * example is no promise.
 *
 * @param byCategory generator entries by category
 */
public record Generators(Map<MatchingRules.Category, List<Entry>> byCategory) {

    /** No generators. */
    public static final Generators NONE = new Generators(Map.of());

    /**
     * One generator.
     *
     * @param path where it applies; for headers, query and metadata the first segment is the name
     * @param type the type as the file spells it, such as {@code Uuid}
     */
    public record Entry(PathExpression path, String type) {}

    public Generators {
        byCategory = Map.copyOf(byCategory);
    }

    /** Returns whether a generator replaces the value at exactly this place. */
    public boolean covers(MatchingRules.Category category, List<String> path) {
        return byCategory.getOrDefault(category, List.of()).stream()
                .anyMatch(e -> e.path().size() == path.size() && e.path().weight(path) > 0);
    }
}
