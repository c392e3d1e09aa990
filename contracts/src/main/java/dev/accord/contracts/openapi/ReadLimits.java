package dev.accord.contracts.openapi;

import java.time.Duration;

/**
 * What a text may cost to be read. Each limit ends the reading with an {@link UnreadableDocumentException} that names it.
 *
 * @param maxCharacters length of the text in UTF-16 units
 * @param maxDepth nesting of objects and arrays, aliases expanded
 * @param maxNodes values in the document, aliases expanded
 * @param maxReferences {@code $ref} keywords
 * @param maxDuration time to read
 */
public record ReadLimits(int maxCharacters, int maxDepth, int maxNodes, int maxReferences, Duration maxDuration) {

    /** 64 Mi characters, 200 levels, 5 million values, 500,000 references, 20 seconds. */
    public static final ReadLimits DEFAULT =
            new ReadLimits(64 * 1024 * 1024, 200, 5_000_000, 500_000, Duration.ofSeconds(20));
}
