package dev.accord.broker.ui;

import static dev.accord.broker.ui.Html.at;
import static dev.accord.broker.ui.Html.el;

import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.integration.Integration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Pacticipants on a circle, with an arrow from each consumer to its providers. */
final class NetworkDiagram {

    private static final int CENTRE = 400;
    private static final int RADIUS = 300;

    private NetworkDiagram() {}

    static Html of(List<Integration> integrations, BrokerUrls urls) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (Integration one : integrations) {
            places.putIfAbsent(one.consumer(), places.size());
            places.putIfAbsent(one.provider(), places.size());
        }
        List<Html> shapes = new ArrayList<>();
        for (Integration one : integrations) {
            int from = places.getOrDefault(one.consumer(), 0);
            int to = places.getOrDefault(one.provider(), 0);
            shapes.add(el(
                    "line",
                    at("x1", x(from, places.size())),
                    at("y1", y(from, places.size())),
                    at("x2", x(to, places.size())),
                    at("y2", y(to, places.size())),
                    at("marker-end", "url(#arrow)")));
        }
        places.forEach((name, place) -> shapes.add(el(
                "a",
                at("href", urls.pacticipant(name)),
                el("circle", at("cx", x(place, places.size())), at("cy", y(place, places.size())), at("r", 6)),
                el("text", at("x", x(place, places.size())), at("y", y(place, places.size())), at("dy", -10), name))));
        return el(
                "svg",
                at("viewBox", "0 0 800 800"),
                at("role", "img"),
                at("aria-label", "Network diagram; the table below says the same"),
                el(
                        "defs",
                        el(
                                "marker",
                                at("id", "arrow"),
                                at("viewBox", "0 0 10 10"),
                                at("refX", 18),
                                at("refY", 5),
                                at("markerWidth", 6),
                                at("markerHeight", 6),
                                at("orient", "auto"),
                                el("path", at("d", "M 0 0 L 10 5 L 0 10 z")))),
                shapes);
    }

    private static String x(int place, int places) {
        return coordinate(Math.cos(angle(place, places)));
    }

    private static String y(int place, int places) {
        return coordinate(Math.sin(angle(place, places)));
    }

    private static double angle(int place, int places) {
        return 2 * Math.PI * place / places;
    }

    private static String coordinate(double part) {
        return String.format(Locale.ROOT, "%.1f", CENTRE + RADIUS * part);
    }
}
