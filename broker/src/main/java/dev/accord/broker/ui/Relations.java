package dev.accord.broker.ui;

import java.util.Map;

/** What the relations of the API mean, by name without the prefix. */
final class Relations {

    static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("pacticipants", "All pacticipants: the applications that take part in contracts."),
            Map.entry("pacticipant", "A pacticipant: GET, PUT, PATCH or DELETE it."),
            Map.entry("versions", "The versions of a pacticipant, newest first."),
            Map.entry("version", "A version of a pacticipant. PUT creates it."),
            Map.entry("version-tag", "A tag of a version. PUT adds it, DELETE takes it away."),
            Map.entry("branches", "The branches of a pacticipant."),
            Map.entry(
                    "branch-version", "A version on a branch. PUT adds the version, which becomes the branch's head."),
            Map.entry("label", "A label of a pacticipant. PUT adds it, DELETE takes it away."),
            Map.entry("latest-version", "The latest version: the one that was created last."),
            Map.entry("publish-pact", "PUT the content of a pact between a consumer version and a provider."),
            Map.entry("publish-contracts", "POST a consumer version's branch, tags and contracts together."),
            Map.entry("latest-pact-versions", "The latest pact of every integration."),
            Map.entry("latest-provider-pacts", "The latest pact of each consumer of a provider."),
            Map.entry(
                    "provider-pacts-for-verification",
                    "POST selectors to get the pacts that a provider should verify."),
            Map.entry("publish-verification-results", "POST the result of verifying a pact."),
            Map.entry("environments", "All environments. POST creates one."),
            Map.entry("environment", "An environment: GET, PUT or DELETE it."),
            Map.entry("record-deployment", "POST to record that the version was deployed to the environment."),
            Map.entry("record-release", "POST to record that the version was released to the environment."),
            Map.entry("webhooks", "All webhooks. POST creates one."),
            Map.entry("webhook", "A webhook: GET, PUT or DELETE it."),
            Map.entry("create", "POST a webhook here. Its method, scheme and host must be within the whitelists."),
            Map.entry("execute", "POST to try a webhook with the latest pact that it is for."),
            Map.entry("integrations", "All integrations: pairs of a consumer and a provider with a contract."),
            Map.entry("metrics", "Counts of what the broker holds."));

    private Relations() {}
}
