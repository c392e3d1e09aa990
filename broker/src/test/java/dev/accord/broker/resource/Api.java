package dev.accord.broker.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.platform.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Speaks to the broker under test. */
final class Api {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;

    Api(URI base) {
        this.base = base.toString().replaceAll("/+$", "");
    }

    /** An answer of the broker. */
    record Answer(int status, String location, String type, String text) {

        JsonNode json() {
            try {
                return Json.parse(text);
            } catch (JsonProcessingException e) {
                throw new AssertionError("not JSON: " + text, e);
            }
        }

        Answer expect(int wanted) {
            assertThat(status).as(text).isEqualTo(wanted);
            return this;
        }
    }

    /** A path of encoded segments. */
    static String path(String... segments) {
        return Stream.of(segments).map(BrokerUrls::encode).collect(Collectors.joining("/", "/", ""));
    }

    Answer get(String path) {
        return send("GET", path, "application/hal+json", "", "");
    }

    Answer page(String path) {
        return send("GET", path, "text/html,application/xhtml+xml,*/*;q=0.8", "", "");
    }

    Answer put(String path, String body) {
        return send("PUT", path, "application/hal+json", "application/json", body);
    }

    Answer post(String path, String body) {
        return send("POST", path, "application/hal+json", "application/json", body);
    }

    Answer patch(String path, String body) {
        return send("PATCH", path, "application/hal+json", "application/merge-patch+json", body);
    }

    Answer delete(String path) {
        return send("DELETE", path, "application/hal+json", "", "");
    }

    Answer send(String method, String path, String accept, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Accept", accept);
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Location").orElse(""),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Publishes a pact with one interaction of that description. */
    void publish(String consumer, String version, String provider, String description) {
        put(
                        path("pacts", "provider", provider, "consumer", consumer, "version", version),
                        "{\"interactions\":[{\"description\":\"" + description
                                + "\",\"request\":{\"method\":\"GET\",\"path\":\"/\"},\"response\":{\"status\":200}}]}")
                .expect(201);
    }

    /** Creates an environment and gives its identifier. */
    String environment(String name) {
        return post("/environments", "{\"name\":\"" + name + "\",\"production\":false}")
                .expect(201)
                .json()
                .path("uuid")
                .asText();
    }
}
