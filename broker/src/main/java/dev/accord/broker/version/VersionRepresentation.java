package dev.accord.broker.version;

import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.hal.Link;
import dev.accord.broker.hal.Pages;
import dev.accord.broker.platform.Paging;
import dev.accord.broker.platform.Time;
import java.util.List;
import java.util.Optional;

/** Writes versions as HAL documents. */
final class VersionRepresentation {

    private VersionRepresentation() {}

    /** A version on its own page, with a link to record a deployment or release for each environment. */
    static Hal single(
            String pacticipant,
            VersionItem item,
            List<VersionItem.Environment> environments,
            String self,
            BrokerUrls urls) {
        String version = urls.version(pacticipant, item.version().number());
        return document(pacticipant, item.withoutPast(), self, urls)
                .links(
                        "pb:record-deployment",
                        environments.stream()
                                .map(environment -> Link.to(
                                                version + "/deployed-versions/environment/" + environment.uuid())
                                        .titled("Record a deployment to " + environment.name())
                                        .named(environment.name()))
                                .toList())
                .links(
                        "pb:record-release",
                        environments.stream()
                                .map(environment -> Link.to(
                                                version + "/released-versions/environment/" + environment.uuid())
                                        .titled("Record a release to " + environment.name())
                                        .named(environment.name()))
                                .toList())
                .curies(urls, "version");
    }

    /** A list of versions; each also tells where it was deployed or released before. */
    static Hal collection(
            String pacticipant, List<VersionItem> items, String title, Call call, Optional<Paging> paging, long total) {
        BrokerUrls urls = call.urls();
        Hal collection = new Hal();
        paging.ifPresent(page -> Pages.describe(collection, call, page, total));
        List<Link> links = items.stream()
                .map(item -> Link.to(urls.version(pacticipant, item.version().number()))
                        .titled(item.version().number() + " of "
                                + Time.wire(item.version().createdAt())))
                .toList();
        Link owner = Link.to(urls.pacticipant(pacticipant)).titled(pacticipant);
        return collection
                .embed(
                        "versions",
                        items.stream()
                                .map(item -> document(
                                        pacticipant,
                                        item,
                                        urls.version(pacticipant, item.version().number()),
                                        urls))
                                .toList())
                .link("self", Link.to(call.requestUrl()).titled(title))
                .link("pb:pacticipant", owner)
                .links("pb:versions", links)
                .link("pacticipant", owner)
                .links("versions", links);
    }

    private static Hal document(String pacticipant, VersionItem item, String self, BrokerUrls urls) {
        Version version = item.version();
        String address = urls.version(pacticipant, version.number());
        List<Hal> branches = item.branches().stream()
                .map(branch -> new Hal()
                        .put("name", branch.name())
                        .put("latest", branch.latest())
                        .link(
                                "self",
                                Link.to(urls.branchVersion(pacticipant, branch.name(), version.number()))
                                        .titled("Branch version")
                                        .named(branch.name())))
                .toList();
        List<Hal> tags = item.tags().stream()
                .map(tag -> new Hal()
                        .put("name", tag)
                        .link(
                                "self",
                                Link.to(urls.tag(pacticipant, version.number(), tag))
                                        .titled("Tag")
                                        .named(tag)))
                .toList();
        Hal document = new Hal()
                .put("number", version.number())
                .put("buildUrl", version.buildUrl())
                .times(version.createdAt(), version.updatedAt())
                .embed("branches", branches)
                .embed("branchVersions", branches)
                .embed("tags", tags)
                .link("self", Link.to(self).titled("Version").named(version.number()))
                .link(
                        "pb:pacticipant",
                        Link.to(urls.pacticipant(pacticipant))
                                .titled("Pacticipant")
                                .named(pacticipant))
                .link("pb:tag", Link.template(address + "/tags/{tag}").titled("A tag of this version"))
                .link(
                        "pb:latest-verification-results-where-pacticipant-is-consumer",
                        Link.to(urls.verificationSummary(pacticipant, version.number()))
                                .titled("Latest verification results of this version's pacts"));
        return related(pacticipant, item, document, urls);
    }

    private static Hal related(String pacticipant, VersionItem item, Hal document, BrokerUrls urls) {
        String number = item.version().number();
        return document.links(
                        "pb:pact-versions",
                        item.pacts().stream()
                                .map(pact -> Link.to(urls.pact(pact.provider(), pacticipant, number))
                                        .titled("Pact")
                                        .named("Pact between " + pacticipant + " (" + number + ") and "
                                                + pact.provider()))
                                .toList())
                .links(
                        "pb:deployed-environments",
                        item.deployments().stream()
                                .map(deployment -> deployed(deployment, urls))
                                .toList())
                .links(
                        "pb:released-environments",
                        item.releases().stream()
                                .map(release -> Link.to(urls.releasedVersion(
                                                release.uuid().toString()))
                                        .titled("Version released to " + release.environment())
                                        .named(release.environment())
                                        .with("currently_supported", release.current()))
                                .toList());
    }

    private static Link deployed(VersionItem.Deployment deployment, BrokerUrls urls) {
        Link link = Link.to(urls.deployedVersion(deployment.uuid().toString()))
                .titled("Version deployed to " + deployment.environment())
                .named(deployment.environment())
                .with("currently_deployed", deployment.current());
        String instance = deployment.instance();
        return instance == null ? link : link.with("application_instance", instance);
    }
}
