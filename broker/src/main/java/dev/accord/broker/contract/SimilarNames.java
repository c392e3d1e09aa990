package dev.accord.broker.contract;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells names that probably mean the same pacticipant: equal but for case, separators, camel case, plural endings and
 * filler words.
 */
final class SimilarNames {

    private static final Set<String> FILLERS = Set.of("api", "provider", "service");
    // Zero-width on both sides, so that a long run of capitals is looked at once.
    private static final Pattern WORD_BOUNDARY = Pattern.compile("(?<=[A-Z])(?=[A-Z][a-z])|(?<=[a-z\\d])(?=[A-Z])");
    private static final Pattern SPACE = Pattern.compile("\\s");

    private SimilarNames() {}

    /** The existing names that a new one resembles, in their order; none when the name itself exists. */
    static List<String> like(String name, Collection<String> existing) {
        if (existing.contains(name)) {
            return List.of();
        }
        List<String> words = words(name);
        return existing.stream().filter(other -> words(other).equals(words)).toList();
    }

    private static List<String> words(String name) {
        String spaced = SPACE.matcher(name).replaceAll("_").replace("::", "/");
        spaced = WORD_BOUNDARY.matcher(spaced).replaceAll("_");
        return List.of(spaced.replace('-', '_').toLowerCase(Locale.ROOT).split("_")).stream()
                .map(word -> word.endsWith("s") ? word.substring(0, word.length() - 1) : word)
                .filter(word -> !FILLERS.contains(word))
                .toList();
    }
}
