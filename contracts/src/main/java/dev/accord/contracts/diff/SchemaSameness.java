package dev.accord.contracts.diff;

import dev.accord.contracts.openapi.Schema;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether two schemas say the same. Recursive schemas are taken to be the same until something differs; what was
 * found under that assumption is kept only once the outermost question is answered with yes.
 */
final class SchemaSameness {

    /** Deeper than this, schemas are taken to differ, which costs a finding and never hides one. */
    private static final int MAX_DEPTH = 150;

    /** So many pairs are looked at in one comparison of documents; after that, the rest is taken to differ. */
    private static final int MAX_COMPARISONS = 20_000_000;

    /** Two schemas, compared by identity. */
    private record Pair(Schema a, Schema b) {}

    private final Map<Pair, Boolean> known = new HashMap<>();
    private final LinkedHashSet<Pair> assumed = new LinkedHashSet<>();
    private int comparisons;

    boolean same(Schema a, Schema b) {
        boolean outermost = assumed.isEmpty();
        boolean same = same(a, b, 0);
        if (outermost) {
            if (same) assumed.forEach(each -> known.put(each, true));
            assumed.clear();
        }
        return same;
    }

    private boolean same(Schema a, Schema b, int depth) {
        if (a == b) return true;
        if (depth > MAX_DEPTH) return false;
        Pair pair = new Pair(a, b);
        Boolean answer = known.get(pair);
        if (answer != null) return answer;
        int before = assumed.size();
        if (!assumed.add(pair)) return true;
        if (++comparisons > MAX_COMPARISONS) return false;
        boolean same = compare(a.effective(), b.effective(), depth + 1);
        if (!same) {
            known.put(pair, false);
            // what was found on the way may have rested on this pair
            while (assumed.size() > before) assumed.removeLast();
        }
        return same;
    }

    private boolean compare(Schema a, Schema b, int depth) {
        if (!SchemaKeywords.sameOwnKeywords(a, b)) return false;
        for (SchemaKeywords.Child each : SchemaKeywords.allChildren()) {
            if (!sameChild(each.get().apply(a), each.get().apply(b), depth)) return false;
        }
        for (SchemaKeywords.Children each : SchemaKeywords.MAPS) {
            if (!sameMap(each.get().apply(a), each.get().apply(b), depth)) return false;
        }
        return sameInOrder(a.prefixItems(), b.prefixItems(), depth)
                && sameUnordered(a.allOf(), b.allOf(), depth)
                && sameUnordered(a.anyOf(), b.anyOf(), depth)
                && sameUnordered(a.oneOf(), b.oneOf(), depth);
    }

    private boolean sameChild(@Nullable Schema a, @Nullable Schema b, int depth) {
        if (a == null || b == null) return a == b;
        return same(a, b, depth);
    }

    private boolean sameMap(Map<String, Schema> a, Map<String, Schema> b, int depth) {
        if (!a.keySet().equals(b.keySet())) return false;
        return a.entrySet().stream()
                .allMatch(each -> same(each.getValue(), Objects.requireNonNull(b.get(each.getKey())), depth));
    }

    private boolean sameInOrder(List<Schema> a, List<Schema> b, int depth) {
        if (a.size() != b.size()) return false;
        for (int i = 0; i < a.size(); i++) if (!same(a.get(i), b.get(i), depth)) return false;
        return true;
    }

    private boolean sameUnordered(List<Schema> a, List<Schema> b, int depth) {
        if (a.size() != b.size()) return false;
        Set<Integer> free = new LinkedHashSet<>();
        for (int i = 0; i < b.size(); i++) free.add(i);
        for (Schema each : a) {
            Integer match = null;
            for (Integer i : free) {
                if (same(each, b.get(i), depth)) {
                    match = i;
                    break;
                }
            }
            if (match == null) return false;
            free.remove(match);
        }
        return true;
    }
}
