package dev.accord.broker.ui;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Leads browsers from the addresses of the API to the pages that show the same things. */
@ApplicationScoped
class UiRoutes {

    /** After the request line has been inspected, before any resource. */
    private static final int AFTER_REQUEST_LINE = 900;

    private static final List<String> OF_API = List.of(
            "application/hal+json",
            "application/problem+json",
            "application/json",
            "text/csv",
            "application/yaml",
            "text/plain");

    private static final Pattern PAGES = Pattern.compile("/"
            + "|/dashboard/provider/[^/]+/consumer/[^/]+/?"
            + "|/matrix/?"
            + "|/matrix/provider/[^/]+/consumer/[^/]+/?"
            + "|/pacticipants/(?!label/)[^/]+/?"
            + "|/pacticipants/[^/]+/network/?"
            + "|/pacticipants/[^/]+/latest-version/[^/]+/can-i-deploy/to/[^/]+/?");

    void register(@Observes Filters filters) {
        filters.register(UiRoutes::lead, AFTER_REQUEST_LINE);
    }

    private static void lead(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = request.path() == null ? "/" : request.path();
        if (request.method().name().equals("GET")
                && forBrowser(request.headers().getAll("Accept"))
                && PAGES.matcher(path).matches()) {
            String query = request.query();
            context.reroute("/ui" + (path.equals("/") ? "" : path) + (query == null ? "" : "?" + query));
        } else {
            context.next();
        }
    }

    private static boolean forBrowser(List<String> headers) {
        String accepted = String.join(",", headers).toLowerCase(Locale.ROOT).strip();
        return !accepted.isEmpty() && !accepted.equals("*/*") && OF_API.stream().noneMatch(accepted::contains);
    }
}
