package dev.accord.broker.environment;

import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.hal.Link;
import java.util.List;

/** Writes environments, deployed and released versions as HAL documents. */
final class EnvironmentRepresentation {

    private EnvironmentRepresentation() {}

    static Hal document(Environment environment, BrokerUrls urls) {
        String self = urls.environment(environment.uuid().toString());
        return new Hal()
                .put("uuid", environment.uuid().toString())
                .put("name", environment.name())
                .put("displayName", environment.displayName())
                .put("production", environment.production())
                .put("contacts", environment.contacts())
                .times(environment.createdAt(), environment.updatedAt())
                .link("self", Link.to(self).titled("Environment").named(environment.name()))
                .link(
                        "pb:currently-deployed-deployed-versions",
                        Link.to(self + "/deployed-versions/currently-deployed")
                                .titled("Versions deployed to " + environment.displayName()))
                .link(
                        "pb:currently-supported-released-versions",
                        Link.to(self + "/released-versions/currently-supported")
                                .titled("Versions released to " + environment.displayName()))
                .link("pb:environments", Link.to(urls.path("environments")).titled("Environments"));
    }

    static Hal collection(List<Environment> environments, BrokerUrls urls) {
        return new Hal()
                .embed(
                        "environments",
                        environments.stream()
                                .map(environment -> document(environment, urls))
                                .toList())
                .link("self", Link.to(urls.path("environments")).titled("Environments"))
                .links(
                        "pb:environments",
                        environments.stream()
                                .map(environment -> Link.to(urls.environment(
                                                environment.uuid().toString()))
                                        .titled("Environment")
                                        .named(environment.name()))
                                .toList());
    }

    /** A deployed version; what it embeds is the caller's. */
    static Hal deployed(DeployedVersion deployed, BrokerUrls urls) {
        return new Hal()
                .put("uuid", deployed.uuid().toString())
                .put("currentlyDeployed", deployed.undeployedAt() == null)
                .put("target", deployed.instance())
                .put("applicationInstance", deployed.instance())
                .put("undeployedAt", deployed.undeployedAt())
                .put("createdAt", deployed.createdAt())
                .link(
                        "self",
                        Link.to(urls.deployedVersion(deployed.uuid().toString()))
                                .titled("Deployed version"));
    }

    /** A released version; what it embeds is the caller's. */
    static Hal released(ReleasedVersion released, BrokerUrls urls) {
        return new Hal()
                .put("uuid", released.uuid().toString())
                .put("currentlySupported", released.supportEndedAt() == null)
                .times(released.createdAt(), released.updatedAt())
                .put("supportEndedAt", released.supportEndedAt())
                .link(
                        "self",
                        Link.to(urls.releasedVersion(released.uuid().toString()))
                                .titled("Released version"));
    }

    /** Adds who is deployed or released. */
    static Hal withVersion(Hal document, String pacticipant, String number, BrokerUrls urls) {
        return document.embed(
                        "pacticipant",
                        new Hal()
                                .put("name", pacticipant)
                                .link(
                                        "self",
                                        Link.to(urls.pacticipant(pacticipant))
                                                .titled("Pacticipant")
                                                .named(pacticipant)))
                .embed(
                        "version",
                        new Hal()
                                .put("number", number)
                                .link(
                                        "self",
                                        Link.to(urls.version(pacticipant, number))
                                                .titled("Version")
                                                .named(number)));
    }
}
