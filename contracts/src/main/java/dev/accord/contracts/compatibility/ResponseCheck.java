package dev.accord.contracts.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.contracts.openapi.Header;
import dev.accord.contracts.openapi.MediaType;
import dev.accord.contracts.openapi.Operation;
import dev.accord.contracts.openapi.Response;
import dev.accord.contracts.openapi.Responses;
import dev.accord.contracts.openapi.Schema;
import dev.accord.contracts.openapi.SchemaType;
import dev.accord.contracts.usage.BodyUsage;
import dev.accord.contracts.usage.InteractionUsage;
import dev.accord.contracts.usage.InteractionUsage.Values;
import dev.accord.contracts.usage.Need;
import dev.accord.contracts.usage.Words;
import java.util.List;
import java.util.Optional;

/** Checks the response that a consumer expects against what an operation may answer. */
final class ResponseCheck {

    /** Errors are told in whatever media type there is. */
    private static final int FIRST_ERROR = 400;

    private final Operation operation;
    private final InteractionUsage.Request request;
    private final InteractionUsage.Response expected;
    private final Trace trace;

    ResponseCheck(
            Operation operation, InteractionUsage.Request request, InteractionUsage.Response expected, Trace trace) {
        this.operation = operation;
        this.request = request;
        this.expected = expected;
        this.trace = trace;
    }

    void check() {
        Optional<Responses.Found> found = find();
        if (found.isEmpty()) {
            trace.add(
                    ViolationKind.STATUS_UNKNOWN,
                    Places.RESPONSE,
                    "",
                    "the status " + expected.status() + " is expected, and the operation never answers it",
                    operation.responses().source());
            return;
        }
        if (found.get().match() == Responses.Match.DEFAULT) {
            trace.add(
                    ViolationKind.STATUS_DEFAULT,
                    Places.RESPONSE,
                    "",
                    "the status " + expected.status() + " is covered by the default response only",
                    found.get().response().source());
        }
        Response response = found.get().response();
        otherSuccess(response);
        boolean bodied = expected.body() instanceof BodyUsage.Structured || expected.body() instanceof BodyUsage.Opaque;
        Optional<MediaType> media = mediaType(response, bodied);
        headers(response);
        if (bodied && response.content().isEmpty()) {
            trace.add(
                    ViolationKind.RESPONSE_BODY_UNKNOWN,
                    Places.RESPONSE_BODY,
                    "",
                    "a body is expected, and the response describes none",
                    response.source());
        } else if (bodied) {
            media.ifPresent(this::content);
        }
    }

    /** A pact cannot say that no other status may come, but who expects one success may not know what to do with another. */
    private void otherSuccess(Response found) {
        if (expected.status().example() / 100 != 2) {
            return;
        }
        operation.responses().byStatus().forEach((status, response) -> {
            if (response != found && status.startsWith("2")) {
                trace.add(
                        ViolationKind.STATUS_ALSO,
                        Places.RESPONSE,
                        status,
                        "the status " + status + " may be answered instead of the expected "
                                + expected.status().example(),
                        response.source());
            }
        });
    }

    /** The status of the example; when the rule accepts others, any of those will do. */
    private Optional<Responses.Found> find() {
        Optional<Responses.Found> found =
                operation.responses().find(expected.status().example());
        if (found.isPresent() && found.get().match() != Responses.Match.DEFAULT) {
            return found;
        }
        for (String status : operation.responses().byStatus().keySet()) {
            boolean exact = status.matches("\\d{3}");
            if (exact && expected.status().accepts(Integer.parseInt(status))) {
                return operation.responses().find(Integer.parseInt(status));
            }
        }
        return found;
    }

    private Optional<MediaType> mediaType(Response response, boolean bodied) {
        String type = expected.contentType();
        if (response.content().isEmpty()) {
            if (type != null) {
                trace.add(
                        ViolationKind.RESPONSE_CONTENT_TYPE_UNKNOWN,
                        "response/content-type",
                        "",
                        type + " is expected, and the response names no media type",
                        response.source());
            }
            return Optional.empty();
        }
        Optional<MediaType> found = type == null ? negotiated(response) : MediaRanges.find(response.content(), type);
        if (found.isEmpty()) {
            trace.add(
                    ViolationKind.RESPONSE_CONTENT_TYPE_INCOMPATIBLE,
                    bodied ? Places.RESPONSE_BODY : "response/content-type",
                    "",
                    type + " is expected, and the response is "
                            + String.join(", ", response.content().keySet()),
                    response.source());
            return found;
        }
        if (type != null) {
            preferred(response, type);
        }
        if (bodied && !expected.contentTypeStated()) {
            otherMediaTypes(response, found.get());
        }
        return found;
    }

    private Optional<MediaType> negotiated(Response response) {
        String accept = request.accept() == null ? "application/json" : request.accept();
        Optional<MediaType> best = MediaRanges.negotiate(response.content(), accept);
        if (best.isEmpty() && request.accept() != null && expected.status().example() < FIRST_ERROR) {
            trace.add(
                    ViolationKind.RESPONSE_UNACCEPTABLE,
                    "response/content-type",
                    "",
                    accept + " is accepted, and the response is "
                            + String.join(", ", response.content().keySet()),
                    response.source());
        }
        return best.or(() -> response.content().values().stream().findFirst());
    }

