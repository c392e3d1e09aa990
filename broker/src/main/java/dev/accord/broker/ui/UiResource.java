package dev.accord.broker.ui;

import static dev.accord.broker.ui.Html.a;
import static dev.accord.broker.ui.Html.at;
import static dev.accord.broker.ui.Html.el;

import dev.accord.broker.dashboard.Dashboard;
import dev.accord.broker.dashboard.Dashboard.View;
import dev.accord.broker.dashboard.DashboardItem;
import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.hal.Call;
import dev.accord.broker.integration.Integration;
import dev.accord.broker.integration.Integrations;
import dev.accord.broker.pacticipant.Pacticipant;
import dev.accord.broker.pacticipant.Pacticipants;
import dev.accord.broker.platform.Paging;
import dev.accord.broker.platform.Settings;
import dev.accord.broker.problem.Problem;
import dev.accord.broker.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Pages about integrations and pacticipants. {@link UiRoutes} leads here from the addresses without {@code /ui}. */
@Path("/")
@Produces(UiResource.HTML)
@RunOnVirtualThread
class UiResource {

    static final String HTML = "text/html;charset=utf-8";
    private static final int INDEX_SIZE = 100;
    private static final int SIZE_WITH_VERSIONS = 30;

    private final Dashboard dashboard;
    private final Integrations integrations;
    private final Pacticipants pacticipants;
    private final Settings settings;
    private final Call call;

    UiResource(
            Dashboard dashboard, Integrations integrations, Pacticipants pacticipants, Settings settings, Call call) {
        this.dashboard = dashboard;
        this.integrations = integrations;
        this.pacticipants = pacticipants;
        this.settings = settings;
        this.call = call;
    }

    @GET
    @Path("/ui")
    public RestResponse<String> index() {
        return shown(() -> {
            String search = call.parameter("search").orElse("");
            List<String> tags = call.query().getOrDefault("tags[]", List.of());
            boolean versions = !tags.isEmpty() || call.parameter("tags").isPresent();
            Paging paging = call.paging().orElseGet(() -> new Paging(1, versions ? SIZE_WITH_VERSIONS : INDEX_SIZE));
            List<DashboardItem> items =
                    dashboard.search(Settings.words(search), versions ? View.HEADS : View.OVERALL, paging);
            List<Html> content = new ArrayList<>(List.of(searchForm(search, versions)));
            List<DashboardItem> chosen = tags.isEmpty()
                    ? items
                    : items.stream()
                            .filter(item ->
                                    item.latest() || item.pactTags().stream().anyMatch(tags::contains))
                            .toList();
            content.add(
                    chosen.isEmpty()
                            ? nothing(search)
                            : ItemRows.table("Latest pact of each integration", chosen, versions, call.urls()));
            content.add(pages(paging, items.size(), search, versions));
            return Page.ok("Integrations", call.urls(), content);
        });
    }

    @GET
    @Path("/ui/relationships")
    public RestResponse<String> relationships() {
        return index();
    }

    @GET
    @Path("/ui/dashboard/provider/{provider}/consumer/{consumer}")
    public RestResponse<String> pair(@PathParam("provider") String provider, @PathParam("consumer") String consumer) {
        return shown(() -> {
            Paging paging = call.paging().orElse(new Paging(1, SIZE_WITH_VERSIONS));
            String asked = call.parameter("view").orElse(null);
            List<View> views = asked == null ? List.of(View.BRANCH, View.TAG, View.ALL) : List.of(View.of(asked));
            List<DashboardItem> items = List.of();
            View view = View.ALL;
            for (View candidate : views) {
                if (items.isEmpty()) {
                    view = candidate;
                    items = dashboard.of(provider, consumer, candidate, paging);
                }
            }
            return Page.ok(
                    "Pacts between " + consumer + " and " + provider,
                    call.urls(),
                    List.of(
                            views(view, provider, consumer),
                            ItemRows.table("Pacts, newest version first", items, true, call.urls())));
        });
    }

    @GET
    @Path("/ui/pacticipants/{pacticipant}")
    public RestResponse<String> pacticipant(@PathParam("pacticipant") String name) {
        return shown(() -> {
            BrokerUrls urls = call.urls();
            Pacticipant pacticipant = pacticipants.get(name);
            List<Integration> own = integrations.all().stream()
                    .filter(one -> one.consumer().equals(name) || one.provider().equals(name))
                    .toList();
            return Page.ok(
                    pacticipant.displayName(),
                    urls,
                    List.of(
                            el(
                                    "dl",
                                    el("dt", "Name"),
                                    el("dd", name),
                                    el("dt", "Main branch"),
                                    el("dd", orNone(pacticipant.mainBranch())),
                                    el("dt", "Repository"),
                                    el("dd", repository(pacticipant.repositoryUrl()))),
                            el("p", a(urls.pacticipant(name) + "/network", "Network")),
                            Page.table(
                                    "Integrations",
                                    List.of("Consumer", "Provider", ""),
                                    own.stream().map(one -> row(one, urls)).toList())));
        });
    }

