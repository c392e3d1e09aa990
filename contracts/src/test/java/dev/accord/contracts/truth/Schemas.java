package dev.accord.contracts.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.IdentityHashMap;
import java.util.Map;

/** What a JSON Schema validator that is not ours says of requests or of responses. */
final class Schemas {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final Map<JsonNode, Schema> known = new IdentityHashMap<>();
    private final String unsent;

    private Schemas(String unsent) {
        this.unsent = unsent;
    }

    /** In requests, read-only properties are not asked for. */
    static Schemas ofRequests() {
        return new Schemas("readOnly");
    }

    /** In responses, write-only properties are not asked for. */
    static Schemas ofResponses() {
        return new Schemas("writeOnly");
    }

    boolean admits(JsonNode schema, JsonNode value) {
        return schema.isMissingNode()
                || known.computeIfAbsent(schema, s -> REGISTRY.getSchema(view(s.deepCopy())))
                        .validate(value, context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)))
                        .isEmpty();
    }

    private JsonNode view(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.get("required") instanceof ArrayNode required) {
            for (int i = required.size() - 1; i >= 0; i--) {
                JsonNode property =
                        object.path("properties").path(required.get(i).asText());
                if (property.path(unsent).asBoolean()) {
                    required.remove(i);
                }
            }
        }
        schema.forEach(this::view);
        return schema;
    }
}
