package dev.accord.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.accord.contracts.compatibility.Compatibility;
import dev.accord.contracts.compatibility.CompatibilityResult;
import dev.accord.contracts.diff.Change;
import dev.accord.contracts.diff.DiffReport;
import dev.accord.contracts.diff.OpenApiDiff;
import dev.accord.contracts.impact.Impact;
import dev.accord.contracts.impact.ImpactResult;
import dev.accord.contracts.openapi.OpenApiDocument;
import dev.accord.contracts.openapi.OpenApiReader;
import dev.accord.contracts.openapi.UnreadableDocumentException;
import dev.accord.contracts.pact.Pact;
import dev.accord.contracts.pact.PactReader;
import dev.accord.contracts.usage.Usage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Executors;

/** Offers the library's answers over HTTP, so that corpora can be scored without a broker. */
public final class ScoreServer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ScoreServer() {}

    /** Starts on the port given as the only argument, on the loopback address. */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/openapi/diff", exchange -> answer(exchange, ScoreServer::diff));
        server.createContext("/openapi/compare", exchange -> answer(exchange, ScoreServer::compare));
        server.setExecutor(Executors.newFixedThreadPool(2));
        server.start();
    }

    private interface Call {
        JsonNode answer(JsonNode request);
    }

    private static JsonNode diff(JsonNode request) {
        OpenApiDocument base = OpenApiReader.read(request.get("base").asText());
        OpenApiDocument revision = OpenApiReader.read(request.get("revision").asText());
        List<Change> changes = OpenApiDiff.compare(base, revision);
        ObjectNode answer = new DiffReport(changes).toJson();
        ArrayNode consumers = answer.putArray("consumers");
        Impact impact = Impact.between(base, revision, changes);
        for (JsonNode each : request.path("pacts")) {
            Pact pact = PactReader.read(each);
            ImpactResult result = impact.on(Usage.of(pact));
            consumers.add((JsonNode) JSON.valueToTree(result));
        }
        return answer;
    }

    private static JsonNode compare(JsonNode request) {
        OpenApiDocument document = OpenApiReader.read(request.get("document").asText());
        CompatibilityResult result = Compatibility.check(document, PactReader.read(request.get("pact")));
        ObjectNode answer = JSON.createObjectNode();
        answer.put("compatible", result.compatible());
        answer.set("findings", JSON.valueToTree(result.findings()));
        return answer;
    }

    private static void answer(HttpExchange exchange, Call call) throws IOException {
        int status = 200;
        JsonNode body;
        try {
            body = call.answer(JSON.readTree(exchange.getRequestBody()));
        } catch (UnreadableDocumentException e) {
            status = 422;
            ObjectNode error = JSON.createObjectNode();
            error.put("detail", e.getMessage());
            body = error;
        } catch (RuntimeException e) {
            status = 500;
            body = JSON.createObjectNode().put("detail", e.toString() + " " + List.of(e.getStackTrace()));
        }
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("content-type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
