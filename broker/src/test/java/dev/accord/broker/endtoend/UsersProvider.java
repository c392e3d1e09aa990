package dev.accord.broker.endtoend;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** The provider of the stories: {@code GET /users/1} answers a user. */
final class UsersProvider implements AutoCloseable {

    private final HttpServer server;
    private volatile String user = "{\"id\": 7, \"name\": \"Ann\", \"email\": \"ann@example.org\"}";

    UsersProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/users/1", exchange -> {
            try (exchange) {
                byte[] bytes = user.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
    }

    /** Lets the provider forget the email of its users. */
    UsersProvider losesTheEmail() {
        user = "{\"id\": 7, \"name\": \"Ann\"}";
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
