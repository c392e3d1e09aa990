package dev.accord.contracts.usage;

import dev.accord.contracts.usage.InteractionUsage.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One need of a usage: a line for people and for lists.
 *
 * @param operation method and example path, such as {@code GET /orders/1}
 * @param direction {@code request} or {@code response}
 * @param status the expected status of a response, null for requests
 * @param mediaType the media type of the body, null elsewhere and where nothing says it
 * @param part {@code operation}, {@code query}, {@code header}, {@code cookie}, {@code credentials}, {@code status},
 *     {@code media-type} or {@code body}
 * @param location the name of a parameter or header, or the path in the body with {@code *} for elements and free keys
 * @param accepts the set of values in words, such as {@code integer} or {@code string matching NEW|PAID}
 * @param nullAccepted whether null belongs to the set
 * @param strength {@code hard}, {@code soft} or {@code opaque}
 * @param interactions where the need comes from
 */
public record UsageFact(
        String operation,
        String direction,
        @Nullable String status,
        @Nullable String mediaType,
        String part,
        String location,
        String accepts,
        boolean nullAccepted,
        String strength,
        List<Origin> interactions) {
    public UsageFact {
        interactions = List.copyOf(interactions);
    }

    /** Returns the fact without its interactions: what it says, whoever says it. */
    UsageFact bare() {
        return new UsageFact(
                operation, direction, status, mediaType, part, location, accepts, nullAccepted, strength, List.of());
    }
}
