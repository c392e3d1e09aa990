package dev.accord.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accord.consumer.broker.BrokerConnection;
import dev.accord.consumer.broker.BrokerException;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CanIDeployTest {

    private static final String NO = """
            {"summary": {"deployable": false, "reason": "The verification between Web and Users failed", "failed": 1},
             "notices": [{"type": "error", "text": "The verification between Web and Users failed"}],
             "matrix": [{"consumer": {"name": "Web", "version": {"number": "w1"}},
                         "provider": {"name": "Users", "version": {"number": "p2"}},
                         "verificationResult": {"success": false}, "verificationType": "BDCT"},
                        {"consumer": {"name": "Mobile", "version": {"number": "m1"}},
                         "provider": {"name": "Users", "version": null},
                         "verificationResult": null, "ignored": true}]}
            """;

    private StubServer broker;

    @BeforeEach
    void start() throws IOException {
        broker = new StubServer().on("GET /matrix", 200, NO);
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    private CanIDeploy question() {
        return CanIDeploy.at(BrokerConnection.to(broker.url()));
    }

    private String asked() {
        return URLDecoder.decode(broker.received().getLast().path(), StandardCharsets.UTF_8);
    }

    @Nested
    class TheAnswer {

        @Test
        void holdsTheVerdictTheReasonAndTheRows() {
            DeploymentAnswer answer =
                    question().version("Users", "p2").toEnvironment("prod").ask();

            assertThat(answer.verdict()).isEqualTo(DeploymentAnswer.Verdict.NO);
            assertThat(answer.reason()).isEqualTo("The verification between Web and Users failed");
            assertThat(answer.rows())
                    .containsExactly(
                            new DeploymentAnswer.Row(
                                    "Web",
                                    "w1",
                                    "Users",
                                    Optional.of("p2"),
                                    DeploymentAnswer.Result.FAILED,
                                    Optional.of("BDCT"),
                                    false),
                            new DeploymentAnswer.Row(
                                    "Mobile",
                                    "m1",
                                    "Users",
                                    Optional.empty(),
                                    DeploymentAnswer.Result.UNKNOWN,
                                    Optional.empty(),
                                    true));
        }

        @Test
        void isUnknownWhenTheBrokerSaysNull() {
            broker.on("GET /matrix", 200, "{\"summary\": {\"deployable\": null}}");

            assertThat(question().version("Users", "p2").ask().verdict()).isEqualTo(DeploymentAnswer.Verdict.UNKNOWN);
        }

        @Test
        void isAskedForAgainWhileUnknownAndNotForever() {
            broker.on("GET /matrix", 200, "{\"summary\": {\"deployable\": null}}");

            question()
                    .version("Users", "p2")
                    .askingAgainWhileUnknown(3, Duration.ofMillis(1))
                    .ask();

            assertThat(broker.received()).hasSize(3);
        }

        @Test
        void isRefusedWhenItIsNoMatrix() {
            broker.on("GET /matrix", 200, "{\"hello\": 1}");

            assertThatThrownBy(() -> question().version("Users", "p2").ask())
                    .isInstanceOf(BrokerException.class)
                    .hasMessageContaining("but not with a matrix with summary.deployable");
        }
    }

    @Nested
    class TheQuestion {

        @Test
        void forAnEnvironment() {
            question()
                    .version("Users & co", "p+2")
                    .toEnvironment("prod")
                    .ignoring("Mobile")
                    .ask();

            assertThat(broker.received().getLast().path())
                    .contains("Users+%26+co")
                    .contains("p%2B2");
            assertThat(asked())
                    .isEqualTo("/matrix?q[][pacticipant]=Users & co&q[][version]=p+2&latestby=cvpv&environment=prod"
                            + "&ignore[][pacticipant]=Mobile");
        }

        @Test
        void forMainBranches() {
            question().headOfBranch("Web", "feat/x").toMainBranches().ask();

            assertThat(asked())
                    .isEqualTo("/matrix?q[][pacticipant]=Web&q[][latest]=true&q[][branch]=feat/x&latestby=cvp"
                            + "&latest=true&mainBranch=true");
        }

        @Test
        void forATag() {
            question().latestVersion("Web").toTag("prod").ask();

            assertThat(asked())
                    .isEqualTo("/matrix?q[][pacticipant]=Web&q[][latest]=true&latestby=cvp&latest=true&tag=prod");
        }

        @Test
        void forSeveralVersionsTogether() {
            question().version("Web", "w1").version("Users", "p1").ask();

            assertThat(asked())
                    .isEqualTo("/matrix?q[][pacticipant]=Web&q[][version]=w1&q[][pacticipant]=Users&q[][version]=p1"
                            + "&latestby=cvpv");
        }

        @Test
        void needsAVersion() {
            assertThatThrownBy(() -> question().toEnvironment("prod").ask())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("version(...)");
        }

        @Test
        void hasOneDestination() {
            assertThatThrownBy(() -> question().toEnvironment("prod").toTag("prod"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("Two destinations are given");
        }
    }
}
