package dev.accord.broker.ui;

import static dev.accord.broker.ui.Html.a;
import static dev.accord.broker.ui.Html.at;
import static dev.accord.broker.ui.Html.el;

import dev.accord.broker.dashboard.DashboardItem;
import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.platform.Time;
import java.util.ArrayList;
import java.util.List;

/** Pacts with their results as rows of a table. */
final class ItemRows {

    private static final List<String> SHORT = List.of("Consumer", "Provider", "Pact", "Published", "Last verified", "");
    private static final List<String> LONG = List.of(
            "Consumer", "Consumer version", "Provider", "Provider version", "Pact", "Published", "Last verified", "");

    private ItemRows() {}

    /**
     * A table of pacts.
     *
     * @param versions whether the versions have columns of their own
     */
    static Html table(String caption, List<DashboardItem> items, boolean versions, BrokerUrls urls) {
        return Page.table(
                caption,
                versions ? LONG : SHORT,
                items.stream().map(item -> row(item, versions, urls)).toList());
    }

    private static Html row(DashboardItem item, boolean versions, BrokerUrls urls) {
        String consumer = item.consumer();
        String provider = item.provider();
        String number = item.version().number();
        List<Html> cells = new ArrayList<>();
        cells.add(el("td", a(urls.pacticipant(consumer), consumer)));
        if (versions) {
            cells.add(version(consumer, item.version(), item.latest(), urls));
        }
        cells.add(el("td", a(urls.pacticipant(provider), provider)));
        DashboardItem.Result result = item.result();
        if (versions) {
            cells.add(result == null ? el("td") : version(provider, result.version(), false, urls));
        }
        cells.add(el(
                "td",
                a(urls.pact(provider, consumer, number), "Pact"),
                " ",
                a(urls.matrix(provider, consumer), "Matrix")));
        cells.add(el("td", Time.wire(item.createdAt())));
        cells.add(el("td", at("class", item.verificationStatus()), verified(item, urls)));
        cells.add(el("td", a(urls.dashboard(provider, consumer), "Details")));
        return el("tr", cells);
    }

    private static Html version(String pacticipant, DashboardItem.Side side, boolean latest, BrokerUrls urls) {
        return el(
                "td",
                Page.number(urls.version(pacticipant, side.number()), side.number()),
                " ",
                latest ? Page.badges("latest", List.of("latest")) : List.of(),
                Page.badges("branch", side.branches()),
                Page.badges("tag", side.latestTags()),
                Page.badges("environment", side.environments()));
    }

    private static Html verified(DashboardItem item, BrokerUrls urls) {
        DashboardItem.Result result = item.result();
        if (result == null) {
            return el("span", "Not verified");
        }
        String words = switch (item.verificationStatus()) {
            case "success" -> "Passed";
            case "failed_pending" -> "Failed (pact pending)";
            default -> "Failed";
        };
        return el(
                "a",
                at("href", urls.verificationResult(item.provider(), item.consumer(), item.sha(), result.number())),
                at("title", item.provider() + " " + result.version().number()),
                words + " " + Time.wire(result.createdAt()));
    }
}
