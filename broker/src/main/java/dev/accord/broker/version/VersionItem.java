package dev.accord.broker.version;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version with what its document embeds and links.
 *
 * @param version      the version itself
 * @param branches     the branches it is on, sorted by name
 * @param tags         its tags, sorted
 * @param pacts        the pacts it published, one entry a revision, by provider ignoring case
 * @param deployments  where it is deployed now
 * @param releases     where it is released and supported now
 */
record VersionItem(
        Version version,
        List<OnBranch> branches,
        List<String> tags,
        List<Pact> pacts,
        List<Deployment> deployments,
        List<Release> releases) {

    VersionItem {
        branches = List.copyOf(branches);
        tags = List.copyOf(tags);
        pacts = List.copyOf(pacts);
        deployments = List.copyOf(deployments);
        releases = List.copyOf(releases);
    }

    /** A branch the version is on, and whether the version is its head. */
    record OnBranch(String name, boolean latest) {}

    /** A pact of the version with a provider. */
    record Pact(String provider) {}

    /** A current deployment; the instance is null when none was named. */
    record Deployment(
            UUID uuid, String environment, @Nullable String instance) {}

    /** A release that is supported. */
    record Release(UUID uuid, String environment) {}

    /** An environment, as far as links to it need. */
    record Environment(UUID uuid, String name) {}
}
