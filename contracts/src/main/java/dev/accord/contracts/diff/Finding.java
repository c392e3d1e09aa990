package dev.accord.contracts.diff;

import dev.accord.contracts.openapi.Source;
import org.jspecify.annotations.Nullable;

/**
 * A change of one schema against another, before it is known where the two stand.
 *
 * @param atRoot the rule where they are a whole body, parameter or header; null where there is none
 * @param nested the rule where they are a part; null where there is none
 * @param exploded the rule at the root of a parameter that writes each element of a list as a parameter of its own, where
 *     it is another one; null where it is the same
 * @param path the path from the schema to what changed, such as {@code /price}, or empty
 * @param shaded whether what changed is never sent this way
 * @param before what was
 * @param after what is
 * @param base where it was
 * @param revision where it is
 */
record Finding(
        @Nullable Rule atRoot,
        @Nullable Rule nested,
        @Nullable Rule exploded,
        String path,
        boolean shaded,
        @Nullable String before,
        @Nullable String after,
        Source base,
        Source revision) {}
