package dev.accord.contracts.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.contracts.openapi.MediaType;
import dev.accord.contracts.openapi.OpenApiDocument;
import dev.accord.contracts.openapi.Operation;
import dev.accord.contracts.openapi.Parameter;
import dev.accord.contracts.openapi.ParameterLocation;
import dev.accord.contracts.openapi.RequestBody;
import dev.accord.contracts.openapi.Response;
import dev.accord.contracts.openapi.Schema;
import dev.accord.contracts.openapi.SchemaType;
import dev.accord.contracts.usage.BodyUsage;
import dev.accord.contracts.usage.InteractionUsage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the request of an interaction against the operation that it reaches. */
final class RequestCheck {

    private final OpenApiDocument document;
    private final Operation operation;
    private final InteractionUsage.Request request;
    private final Trace trace;

    RequestCheck(OpenApiDocument document, Operation operation, InteractionUsage.Request request, Trace trace) {
        this.document = document;
        this.operation = operation;
        this.request = request;
        this.trace = trace;
    }

    void check(Map<String, String> pathValues) {
        accept();
        Deprecations.note(
                trace,
                ViolationKind.DEPRECATED,
                operation.lifecycle(),
                "request",
                operation.key().toString(),
                operation.source());
        if (request.negative()) {
            negative();
            return;
        }
        pathValues.forEach(this::pathStyle);
        if (request.isPathVariable()) {
            path(pathValues);
        }
        new Credentials(document, trace).check(operation, request);
        new ParameterCheck(document, operation, request, trace).check();
        body();
    }

    /** Of a request that is wrong on purpose, only the media type counts: a refused one gives another error. */
    private void negative() {
        RequestBody body = operation.requestBody();
        if (body != null && !body.content().isEmpty() && request.contentType() != null) {
            mediaType(body);
        }
    }

    /** The same text in the path means another value in another style. */
    private void pathStyle(String name, String text) {
        Parameter parameter = operation.parameter(ParameterLocation.PATH, name).orElse(null);
        if (parameter == null) {
            return;
        }
        JsonNode value = ParameterText.single(parameter, text);
        boolean plain = parameter.style().equals("simple");
        boolean several = value.isObject() || value.size() > 1;
        boolean separated = several || (value.isArray() && text.chars().skip(1).anyMatch(c -> ".,;".indexOf(c) >= 0));
        String exploded = parameter.explode() && (plain ? value.isObject() : separated) ? " exploded" : "";
        trace.add(
                ViolationKind.PARAMETER_STYLE,
                ParameterCheck.place(ParameterLocation.PATH, name),
                plain && !several ? "text" : parameter.style() + exploded,
                "the path parameter " + name + " is written in the style " + parameter.style()
                        + (parameter.explode() ? ", exploded" : ""),
                parameter.source());
    }

    /** Other values of path parameters that the rule for the path allows. */
    private void path(Map<String, String> values) {
        values.forEach((name, text) -> {
            Parameter parameter =
                    operation.parameter(ParameterLocation.PATH, name).orElse(null);
            Schema schema = parameter == null ? null : parameter.effectiveSchema();
            if (parameter == null || schema == null) {
                return;
            }
            String place = ParameterCheck.place(ParameterLocation.PATH, name);
            trace.visit(place, List.of(List.of(schema)));
            JsonNode example = ParameterText.single(parameter, text);
            List<JsonNode> refused = new ArrayList<>();
            for (JsonNode candidate : ParameterCheck.candidates(List.of(), schema, example)) {
                String path = request.path().replace(text, candidate.asText());
                boolean sent = !candidate.asText().contains("/")
                        && Acceptance.of(request.pathNeed(), com.fasterxml.jackson.databind.node.TextNode.valueOf(path))
                                .orElse(true);
                if (sent && !SchemaValidator.admits(List.of(schema), candidate, SchemaValidator.Mode.REQUEST)) {
                    refused.add(candidate);
                }
            }
            if (!refused.isEmpty()) {
                trace.add(
                        ViolationKind.POSSIBLE_VALUE_REFUSED,
                        place,
                        "",
                        refused,
                        "the path parameter " + name + " may be sent as " + Excerpts.of(refused.get(0))
                                + ", which is refused",
                        parameter.source());
            }
        });
    }

    private void accept() {
        String accept = request.accept();
        if (accept == null) {
            return;
        }
        Map<String, MediaType> offered = new LinkedHashMap<>();
        for (Response response : operation.responses().byStatus().values()) {
            offered.putAll(response.content());
        }
        if (offered.isEmpty()) {
            trace.add(
                    ViolationKind.ACCEPT_UNKNOWN,
                    "request/accept",
                    "",
                    accept + " is accepted, and no response names a media type",
                    operation.responses().source());
        } else if (MediaRanges.negotiate(offered, accept).isEmpty()) {
            trace.add(
                    ViolationKind.ACCEPT_INCOMPATIBLE,
                    "request/accept",
                    "",
                    accept + " is accepted, and the responses are " + String.join(", ", offered.keySet()),
                    operation.responses().source());
        }
    }

