package dev.accord.contracts.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** JSON values compared by meaning: 1 and 1.0 are one number, and members have no order. */
final class JsonValues {

    private static final Comparator<JsonNode> BY_VALUE = (a, b) -> {
        if (a.equals(b)) return 0;
        if (a.isNumber() && b.isNumber()) return a.decimalValue().compareTo(b.decimalValue());
        return 1;
    };

    private static final Pattern OTHER_VALUE = Pattern.compile("|true|false|null|-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");

    private JsonValues() {}

    static boolean same(@Nullable JsonNode a, @Nullable JsonNode b) {
        if (a == null || b == null) return a == b;
        return a.equals(BY_VALUE, b);
    }

    static boolean contains(List<JsonNode> values, JsonNode value) {
        return values.stream().anyMatch(each -> same(each, value));
    }

    static boolean sameSet(@Nullable List<JsonNode> a, @Nullable List<JsonNode> b) {
        if (a == null || b == null) return a == b;
        return a.stream().allMatch(each -> contains(b, each)) && b.stream().allMatch(each -> contains(a, each));
    }

    static List<JsonNode> without(List<JsonNode> values, List<JsonNode> others) {
        return values.stream().filter(each -> !contains(others, each)).toList();
    }

    /** A value in words: a text as it is, but in quotes where it would be taken for another value. */
    static String text(JsonNode value) {
        boolean plain =
                value.isTextual() && !OTHER_VALUE.matcher(value.textValue()).matches();
        return plain ? value.textValue() : value.toString();
    }

    static @Nullable String textOrNull(@Nullable JsonNode value) {
        return value == null ? null : text(value);
    }

    static String texts(List<JsonNode> values) {
        return values.stream().map(JsonValues::text).collect(Collectors.joining(", "));
    }
}
