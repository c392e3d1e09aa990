package dev.accord.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * How long something may be relied on.
 *
 * @param deprecated whether it is deprecated
 * @param sunset the value of {@code x-sunset}, not checked to be a date; null where there is none
 * @param stability the value of {@code x-stability-level}; null where there is none
 */
public record Lifecycle(
        boolean deprecated,
        @Nullable JsonNode sunset,
        @Nullable JsonNode stability) {

    /** Neither deprecated nor limited. */
    public static final Lifecycle NONE = new Lifecycle(false, null, null);

    static Lifecycle of(Node node) {
        boolean deprecated = node.isTrue("deprecated");
        Node sunset = node.get("x-sunset");
        Node stability = node.get("x-stability-level");
        if (!deprecated && sunset == null && stability == null) return NONE;
        return new Lifecycle(
                deprecated, sunset == null ? null : sunset.toJson(), stability == null ? null : stability.toJson());
    }
}
