package dev.accord.contracts.diff;

import dev.accord.contracts.openapi.Discriminator;
import dev.accord.contracts.openapi.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Discriminators with their mappings to component names, however those were written. */
final class Discriminators {

    private Discriminators() {}

    static boolean same(Schema a, Schema b) {
        Discriminator one = a.discriminator();
        Discriminator other = b.discriminator();
        if (one == null || other == null) return one == other;
        return one.propertyName().equals(other.propertyName()) && mapping(one).equals(mapping(other));
    }

    static Map<String, String> mapping(@Nullable Discriminator discriminator) {
        Map<String, String> mapping = new LinkedHashMap<>();
        if (discriminator != null) {
            discriminator
                    .mapping()
                    .forEach((value, target) -> mapping.put(value, target.substring(target.lastIndexOf('/') + 1)));
        }
        return mapping;
    }
}
