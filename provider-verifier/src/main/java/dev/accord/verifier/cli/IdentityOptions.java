package dev.accord.verifier.cli;

import dev.accord.consumer.BuildIdentity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say which build this is. What is not given comes from the CI service's variables and from git. */
final class IdentityOptions {

    @Option(
            names = {"-a", "--app-version"},
            paramLabel = "VERSION",
            description = "The version. Default: the commit, from the CI service or git.")
    private Optional<String> version = Optional.empty();

    @Option(names = "--branch", description = "The branch. Default: from the CI service or git, with the version.")
    private Optional<String> branch = Optional.empty();

    @Option(names = "--build-url", paramLabel = "URL", description = "The page of the build. Default: as the branch.")
    private Optional<String> buildUrl = Optional.empty();

    @Option(names = "--tag", description = "A tag for the version; may be repeated. Branches serve better.")
    private List<String> tags = List.of();

    List<String> tags() {
        return tags;
    }

    /** Returns the identity as far as it is known; empty without a version. */
    Optional<BuildIdentity> find(Map<String, String> environment) {
        try {
            if (version.isPresent()) {
                return Optional.of(new BuildIdentity(version.get(), branch, buildUrl));
            }
            return BuildIdentity.detect(environment, Path.of("").toAbsolutePath())
                    .map(found ->
                            new BuildIdentity(found.version(), branch.or(found::branch), buildUrl.or(found::buildUrl)));
        } catch (IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Returns the identity.
     *
     * @throws InputException when there is no version
     */
    BuildIdentity get(Map<String, String> environment) {
        return find(environment)
                .orElseThrow(() -> new InputException("no version is known: give --app-version, or run this in a git"
                        + " working tree or a CI service that names the commit"));
    }
}
