package dev.accord.broker.question;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.platform.Json;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an operation offers, or the operation itself.
 *
 * @param kind       {@code operation}, {@code parameter}, {@code request-field}, {@code response-header} or
 *                   {@code response-field}
 * @param status     status of the response as the document writes it, or null for what is no part of a response
 * @param in         where a parameter is sent, in lower case, or null
 * @param location   name of the parameter or header, or pointer to the field with {@code *} for elements and free keys;
 *                   empty for an operation
 * @param required   whether it must be sent, or is always answered
 * @param deprecated whether the document calls it deprecated
 * @param sunset     when it goes, as the document writes it, or null
 * @param line       line in the document, from 1
 */
record Element(
        String kind,
        @Nullable String status,
        @Nullable String in,
        String location,
        boolean required,
        boolean deprecated,
        @Nullable String sunset,
        int line) {

    /** The key by which usages name it, unique within its operation. */
    String key() {
        return switch (kind) {
            case "operation" -> "operation";
            case "parameter" -> parameter(in == null ? "" : in, location);
            case "request-field" -> requestField(location);
            case "response-header" -> responseHeader(status == null ? "" : status, location);
            default -> responseField(status == null ? "" : status, location);
        };
    }

    static String parameter(String in, String name) {
        return in + ":" + (in.equals("header") ? name.toLowerCase(Locale.ROOT) : name);
    }

    static String requestField(String pointer) {
        return "request:" + pointer;
    }

    static String responseHeader(String status, String name) {
        return status + " header:" + name.toLowerCase(Locale.ROOT);
    }

    static String responseField(String status, String pointer) {
        return status + ":" + pointer;
    }

    /** Whether it is on its way out. */
    boolean leaving() {
        return deprecated || sunset != null;
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object().put("kind", kind);
        if (status != null) {
            json.put("status", status);
        }
        if (in != null) {
            json.put("in", in);
        }
        if (!location.isEmpty()) {
            json.put("location", location);
        }
        json.put("required", required).put("deprecated", deprecated);
        if (sunset != null) {
            json.put("sunset", sunset);
        }
        return json.put("line", line);
    }

    static Element of(JsonNode json) {
        return new Element(
                json.path("kind").asText(),
                json.hasNonNull("status") ? json.path("status").asText() : null,
                json.hasNonNull("in") ? json.path("in").asText() : null,
                json.path("location").asText(),
                json.path("required").asBoolean(),
                json.path("deprecated").asBoolean(),
                json.hasNonNull("sunset") ? json.path("sunset").asText() : null,
                json.path("line").asInt());
    }
}
