package dev.accord.broker.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The clock and the maker of public identifiers; the only place where time and randomness enter. */
@ApplicationScoped
public class Time {

    private static final DateTimeFormatter WIRE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'+00:00'");
    private static final DateTimeFormatter READABLE =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss 'UTC'", java.util.Locale.ENGLISH);

    private final Clock clock = Clock.systemUTC();

    /** Now. */
    public Instant now() {
        return clock.instant();
    }

    /** A new random identifier. */
    public UUID newId() {
        return UUID.randomUUID();
    }

    /** A moment as the API writes it: UTC, whole seconds, offset {@code +00:00}; null stays null. */
    public static @Nullable String wireOrNull(@Nullable Instant instant) {
        return instant == null ? null : wire(instant);
    }

    /** A moment for people: day and time in UTC, to the second. */
    public static String readable(Instant instant) {
        return READABLE.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** A moment as the API writes it: UTC, whole seconds, offset {@code +00:00}. */
    public static String wire(Instant instant) {
        return WIRE.format(instant.atOffset(ZoneOffset.UTC));
    }
}
