package dev.accord.broker.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.hal.Link;
import dev.accord.broker.platform.Json;
import dev.accord.broker.platform.Time;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes pacts. The stored text is given out as it is, with {@code createdAt} and {@code _links} put at its end. */
final class PactRepresentation {

    private final BrokerUrls urls;

    PactRepresentation(BrokerUrls urls) {
        this.urls = urls;
    }

    /**
     * The pact with its links, as JSON text; a content that is no object is given out bare.
     *
     * @param metadata the segment that says why the pact was fetched, or null for none
     * @param versions the consumer versions that the segment names, newest first; null when it names none
     */
    String withLinks(PublishedPact pact, @Nullable String metadata, @Nullable List<String> versions) {
        return pact.content().startsWith("{")
                ? PublishedPact.splice(pact.content(), additions(pact, metadata, versions))
                : pact.content();
    }

    /**
     * The extended form: the content under {@code contract}, so that nothing of the broker is mixed into it. Its
     * embedded {@code tags} are always empty, as they are at the reference broker.
     */
    String extended(PublishedPact pact, @Nullable String metadata, @Nullable List<String> versions) {
        return "{\"contract\":" + pact.wholeContent() + "," + additions(pact, metadata, versions)
                + ",\"_embedded\":{\"tags\":[]}}";
    }

    private String additions(PublishedPact pact, @Nullable String metadata, @Nullable List<String> versions) {
        ObjectNode links = links(pact, metadata, versions).toJson();
        return "\"createdAt\":\"" + Time.wire(pact.createdAt()) + "\",\"_links\":" + Json.write(links.get("_links"));
    }

    private Hal links(PublishedPact pact, @Nullable String metadata, @Nullable List<String> versions) {
        String pair = urls.pair(pact.provider(), pact.consumer());
        String self = pair + "/version/" + BrokerUrls.encode(pact.version());
        String content = pair + "/pact-version/" + pact.sha();
        String version = urls.version(pact.consumer(), pact.version());
        String results = (metadata == null ? content : content + "/metadata/" + BrokerUrls.encode(metadata))
                + "/verification-results";
        Hal hal = new Hal()
                .link("self", Link.to(self).titled("Pact").named(pact.name()))
                .link(
                        "pb:consumer",
                        Link.to(urls.pacticipant(pact.consumer()))
                                .titled("Consumer")
                                .named(pact.consumer()))
                .link(
                        "pb:consumer-version",
                        Link.to(version).titled("Consumer version").named(pact.version()));
        if (versions != null) {
            hal.links(
                    "pb:consumer-versions",
                    versions.stream()
                            .map(number -> Link.to(urls.version(pact.consumer(), number))
                                    .titled("Consumer version")
                                    .named(number))
                            .toList());
        }
        hal.link(
                        "pb:provider",
                        Link.to(urls.pacticipant(pact.provider()))
                                .titled("Provider")
                                .named(pact.provider()))
                .link(
                        "pb:pact-version",
                        Link.to(content)
                                .titled("Permanent link of this content")
                                .named(pact.sha()));
        history(hal, pair, self, content);
        return surroundings(hal, pact, self, version)
                .link("pb:publish-verification-results", Link.to(results).titled("Publish verification results"))
                .link("pb:latest-verification-results", Link.to(content + "/verification-results/latest"))
                .curies(urls, "pact");
    }

    private static void history(Hal hal, String pair, String self, String content) {
        hal.link("pb:latest-pact-version", Link.to(pair + "/latest").titled("Latest version of this pact"))
                .link("pb:all-pact-versions", Link.to(pair + "/versions").titled("All versions of this pact"))
                .link(
                        "pb:latest-untagged-pact-version",
                        Link.to(pair + "/latest-untagged").titled("Latest version of this pact without tags"))
                .link(
                        "pb:latest-tagged-pact-version",
                        Link.template(pair + "/latest/{tag}").titled("Latest version of this pact with a tag"))
                .link(
                        "pb:previous-distinct",
                        Link.to(self + "/previous-distinct").titled("Previous version with another content"))
                .link(
                        "pb:diff-previous-distinct",
                        Link.to(self + "/diff/previous-distinct")
                                .titled("Difference to the previous version with another content"))
                .link(
                        "pb:diff",
                        Link.template(content + "/diff/pact-version/{pactVersion}")
                                .titled("Difference to another content"));
    }

    private Hal surroundings(Hal hal, PublishedPact pact, String self, String version) {
        return hal.link(
                        "pb:pact-webhooks",
                        Link.to(urls.path("webhooks", "provider", pact.provider(), "consumer", pact.consumer()))
                                .titled("Webhooks of " + pact.consumer() + " and " + pact.provider()))
                .link(
                        "pb:consumer-webhooks",
                        Link.to(urls.path("webhooks", "consumer", pact.consumer()))
                                .titled("Webhooks of all pacts of the consumer " + pact.consumer()))
                .link(
                        "pb:provider-webhooks",
                        Link.to(urls.path("webhooks", "provider", pact.provider()))
                                .titled("Webhooks of all pacts of the provider " + pact.provider()))
                .link("pb:tag-prod-version", Link.to(version + "/tags/prod").titled("PUT tags the version with prod"))
                .link("pb:tag-version", Link.to(version + "/tags/{tag}").titled("PUT tags the version"))
                .link(
                        "pb:triggered-webhooks",
                        Link.to(self + "/triggered-webhooks").titled("Webhooks that this publication triggered"))
                .link(
                        "pb:matrix-for-consumer-version",
                        Link.to(urls.path("matrix") + "?q[][pacticipant]=" + BrokerUrls.encode(pact.consumer())
                                        + "&q[][version]=" + BrokerUrls.encode(pact.version()) + "&latestby=cvpv")
                                .titled("The matrix rows of the consumer version"));
    }
}
