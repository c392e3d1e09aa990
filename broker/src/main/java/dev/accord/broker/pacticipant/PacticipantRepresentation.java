package dev.accord.broker.pacticipant;

import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.hal.Link;
import dev.accord.broker.hal.Pages;
import dev.accord.broker.pacticipant.PacticipantQueries.Deployment;
import dev.accord.broker.pacticipant.PacticipantQueries.Label;
import dev.accord.broker.platform.Json;
import dev.accord.broker.platform.Paging;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes pacticipants and labels as HAL documents. */
final class PacticipantRepresentation {

    private PacticipantRepresentation() {}

    /** A pacticipant on its own page. */
    static Hal single(PacticipantItem item, List<Deployment> deployments, BrokerUrls urls) {
        return document(item, deployments, urls);
    }

    /** A collection of pacticipants; only the whole collection keeps the older member beside {@code _embedded}. */
    static Hal collection(List<PacticipantItem> items, Call call, boolean whole, Optional<Paging> paging, long total) {
        BrokerUrls urls = call.urls();
        Hal collection = new Hal();
        paging.ifPresent(page -> Pages.describe(collection, call, page, total));
        collection.embed(
                "pacticipants",
                items.stream().map(item -> document(item, null, urls)).toList());
        if (whole) {
            var older = Json.array();
            items.forEach(item -> older.add(document(item, null, urls)
                    .put("title", "Deprecated, use _embedded.pacticipants")
                    .toJson()));
            collection.put("pacticipants", older);
        }
        return collection
                .link("self", Link.to(urls.path("pacticipants")).titled("Pacticipants"))
                .link(
                        "pb:pacticipants-with-label",
                        Link.template(urls.path("pacticipants", "label") + "/{label}")
                                .titled("Find pacticipants by label"))
                .links(
                        "pb:pacticipants",
                        items.stream().map(item -> link(item, urls)).toList())
                .links(
                        "pacticipants",
                        items.stream()
                                .map(item -> link(item, urls).named("Deprecated, use pb:pacticipants"))
                                .toList());
    }

    /** A label of a pacticipant. */
    static Hal label(String pacticipant, Label label, BrokerUrls urls) {
        return new Hal()
                .put("name", label.name())
                .put("createdAt", label.createdAt())
                .link("self", labelLink(pacticipant, label.name(), urls))
                .link(
                        "pacticipant",
                        Link.to(urls.pacticipant(pacticipant))
                                .titled("Pacticipant")
                                .named(pacticipant));
    }

    /** The distinct label names. */
    static Hal labels(List<String> names, Call call, Optional<Paging> paging, long total) {
        Hal collection = new Hal();
        paging.ifPresent(page -> Pages.describe(collection, call, page, total));
        return collection
                .embed(
                        "labels",
                        names.stream().map(name -> new Hal().put("name", name)).toList())
                .link("self", Link.to(call.resourceUrl()).titled("Labels"));
    }

    private static Link link(PacticipantItem item, BrokerUrls urls) {
        String name = item.pacticipant().name();
        return Link.to(urls.pacticipant(name)).titled(name).named(name);
    }

    private static Link labelLink(String pacticipant, String label, BrokerUrls urls) {
        return Link.to(urls.label(pacticipant, label)).titled("Label").named(label);
    }

    private static Hal document(PacticipantItem item, @Nullable List<Deployment> deployments, BrokerUrls urls) {
        Pacticipant pacticipant = item.pacticipant();
        Hal document = new Hal()
                .put("name", pacticipant.name())
                .put("displayName", pacticipant.displayName())
                .put("repositoryUrl", pacticipant.repositoryUrl())
                .put("repositoryName", pacticipant.repositoryName())
                .put("repositoryNamespace", pacticipant.repositoryNamespace())
                .put("mainBranch", pacticipant.mainBranch())
                .times(pacticipant.createdAt(), pacticipant.updatedAt());
        embed(item, document, urls);
        return links(pacticipant.name(), deployments, document, urls);
    }

    private static void embed(PacticipantItem item, Hal document, BrokerUrls urls) {
        String name = item.pacticipant().name();
        String latest = item.latestVersion();
        if (latest != null) {
            Link version = Link.to(urls.version(name, latest)).titled("Version").named(latest);
            document.embed("latestVersion", new Hal().put("number", latest).link("self", version));
            document.embed(
                    "latest-version",
                    new Hal()
                            .put("number", latest)
                            .put("title", "Deprecated, use latestVersion")
                            .put("name", "Deprecated, use latestVersion")
                            .link("self", version));
        }
        document.embed(
                "labels",
                item.labels().stream()
                        .map(label -> new Hal().put("name", label).link("self", labelLink(name, label, urls)))
                        .toList());
    }

    private static Hal links(String name, @Nullable List<Deployment> deployments, Hal document, BrokerUrls urls) {
        String self = urls.pacticipant(name);
        document.link("self", Link.to(self))
                .link("pb:versions", Link.to(self + "/versions"))
                .link("pb:branches", Link.to(self + "/branches"));
        if (deployments != null) {
            document.links(
                    "pb:deployed-environments",
                    deployments.stream()
                            .map(deployment -> Link.to(urls.deployedVersion(
                                            deployment.uuid().toString()))
                                    .titled("Version deployed to " + deployment.environment())
                                    .named(deployment.environment())
                                    .with("currently_deployed", true))
                            .toList());
        }
        return document.link(
                        "pb:version",
                        Link.template(self + "/versions/{version}").titled("A version of " + name))
                .link(
                        "pb:version-tag",
                        Link.template(self + "/versions/{version}/tags/{tag}").titled("A tag of a version of " + name))
                .link(
                        "pb:branch-version",
                        Link.template(self + "/branches/{branch}/versions/{version}")
                                .titled("A version on a branch of " + name))
                .link("pb:label", Link.template(self + "/labels/{label}").titled("A label of " + name))
                .link("versions", Link.to(self + "/versions").titled("Deprecated, use pb:versions"))
                .link(
                        "pb:can-i-deploy-badge",
                        Link.template(self + "/latest-version/{tag}/can-i-deploy/to/{environmentTag}/badge")
                                .titled("Badge: may the latest version with a tag be deployed?"))
                .link(
                        "pb:can-i-deploy-branch-to-environment-badge",
                        Link.template(
                                        self
                                                + "/branches/{branch}/latest-version/can-i-deploy/to-environment/{environment}/badge")
                                .titled("Badge: may the head of a branch be deployed?"))
                .curies(urls, "pacticipant");
    }
}
