package dev.accord.broker.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.platform.Json;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;

/** An answer of the broker. */
public record Answer(int status, HttpHeaders headers, String body) {

    /** The body; an empty object when there is none. */
    public JsonNode json() {
        try {
            return body.isBlank() ? Json.object() : Json.parse(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + body, e);
        }
    }

    /** The answer, if it has this status. */
    public Answer expect(int wanted) {
        assertThat(status).as(body).isEqualTo(wanted);
        return this;
    }

    /** The first header of a name, or nothing. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The content type with its parameters, or nothing. */
    public String type() {
        return header("Content-Type");
    }

    /** The address that the answer leads to, or nothing. */
    public String location() {
        return header("Location");
    }

    /** The messages under a field of {@code errors}. */
    public List<String> errors(String field) {
        List<String> messages = new ArrayList<>();
        json().path("errors").path(field).forEach(message -> messages.add(message.asText()));
        return messages;
    }

    /** The fields that have errors. */
    public List<String> errorFields() {
        List<String> fields = new ArrayList<>();
        json().path("errors").fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    /** The types of the notices, in their order. */
    public List<String> noticeTypes() {
        List<String> types = new ArrayList<>();
        json().path("notices").forEach(notice -> types.add(notice.path("type").asText()));
        return types;
    }

    /** The notice that tells the events of a publication, or nothing. */
    public String events() {
        for (JsonNode notice : json().path("notices")) {
            if (notice.path("text").asText().contains("Events detected")) {
                return notice.path("text").asText();
            }
        }
        return "";
    }
}
