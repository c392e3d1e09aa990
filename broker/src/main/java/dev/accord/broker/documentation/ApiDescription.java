package dev.accord.broker.documentation;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/**
 * Completes the broker's own OpenAPI document when the broker is built. Paths and parameters come from the resources,
 * meaning and shapes from {@code META-INF/openapi.yaml}; here they meet, and every operation gets what any request can be
 * answered with: 400 for what cannot be understood, 404 and 422 where something is named in the path, 406 for a media type that is
 * not offered, 413 and 415 where there is a body. Pages for browsers are no part of the API.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

    private static final String HAL = "application/hal+json";
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String REFUSAL = "Refusal";
    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("200", "The answer"),
            Map.entry("201", "Made"),
            Map.entry("202", "Accepted"),
            Map.entry("204", "Done"),
            Map.entry("303", "Found at another address"),
            Map.entry("307", "The image is at another address"),
            Map.entry("400", "The request cannot be understood"),
            Map.entry("404", "Something named in the request does not exist"),
            Map.entry("406", "None of the accepted media types is offered"),
            Map.entry("409", "It contradicts what is stored"),
            Map.entry("413", "The body is too large"),
            Map.entry("415", "The body's media type is not understood"),
            Map.entry("422", "Understood, and not possible"),
            Map.entry("500", "A fault of the broker"),
            Map.entry("503", "Not able to answer now"));

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var items = document.getPaths().getPathItems();
        items.keySet().stream()
                .filter(path -> path.startsWith("/ui"))
                .toList()
                .forEach(document.getPaths()::removePathItem);
        items.forEach((path, item) -> item.getOperations().values().forEach(operation -> complete(path, operation)));
        document.getComponents().removeSchema("JsonNode");
        document.getComponents().removeSchema("JsonNodeType");
        document.getComponents().addResponse(REFUSAL, refusal());
    }

    private static void complete(String path, Operation operation) {
        Set<String> produced = produced(operation);
        boolean body = operation.getRequestBody() != null || extension(operation, "x-body") != null;
        APIResponses responses = OASFactory.createAPIResponses();
        if (extension(operation, "x-answers") instanceof Map<?, ?> answers) {
            answers.forEach((status, shapes) -> responses.addAPIResponse(
                    String.valueOf(status), answer(String.valueOf(status), texts(shapes), produced)));
        } else {
            responses.addAPIResponse("200", answer("200", List.of("Anything"), produced));
        }
        refuse(responses, "400");
        refuse(responses, "406");
        if (path.contains("{")) {
            refuse(responses, "404");
            // a name with control characters
            refuse(responses, "422");
        }
        if (body) {
            refuse(responses, "413");
            refuse(responses, "415");
        }
        operation.setResponses(responses);
        if (extension(operation, "x-body") instanceof String schema) {
            operation.setRequestBody(OASFactory.createRequestBody().content(bodies(operation, schema)));
        }
        for (String parameter : texts(extension(operation, "x-query"))) {
            operation.addParameter(OASFactory.createParameter().ref("#/components/parameters/" + parameter));
        }
        for (String own : List.of("x-answers", "x-body", "x-query")) {
            operation.removeExtension(own);
        }
    }

    private static @Nullable Object extension(Operation operation, String name) {
        return operation.getExtensions() == null
                ? null
                : operation.getExtensions().get(name);
    }

    private static List<String> texts(@Nullable Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof Iterable<?> several) {
            several.forEach(each -> texts.add(String.valueOf(each)));
        }
        return texts;
    }

    /** The JSON media types that the resource declares; the classic one where it declares none. */
    private static Set<String> produced(Operation operation) {
        Set<String> types = new TreeSet<>();
        if (operation.getResponses() != null) {
            operation.getResponses().getAPIResponses().values().stream()
                    .filter(response -> response.getContent() != null)
                    .flatMap(response -> response.getContent().getMediaTypes().keySet().stream())
                    .map(type -> type.split(";")[0])
                    .filter(type -> type.endsWith("json") && !type.contains("problem"))
                    .forEach(types::add);
        }
        return types.isEmpty() ? Set.of(HAL) : types;
    }

    private static APIResponse answer(String status, List<String> shapes, Set<String> produced) {
        APIResponse response =
                OASFactory.createAPIResponse().description(MEANINGS.getOrDefault(status, "Status " + status));
        if (shapes.isEmpty()) {
            return status.startsWith("4")
                    ? OASFactory.createAPIResponse().ref("#/components/responses/" + REFUSAL)
                    : response;
        }
        Content content = OASFactory.createContent();
        for (String shape : shapes) {
            int colon = shape.indexOf(':');
            if (colon > 0) {
                add(content, shape.substring(colon + 1), schema(shape.substring(0, colon)));
            } else if (shape.contains("/")) {
                add(content, shape, OASFactory.createSchema().addType(Schema.SchemaType.STRING));
            } else {
                produced.forEach(type -> add(content, type, schema(shape)));
            }
        }
        return response.content(content);
    }

    private static void refuse(APIResponses responses, String status) {
        if (!responses.hasAPIResponse(status)) {
            responses.addAPIResponse(status, answer(status, List.of(), Set.of()));
        }
    }

    /** What a refusal looks like, whatever its status; some have no body. */
    private static APIResponse refusal() {
        Content content = OASFactory.createContent();
        add(content, HAL, schema("Error"));
        add(content, "application/json", schema("Error"));
        add(content, "application/problem+json", schema("Problem"));
        add(content, "text/html", OASFactory.createSchema().addType(Schema.SchemaType.STRING));
        add(content, "text/plain", OASFactory.createSchema().addType(Schema.SchemaType.STRING));
        return OASFactory.createAPIResponse()
                .description("Refused, in the form that was asked for")
                .content(content);
    }

    private static Content bodies(Operation operation, String schema) {
        Content content = OASFactory.createContent();
        var declared = operation.getRequestBody();
        if (declared != null && declared.getContent() != null) {
            declared.getContent().getMediaTypes().keySet().forEach(type -> add(content, type, schema(schema)));
        } else {
            add(content, "application/json", schema(schema));
        }
        return content;
    }

    private static Schema schema(String name) {
        return OASFactory.createSchema().ref(SCHEMAS + name);
    }

    private static void add(Content content, String type, Schema schema) {
        content.addMediaType(type, OASFactory.createMediaType().schema(schema));
    }
}