    /** Where neither side says what the answer is written in, the provider chooses. */
    private void otherMediaTypes(Response response, MediaType negotiated) {
        List<MediaType> choice =
                MediaRanges.preferred(response.content(), request.accept() == null ? "*/*" : request.accept());
        response.content().forEach((name, media) -> {
            if (media != negotiated && choice.contains(media)) {
                trace.add(
                        ViolationKind.OTHER_MEDIA_TYPE_POSSIBLE,
                        "response/content-type",
                        name,
                        "the response may be " + name + ", and the consumer does not say what it accepts",
                        media.source());
            }
        });
    }

    private void preferred(Response response, String type) {
        String accept = request.accept();
        if (accept == null) {
            return;
        }
        MediaRanges.preferred(response.content(), accept, type)
                .ifPresent(other -> trace.add(
                        ViolationKind.RESPONSE_OTHER_PREFERRED,
                        "response/content-type",
                        other,
                        type + " is expected, and the request likes " + other + " better, which the response has, too",
                        response.source()));
    }

    private void headers(Response response) {
        expected.headers().forEach((name, values) -> {
            if (name.equals("content-type")) {
                return;
            }
            Header header = response.headers().get(name);
            String place = "response/header/" + name;
            if (header == null) {
                boolean standard = StandardHeaders.contains(name);
                trace.add(
                        standard ? ViolationKind.RESPONSE_HEADER_UNDEFINED : ViolationKind.RESPONSE_HEADER_UNKNOWN,
                        place,
                        "",
                        "the header " + name + " is expected, and the response does not have it",
                        response.source());
                return;
            }
            if (!header.required()) {
                trace.add(
                        ViolationKind.RESPONSE_HEADER_OPTIONAL,
                        place,
                        "",
                        "the header " + name + " is not always sent",
                        header.source());
            }
            header(header, values, place);
        });
    }

    private void header(Header header, Values values, String place) {
        Schema schema = header.schema();
        if (schema == null) {
            return;
        }
        trace.visit(place, List.of(List.of(schema)));
        example(header, schema, values, place);
        if (HeaderTexts.isRuled(values.need())) {
            ruled(header, schema, values.need(), place);
            return;
        }
        for (SchemaType kind : ParameterText.kinds(schema)) {
            trace.add(
                    ViolationKind.RESPONSE_HEADER_KIND,
                    place,
                    kind.keyword(),
                    "the header " + header.name() + " may be " + kind.keyword(),
                    schema.source("type"));
        }
        for (Variant variant : Variants.of(List.of(List.of(schema))).list()) {
            if (variant.kinds().contains(SchemaType.STRING)) {
                new ValueCheck(trace, values.need(), place, schema.source()).scalars(variant);
            }
        }
    }

    /** Who expects exactly the example never gets it when it is refused; other consumers take other values. */
    private void example(Header header, Schema schema, Values values, String place) {
        JsonNode value = ParameterText.header(schema, String.join(",", values.examples()));
        boolean exact = values.need().isLiteral() || HeaderTexts.isExact(values.need());
        SchemaValidator.Outcome outcome = SchemaValidator.validate(schema, value, SchemaValidator.Mode.RESPONSE);
        for (SchemaValidator.Problem problem : outcome.problems()) {
            trace.add(
                    exact ? ViolationKind.RESPONSE_HEADER_INCOMPATIBLE : ViolationKind.RESPONSE_HEADER_ATYPICAL,
                    place,
                    problem.keyword() + " " + problem.detail(),
                    "the header " + header.name() + " cannot be as expected: " + problem.sentence(),
                    problem.schema().source(problem.keyword()));
        }
    }

    /** The consumer says which texts it takes: then the kind of value counts no more. */
    private void ruled(Header header, Schema schema, Need need, String place) {
        for (Variant variant : Variants.of(List.of(List.of(schema))).list()) {
            if (variant.kinds().contains(SchemaType.STRING)) {
                Trace texts = new Trace();
                new ValueCheck(texts, need, place, schema.source()).scalars(variant);
                texts.violations().stream().filter(HeaderTexts::canBeSent).forEach(trace::add);
            }
            HeaderTexts.refused(variant, need)
                    .forEach((kind, refused) -> trace.add(
                            ViolationKind.VALUE_POSSIBLE,
                            place,
                            kind.keyword(),
                            refused,
                            "the header " + header.name() + " may be " + Excerpts.of(refused.get(0))
                                    + "; the consumer accepts " + Words.of(need),
                            schema.source()));
        }
    }

    private void content(MediaType media) {
        Schema schema = media.schema();
        if (!(expected.body() instanceof BodyUsage.Structured structured)) {
            String reason = expected.body() instanceof BodyUsage.Opaque opaque ? opaque.reason() : "";
            trace.add(
                    ViolationKind.RESPONSE_BODY_UNVALIDATABLE,
                    Places.RESPONSE_BODY,
                    schema == null ? "" : Fingerprints.of(schema),
                    "the response body cannot be checked: " + reason,
                    media.source());
            return;
        }
        if (schema == null) {
            new ResponseWalk(trace).walk(structured.need(), List.of(List.of()), Places.RESPONSE_BODY);
            return;
        }
        new ResponseWalk(trace).walk(structured.need(), List.of(List.of(schema)), Places.RESPONSE_BODY);
        new ExampleCheck(trace).check(schema, structured);
    }
}
