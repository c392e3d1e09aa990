package dev.accord.contracts.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How firmly something is promised, by {@code x-stability-level}; nothing said is stable. */
enum Stability {
    DRAFT,
    ALPHA,
    BETA,
    STABLE;

    /** The level, or nothing where the value is none. */
    static Optional<Stability> of(@Nullable JsonNode value) {
        if (value == null || value.isNull()) return Optional.of(STABLE);
        for (Stability each : values())
            if (value.isTextual() && each.keyword().equals(value.textValue())) return Optional.of(each);
        return Optional.empty();
    }

    /** Whether changes are looked at: what is a draft or alpha may change at will. */
    boolean isPromised() {
        return compareTo(BETA) >= 0;
    }

    String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }
}
