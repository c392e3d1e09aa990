package dev.accord.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BuildIdentityTest {

    @TempDir
    Path folder;

    private void git(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder git = new ProcessBuilder("git", "-c", "user.name=T", "-c", "user.email=t@example.org");
        git.command().addAll(List.of(arguments));
        git.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        int exit = git.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(exit).as("git " + String.join(" ", arguments)).isZero();
    }

    @Nested
    class FromGit {

        @Test
        void theVersionIsTheCommitAndTheBranchTheOneCheckedOut() throws Exception {
            git("init", "-q", "-b", "feat/x");
            git("commit", "-q", "--allow-empty", "-m", "one");

            BuildIdentity identity = BuildIdentity.detect(Map.of(), folder).orElseThrow();

            assertThat(identity.version()).matches("[0-9a-f]{40}");
            assertThat(identity.branch()).contains("feat/x");
            assertThat(identity.buildUrl()).isEmpty();
        }

        @Test
        void theBranchIsUnknownWhenABareCommitIsCheckedOut() throws Exception {
            git("init", "-q", "-b", "main");
            git("commit", "-q", "--allow-empty", "-m", "one");
            git("checkout", "-q", "--detach");

            assertThat(BuildIdentity.detect(Map.of(), folder).orElseThrow().branch())
                    .isEmpty();
        }

        @Test
        void nothingIsKnownBeforeTheFirstCommit() throws Exception {
            git("init", "-q");

            assertThat(BuildIdentity.detect(Map.of(), folder)).isEmpty();
        }

        @Test
        void nothingIsKnownOutsideOfAWorkingTree() {
            assertThat(BuildIdentity.detect(Map.of(), folder)).isEmpty();
        }

        @Test
        void theBranchIsTakenWhenTheCiServiceNamesOnlyTheCommit() throws Exception {
            git("init", "-q", "-b", "main");
            git("commit", "-q", "--allow-empty", "-m", "one");

            assertThat(BuildIdentity.detect(Map.of("GIT_COMMIT", "abc"), folder))
                    .contains(new BuildIdentity("abc", Optional.of("main"), Optional.empty()));
        }
    }

    @Nested
    class FromCi {

        static Stream<Arguments> services() {
            return Stream.of(
                    Arguments.of(
                            "GitHub, a push",
                            Map.of(
                                    "GITHUB_SHA", "abc",
                                    "GITHUB_REF", "refs/heads/feat/x",
                                    "GITHUB_SERVER_URL", "https://github.example",
                                    "GITHUB_REPOSITORY", "o/r",
                                    "GITHUB_RUN_ID", "7"),
                            "feat/x",
                            "https://github.example/o/r/actions/runs/7"),
                    Arguments.of(
                            "GitHub, a pull request",
                            Map.of("GITHUB_SHA", "abc", "GITHUB_REF", "refs/pull/1/merge", "GITHUB_HEAD_REF", "feat/y"),
                            "feat/y",
                            null),
                    Arguments.of(
                            "GitHub, a tag", Map.of("GITHUB_SHA", "abc", "GITHUB_REF", "refs/tags/v1"), null, null),
                    Arguments.of(
                            "GitLab",
                            Map.of("CI_COMMIT_SHA", "abc", "CI_COMMIT_BRANCH", "main", "CI_JOB_URL", "https://l/1"),
                            "main",
                            "https://l/1"),
                    Arguments.of(
                            "Jenkins",
                            Map.of("GIT_COMMIT", "abc", "GIT_BRANCH", "origin/main", "BUILD_URL", "https://j/1"),
                            "main",
                            "https://j/1"),
                    Arguments.of(
                            "Azure Pipelines",
                            Map.of(
                                    "BUILD_SOURCEVERSION", "abc",
                                    "BUILD_SOURCEBRANCH", "refs/heads/main",
                                    "SYSTEM_TEAMFOUNDATIONCOLLECTIONURI", "https://a/",
                                    "SYSTEM_TEAMPROJECT", "p",
                                    "BUILD_BUILDID", "5"),
                            "main",
                            "https://a/p/_build/results?buildId=5"),
                    Arguments.of(
                            "CircleCI",
                            Map.of("CIRCLE_SHA1", "abc", "CIRCLE_BRANCH", "b", "CIRCLE_BUILD_URL", "https://c/1"),
                            "b",
                            "https://c/1"),
                    Arguments.of(
                            "Buildkite",
                            Map.of(
                                    "BUILDKITE_COMMIT",
                                    "abc",
                                    "BUILDKITE_BRANCH",
                                    "b",
                                    "BUILDKITE_BUILD_URL",
                                    "https://k"),
                            "b",
                            "https://k"),
                    Arguments.of("Travis", Map.of("TRAVIS_COMMIT", "abc", "TRAVIS_BRANCH", "b"), "b", null),
                    Arguments.of("Bitbucket", Map.of("BITBUCKET_COMMIT", "abc", "BITBUCKET_BRANCH", "b"), "b", null));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("services")
        void theServicesVariablesAreRead(String service, Map<String, String> environment, String branch, String url) {
            assertThat(BuildIdentity.detect(environment, folder))
                    .contains(new BuildIdentity("abc", Optional.ofNullable(branch), Optional.ofNullable(url)));
        }
    }

    @Test
    void aBlankVersionIsRefused() {
        assertThatThrownBy(() -> new BuildIdentity(" ", Optional.empty(), Optional.empty()))
                .hasMessage("The version is blank");
    }
}
