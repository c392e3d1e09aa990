package dev.accord.broker.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.platform.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Speaks to a broker as clients do. */
final class Api {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI base;

    Api(URI base) {
        this.base = base;
    }

    record Answer(int status, String type, String body, HttpResponse<String> response) {
        JsonNode json() {
            return Json.stored(body);
        }

        List<String> noticeTypes() {
            List<String> types = new ArrayList<>();
            json().path("notices")
                    .forEach(notice -> types.add(notice.path("type").asText()));
            return types;
        }

        String events() {
            for (JsonNode notice : json().path("notices")) {
                if (notice.path("text").asText().contains("Events detected")) {
                    return notice.path("text").asText();
                }
            }
            return "";
        }

        List<String> errors(String field) {
            List<String> messages = new ArrayList<>();
            json().path("errors").path(field).forEach(message -> messages.add(message.asText()));
            return messages;
        }
    }

    Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Answer send(String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        request.header("Accept", "application/hal+json");
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(response.statusCode(), type, response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Answer put(String path, String body) {
        return send("PUT", path, body.getBytes(StandardCharsets.UTF_8));
    }

    Answer post(String path, String body) {
        return send("POST", path, body.getBytes(StandardCharsets.UTF_8));
    }

    Answer publish(ObjectNode publication) {
        return post("/contracts/publish", Json.write(publication));
    }

    /** A publication of one content for one provider; members can be changed by the caller. */
    static ObjectNode publication(String consumer, String version, String provider, String content) {
        ObjectNode body = Json.object().put("pacticipantName", consumer).put("pacticipantVersionNumber", version);
        body.putArray("contracts").add(contract(consumer, provider, content.getBytes(StandardCharsets.UTF_8)));
        return body;
    }

    static ObjectNode contract(String consumer, String provider, byte[] content) {
        return Json.object()
                .put("consumerName", consumer)
                .put("providerName", provider)
                .put("specification", "pact")
                .put("contentType", "application/json")
                .put("content", Base64.getEncoder().encodeToString(content));
    }

    /** A pact with one interaction for each of the words. */
    static String pact(String... words) {
        ObjectNode pact = Json.object();
        var interactions = pact.putArray("interactions");
        for (String word : words) {
            ObjectNode interaction = interactions.addObject().put("description", word);
            interaction.putObject("request").put("method", "GET").put("path", "/" + word);
            interaction.putObject("response").put("status", 200);
        }
        return Json.write(pact);
    }
}