    @GET
    @Path("/ui/pacticipants/{pacticipant}/network")
    public RestResponse<String> network(@PathParam("pacticipant") String name) {
        return shown(() -> {
            int most = call.parameter("maxPacticipants")
                    .filter(text -> text.matches("[1-9]\\d{0,3}"))
                    .map(Integer::parseInt)
                    .orElse(settings.networkDiagramMaxPacticipants());
            List<Integration> connected = integrations.connectedTo(name, most);
            return Page.ok(
                    "Network of " + name,
                    call.urls(),
                    List.of(
                            NetworkDiagram.of(connected, call.urls()),
                            Page.table(
                                    "Integrations that are connected with " + name,
                                    List.of("Consumer", "Provider", ""),
                                    connected.stream()
                                            .map(one -> row(one, call.urls()))
                                            .toList())));
        });
    }

    private RestResponse<String> shown(Supplier<RestResponse<String>> page) {
        return shown(page, call.urls());
    }

    /** The page, or one that says what is wrong with the request. */
    static RestResponse<String> shown(Supplier<RestResponse<String>> page, BrokerUrls urls) {
        try {
            return page.get();
        } catch (ProblemException e) {
            Problem problem = e.problem();
            String words = problem instanceof Problem.NotFound missing && missing.detail() != null
                    ? missing.detail()
                    : "This cannot be shown.";
            return Page.answer(
                    problem.status(),
                    problem.status() == 404 ? "Not found" : "Bad request",
                    urls,
                    List.of(el("p", at("role", "alert"), words)));
        }
    }

    private Html searchForm(String search, boolean versions) {
        String other = versions ? call.urls().path() : call.urls().path() + "/?tags=true";
        return el(
                "form",
                at("method", "get"),
                at("action", call.urls().path() + "/"),
                at("role", "search"),
                el("label", at("for", "search"), "Search by name"),
                el("input", at("id", "search"), at("type", "search"), at("name", "search"), at("value", search)),
                versions ? el("input", at("type", "hidden"), at("name", "tags"), at("value", "true")) : List.of(),
                el("button", at("type", "submit"), "Search"),
                " ",
                a(other, versions ? "Hide versions" : "Show versions, tags and environments"));
    }

    private Html pages(Paging paging, int shown, String search, boolean versions) {
        String address = call.urls().path() + "/?pageSize=" + paging.size()
                + (search.isEmpty() ? "" : "&search=" + BrokerUrls.encode(search)) + (versions ? "&tags=true" : "")
                + "&pageNumber=";
        List<Html> links = new ArrayList<>();
        if (paging.number() > 1) {
            links.add(a(address + (paging.number() - 1), "Previous page"));
        }
        if (shown == paging.size()) {
            links.add(a(address + (paging.number() + 1), "Next page"));
        }
        return el("nav", at("aria-label", "Pages"), links);
    }

    private static Html nothing(String search) {
        return el(
                "p",
                search.isEmpty()
                        ? "No pact has been published yet. Publish the pacts of a consumer, and its integrations appear here."
                        : "No integration matches the search.");
    }

    private Html views(View view, String provider, String consumer) {
        String address = call.urls().dashboard(provider, consumer) + "?view=";
        return el(
                "nav",
                at("aria-label", "Views"),
                List.of(View.BRANCH, View.TAG, View.ENVIRONMENT, View.ALL).stream()
                        .map(one -> el(
                                "a",
                                at("href", address + one.name().toLowerCase(java.util.Locale.ROOT)),
                                one == view ? at("aria-current", "page") : List.of(),
                                label(one)))
                        .toList());
    }

    private static String label(View view) {
        return switch (view) {
            case BRANCH -> "Branches";
            case TAG -> "Tags";
            case ENVIRONMENT -> "Environments";
            case OVERALL, HEADS, ALL -> "All";
        };
    }

    private static Html row(Integration one, BrokerUrls urls) {
        return el(
                "tr",
                el("td", a(urls.pacticipant(one.consumer()), one.consumer())),
                el("td", a(urls.pacticipant(one.provider()), one.provider())),
                el("td", a(urls.dashboard(one.provider(), one.consumer()), "Details")));
    }

    private static String orNone(@Nullable String text) {
        return text == null ? "None" : text;
    }

    /** Only addresses of the web become links; anything else might be a script. */
    private static Html repository(@Nullable String url) {
        return url != null && url.matches("(?i)https?://\\S+") ? a(url, url) : el("span", orNone(url));
    }
}
