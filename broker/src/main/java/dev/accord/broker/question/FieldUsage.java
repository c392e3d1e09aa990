package dev.accord.broker.question;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.platform.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Who uses what of a document: uses of pact contents, joined with the consumer versions that have them. Pure. */
final class FieldUsage {

    private final List<Consumer> consumers;
    private final Map<Long, List<Use>> uses;

    /** Interactions by operation, then element, then consumer. */
    private final Map<String, Map<String, Map<Consumer, TreeSet<String>>>> users = new LinkedHashMap<>();

    FieldUsage(List<Consumer> consumers, Map<Long, List<Use>> uses) {
        this.consumers = consumers;
        this.uses = uses;
        for (Consumer consumer : consumers) {
            for (Use use : uses.getOrDefault(consumer.pactVersionId(), List.of())) {
                String operation = use.operation();
                if (operation != null) {
                    add(consumer, use, users.computeIfAbsent(operation, key -> new LinkedHashMap<>()));
                }
            }
        }
    }

    private static void add(Consumer consumer, Use use, Map<String, Map<Consumer, TreeSet<String>>> byElement) {
        for (String key : use.keys()) {
            byElement
                    .computeIfAbsent(key, unused -> new LinkedHashMap<>())
                    .computeIfAbsent(consumer, unused -> new TreeSet<>())
                    .add(use.interaction());
        }
    }

    boolean isUsed(String operation) {
        return users.containsKey(operation);
    }

    /** The consumers of an element with their interactions; empty where nobody uses it. */
    private Map<Consumer, TreeSet<String>> of(String operation, String key) {
        return users.getOrDefault(operation, Map.of()).getOrDefault(key, Map.of());
    }

    boolean isUsed(String operation, String key) {
        return !of(operation, key).isEmpty();
    }

    /** The consumers of an element. */
    ArrayNode usedBy(String operation, String key) {
        ArrayNode array = Json.array();
        of(operation, key).forEach((consumer, interactions) -> {
            ObjectNode json = consumer.toJson();
            interactions.forEach(json.putArray("interactions")::add);
            array.add(json);
        });
        return array;
    }

    /** An operation with all its elements and who uses each. */
    ObjectNode describe(OperationElements operation, boolean unusedOnly) {
        ObjectNode json = Json.object().put("operation", operation.operation());
        json.put("deprecated", operation.self().deprecated());
        json.put("used", isUsed(operation.operation()));
        json.set("usedBy", usedBy(operation.operation(), "operation"));
        ArrayNode elements = json.putArray("elements");
        for (Element element : operation.elements()) {
            boolean used = isUsed(operation.operation(), element.key());
            if (!element.kind().equals("operation") && !(used && unusedOnly)) {
                elements.add(described(operation.operation(), element, used));
            }
        }
        return json;
    }

    /** An element with who uses it. */
    ObjectNode described(String operation, Element element, boolean used) {
        ObjectNode json = element.toJson().put("used", used);
        json.set("usedBy", usedBy(operation, element.key()));
        return json;
    }

    /** Interactions that reach no operation of the document, and pacts of which nothing can be told. */
    ArrayNode unknown() {
        ArrayNode array = Json.array();
        for (Consumer consumer : consumers) {
            List<Use> of = uses.getOrDefault(consumer.pactVersionId(), List.of());
            if (of.isEmpty()) {
                array.add(consumer.toJson().put("reason", "the pact has no interaction that can be read"));
            }
            for (Use use : of) {
                if (use.operation() == null) {
                    array.add(consumer.toJson()
                            .put("interaction", use.interaction())
                            .put("reason", use.reason()));
                }
            }
        }
        return array;
    }

    /** The consumers that count, each with its places. */
    ArrayNode consumers() {
        ArrayNode array = Json.array();
        consumers.forEach(consumer -> array.add(consumer.toJson()));
        return array;
    }
}
