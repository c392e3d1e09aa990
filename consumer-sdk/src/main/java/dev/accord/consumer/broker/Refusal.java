package dev.accord.consumer.broker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;

/** Turns an answer other than the hoped-for one into lines for a person. */
final class Refusal {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int EXCERPT_CHARACTERS = 500;

    private Refusal() {}

    /** Returns the status with its usual words, such as {@code 409 Conflict}. */
    static String statusLine(int status) {
        String words = switch (status) {
            case 200 -> "OK";
            case 201 -> "Created";
            case 204 -> "No Content";
            case 301, 302, 303, 307, 308 -> "(moved)";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 406 -> "Not Acceptable";
            case 409 -> "Conflict";
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            case 422 -> "Unprocessable Content";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> "";
        };
        return (status + " " + words).strip();
    }

    /**
     * Returns what the body says, one indented line for each sentence and each ended by a line break: the broker's own
     * error forms as sentences, anything else as an excerpt.
     */
    static String evidence(String body) {
        StringBuilder lines = new StringBuilder();
        JsonNode json = parse(body);
        if (json.isObject()) {
            addMember(lines, json, "title");
            addMember(lines, json, "detail");
            addMember(lines, json.path("error"), "message");
            addErrors(lines, json.path("errors"));
            for (JsonNode notice : json.path("notices")) {
                addLine(lines, notice.path("type").asText("notice").toLowerCase(Locale.ROOT), notice.path("text"));
            }
        }
        if (lines.isEmpty() && !body.isBlank()) {
            addLine(lines, "answer", excerpt(body.strip()));
        }
        return lines.toString();
    }

    private static JsonNode parse(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json == null ? JSON.missingNode() : json;
        } catch (JsonProcessingException notJson) {
            return JSON.missingNode();
        }
    }

    private static void addMember(StringBuilder lines, JsonNode object, String member) {
        JsonNode value = object.path(member);
        if (value.isTextual()) {
            addLine(lines, member, value);
        }
    }

    /** Adds errors in each of the broker's forms: by field, as a list of sentences, as a list of problems. */
    private static void addErrors(StringBuilder lines, JsonNode errors) {
        if (errors.isObject()) {
            errors.properties().forEach(field -> {
                String name = field.getKey().isEmpty() ? "error" : field.getKey();
                if (field.getValue().isArray()) {
                    field.getValue().forEach(text -> addLine(lines, name, text));
                } else {
                    addLine(lines, name, field.getValue());
                }
            });
        } else {
            for (JsonNode error : errors) {
                JsonNode text = error.isObject() ? error.path("detail") : error;
                String where = error.path("pointer").asText("error");
                addLine(lines, where, text.isMissingNode() ? error : text);
            }
        }
    }

    private static void addLine(StringBuilder lines, String label, JsonNode value) {
        addLine(lines, label, value.isTextual() ? value.asText() : value.toString());
    }

    private static void addLine(StringBuilder lines, String label, String text) {
        String line = "  " + label + ": " + text.strip().replace("\n", "\n    ") + "\n";
        // A conflict is told twice by brokers, as a notice and as an error; once is enough.
        if (lines.indexOf(": " + text.strip().replace("\n", "\n    ") + "\n") < 0) {
            lines.append(line);
        }
    }

    private static String excerpt(String text) {
        return text.length() <= EXCERPT_CHARACTERS ? text : text.substring(0, EXCERPT_CHARACTERS) + " …";
    }
}
