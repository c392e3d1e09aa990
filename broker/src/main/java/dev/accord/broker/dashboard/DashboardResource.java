package dev.accord.broker.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.dashboard.Dashboard.View;
import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.platform.Json;
import dev.accord.broker.platform.Paging;
import dev.accord.broker.platform.Time;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Comparator;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The dashboard: latest pacts and results, most recently active first. */
@Path("/")
@RunOnVirtualThread
class DashboardResource {

    private static final Paging FIRST_PAGE = new Paging(1, 30);

    private final Dashboard dashboard;
    private final Call call;

    DashboardResource(Dashboard dashboard, Call call) {
        this.dashboard = dashboard;
        this.call = call;
    }

    @GET
    @Path("/dashboard")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> all() {
        return document(dashboard.all(View.HEADS, page()));
    }

    @GET
    @Path("/dashboard")
    @Produces("text/plain;charset=utf-8")
    public String allAsText() {
        return DashboardText.table(byActivity(dashboard.all(View.HEADS, page())));
    }

    @GET
    @Path("/dashboard/provider/{provider}/consumer/{consumer}")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> pair(@PathParam("provider") String provider, @PathParam("consumer") String consumer) {
        return document(dashboard.of(provider, consumer, View.HEADS, page()));
    }

    @GET
    @Path("/dashboard/provider/{provider}/consumer/{consumer}")
    @Produces("text/plain;charset=utf-8")
    public String pairAsText(@PathParam("provider") String provider, @PathParam("consumer") String consumer) {
        return DashboardText.table(byActivity(dashboard.of(provider, consumer, View.HEADS, page())));
    }

    private Paging page() {
        return call.paging().orElse(FIRST_PAGE);
    }

    private static List<DashboardItem> byActivity(List<DashboardItem> items) {
        return items.stream()
                .sorted(Comparator.comparing(DashboardItem::lastActivity).reversed())
                .toList();
    }

    private RestResponse<JsonNode> document(List<DashboardItem> items) {
        ObjectNode document = Json.object();
        ArrayNode array = document.putArray("items");
        byActivity(items).forEach(item -> array.add(item(item, call.urls())));
        return RestResponse.ok(document);
    }

    private static ObjectNode item(DashboardItem item, BrokerUrls urls) {
        String pact = urls.pact(item.provider(), item.consumer(), item.version().number());
        DashboardItem.Result result = item.result();
        ObjectNode node = Json.object();
        ObjectNode version = version(item.version());
        version.set("_links", self(urls.version(item.consumer(), item.version().number())));
        node.set("consumer", side(item.consumer(), version, urls));
        node.set("provider", side(item.provider(), result == null ? null : version(result.version()), urls));
        node.putObject("pact").put("createdAt", Time.wire(item.createdAt())).set("_links", self(pact));
        node.set("pactTags", tags(item.pactTags(), item.consumer(), item.version(), urls));
        if (result == null) {
            node.putNull("latestVerificationResult");
            node.putArray("latestVerificationResultTags");
        } else {
            node.putObject("latestVerificationResult")
                    .put("success", result.success())
                    .put("verifiedAt", Time.wire(result.createdAt()))
                    .set("_links", self(pact + "/verification-results/latest"));
            node.set(
                    "latestVerificationResultTags",
                    tags(result.version().latestTags(), item.provider(), result.version(), urls));
        }
        node.put("verificationStatus", item.verificationStatus());
        node.put("webhookStatus", "none");
        node.putNull("latestWebhookExecution");
        node.putObject("_links")
                .putObject("pb:webhook-status")
                .put("title", "Status of the integration's webhooks")
                .put("href", urls.pair(item.provider(), item.consumer()) + "/webhooks/status");
        return node;
    }

    private static ObjectNode side(String name, @Nullable ObjectNode version, BrokerUrls urls) {
        ObjectNode side = Json.object().put("name", name);
        side.set("version", version);
        side.set("_links", self(urls.pacticipant(name)));
        return side;
    }

    private static ObjectNode version(DashboardItem.Side side) {
        ObjectNode version = Json.object().put("number", side.number());
        version.put("branch", side.branches().isEmpty() ? null : side.branches().getLast());
        ArrayNode heads = version.putArray("headBranchNames");
        side.branches().forEach(heads::add);
        return version;
    }

    private static ArrayNode tags(List<String> tags, String pacticipant, DashboardItem.Side version, BrokerUrls urls) {
        ArrayNode array = Json.array();
        tags.forEach(tag -> array.addObject()
                .put("name", tag)
                .put("latest", true)
                .set("_links", self(urls.tag(pacticipant, version.number(), tag))));
        return array;
    }

    private static ObjectNode self(String href) {
        ObjectNode links = Json.object();
        links.putObject("self").put("href", href);
        return links;
    }
}
