package dev.accord.contracts.diff;

import dev.accord.contracts.openapi.MediaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Which media types of two bodies are which.
 *
 * @param pairs those on both sides
 * @param added those on the newer side only
 * @param removed those on the older side only
 */
record ContentPairs(Map<MediaType, MediaType> pairs, List<MediaType> added, List<MediaType> removed) {

    static ContentPairs of(Map<String, MediaType> before, Map<String, MediaType> after) {
        Map<MediaType, MediaType> pairs = new LinkedHashMap<>();
        List<MediaType> removed = new ArrayList<>(before.values());
        List<MediaType> added = new ArrayList<>(after.values());
        match(removed, added, pairs, (a, b) -> a.name().equals(b.name()));
        match(removed, added, pairs, (a, b) -> name(a).isSame(name(b)));
        match(removed, added, pairs, (a, b) -> name(a).isRelated(name(b)));
        return new ContentPairs(pairs, added, removed);
    }

    private static MediaTypeName name(MediaType type) {
        return MediaTypeName.of(type.name());
    }

    private static void match(
            List<MediaType> removed,
            List<MediaType> added,
            Map<MediaType, MediaType> pairs,
            BiPredicate<MediaType, MediaType> test) {
        removed.removeIf(was -> {
            for (MediaType is : added) {
                if (!test.test(was, is)) continue;
                pairs.put(was, is);
                added.remove(is);
                return true;
            }
            return false;
        });
    }
}
