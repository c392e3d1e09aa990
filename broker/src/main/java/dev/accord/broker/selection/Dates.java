package dev.accord.broker.selection;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads the dates of requests: ISO 8601, with or without time and offset; without offset UTC is meant. */
final class Dates {

    private Dates() {}

    /** The moment that a text means, midnight when it has no time; empty when it is no date. */
    static Optional<Instant> instant(String text) {
        String iso = text.strip().replaceFirst("^(\\S+) +(\\d{1,2}:)", "$1T$2");
        try {
            if (iso.matches("\\d{8}")) {
                return Optional.of(midnight(LocalDate.parse(iso, DateTimeFormatter.BASIC_ISO_DATE)));
            }
            if (!iso.contains("T")) {
                return Optional.of(midnight(LocalDate.parse(iso.replace('/', '-'))));
            }
            if (iso.matches(".*(Z|[+-]\\d\\d(:?\\d\\d)?)")) {
                return Optional.of(OffsetDateTime.parse(iso.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
                        .toInstant());
            }
            return Optional.of(LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static Instant midnight(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
