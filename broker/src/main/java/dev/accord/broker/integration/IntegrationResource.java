package dev.accord.broker.integration;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.hal.Answers;
import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.hal.Link;
import dev.accord.broker.hal.Pages;
import dev.accord.broker.platform.Paging;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;

/** Integrations and the groups that they connect. */
@Path("/")
@RunOnVirtualThread
class IntegrationResource {

    private final Integrations integrations;
    private final IntegrationService service;
    private final Call call;

    IntegrationResource(Integrations integrations, IntegrationService service, Call call) {
        this.integrations = integrations;
        this.service = service;
        this.call = call;
    }

    @GET
    @Path("/integrations")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> list() {
        Optional<Paging> paging = call.paging();
        Optional<String> text = call.parameter("q");
        List<Integration> found = integrations.list(text, paging);
        Hal collection = new Hal();
        paging.ifPresent(page -> Pages.describe(collection, call, page, integrations.count(text)));
        return Answers.ok(collection
                .embed("integrations", found.stream().map(this::document).toList())
                .link("self", Link.to(call.resourceUrl()).titled("Integrations")));
    }

    /** The same as a graph for Graphviz. */
    @GET
    @Path("/integrations")
    @Produces("text/vnd.graphviz")
    public String graph() {
        return integrations.all().stream()
                .map(one -> "  " + node(one.consumer()) + " -> " + node(one.provider()) + "\n")
                .collect(Collectors.joining("", "digraph {\n", "}\n"));
    }

    @DELETE
    @Path("/integrations")
    public RestResponse<Void> deleteAll() {
        service.deleteAll();
        return Answers.gone();
    }

    @DELETE
    @Path("/integrations/provider/{provider}/consumer/{consumer}")
    public RestResponse<Void> delete(@PathParam("provider") String provider, @PathParam("consumer") String consumer) {
        service.delete(provider, consumer);
        return Answers.gone();
    }

    @GET
    @Path("/relationships")
    @Produces("text/csv;charset=utf-8")
    public String relationships() {
        return Network.csv(integrations.all());
    }

    @GET
    @Path("/groups/{pacticipant}")
    @Produces("text/csv;charset=utf-8")
    public String group(@PathParam("pacticipant") String name) {
        int most = call.parameter("maxPacticipants")
                .filter(text -> text.matches("[1-9]\\d{0,8}"))
                .map(Integer::parseInt)
                .orElse(Integer.MAX_VALUE);
        return Network.csv(integrations.connectedTo(name, most));
    }

    private static String node(String name) {
        String id = name.replace(' ', '_');
        return id.matches("[A-Za-z_][A-Za-z0-9_]*")
                ? id
                : '"' + id.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private Hal document(Integration integration) {
        BrokerUrls urls = call.urls();
        String consumer = integration.consumer();
        String provider = integration.provider();
        return new Hal()
                .put("consumer", new Hal().put("name", consumer))
                .put("provider", new Hal().put("name", provider))
                .link(
                        "pb:dashboard",
                        Link.to(urls.dashboard(provider, consumer)).titled("Dashboard of the integration"))
                .link("pb:matrix", Link.to(urls.matrix(provider, consumer)).titled("Matrix of the integration"))
                .link("pb:group", Link.to(urls.pacticipant(consumer)).titled("Pacticipant"))
                .link(
                        "pb:delete_integration",
                        Link.to(urls.integration(provider, consumer)).titled("Delete the integration"));
    }
}
