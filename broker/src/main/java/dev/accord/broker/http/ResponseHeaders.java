package dev.accord.broker.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Headers that every answer carries. */
class ResponseHeaders {

    @ServerResponseFilter
    void add(ContainerRequestContext request, ContainerResponseContext response) {
        var headers = response.getHeaders();
        if (!headers.containsKey("Cache-Control")) {
            headers.putSingle("Cache-Control", "no-cache");
        }
        if (request.getMethod().equals("OPTIONS")) {
            Object allowed = headers.getFirst("Allow");
            if (allowed != null) {
                headers.putSingle("Access-Control-Allow-Methods", allowed);
            }
        }
    }
}
