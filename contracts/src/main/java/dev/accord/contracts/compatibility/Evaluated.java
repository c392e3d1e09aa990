package dev.accord.contracts.compatibility;

import java.util.HashSet;
import java.util.Set;

/** The properties and items of a value that keywords have looked at; {@code unevaluated…} speaks of the rest. */
final class Evaluated {
    final Set<String> properties = new HashSet<>();
    int items;
    boolean allItems;

    void add(Evaluated other) {
        properties.addAll(other.properties);
        items = Math.max(items, other.items);
        allItems |= other.allItems;
    }
}
