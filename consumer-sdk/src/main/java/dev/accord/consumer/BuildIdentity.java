package dev.accord.consumer;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Which build this is: the version that contracts are published under, its branch, and the page of the build.
 *
 * @param version the version number; a commit's hash when found by itself
 * @param branch the branch, empty when unknown (a checkout of a bare commit or of a tag)
 * @param buildUrl the address of the build's page, empty when unknown
 */
public record BuildIdentity(String version, Optional<String> branch, Optional<String> buildUrl) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException when the version or the branch is blank
     */
    public BuildIdentity {
        if (version.isBlank()) {
            throw new IllegalArgumentException("The version is blank");
        }
        if (branch.isPresent() && branch.get().isBlank()) {
            throw new IllegalArgumentException("The branch is blank");
        }
    }

    /**
     * Finds the identity of the build that runs in the current folder: first from the variables of the CI services that
     * are known (GitHub, GitLab, Jenkins, Azure Pipelines, CircleCI, Buildkite, Travis, Bitbucket), then from git for
     * what is still missing. Empty when neither knows a version. Starts {@code git} twice at most.
     */
    public static Optional<BuildIdentity> detect() {
        return detect(System.getenv(), Path.of("").toAbsolutePath());
    }

    /**
     * Finds the identity of a build from the given variables, then from git in the given folder.
     *
     * @param environment the environment variables
     * @param folder a folder inside the working tree
     */
    public static Optional<BuildIdentity> detect(Map<String, String> environment, Path folder) {
        CiEnvironment ci = CiEnvironment.of(environment);
        GitWorkingTree git = new GitWorkingTree(folder);
        Optional<String> version = ci.commit().or(git::commit);
        if (version.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new BuildIdentity(version.get(), ci.branch().or(git::branch), ci.buildUrl()));
    }
}