    private void body() {
        RequestBody body = operation.requestBody();
        boolean sent = request.body() instanceof BodyUsage.Structured || request.body() instanceof BodyUsage.Opaque;
        if (body == null) {
            if (sent) {
                trace.add(
                        ViolationKind.BODY_UNKNOWN,
                        Places.REQUEST_BODY,
                        "",
                        "a body is sent, and the operation describes none",
                        operation.source());
            }
            if (request.contentType() != null) {
                contentTypeUnknown();
            }
            return;
        }
        if (!sent) {
            if (body.required()) {
                trace.add(
                        ViolationKind.BODY_INCOMPATIBLE,
                        Places.REQUEST_BODY,
                        "missing",
                        "the operation demands a body, and none is sent",
                        body.source());
            }
            return;
        }
        mediaType(body).ifPresent(this::content);
    }

    private void contentTypeUnknown() {
        trace.add(
                ViolationKind.CONTENT_TYPE_UNKNOWN,
                "request/content-type",
                "",
                request.contentType() + " is sent, and the operation names no media type",
                operation.source());
    }

    private Optional<MediaType> mediaType(RequestBody body) {
        String sent = request.contentType();
        if (body.content().isEmpty()) {
            if (sent != null) {
                contentTypeUnknown();
            }
            return Optional.empty();
        }
        if (sent == null) {
            trace.add(
                    ViolationKind.CONTENT_TYPE_MISSING,
                    "request/content-type",
                    "",
                    "a body is sent without a media type",
                    body.source());
            return MediaRanges.find(body.content(), "application/json")
                    .or(() -> body.content().values().stream().findFirst());
        }
        Optional<MediaType> found = MediaRanges.find(body.content(), sent);
        if (found.isEmpty()) {
            trace.add(
                    ViolationKind.CONTENT_TYPE_INCOMPATIBLE,
                    "request/content-type",
                    "",
                    sent + " is sent, and the operation takes "
                            + String.join(", ", body.content().keySet()),
                    body.source());
        }
        return found;
    }

    private void content(MediaType media) {
        Schema schema = media.schema();
        if (schema == null) {
            return;
        }
        if (!(request.body() instanceof BodyUsage.Structured structured)) {
            trace.visit(Places.REQUEST_BODY, List.of(List.of(schema)));
            String reason = request.body() instanceof BodyUsage.Opaque opaque ? opaque.reason() : "";
            trace.add(
                    ViolationKind.BODY_UNVALIDATABLE,
                    Places.REQUEST_BODY,
                    Fingerprints.of(schema),
                    "the request body cannot be checked: " + reason,
                    media.source());
            return;
        }
        JsonNode value = value(structured, media, schema);
        validate(schema, value);
        if (structured.format() == BodyUsage.Format.JSON) {
            new RequestWalk(trace).walk(structured.need(), value, List.of(List.of(schema)), Places.REQUEST_BODY);
        }
    }

    private static JsonNode value(BodyUsage.Structured body, MediaType media, Schema schema) {
        if (body.format() == BodyUsage.Format.JSON || !body.example().isObject()) {
            return body.example();
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Map<String, JsonNode> written = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : body.example().properties()) {
            JsonNode json = json(field.getKey(), field.getValue(), media, schema);
            if (json != null) {
                written.put(field.getKey(), json);
                continue;
            }
            List<String> texts = new ArrayList<>();
            if (field.getValue().isArray()) {
                field.getValue().forEach(v -> texts.add(text(v)));
            } else {
                texts.add(text(field.getValue()));
            }
            fields.put(field.getKey(), texts);
        }
        ObjectNode form = ParameterText.object(schema, fields);
        form.setAll(written);
        return form;
    }

    /** A part is JSON where its encoding says so; in a multipart body, objects are unless it says otherwise. */
    private static @Nullable JsonNode json(String name, JsonNode value, MediaType media, Schema schema) {
        MediaType.Encoding encoding = media.encoding().get(name);
        Schema property = ParameterText.property(schema, name);
        String stated = encoding == null ? null : encoding.contentType();
        boolean isJson = stated != null
                ? MediaRanges.isJson(stated)
                : MediaRanges.isMultipart(media.name())
                        && property != null
                        && ParameterText.kinds(property).contains(SchemaType.OBJECT)
                        && !ParameterText.kinds(property).contains(SchemaType.STRING);
        return isJson && value.isTextual() ? JsonValues.parsed(value.textValue()) : null;
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private void validate(Schema schema, JsonNode value) {
        SchemaValidator.Outcome outcome = SchemaValidator.validate(schema, value, SchemaValidator.Mode.REQUEST);
        for (SchemaValidator.Problem problem : outcome.problems()) {
            String at = Places.REQUEST_BODY + problem.pointer().replaceAll("/\\d+(?=/|$)", "/*");
            trace.add(
                    ViolationKind.BODY_INCOMPATIBLE,
                    at,
                    problem.keyword() + " " + problem.detail(),
                    ResponseWalk.at(Places.REQUEST_BODY + problem.pointer()) + " is refused: " + problem.sentence(),
                    problem.schema().source(problem.keyword()));
        }
        for (String undecided : outcome.undecided()) {
            trace.add(
                    ViolationKind.REQUEST_UNDECIDED,
                    Places.REQUEST_BODY,
                    undecided,
                    "the request body could not be checked in full: " + undecided,
                    schema.source());
        }
    }
}
