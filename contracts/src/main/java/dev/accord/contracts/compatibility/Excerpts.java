package dev.accord.contracts.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/** Shows values in sentences without filling the page. */
final class Excerpts {

    private static final int MAX_LENGTH = 80;
    private static final int MAX_VALUES = 8;

    private Excerpts() {}

    static String of(JsonNode value) {
        String text = value.toString();
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
    }

    static String of(List<JsonNode> values) {
        String shown = values.stream().limit(MAX_VALUES).map(Excerpts::of).collect(Collectors.joining(", "));
        return values.size() > MAX_VALUES ? shown + ", …" : shown;
    }
}
