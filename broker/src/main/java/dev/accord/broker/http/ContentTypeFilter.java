package dev.accord.broker.http;

import dev.accord.broker.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a request without {@code Content-Type} where a resource says what it consumes; the framework would let it in. */
class ContentTypeFilter {

    private final Map<Method, Boolean> demanding = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        if (method != null
                && request.getHeaderString("Content-Type") == null
                && demanding.computeIfAbsent(method, ContentTypeFilter::names)) {
            throw ProblemException.bare(415);
        }
    }

    private static boolean names(Method method) {
        Consumes consumes = method.getAnnotation(Consumes.class);
        return consumes != null && !consumes.value()[0].equals("*/*");
    }
}
