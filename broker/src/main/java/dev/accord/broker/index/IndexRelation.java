package dev.accord.broker.index;

import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.hal.Link;

/** A relation of the index, with the address that it leads to; braces make it a template. */
enum IndexRelation {
    PUBLISH_PACT(
            "pb:publish-pact",
            "/pacts/provider/{provider}/consumer/{consumer}/version/{consumerApplicationVersion}",
            "Publish a pact"),
    PUBLISH_CONTRACTS("pb:publish-contracts", "/contracts/publish", "Publish contracts"),
    LATEST_PACTS("pb:latest-pact-versions", "/pacts/latest", "Latest pact of every integration"),
    TAGGED_PACTS(
            "pb:tagged-pact-versions",
            "/pacts/provider/{provider}/consumer/{consumer}/tag/{tag}",
            "All pacts of a pair with a tag"),
    BRANCH_PACTS(
            "pb:branch-pact-versions",
            "/pacts/provider/{provider}/consumer/{consumer}/branch/{branch}",
            "All pacts of a pair from a branch"),
    LATEST_BRANCH_PACTS(
            "pb:latest-branch-pact-versions",
            "/pacts/provider/{provider}/consumer/{consumer}/branch/{branch}/latest/versions",
            "Latest pact of a pair from a branch"),
    MAIN_BRANCH_PACTS(
            "pb:main-branch-pact-versions",
            "/pacts/provider/{provider}/consumer/{consumer}/branch/versions",
            "All pacts of a pair from the consumer's main branch"),
    LATEST_MAIN_BRANCH_PACTS(
            "pb:latest-main-branch-pact-versions",
            "/pacts/provider/{provider}/consumer/{consumer}/branch/latest/versions",
            "Latest pact of a pair from the consumer's main branch"),
    PROVIDER_MAIN_BRANCH_PACTS(
            "pb:provider-pacts-with-main-branch",
            "/pacts/provider/{provider}/branch",
            "All pacts of a provider from the consumers' main branches"),
    PROVIDER_BRANCH_PACTS(
            "pb:provider-pacts-with-branch",
            "/pacts/provider/{provider}/branch/{branch}",
            "All pacts of a provider from a branch"),
    LATEST_PROVIDER_MAIN_BRANCH_PACTS(
            "pb:latest-provider-pacts-with-main-branch",
            "/pacts/provider/{provider}/branch/latest",
            "Latest pacts of a provider from the consumers' main branches"),
    LATEST_PROVIDER_BRANCH_PACTS(
            "pb:latest-provider-pacts-with-branch",
            "/pacts/provider/{provider}/branch/{branch}/latest",
            "Latest pacts of a provider from a branch"),
    PACTICIPANTS("pb:pacticipants", "/pacticipants", "Pacticipants"),
    PACTICIPANT("pb:pacticipant", "/pacticipants/{pacticipant}", "A pacticipant"),
    LATEST_PROVIDER_PACTS(
            "pb:latest-provider-pacts", "/pacts/provider/{provider}/latest", "Latest pacts of a provider"),
    LATEST_PROVIDER_PACTS_WITH_TAG(
            "pb:latest-provider-pacts-with-tag",
            "/pacts/provider/{provider}/latest/{tag}",
            "Latest pacts of a provider with a tag"),
    PROVIDER_PACTS_WITH_TAG(
            "pb:provider-pacts-with-tag", "/pacts/provider/{provider}/tag/{tag}", "All pacts of a provider with a tag"),
    PROVIDER_PACTS("pb:provider-pacts", "/pacts/provider/{provider}", "All pacts of a provider"),
    LATEST_VERSION("pb:latest-version", "/pacticipants/{pacticipant}/latest-version", "Latest version"),
    LATEST_TAGGED_VERSION(
            "pb:latest-tagged-version",
            "/pacticipants/{pacticipant}/latest-version/{tag}",
            "Latest version with a tag"),
    WEBHOOKS("pb:webhooks", "/webhooks", "Webhooks"),
    WEBHOOK("pb:webhook", "/webhooks/{uuid}", "A webhook"),
    INTEGRATIONS("pb:integrations", "/integrations", "Integrations"),
    VERSION_TAG(
            "pb:pacticipant-version-tag",
            "/pacticipants/{pacticipant}/versions/{version}/tags/{tag}",
            "A tag of a version"),
    BRANCH("pb:pacticipant-branch", "/pacticipants/{pacticipant}/branches/{branch}", "A branch"),
    BRANCH_VERSION(
            "pb:pacticipant-branch-version",
            "/pacticipants/{pacticipant}/branches/{branch}/versions/{version}",
            "A version on a branch"),
    VERSION("pb:pacticipant-version", "/pacticipants/{pacticipant}/versions/{version}", "A version"),
    METRICS("pb:metrics", "/metrics", "Metrics"),
    CAN_I_DEPLOY_TO_TAG(
            "pb:can-i-deploy-pacticipant-version-to-tag",
            "/can-i-deploy?pacticipant={pacticipant}&version={version}&to={tag}",
            "May a version be deployed with the latest versions under a tag?"),
    CAN_I_DEPLOY_TO_ENVIRONMENT(
            "pb:can-i-deploy-pacticipant-version-to-environment",
            "/can-i-deploy?pacticipant={pacticipant}&version={version}&environment={environment}",
            "May a version be deployed to an environment?"),
    PACTS_FOR_VERIFICATION(
            "pb:provider-pacts-for-verification",
            "/pacts/provider/{provider}/for-verification",
            "The pacts that a provider should verify"),
    BETA_PACTS_FOR_VERIFICATION(
            "beta:provider-pacts-for-verification",
            "/pacts/provider/{provider}/for-verification",
            "The pacts that a provider should verify"),
    ENVIRONMENTS("pb:environments", "/environments", "Environments"),
    ENVIRONMENT("pb:environment", "/environments/{uuid}", "An environment"),
    PUBLISH_PROVIDER_CONTRACT(
            "pf:publish-provider-contract",
            "/provider-contracts/provider/{provider}/publish",
            "Publish a provider's OpenAPI document"),
    FIELD_USAGE(
            "accord:field-usage",
            "/provider-contracts/provider/{provider}/usage{?version,branch,environment,usedIn,operation,unused}",
            "Who uses which operation, parameter and field of a provider"),
    FIELD_CONSUMERS(
            "accord:field-consumers",
            "/provider-contracts/provider/{provider}/field-consumers{?operation,location,kind,status,version,branch,environment,usedIn}",
            "Who uses one operation, parameter or field"),
    DEPRECATIONS(
            "accord:deprecations",
            "/provider-contracts/provider/{provider}/deprecations{?version,branch,environment,usedIn}",
            "What a provider lets go, and who still uses it"),
    WHAT_IF(
            "accord:what-if",
            "/provider-contracts/provider/{provider}/what-if{?version,branch,environment,usedIn}",
            "What a change of a provider's document would do to its consumers"),
    COMPARISON(
            "accord:comparison",
            "/provider-contracts/provider/{provider}/comparison{?fromVersion,fromBranch,fromEnvironment,toVersion,toBranch,toEnvironment,usedIn}",
            "What differs between two documents of a provider, and for whom");

    private final String relation;
    private final String path;
    private final String title;

    IndexRelation(String relation, String path, String title) {
        this.relation = relation;
        this.path = path;
        this.title = title;
    }

    String relation() {
        return relation;
    }

    Link link(BrokerUrls urls) {
        Link link = Link.to(urls.base() + path).titled(title);
        link = path.contains("{") ? new Link(link.href(), title, null, true, link.more()) : link.plain();
        return this == BETA_PACTS_FOR_VERIFICATION ? link.named("beta") : link;
    }
}
