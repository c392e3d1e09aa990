package dev.accord.contracts.pact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An object of a pact file that knows where it is, so that a refusal can say it. An absent object has no fields. */
record Fields(JsonNode node, String pointer) {

    /**
     * Returns the fields of a node; absent and null are an object without fields.
     *
     * @throws UnreadablePactException when the node is something else than an object
     */
    static Fields of(JsonNode node, String pointer) {
        if (pointer.isEmpty() && !node.isObject()) {
            throw new UnreadablePactException("", "it is not a JSON object");
        }
        if (!node.isObject() && !isNothing(node)) {
            throw new UnreadablePactException(pointer, "an object is expected, not " + kind(node));
        }
        return new Fields(isNothing(node) ? MissingNode.getInstance() : node, pointer);
    }

    static boolean isNothing(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    boolean has(String name) {
        return node.has(name);
    }

    JsonNode node(String name) {
        return node.path(name);
    }

    Fields object(String name) {
        return of(node.path(name), pointerTo(name));
    }

    /** Returns the objects of a list; absent and null are an empty list. */
    List<Fields> objects(String name) {
        JsonNode list = node.path(name);
        if (isNothing(list)) {
            return List.of();
        }
        if (!list.isArray()) {
            throw new UnreadablePactException(pointerTo(name), "a list is expected, not " + kind(list));
        }
        List<Fields> objects = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            String at = pointerTo(name) + "/" + i;
            if (!list.get(i).isObject()) {
                throw new UnreadablePactException(at, "an object is expected, not " + kind(list.get(i)));
            }
            objects.add(new Fields(list.get(i), at));
        }
        return objects;
    }

    String text(String name, String otherwise) {
        JsonNode value = node.path(name);
        if (isNothing(value)) {
            return otherwise;
        }
        if (!value.isValueNode()) {
            throw new UnreadablePactException(pointerTo(name), "a text is expected, not " + kind(value));
        }
        return value.asText();
    }

    Iterable<Map.Entry<String, JsonNode>> entries() {
        return node.properties();
    }

    UnreadablePactException refused(String reason) {
        return new UnreadablePactException(pointer, reason);
    }

    String pointerTo(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            default -> "nothing";
        };
    }
}
