package dev.accord.contracts.diff;

import dev.accord.contracts.openapi.Source;
import org.jspecify.annotations.Nullable;

/**
 * One change between two documents.
 *
 * @param ruleId the rule that found it, see {@link Rules}; stable
 * @param level how surely it breaks somebody
 * @param operation the operation as {@code GET /orders/{id}}, by its template in the newer document where it is still
 *     there; null for what concerns the whole document
 * @param direction which way the values go
 * @param location where in the operation, such as {@code response 200 application/json /items/*}{@code /price}; empty
 *     for the operation itself
 * @param before what was; null where nothing was
 * @param after what is; null where nothing is
 * @param baseSource where in the older document; for an addition, the nearest node around it
 * @param revisionSource where in the newer document; for a removal, the nearest node around it
 * @param sentence the change as a sentence, with operation and location
 */
public record Change(
        String ruleId,
        Level level,
        @Nullable String operation,
        Direction direction,
        String location,
        @Nullable String before,
        @Nullable String after,
        Source baseSource,
        Source revisionSource,
        String sentence) {}
