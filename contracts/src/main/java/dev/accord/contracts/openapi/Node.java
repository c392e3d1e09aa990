package dev.accord.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of the document with its place. Pointers are made on demand from the way up, because a large document has
 * half a million nodes and only the changed ones are ever named. An aliased YAML node is shared and keeps the place
 * where it was written first.
 */
abstract sealed class Node {

    private final @Nullable Node parent;
    private final String key;
    final int line;
    final int column;
    /** The schema made of this node; a race makes it twice, which costs time only. */
    @Nullable
    Schema schema;

    private Node(@Nullable Node parent, String key, int line, int column) {
        this.parent = parent;
        this.key = key;
        this.line = line;
        this.column = column;
    }

    /** Number of values in here, aliases counted at each use. */
    long weight() {
        return 1;
    }

    /** Levels of nesting in here; 0 for a scalar. */
    int height() {
        return 0;
    }

    final Source source() {
        return new Source(pointer(), line, column);
    }

    final String key() {
        return key;
    }

    final @Nullable Node parent() {
        return parent;
    }

    final String pointer() {
        Deque<String> keys = new ArrayDeque<>();
        for (Node at = this; at.parent != null; at = at.parent) keys.push(at.key);
        StringBuilder text = new StringBuilder();
        for (String each : keys) text.append('/').append(escape(each));
        return text.toString();
    }

    static String escape(String key) {
        return key.indexOf('~') < 0 && key.indexOf('/') < 0
                ? key
                : key.replace("~", "~0").replace("/", "~1");
    }

    /** The member of that name, or null, also where this is no object. */
    @Nullable
    Node get(String name) {
        return null;
    }

    final @Nullable String text(String name) {
        return get(name) instanceof Scalar s && s.value instanceof String t ? t : null;
    }

    /** The text of a scalar that may be written without quotes, such as a version or a status. */
    final @Nullable String scalarText(String name) {
        return get(name) instanceof Scalar s && s.value != null ? s.value.toString() : null;
    }

    final @Nullable Boolean bool(String name) {
        return get(name) instanceof Scalar s && s.value instanceof Boolean b ? b : null;
    }

    final boolean isTrue(String name) {
        return Boolean.TRUE.equals(bool(name));
    }

    final @Nullable BigDecimal number(String name) {
        return get(name) instanceof Scalar s ? s.decimal() : null;
    }

    /** Members, or none where the value is no object. */
    final Map<String, Node> object(String name) {
        return get(name) instanceof Members m ? m.members : Map.of();
    }

    /** Elements, or none where the value is no array. */
    final List<Node> array(String name) {
        return get(name) instanceof Elements e ? e.elements : List.of();
    }

    final List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Node each : array(name)) if (each instanceof Scalar s && s.value instanceof String t) texts.add(t);
        return texts;
    }

    abstract JsonNode toJson();

    /** An object. */
    static final class Members extends Node {

        final Map<String, Node> members = new LinkedHashMap<>();
        private long weight = 1;
        private int height = 1;

        Members(@Nullable Node parent, String key, int line, int column) {
            super(parent, key, line, column);
        }

        void put(String name, Node value) {
            Node before = members.put(name, value);
            weight += value.weight() - (before == null ? 0 : before.weight());
            height = Math.max(height, value.height() + 1);
        }

        @Override
        @Nullable
        Node get(String name) {
            return members.get(name);
        }

        @Override
        long weight() {
            return weight;
        }

        @Override
        int height() {
            return height;
        }

        @Override
        JsonNode toJson() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            members.forEach((name, value) -> json.set(name, value.toJson()));
            return json;
        }
    }

    /** An array. */
    static final class Elements extends Node {

        final List<Node> elements = new ArrayList<>();
        private long weight = 1;
        private int height = 1;

        Elements(@Nullable Node parent, String key, int line, int column) {
            super(parent, key, line, column);
        }

        void add(Node value) {
            elements.add(value);
            weight += value.weight();
            height = Math.max(height, value.height() + 1);
        }

        @Override
        @Nullable
        Node get(String name) {
            if (name.isEmpty() || name.length() > 9 || !name.chars().allMatch(c -> c >= '0' && c <= '9')) return null;
            int index = Integer.parseInt(name);
            return index < elements.size() ? elements.get(index) : null;
        }

        @Override
        long weight() {
            return weight;
        }

        @Override
        int height() {
            return height;
        }

        @Override
        JsonNode toJson() {
            ArrayNode json = JsonNodeFactory.instance.arrayNode(elements.size());
            elements.forEach(each -> json.add(each.toJson()));
            return json;
        }
    }

    /** A string, number, boolean or null. */
    static final class Scalar extends Node {

        /** A String, Boolean, Long, BigInteger or BigDecimal, or null. */
        final @Nullable Object value;

        Scalar(@Nullable Node parent, String key, int line, int column, @Nullable Object value) {
            super(parent, key, line, column);
            this.value = value;
        }

        @Nullable
        BigDecimal decimal() {
            return switch (value) {
                case Long l -> BigDecimal.valueOf(l);
                case BigInteger i -> new BigDecimal(i);
                case BigDecimal d -> d;
                case null, default -> null;
            };
        }

        @Override
        JsonNode toJson() {
            JsonNodeFactory json = JsonNodeFactory.instance;
            return switch (value) {
                case null -> json.nullNode();
                case String s -> json.textNode(s);
                case Boolean b -> json.booleanNode(b);
                case Long l when l == l.intValue() -> json.numberNode(l.intValue());
                case Long l -> json.numberNode(l);
                case BigInteger i -> json.numberNode(i);
                default -> json.numberNode((BigDecimal) value);
            };
        }
    }
}
