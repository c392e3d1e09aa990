package dev.accord.broker.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Serves addresses of earlier times by the resources of today: {@code /pact/…} for {@code /pacts/…}, and
 * {@code /versions/{v}} for {@code /version/{v}} of a pact.
 */
@ApplicationScoped
class DeprecatedPaths {

    // After RequestLine has refused what no resource can have.
    private static final int AFTER_REQUEST_LINE = 900;
    private static final String SINGULAR = "/pact/provider/";
    private static final Pattern PLURAL_VERSION =
            Pattern.compile("(/pacts/provider/[^/]+/consumer/[^/]+)/versions/([^/]+/?)");

    void register(@Observes Filters filters) {
        filters.register(this::inspect, AFTER_REQUEST_LINE);
    }

    private void inspect(RoutingContext context) {
        String path = context.request().path();
        String current = path == null ? null : current(path);
        if (current == null) {
            context.next();
        } else {
            String query = context.request().query();
            context.reroute(query == null ? current : current + "?" + query);
        }
    }

    private static @Nullable String current(String path) {
        if (path.startsWith(SINGULAR)) {
            return "/pacts/provider/" + path.substring(SINGULAR.length());
        }
        if (path.startsWith("/pacts/provider/") && path.contains("/versions/")) {
            Matcher plural = PLURAL_VERSION.matcher(path);
            return plural.matches() ? plural.group(1) + "/version/" + plural.group(2) : null;
        }
        return null;
    }
}
