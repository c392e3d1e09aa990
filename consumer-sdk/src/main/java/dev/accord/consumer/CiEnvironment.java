package dev.accord.consumer;

import java.util.Map;
import java.util.Optional;

/**
 * The commit, branch and build page that a CI service tells its builds. The names of the variables are those of the
 * services' own documentation.
 *
 * @param commit the hash of the commit
 * @param branch the branch; for a pull request the one that it comes from
 * @param buildUrl the address of the build's page
 */
record CiEnvironment(Optional<String> commit, Optional<String> branch, Optional<String> buildUrl) {

    /** Reads the variables of the first service that is recognised; all empty outside of one. */
    static CiEnvironment of(Map<String, String> environment) {
        Variables variables = new Variables(environment);
        if (variables.has("GITHUB_SHA")) {
            return gitHub(variables);
        }
        if (variables.has("CI_COMMIT_SHA")) {
            return new CiEnvironment(
                    variables.first("CI_COMMIT_SHA"),
                    variables.first("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "CI_COMMIT_BRANCH"),
                    variables.first("CI_JOB_URL", "CI_PIPELINE_URL"));
        }
        if (variables.has("BUILD_SOURCEVERSION")) {
            return azure(variables);
        }
        if (variables.has("CIRCLE_SHA1")) {
            return variables.named("CIRCLE_SHA1", "CIRCLE_BRANCH", "CIRCLE_BUILD_URL");
        }
        if (variables.has("BUILDKITE_COMMIT")) {
            return variables.named("BUILDKITE_COMMIT", "BUILDKITE_BRANCH", "BUILDKITE_BUILD_URL");
        }
        if (variables.has("TRAVIS_COMMIT")) {
            return new CiEnvironment(
                    variables.first("TRAVIS_COMMIT"),
                    variables.first("TRAVIS_PULL_REQUEST_BRANCH", "TRAVIS_BRANCH"),
                    variables.first("TRAVIS_JOB_WEB_URL", "TRAVIS_BUILD_WEB_URL"));
        }
        if (variables.has("BITBUCKET_COMMIT")) {
            return variables.named("BITBUCKET_COMMIT", "BITBUCKET_BRANCH", "BITBUCKET_PIPELINE_URL");
        }
        if (variables.has("GIT_COMMIT")) {
            return new CiEnvironment(
                    variables.first("GIT_COMMIT"),
                    variables
                            .first("CHANGE_BRANCH", "BRANCH_NAME", "GIT_LOCAL_BRANCH", "GIT_BRANCH")
                            .map(CiEnvironment::withoutRemote),
                    variables.first("BUILD_URL"));
        }
        return new CiEnvironment(Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static CiEnvironment gitHub(Variables variables) {
        // GITHUB_HEAD_REF is set for pull requests only; GITHUB_REF_NAME may also name a tag.
        Optional<String> branch = variables
                .first("GITHUB_HEAD_REF")
                .or(() -> variables
                        .first("GITHUB_REF")
                        .filter(ref -> ref.startsWith("refs/heads/"))
                        .map(ref -> ref.substring("refs/heads/".length())));
        Optional<String> url = variables
                .first("GITHUB_SERVER_URL")
                .flatMap(server -> variables
                        .first("GITHUB_REPOSITORY")
                        .flatMap(repository -> variables
                                .first("GITHUB_RUN_ID")
                                .map(run -> server + "/" + repository + "/actions/runs/" + run)));
        return new CiEnvironment(variables.first("GITHUB_SHA"), branch, url);
    }

    private static CiEnvironment azure(Variables variables) {
        Optional<String> branch = variables
                .first("SYSTEM_PULLREQUEST_SOURCEBRANCH", "BUILD_SOURCEBRANCH")
                .filter(ref -> !ref.startsWith("refs/tags/"))
                .map(ref -> ref.startsWith("refs/heads/") ? ref.substring("refs/heads/".length()) : ref);
        Optional<String> url = variables
                .first("SYSTEM_TEAMFOUNDATIONCOLLECTIONURI")
                .flatMap(server -> variables
                        .first("SYSTEM_TEAMPROJECT")
                        .flatMap(project -> variables
                                .first("BUILD_BUILDID")
                                .map(build -> server + project + "/_build/results?buildId=" + build)));
        return new CiEnvironment(variables.first("BUILD_SOURCEVERSION"), branch, url);
    }

    private static String withoutRemote(String branch) {
        return branch.startsWith("origin/") ? branch.substring("origin/".length()) : branch;
    }

    private record Variables(Map<String, String> environment) {

        boolean has(String name) {
            return first(name).isPresent();
        }

        Optional<String> first(String... names) {
            for (String name : names) {
                String value = environment.getOrDefault(name, "").strip();
                if (!value.isEmpty()) {
                    return Optional.of(value);
                }
            }
            return Optional.empty();
        }

        CiEnvironment named(String commit, String branch, String buildUrl) {
            return new CiEnvironment(first(commit), first(branch), first(buildUrl));
        }
    }
}
