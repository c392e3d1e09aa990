package dev.accord.broker.contract;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.hal.Link;
import dev.accord.broker.platform.Json;
import dev.accord.broker.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** Writes lists of pacts in their several shapes. */
@ApplicationScoped
class PactListRepresentation {

    private final Call call;

    PactListRepresentation(Call call) {
        this.call = call;
    }

    /** The pacts of a pair. */
    Hal ofPair(String provider, String consumer, List<ListedPact> pacts) {
        BrokerUrls urls = call.urls();
        return entries(pacts)
                .link(
                        "self",
                        Link.to(call.resourceUrl())
                                .titled("All versions of the pact between " + consumer + " and " + provider))
                .link("consumer", pacticipant(urls, consumer, "Consumer"))
                .link("provider", pacticipant(urls, provider, "Provider"))
                .links("pact-versions", links(pacts, pact -> dated(pact, "Pact")));
    }

    /** The pacts of a pair with a tag. */
    Hal ofTag(String provider, String consumer, String tag, List<ListedPact> pacts) {
        BrokerUrls urls = call.urls();
        return entries(pacts)
                .link(
                        "self",
                        Link.to(call.resourceUrl())
                                .titled("All versions of the pact between " + consumer + " and " + provider
                                        + " with tag " + tag))
                .link("pb:consumer", pacticipant(urls, consumer, "Consumer"))
                .link("pb:provider", pacticipant(urls, provider, "Provider"))
                .links("pb:pact-versions", links(pacts, pact -> dated(pact, "Pact version")));
    }

    /** The pacts of a provider; only links, under a current and a deprecated relation. */
    Hal ofProvider(String provider, String title, List<ListedPact> pacts) {
        String provided = call.urls().pacticipant(provider);
        return new Hal()
                .link("self", Link.to(call.resourceUrl()).titled(title))
                .link("pb:provider", Link.to(provided).named(provider))
                .links(
                        "pb:pacts",
                        links(
                                pacts,
                                pact -> Link.to(url(pact)).titled(pact.name()).named(pact.consumer())))
                .link("provider", Link.to(provided).titled(provider).named("Deprecated: use pb:provider"))
                .links(
                        "pacts",
                        links(
                                pacts,
                                pact -> Link.to(url(pact))
                                        .titled("Deprecated: use pb:pacts. " + pact.name())
                                        .named(pact.consumer())));
    }

    /** The latest pact of every pair. */
    Hal latest(List<ListedPact> pacts) {
        BrokerUrls urls = call.urls();
        ArrayNode items = Json.array();
        pacts.forEach(pact -> items.add(latest(pact).toJson()));
        return new Hal()
                .put("pacts", items)
                .link("self", Link.to(urls.path("pacts", "latest")))
                .links("pb:pacts", links(pacts, this::latestLink))
                .links("pacts", links(pacts, pact -> latestLink(pact).named("Deprecated: use pb:pacts")))
                .curies(urls, "pacts");
    }

    private Hal latest(ListedPact pact) {
        BrokerUrls urls = call.urls();
        Hal consumer = new Hal()
                .put("name", pact.consumer())
                .embed("version", version(pact))
                .link("self", Link.to(urls.pacticipant(pact.consumer())));
        Hal provider = new Hal().put("name", pact.provider()).link("self", Link.to(urls.pacticipant(pact.provider())));
        return new Hal()
                .put("createdAt", pact.createdAt())
                .embed("consumer", consumer)
                .embed("provider", provider)
                .links("self", List.of(Link.to(latestUrl(pact)), Link.to(url(pact))));
    }

    private Hal entries(List<ListedPact> pacts) {
        return new Hal()
                .embed(
                        "pacts",
                        pacts.stream()
                                .map(pact -> new Hal()
                                        .put("createdAt", pact.createdAt())
                                        .embed("consumerVersion", version(pact))
                                        .link("self", Link.to(url(pact)).titled(pact.name())))
                                .toList());
    }

    private Hal version(ListedPact pact) {
        return new Hal()
                .put("number", pact.version())
                .link(
                        "self",
                        Link.to(call.urls().version(pact.consumer(), pact.version()))
                                .titled("Version")
                                .named(pact.version()));
    }

    private Link latestLink(ListedPact pact) {
        return Link.to(latestUrl(pact)).titled("Latest pact between " + pact.consumer() + " and " + pact.provider());
    }

    private Link dated(ListedPact pact, String title) {
        return Link.to(url(pact))
                .titled(title)
                .named("Version " + pact.version() + " - " + Time.readable(pact.createdAt()));
    }

    private String url(ListedPact pact) {
        return call.urls().pact(pact.provider(), pact.consumer(), pact.version());
    }

    private String latestUrl(ListedPact pact) {
        return call.urls().pair(pact.provider(), pact.consumer()) + "/latest";
    }

    private static Link pacticipant(BrokerUrls urls, String name, String title) {
        return Link.to(urls.pacticipant(name)).titled(title).named(name);
    }

    private static List<Link> links(List<ListedPact> pacts, Function<ListedPact, Link> link) {
        return pacts.stream().map(link).toList();
    }
}
