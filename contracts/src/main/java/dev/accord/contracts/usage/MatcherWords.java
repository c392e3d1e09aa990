package dev.accord.contracts.usage;

import dev.accord.contracts.pact.Matcher;
import java.util.Locale;

/** Names matchers as pact files do. */
final class MatcherWords {

    private MatcherWords() {}

    static String of(Matcher matcher) {
        return switch (matcher) {
            case Matcher.Type(Integer min, Integer max) ->
                "type" + (min == null ? "" : " min " + min) + (max == null ? "" : " max " + max);
            case Matcher.Numeric(Matcher.NumberKind kind) -> kind.name().toLowerCase(Locale.ROOT);
            case Matcher.Bool bool -> "boolean";
            case Matcher.Null none -> "null";
            case Matcher.Regex(String regex) -> "regex " + regex;
            case Matcher.Temporal(Matcher.TemporalKind kind, String format) ->
                kind.name().toLowerCase(Locale.ROOT) + (format == null ? "" : " " + format);
            case Matcher.Include(String part) -> "include " + part;
            case Matcher.Unknown(String name) -> name;
            default -> {
                String name = matcher.getClass().getSimpleName();
                yield name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
            }
        };
    }
}
