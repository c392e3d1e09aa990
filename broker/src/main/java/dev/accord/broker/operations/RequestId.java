package dev.accord.broker.operations;

import dev.accord.broker.platform.Time;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Gives each request an id: the caller's {@code X-Request-Id} when it is harmless, else a new one. The answer carries it
 * under the same name, and every line logged on behalf of the request under {@code request}.
 */
@ApplicationScoped
class RequestId {

    static final String HEADER = "X-Request-Id";

    /** Before every other filter, so that refusals bear the id as well. */
    static final int BEFORE_ALL_FILTERS = 2000;

    /** Letters that cannot forge a line of the log, and not many of them. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._:/+=-]{1,100}");

    private final Time time;

    RequestId(Time time) {
        this.time = time;
    }

    void register(@Observes Filters filters) {
        filters.register(this::mark, BEFORE_ALL_FILTERS);
    }

    private void mark(RoutingContext context) {
        @Nullable String given = context.request().getHeader(HEADER);
        String id = given != null && HARMLESS.matcher(given).matches()
                ? given
                : time.newId().toString();
        MDC.put("request", id);
        context.response().putHeader(HEADER, id);
        context.next();
    }
}
