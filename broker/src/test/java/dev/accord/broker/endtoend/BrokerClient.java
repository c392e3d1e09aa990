package dev.accord.broker.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Speaks the broker's API as a client does: JSON over HTTP/1.1. */
final class BrokerClient {

    static final ObjectMapper JSON = new ObjectMapper();

    private final PackagedBroker broker;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    BrokerClient(PackagedBroker broker) {
        this.broker = broker;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, JsonNode body) throws IOException, InterruptedException {
        return post(path, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> post(String path, byte[] body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> put(String path, byte[] body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** Posts so many blanks without saying beforehand how many. */
    HttpResponse<String> stream(String path, int length) throws IOException, InterruptedException {
        byte[] body = " ".repeat(length).getBytes(StandardCharsets.US_ASCII);
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
    }

    HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(broker.uri(path))
                .timeout(Duration.ofSeconds(120))
                .header("Accept", "application/hal+json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A text as one segment of a path. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A pact with one interaction. */
    static ObjectNode pact(String consumer, String provider, String description) {
        ObjectNode pact = JSON.createObjectNode();
        pact.putObject("consumer").put("name", consumer);
        pact.putObject("provider").put("name", provider);
        ObjectNode interaction = pact.putArray("interactions").addObject();
        interaction.put("description", description);
        interaction.putObject("request").put("method", "GET").put("path", "/things");
        interaction.putObject("response").put("status", 200).putObject("body").put("name", description);
        pact.putObject("metadata").putObject("pactSpecification").put("version", "2.0.0");
        return pact;
    }

    /** The body that publishes pacts of one consumer version on branch {@code main}. */
    static ObjectNode publication(String consumer, String version, ObjectNode... pacts) {
        ObjectNode body = JSON.createObjectNode();
        body.put("pacticipantName", consumer);
        body.put("pacticipantVersionNumber", version);
        body.put("branch", "main");
        var contracts = body.putArray("contracts");
        for (ObjectNode pact : pacts) {
            contracts
                    .addObject()
                    .put("consumerName", consumer)
                    .put("providerName", pact.at("/provider/name").asText())
                    .put("specification", "pact")
                    .put("contentType", "application/json")
                    .put("content", base64(pact.toString().getBytes(StandardCharsets.UTF_8)));
        }
        return body;
    }

    /** The body that publishes a provider's document. */
    static ObjectNode document(String version, String contentType, byte[] content) {
        ObjectNode body = JSON.createObjectNode();
        body.put("pacticipantVersionNumber", version);
        body.put("branch", "main");
        body.putObject("contract")
                .put("content", base64(content))
                .put("contentType", contentType)
                .put("specification", "oas")
                .putObject("selfVerificationResults")
                .put("success", true);
        return body;
    }

    private static String base64(byte[] content) {
        return Base64.getEncoder().encodeToString(content);
    }
}
