package dev.accord.broker.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the broker does with a request line before any resource sees it: refuses addresses that no resource can have,
 * turns a file extension into an {@code Accept} header, and sends browsers that also accept JSON to the HAL browser.
 */
@ApplicationScoped
class RequestLine {

    private static final int BEFORE_ALL_ROUTES = 1000;
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Map<String, String> EXTENSIONS = Map.of(
            ".csv", "text/csv",
            ".svg", "image/svg+xml",
            ".json", "application/hal+json",
            ".yaml", "application/yaml");
    private static final String HAL = "application/hal+json";

    void register(@Observes Filters filters) {
        filters.register(this::inspect, BEFORE_ALL_ROUTES);
    }

    private void inspect(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = request.path() == null ? "/" : request.path();
        String method = request.method().name();
        HttpServerResponse response = context.response();
        response.putHeader("X-Pact-Broker-Version", BrokerVersion.COMPATIBLE_WITH);
        response.putHeader("X-Content-Type-Options", "nosniff");
        if (own(path)) {
            context.next();
        } else if (method.equals("HEAD")) {
            response.putHeader("Allow", "GET").setStatusCode(405).end();
        } else if (!METHODS.contains(method)) {
            response.setStatusCode(501).end();
        } else if (path.contains("//")) {
            refuse(response, 404, "Not Found", "/problem/not-found", "Empty path component found");
        } else if (hasControlCharacter(path)) {
            refuse(
                    response,
                    422,
                    "Unprocessable",
                    "/problem/invalid-request-parameter-value",
                    "The path of the URL cannot contain a new line or a tab");
        } else if (method.equals("GET") && rerouted(context, path)) {
            return;
        } else if (method.equals("GET") && isBrowserThatTakesJson(request)) {
            response.putHeader("Location", "/hal-browser/browser.html#" + path)
                    .setStatusCode(303)
                    .end();
        } else {
            tolerateJson(request);
            response.putHeader("Vary", "Accept");
            context.next();
        }
    }

    private static boolean own(String path) {
        return path.startsWith("/q/") || path.equals("/openapi") || path.startsWith("/hal-browser/");
    }

    private static boolean hasControlCharacter(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.contains("%0a") || lower.contains("%0d") || lower.contains("%09") || lower.contains("%00");
    }

    private static boolean rerouted(RoutingContext context, String path) {
        if (context.get("extension") != null) {
            return false;
        }
        for (var extension : EXTENSIONS.entrySet()) {
            if (path.endsWith(extension.getKey()) && !path.endsWith("/" + extension.getKey())) {
                context.put("extension", extension.getKey());
                context.request().headers().set("Accept", extension.getValue());
                String query = context.request().query();
                String bare =
                        path.substring(0, path.length() - extension.getKey().length());
                context.reroute(query == null ? bare : bare + "?" + query);
                return true;
            }
        }
        return false;
    }

    private static boolean isBrowserThatTakesJson(HttpServerRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.startsWith("text/html") && accept.contains("json");
    }

    /** Most resources only know HAL; a client that asks for plain JSON alone gets it all the same. */
    private static void tolerateJson(HttpServerRequest request) {
        List<String> accepted = request.headers().getAll("Accept");
        if (accepted.isEmpty()) {
            return;
        }
        String all = String.join(", ", accepted);
        String lower = all.toLowerCase(Locale.ROOT);
        boolean json = lower.contains("application/json") && !lower.contains(HAL);
        if (json || accepted.size() > 1) {
            request.headers().set("Accept", json ? all + ", " + HAL + ";q=0.1" : all);
        }
    }

    private static void refuse(HttpServerResponse response, int status, String title, String type, String detail) {
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json;charset=utf-8")
                .end("{\"title\":\"" + title + "\",\"type\":\"" + type + "\",\"detail\":\"" + detail + "\",\"status\":"
                        + status + "}");
    }
}
