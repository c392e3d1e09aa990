package dev.accord.broker.question;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.contracts.openapi.Header;
import dev.accord.contracts.openapi.Lifecycle;
import dev.accord.contracts.openapi.MediaType;
import dev.accord.contracts.openapi.OpenApiDocument;
import dev.accord.contracts.openapi.Operation;
import dev.accord.contracts.openapi.Parameter;
import dev.accord.contracts.openapi.Response;
import dev.accord.contracts.openapi.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lists what a document offers. Fields of all media types, and of all parts of a combined schema, are one list. Bounded: an
 * operation has at most {@value #MOST_ELEMENTS} elements, fields at most {@value #DEEPEST} levels.
 */
final class Surface {

    static final int MOST_ELEMENTS = 1_000;
    static final int DEEPEST = 8;

    private final Map<String, Element> elements = new LinkedHashMap<>();
    private boolean truncated;

    private Surface() {}

    /**
     * The operations of a document.
     *
     * @param truncated whether some operation has more elements than are listed
     */
    record Listing(List<OperationElements> operations, boolean truncated) {}

    static Listing of(OpenApiDocument document) {
        List<OperationElements> operations = new ArrayList<>();
        boolean truncated = false;
        for (Operation operation : document.operations().values()) {
            Surface surface = new Surface();
            surface.collect(operation);
            truncated |= surface.truncated;
            operations.add(new OperationElements(operation.key().toString(), List.copyOf(surface.elements.values())));
        }
        return new Listing(operations, truncated);
    }

    private void collect(Operation operation) {
        add(element(
                "operation",
                null,
                null,
                "",
                false,
                operation.lifecycle(),
                operation.source().line()));
        for (Parameter parameter : operation.parameters()) {
            add(element(
                    "parameter",
                    null,
                    parameter.in().name().toLowerCase(Locale.ROOT),
                    parameter.name(),
                    parameter.required(),
                    parameter.lifecycle(),
                    parameter.source().line()));
        }
        if (operation.requestBody() != null) {
            for (MediaType type : operation.requestBody().content().values()) {
                fields("request-field", null, type.schema());
            }
        }
        for (Map.Entry<String, Response> response :
                operation.responses().byStatus().entrySet()) {
            for (Header header : response.getValue().headers().values()) {
                add(new Element(
                        "response-header",
                        response.getKey(),
                        null,
                        header.name(),
                        header.required(),
                        header.deprecated(),
                        null,
                        header.source().line()));
            }
            for (MediaType type : response.getValue().content().values()) {
                fields("response-field", response.getKey(), type.schema());
            }
        }
    }

    private void fields(String kind, @Nullable String status, @Nullable Schema schema) {
        if (schema != null) {
            walk(kind, status, schema, "", 0);
        }
    }

    private void walk(String kind, @Nullable String status, Schema raw, String pointer, int depth) {
        if (depth > DEEPEST || elements.size() >= MOST_ELEMENTS) {
            truncated |= !raw.properties().isEmpty() || elements.size() >= MOST_ELEMENTS;
            return;
        }
        Schema schema = raw.effective();
        schema.properties().forEach((name, property) -> {
            String place = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            boolean fresh = add(element(
                    kind,
                    status,
                    null,
                    place,
                    schema.required().contains(name),
                    property.effective().lifecycle(),
                    property.source().line()));
            if (fresh) {
                walk(kind, status, property, place, depth + 1);
            }
        });
        if (schema.items() != null) {
            walk(kind, status, schema.items(), pointer + "/*", depth + 1);
        }
        if (schema.additionalProperties() != null
                && schema.additionalProperties().booleanValue() == null) {
            walk(kind, status, schema.additionalProperties(), pointer + "/*", depth + 1);
        }
        for (List<Schema> parts : List.of(schema.allOf(), schema.anyOf(), schema.oneOf())) {
            parts.forEach(part -> walk(kind, status, part, pointer, depth + 1));
        }
    }

    private static Element element(
            String kind,
            @Nullable String status,
            @Nullable String in,
            String location,
            boolean required,
            Lifecycle lifecycle,
            int line) {
        JsonNode sunset = lifecycle.sunset();
        return new Element(
                kind,
                status,
                in,
                location,
                required,
                lifecycle.deprecated(),
                sunset == null ? null : sunset.asText(),
                line);
    }

    /** Whether it is new, and there was room. */
    private boolean add(Element element) {
        if (elements.size() >= MOST_ELEMENTS) {
            truncated = true;
            return false;
        }
        return elements.putIfAbsent(element.key(), element) == null;
    }
}
