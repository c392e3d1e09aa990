package dev.accord.broker.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.platform.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Compares two pacts as text, in the way of {@code diff -u}: both are written with sorted members, one value a line,
 * interactions in a fixed order and without identifiers, so that only differences in content show.
 */
final class PactDiff {

    private static final List<String> LISTS = List.of("interactions", "messages");

    private PactDiff() {}

    /**
     * The differences as lines, {@code -} before what only the earlier content has and {@code +} before what only the
     * later one has; empty when there is none. Its length is bounded.
     */
    static String between(JsonNode earlier, JsonNode later) {
        return LineDiff.between(lines(earlier), lines(later));
    }

    private static List<String> lines(JsonNode document) {
        List<String> lines = new ArrayList<>();
        write(ordered(document), "", "", "", lines);
        return lines;
    }

    private static JsonNode ordered(JsonNode document) {
        if (!(document instanceof ObjectNode object)) {
            return document;
        }
        ObjectNode copy = Json.object();
        object.properties().forEach(member -> {
            JsonNode value = member.getValue();
            copy.set(member.getKey(), LISTS.contains(member.getKey()) && value.isArray() ? elements(value) : value);
        });
        return copy;
    }

    private static ArrayNode elements(JsonNode list) {
        List<Element> elements = new ArrayList<>();
        for (JsonNode element : list) {
            JsonNode bare = element;
            if (element instanceof ObjectNode object && object.has("_id")) {
                ObjectNode copy = object.deepCopy();
                copy.remove("_id");
                bare = copy;
            }
            elements.add(new Element(CanonicalJson.sorted(bare), bare));
        }
        elements.sort(Comparator.comparing(Element::text));
        return Json.array().addAll(elements.stream().map(Element::node).toList());
    }

    private record Element(String text, JsonNode node) {}

    private static void write(JsonNode node, String indent, String name, String end, List<String> lines) {
        if (node.isEmpty() || !node.isContainerNode()) {
            lines.add(indent + name + CanonicalJson.sorted(node) + end);
            return;
        }
        lines.add(indent + name + (node.isObject() ? "{" : "["));
        String inner = indent + "  ";
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>(object.size());
            object.fieldNames().forEachRemaining(names::add);
            names.sort(CanonicalJson.BYTE_ORDER);
            for (int i = 0; i < names.size(); i++) {
                String member = names.get(i);
                String label = CanonicalJson.sorted(Json.object().textNode(member)) + ": ";
                write(object.get(member), inner, label, i + 1 < names.size() ? "," : "", lines);
            }
        } else {
            for (int i = 0; i < node.size(); i++) {
                write(node.get(i), inner, "", i + 1 < node.size() ? "," : "", lines);
            }
        }
        lines.add(indent + (node.isObject() ? "}" : "]") + end);
    }
}
