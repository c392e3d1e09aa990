package dev.accord.verifier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on the loopback interface that answers each method and path as it was told, and remembers what it was asked. */
public final class StubServer implements AutoCloseable {

    /** One request as it arrived; the path is as it was sent, with its query. */
    public record Received(String method, String path, Map<String, List<String>> headers, String body) {

        /** Returns method and path. */
        public String line() {
            return method + " " + path;
        }
    }

    private record Answer(int status, String body) {}

    private final HttpServer server;
    private final String contentType;
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    /** Starts a server that answers as a broker does. */
    public StubServer() throws IOException {
        this("application/hal+json;charset=utf-8");
    }

    public StubServer(String contentType) throws IOException {
        this.contentType = contentType;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Sets the answer to requests whose method and path, without query, are the given line. */
    public StubServer on(String line, int status, String body) {
        answers.put(line, new Answer(status, body.replace("http://stub", url())));
        return this;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public List<Received> received() {
        return received;
    }

    /** Returns the first request with the given method and path. */
    public Received received(String line) {
        return received.stream()
                .filter(request -> request.line().equals(line))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + line + " among "
                        + received.stream().map(Received::line).toList()));
    }

    /** Replaces the port, which differs in each run, so that a whole text can be compared. */
    public String normalised(String text) {
        return text.replace(url(), "http://stub");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().toString();
            received.add(new Received(exchange.getRequestMethod(), path, exchange.getRequestHeaders(), body));
            Answer answer = answers.getOrDefault(
                    exchange.getRequestMethod() + " " + path.replaceAll("\\?.*", ""), new Answer(404, "{}"));
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", contentType);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
