package dev.accord.broker.operations;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a body that announces to be larger than the limit, in the API's form. The server's own refusal has no body, and
 * closes the connection so early that most clients, still sending, see a broken pipe instead of an answer.
 *
 * <p>A body without announced length is left to the server, which stops reading at the limit.
 */
@ApplicationScoped
class BodyLimit {

    /** After the id, before all that looks at the request. */
    private static final int AFTER_THE_ID = RequestId.BEFORE_ALL_FILTERS - 1;

    /** Up to this many times the limit we read and throw away, so that the client gets to see the answer. */
    private static final int WORTH_DRAINING = 8;

    private final long limit;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_THE_ID);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        long length = length(request.getHeader("Content-Length"));
        if (length <= limit) {
            context.next();
            return;
        }
        boolean problem = String.valueOf(request.getHeader("Accept")).contains("application/problem+json");
        String text = "The request body has " + length + " bytes; the limit is " + limit + " bytes";
        context.response()
                .setStatusCode(413)
                .putHeader("Connection", "close")
                .putHeader(
                        "Content-Type",
                        problem ? "application/problem+json;charset=utf-8" : "application/hal+json;charset=utf-8")
                .end(
                        problem
                                ? "{\"title\":\"Request body too large\",\"type\":\"/problem/body-too-large\",\"detail\":\""
                                        + text + "\",\"status\":413}"
                                : "{\"error\":\"" + text + "\"}");
        if (length > WORTH_DRAINING * limit) {
            request.connection().close();
            return;
        }
        request.endHandler(done -> request.connection().close());
        request.resume();
    }

    private static long length(@Nullable String header) {
        try {
            return header == null ? 0 : Long.parseLong(header);
        } catch (NumberFormatException notOurs) {
            return 0;
        }
    }
}
