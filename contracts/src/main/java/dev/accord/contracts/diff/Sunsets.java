package dev.accord.contracts.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sunset dates: a date, or a date with a time (RFC 3339). */
final class Sunsets {

    private Sunsets() {}

    static Optional<LocalDate> date(@Nullable JsonNode sunset) {
        if (sunset == null || !sunset.isTextual()) return Optional.empty();
        try {
            return Optional.of(LocalDate.parse(sunset.textValue()));
        } catch (DateTimeParseException notADate) {
            try {
                return Optional.of(OffsetDateTime.parse(sunset.textValue()).toLocalDate());
            } catch (DateTimeParseException notATime) {
                return Optional.empty();
            }
        }
    }

    /** Days from today to a date, negative for the past. */
    static long daysUntil(LocalDate date, DiffPolicy policy) {
        return ChronoUnit.DAYS.between(policy.today(), date);
    }
}
