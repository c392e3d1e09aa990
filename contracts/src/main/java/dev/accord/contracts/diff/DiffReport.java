package dev.accord.contracts.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.contracts.openapi.Source;
import java.util.List;

/**
 * The changes between two documents as an answer.
 *
 * @param changes the changes in order
 */
public record DiffReport(List<Change> changes) {

    /** Whether anything breaks everybody who uses it. */
    public boolean breaking() {
        return changes.stream().anyMatch(each -> each.level() == Level.ERROR);
    }

    /**
     * The JSON form: {@code {"breaking": bool, "changes": [{"id", "level", "operation", "direction", "location",
     * "before", "after", "sentence", "base": {"line", "column", "pointer"}, "revision": {…}}]}}. Levels and directions in
     * lower case; what is absent is null.
     */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("breaking", breaking());
        ArrayNode list = json.putArray("changes");
        changes.forEach(each -> list.add(toJson(each)));
        return json;
    }

    /** The JSON form of one change, as in {@link #toJson()}. */
    public static JsonNode toJson(Change change) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", change.ruleId());
        json.put("level", change.level().keyword());
        json.put("operation", change.operation());
        json.put("direction", change.direction().keyword());
        json.put("location", change.location());
        json.put("before", change.before());
        json.put("after", change.after());
        json.put("sentence", change.sentence());
        json.set("base", toJson(change.baseSource()));
        json.set("revision", toJson(change.revisionSource()));
        return json;
    }

    private static JsonNode toJson(Source source) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("line", source.line())
                .put("column", source.column())
                .put("pointer", source.pointer());
    }
}
