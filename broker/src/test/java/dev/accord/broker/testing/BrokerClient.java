package dev.accord.broker.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.platform.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Speaks to the broker under test as its clients do: HAL over HTTP/1.1, redirections not followed. A path is relative to the
 * broker, or a whole address that the broker gave; headers are given as names and values in turn. A connection that breaks is
 * an {@link UncheckedIOException}. Each answer must be one that the broker's own OpenAPI document promises: an answer with a
 * status, a media type or a shape that is not written there fails the test. May be used by many threads at once.
 */
public final class BrokerClient {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private static final String HAL = "application/hal+json";
    private static final String JSON = "application/json";

    private final String base;

    /** A client of the broker at an address. */
    public BrokerClient(URI base) {
        this.base = base.toString().replaceAll("/+$", "");
    }

    /** A path of these segments, each encoded. */
    public static String path(String... segments) {
        return Stream.of(segments).map(BrokerUrls::encode).collect(Collectors.joining("/", "/", ""));
    }

    /** GET, as HAL unless a header says otherwise. */
    public Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    /** GET, as a browser does. */
    public Answer page(String path) {
        return get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    }

    /** PUT of JSON. */
    public Answer put(String path, String body) {
        return send("PUT", path, body, "Content-Type", JSON);
    }

    /** POST of JSON. */
    public Answer post(String path, String body) {
        return send("POST", path, body, "Content-Type", JSON);
    }

    /** POST of JSON. */
    public Answer post(String path, JsonNode body) {
        return post(path, Json.write(body));
    }

    /** POST of bytes that are called JSON and need not be. */
    public Answer post(String path, byte[] body) {
        return send("POST", path, BodyPublishers.ofByteArray(body), "Content-Type", JSON);
    }

    /** POST of so many blanks, without saying beforehand how many. */
    public Answer postBlanks(String path, int length) {
        byte[] body = " ".repeat(length).getBytes(StandardCharsets.US_ASCII);
        return send(
                "POST", path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)), "Content-Type", JSON);
    }

    /** PUT of bytes that are called JSON and need not be. */
    public Answer put(String path, byte[] body) {
        return send("PUT", path, BodyPublishers.ofByteArray(body), "Content-Type", JSON);
    }

    /** PATCH of a merge patch. */
    public Answer patch(String path, String body) {
        return send("PATCH", path, body, "Content-Type", "application/merge-patch+json");
    }

    /** DELETE. */
    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    /** Any request with a text as its body, whose type is said only by a header. */
    public Answer send(String method, String path, String body, String... headers) {
        return send(method, path, BodyPublishers.ofString(body), headers);
    }

    private Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path))
                .method(method, body)
                .timeout(Duration.ofSeconds(120))
                .header("Accept", HAL);
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return checked(method, path, new Answer(response.statusCode(), response.headers(), response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * GET of a path exactly as it is written, also one that is no valid address; by HTTP 1.0, so that the answer comes in one
     * piece.
     */
    public Answer getAsWritten(String path) {
        URI address = URI.create(base);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String request = "GET " + path + " HTTP/1.0\r\nHost: broker.test\r\nAccept: " + HAL
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = all.indexOf("\r\n\r\n");
            List<String> head = all.substring(0, end).lines().toList();
            HttpHeaders headers = HttpHeaders.of(
                    head.stream()
                            .skip(1)
                            .map(line -> line.split(":\\s*", 2))
                            .collect(Collectors.groupingBy(
                                    line -> line[0], Collectors.mapping(line -> line[1], Collectors.toList()))),
                    (name, value) -> true);
            int status = Integer.parseInt(head.getFirst().split(" ")[1]);
            return checked("GET", path, new Answer(status, headers, all.substring(end + 4)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer, if the broker's own OpenAPI document promises it. */
    private Answer checked(String method, String path, Answer answer) {
        OwnDescription.at(base).check(method, path, answer);
        return answer;
    }

    /** The text at an address, which is promised by nothing. */
    static String fetch(String address) {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Publishes pacts by {@code /contracts/publish}. */
    public Answer publish(JsonNode publication) {
        return post("/contracts/publish", publication);
    }

    /** Publishes a pact with one interaction of that description. */
    public void publish(String consumer, String version, String provider, String description) {
        put(
                        path("pacts", "provider", provider, "consumer", consumer, "version", version),
                        "{\"interactions\":[{\"description\":\"" + description
                                + "\",\"request\":{\"method\":\"GET\",\"path\":\"/\"},\"response\":{\"status\":200}}]}")
                .expect(201);
    }

    /** Creates an environment and gives its identifier. */
    public String environment(String name) {
        return environment(name, false);
    }

    /** Creates an environment and gives its identifier. */
    public String environment(String name, boolean production) {
        return post("/environments", Json.object().put("name", name).put("production", production))
                .expect(201)
                .json()
                .path("uuid")
                .asText();
    }
}
