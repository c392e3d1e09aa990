package dev.accord.broker.problem;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.platform.DatabaseException;
import dev.accord.broker.platform.Json;
import dev.accord.broker.platform.Time;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Writes refusals and failures in the form that the client asked for: problem details, or the classic members. */
class ProblemAnswers {

    private static final Logger LOG = Logger.getLogger(ProblemAnswers.class);
    private static final String PROBLEM = "application/problem+json;charset=utf-8";
    private static final String PLAIN_JSON = "application/json;charset=utf-8";
    private static final Pattern AT_INDEX = Pattern.compile(" \\(at index (\\d+)\\)$");
    private static final String NOT_FOUND = "The requested document was not found on this server.";

    private final Call call;
    private final Time time;

    ProblemAnswers(Call call, Time time) {
        this.call = call;
        this.time = time;
    }

    @ServerExceptionMapper
    Response refused(ProblemException refusal) {
        return answer(refusal.problem());
    }

    @ServerExceptionMapper
    Response byTheFramework(WebApplicationException exception) {
        int status = exception.getResponse().getStatus();
        if (status == 404) {
            return answer(new Problem.NotFound(null));
        }
        if (status >= 500) {
            return failed(exception);
        }
        var builder = Response.status(status);
        if (exception instanceof NotAllowedException notAllowed) {
            builder.header("Allow", notAllowed.getResponse().getHeaderString("Allow"));
        }
        return builder.build();
    }

    @ServerExceptionMapper
    Response failed(Throwable failure) {
        if (failure instanceof DatabaseException database && database.refusesValue()) {
            return answer(new Problem.Message(
                    400, "A value cannot be stored: it is too long, or holds characters that cannot be kept"));
        }
        if (failure instanceof DatabaseException database && database.lostItsParent()) {
            return answer(new Problem.Message(
                    409, "Something that this request builds on was removed at the same moment; nothing was stored"));
        }
        if (failure instanceof IOException) {
            // Only the request is read here. The client broke off, or went beyond the limit without announcing it.
            LOG.debugf(failure, "event=request_unreadable url=%s", call.resourceUrl());
            return answer(new Problem.Message(400, "The request body could not be read to its end"));
        }
        String reference = time.newId().toString().substring(0, 8);
        LOG.errorf(failure, "event=request_failed reference=%s url=%s", reference, call.resourceUrl());
        String text = "An unexpected error occurred. It was logged with the reference " + reference;
        ObjectNode body = Json.object();
        if (problemWanted()) {
            body.put("title", "Server error");
            body.put("type", call.urls().base() + "/problems/server-error");
            body.put("detail", text);
            body.put("status", 500);
            return json(500, PROBLEM, body);
        }
        body.putObject("error").put("message", text).put("reference", reference);
        return json(500, Hal.JSON, body);
    }

    private Response answer(Problem problem) {
        return switch (problem) {
            case Problem.NotFound missing -> notFound(missing.detail());
            case Problem.Message message -> message(message);
            case Problem.Invalid invalid -> invalid(invalid);
            case Problem.InvalidList list -> invalidList(list);
            case Problem.Text text ->
                Response.status(text.status())
                        .type("text/plain;charset=utf-8")
                        .entity(text.text())
                        .build();
            case Problem.Document document -> json(document.status(), PLAIN_JSON, document.body());
            case Problem.Bare bare -> Response.status(bare.status()).build();
        };
    }

    private Response notFound(@Nullable String detail) {
        if (problemWanted()) {
            ObjectNode body = Json.object();
            body.put("title", detail == null ? "404 Not Found" : "Not found");
            body.put("type", (detail == null ? "" : call.urls().base()) + "/problem/not-found");
            body.put("detail", detail == null ? NOT_FOUND : detail);
            body.put("status", 404);
            return json(404, PROBLEM, body);
        }
        if (detail == null && call.accepts("text/html")) {
            return Response.status(404)
                    .type("text/html;charset=utf-8")
                    .entity("<!doctype html><html lang=\"en\"><title>404 Not Found</title><h1>Not found</h1><p>"
                            + NOT_FOUND + "</p></html>")
                    .build();
        }
        return json(
                404,
                detail == null ? PLAIN_JSON : Hal.JSON,
                Json.object().put("error", detail == null ? NOT_FOUND : detail));
    }

    private Response message(Problem.Message message) {
        if (!problemWanted()) {
            return json(message.status(), Hal.JSON, Json.object().put("error", message.text()));
        }
        ObjectNode body = Json.object();
        body.put("title", "Server error");
        body.put("type", call.urls().base() + "/problem/server-error");
        body.put("detail", message.text());
        body.put("status", message.status());
        return json(message.status(), PROBLEM, body);
    }

    private Response invalid(Problem.Invalid invalid) {
        if (!problemWanted()) {
            ObjectNode body = Json.object();
            ObjectNode errors = body.putObject("errors");
            invalid.errors().forEach((field, messages) -> {
                ArrayNode array = errors.putArray(field);
                messages.forEach(array::add);
            });
            return json(invalid.status(), Hal.JSON, body);
        }
        ObjectNode body = validation(invalid.status());
        ArrayNode errors = body.putArray("errors");
        invalid.errors()
                .forEach((field, messages) -> messages.forEach(message -> errors.add(entry(invalid, field, message))));
        return json(invalid.status(), PROBLEM, body);
    }

    private Response invalidList(Problem.InvalidList list) {
        if (!problemWanted()) {
            ObjectNode body = Json.object();
            list.errors().forEach(body.putArray("errors")::add);
            return json(400, Hal.JSON, body);
        }
        ObjectNode body = validation(400);
        ArrayNode errors = body.putArray("errors");
        for (String message : list.errors()) {
            errors.addObject()
                    .put("type", call.urls().base() + "/problems/invalid-body-property-value")
                    .put("title", "Validation error")
                    .put("detail", message);
        }
        return json(400, PROBLEM, body);
    }

    private ObjectNode validation(int status) {
        return Json.object()
                .put("title", "Validation errors")
                .put("type", call.urls().base() + "/problems/validation-error")
                .put("status", status)
                .put("instance", "/");
    }

    private ObjectNode entry(Problem.Invalid invalid, String field, String message) {
        String subject = invalid.inPath() ? "request-parameter" : "body-property";
        String kind = message.contains("missing")
                ? "missing-" + subject
                : message.contains("format") ? "invalid-" + subject + "-format" : "invalid-" + subject + "-value";
        ObjectNode entry = Json.object()
                .put("type", call.urls().base() + "/problems/" + kind)
                .put("title", invalid.inPath() ? "Invalid path segment" : "Invalid body parameter")
                .put("detail", AT_INDEX.matcher(message).replaceFirst(""));
        return invalid.inPath() ? entry.put("parameter", field) : entry.put("pointer", pointer(field, message));
    }

    /** The address of a value in the body; an element of an array is told by a message that ends with its index. */
    private static String pointer(String field, String message) {
        var index = AT_INDEX.matcher(message);
        return "/" + field.replace('.', '/') + (index.find() ? "/" + index.group(1) : "");
    }

    private boolean problemWanted() {
        return call.accepts("application/problem+json");
    }

    private static Response json(int status, String type, com.fasterxml.jackson.databind.JsonNode body) {
        return Response.status(status)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .entity(body)
                .build();
    }
}
