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
 * @param deployments  where it is or was deployed
 * @param releases     where it is or was released
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

    /** The same without deployments that were ended and releases that are no longer supported. */
    VersionItem withoutPast() {
        return new VersionItem(
                version,
                branches,
                tags,
                pacts,
                deployments.stream().filter(Deployment::current).toList(),
                releases.stream().filter(Release::current).toList());
    }

    /** A branch the version is on, and whether the version is its head. */
    record OnBranch(String name, boolean latest) {}

    /** A pact of the version with a provider. */
    record Pact(String provider) {}

    /** A deployment, current or ended; the instance is null when none was named. */
    record Deployment(
            UUID uuid, String environment, @Nullable String instance, boolean current) {}

    /** A release, supported or no longer so. */
    record Release(UUID uuid, String environment, boolean current) {}

    /** An environment, as far as links to it need. */
    record Environment(UUID uuid, String name) {}
}
