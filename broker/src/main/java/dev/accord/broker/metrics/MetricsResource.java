package dev.accord.broker.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.hal.Hal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.jboss.resteasy.reactive.RestResponse;

/** What the broker holds, in numbers. Prometheus reads {@code /q/metrics}. */
@Path("/")
@RunOnVirtualThread
class MetricsResource {

    private final MetricsQueries queries;

    MetricsResource(MetricsQueries queries) {
        this.queries = queries;
    }

    @GET
    @Path("/metrics")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> metrics() {
        return RestResponse.ok(queries.metrics());
    }
}
