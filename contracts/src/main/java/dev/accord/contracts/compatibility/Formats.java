package dev.accord.contracts.compatibility;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The formats of strings that are checked, and samples of them. An unknown format admits every string. */
final class Formats {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern URI = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:\\S+");
    private static final Pattern IPV4 =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern OFFSET = Pattern.compile("(?i)(Z|[+-]\\d\\d:\\d\\d)");

    private Formats() {}

    /** Returns whether a text is of a format; true for formats that are not known. */
    static boolean admits(String format, String text) {
        return switch (format) {
            case "date" -> parses(text, LocalDate::parse) && text.length() == 10;
            case "date-time" -> isDateTime(text);
            case "time" -> isTime(text);
            case "uuid" -> UUID.matcher(text).matches();
            case "email", "idn-email" -> EMAIL.matcher(text).matches();
            case "uri" -> URI.matcher(text).matches();
            case "ipv4" -> IPV4.matcher(text).matches();
            case "ipv6" -> IPV6.matcher(text).matches();
            default -> true;
        };
    }

    /** Returns whether texts of the format are checked. */
    static boolean isKnown(@Nullable String format) {
        return format != null && !samples(format).isEmpty();
    }

    /** Returns texts of a format that differ where the format leaves a choice; none for unknown formats. */
    static List<String> samples(String format) {
        return switch (format) {
            case "date" -> List.of("2020-01-31", "1999-12-01");
            case "date-time" ->
                List.of("2020-01-31T10:15:30Z", "2020-01-31T10:15:30.123Z", "1999-12-01T00:00:00+02:00");
            case "time" -> List.of("10:15:30Z", "23:59:59.5+02:00");
            // Capitals are read, and never written (RFC 9562).
            case "uuid" -> List.of("e2490de5-5bd3-43d5-b7c4-526e33f71304", "ffffffff-ffff-4fff-8fff-ffffffffffff");
            case "email", "idn-email" -> List.of("a@example.org", "x.y+z@sub.example.org");
            case "uri" -> List.of("https://example.org/a?b=c", "urn:isbn:0451450523");
            case "ipv4" -> List.of("127.0.0.1", "255.255.255.255");
            case "ipv6" -> List.of("::1", "2001:db8::8a2e:370:7334");
            default -> List.of();
        };
    }

    private static boolean isDateTime(String text) {
        // RFC 3339 allows a space or a small t, which java.time does not.
        if (text.length() < 20) {
            return false;
        }
        String normal = (text.substring(0, 10) + "T" + text.substring(11)).toUpperCase(Locale.ROOT);
        char separator = text.charAt(10);
        return (separator == 'T' || separator == 't' || separator == ' ')
                && parses(normal, t -> OffsetDateTime.parse(t, DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }

    private static boolean isTime(String text) {
        var offset = OFFSET.matcher(text);
        return offset.find()
                && offset.end() == text.length()
                && parses(text.substring(0, offset.start()), LocalTime::parse);
    }

    private interface Parser {
        Object parse(String text);
    }

    private static boolean parses(String text, Parser parser) {
        try {
            parser.parse(text);
            return true;
        } catch (DateTimeException no) {
            return false;
        }
    }
}
