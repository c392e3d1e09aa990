package dev.accord.broker.matrix;

import dev.accord.broker.problem.ProblemException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A query string with lists of objects: {@code q[][pacticipant]=A&q[][version]=1&q[][pacticipant]=B}. A new element starts
 * when the last one already has the key. {@code q[]pacticipant} is another spelling of {@code q[][pacticipant]}; brackets
 * may be encoded or not; {@code +} is a space. Empty values of plain parameters are as good as absent.
 */
final class NestedQuery {

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, List<Element>> lists = new HashMap<>();

    private NestedQuery() {}

    /** An element of a list. */
    sealed interface Element {
        /** {@code x[]=text}. */
        record Text(String value) implements Element {}

        /** {@code x[][key]=value}, in the order of the keys; changes while the query is read. */
        record Fields(Map<String, String> values) implements Element {}
    }

    /**
     * Reads a query string as it was sent.
     *
     * @throws ProblemException 400 when its percent-encoding is broken
     */
    static NestedQuery parse(String query) {
        NestedQuery parsed = new NestedQuery();
        for (String pair : query.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String key = decode(equals < 0 ? pair : pair.substring(0, equals));
                parsed.add(key, equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return parsed;
    }

    /** The last value of a plain parameter that is not empty. */
    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** Whether a plain parameter is there, empty or not; its value. */
    Optional<String> valueOrEmpty(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The elements of a list; empty when it is absent. */
    List<Element> list(String name) {
        return lists.getOrDefault(name, List.of());
    }

    /** Whether a list of this name is there. */
    boolean hasList(String name) {
        return lists.containsKey(name);
    }

    private void add(String key, String value) {
        int bracket = key.indexOf('[');
        if (bracket <= 0) {
            values.put(key, value);
            return;
        }
        String name = key.substring(0, bracket);
        String rest = key.substring(bracket);
        if (!rest.startsWith("[]")) {
            return;
        }
        List<Element> list = lists.computeIfAbsent(name, absent -> new ArrayList<>());
        String member = rest.substring(2);
        if (member.isEmpty()) {
            list.add(new Element.Text(value));
            return;
        }
        if (member.startsWith("[") && member.endsWith("]")) {
            member = member.substring(1, member.length() - 1);
        }
        if (list.isEmpty()
                || !(list.getLast() instanceof Element.Fields last)
                || last.values().containsKey(member)) {
            list.add(new Element.Fields(new LinkedHashMap<>()));
        }
        if (list.getLast() instanceof Element.Fields fields) {
            fields.values().put(member, value);
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.list(List.of("The query string is not percent-encoded correctly"));
        }
    }
}
