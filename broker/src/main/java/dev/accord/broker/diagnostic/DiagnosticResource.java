package dev.accord.broker.diagnostic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.hal.Answers;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.hal.Link;
import dev.accord.broker.platform.DatabaseException;
import dev.accord.broker.platform.Settings;
import dev.accord.broker.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/** The reference broker's diagnostics; the operational ones are under {@code /q}. */
@Path("/")
@RunOnVirtualThread
class DiagnosticResource {

    private static final Logger LOG = Logger.getLogger(DiagnosticResource.class);

    private final Call call;
    private final DiagnosticQueries queries;
    private final boolean enabled;

    DiagnosticResource(Call call, DiagnosticQueries queries, Settings settings) {
        this.call = call;
        this.queries = queries;
        this.enabled = settings.enableDiagnosticEndpoints();
    }

    @GET
    @Path("/diagnostic/status/heartbeat")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> heartbeat() {
        return Answers.ok(status("heartbeat").put("ok", true));
    }

    @GET
    @Path("/diagnostic/status/dependencies")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> dependencies() {
        Hal answer = status("dependencies");
        try {
            queries.answer();
            return Answers.ok(answer.put("database", new Hal().put("ok", true)));
        } catch (DatabaseException e) {
            LOG.error("event=database_unreachable", e);
            Hal error = new Hal().put("message", "The database does not answer");
            return Answers.status(
                    500, answer.put("database", new Hal().put("ok", false).put("error", error)));
        }
    }

    @GET
    @Path("/test/error")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> failOnGet() {
        throw new IllegalStateException("this failure was asked for");
    }

    @POST
    @Path("/test/error")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> failOnPost() {
        throw new IllegalStateException("this failure was asked for");
    }

    private Hal status(String name) {
        if (!enabled) {
            throw ProblemException.notFound();
        }
        return new Hal().link("self", Link.to(call.urls().path("diagnostic", "status", name)));
    }
}
