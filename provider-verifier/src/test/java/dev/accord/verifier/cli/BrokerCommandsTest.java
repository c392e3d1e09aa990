package dev.accord.verifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accord.verifier.StubBroker;
import dev.accord.verifier.StubServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The commands that talk to a broker: what they send, say, and how they end. */
class BrokerCommandsTest {

    private static final String CLI = "src/test/resources/cli/";

    private StubServer broker;

    @BeforeEach
    void start() throws IOException {
        broker = new StubServer();
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    private CommandRun run(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--broker-attempts", "1"));
        return CommandRun.of(
                Map.of("PACT_BROKER_BASE_URL", broker.url(), "PACT_BROKER_TOKEN", "s3cret"),
                all.toArray(String[]::new));
    }

    private JsonNode sent(String line) throws IOException {
        return new ObjectMapper().readTree(broker.received(line).body());
    }

    @Nested
    class Publish {

        private static final String LINE = "POST /contracts/publish";

        @Test
        void sendsThePactsAndPrintsTheNotices() throws IOException {
            broker.on(LINE, 200, "{\"notices\": [{\"type\": \"success\", \"text\": \"Published\"}]}");

            CommandRun run = run("publish", CLI + "web.json", "-a", "w1", "--branch", "main", "--tag", "dev");

            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).isEqualTo("Published\n");
            assertThat(sent(LINE).path("pacticipantVersionNumber").asText()).isEqualTo("w1");
            assertThat(sent(LINE).path("branch").asText()).isEqualTo("main");
            assertThat(broker.received().getFirst().headers().get("Authorization"))
                    .containsExactly("Bearer s3cret");
        }

        @Test
        void exitsWithThreeAndTheReasonWhenTheBrokerRefuses() {
            broker.on(LINE, 409, "{\"errors\": {\"contracts\": [\"changed content\"]}}");

            CommandRun run = run("publish", CLI + "web.json", "-a", "w1");

            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err())
                    .startsWith("accord: Web w1 was not published.")
                    .contains("contracts: changed content");
        }

        @Test
        void exitsWithThreeWithoutABroker() {
            CommandRun run = CommandRun.of("publish", CLI + "web.json", "-a", "w1");

            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err())
                    .isEqualTo("accord: no broker is named: give --broker-base-url, or set PACT_BROKER_BASE_URL\n");
        }
    }

    @Nested
    class PublishProviderContract {

        private static final String LINE = "POST /provider-contracts/provider/Users/publish";

        private CommandRun publishing(String... more) {
            broker.on(LINE, 200, "{\"notices\": [{\"type\": \"success\", \"text\": \"Published\"}]}");
            List<String> args = new ArrayList<>(
                    List.of("publish-provider-contract", CLI + "base.yaml", "--provider", "Users", "-a", "s1"));
            args.addAll(List.of(more));
            return run(args.toArray(String[]::new));
        }

        private JsonNode selfVerification() throws IOException {
            return sent(LINE).path("contract").path("selfVerificationResults");
        }

        @Test
        void sendsTheDocumentAndWhatItsTestsSaid() throws IOException {
            CommandRun run = publishing("--no-verification-success");

            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).isEqualTo("Published\n");
            assertThat(selfVerification().path("success").toString()).isEqualTo("false");

            broker.received().clear();
            publishing("--verification-success");
            assertThat(selfVerification().path("success").toString()).isEqualTo("true");
        }

        @Test
        void leavesTheSelfVerificationOutWhenNothingIsSaidOfIt() throws IOException {
            publishing();

            assertThat(selfVerification().isMissingNode()).isTrue();
        }
    }

    @Nested
    class CanIDeployCommandRuns {

        private CommandRun answering(String deployable, String... more) {
            broker.on("GET /matrix", 200, """
                    {"summary": {"deployable": %s, "reason": "because"},
                     "matrix": [{"consumer": {"name": "Web", "version": {"number": "w1"}},
                                 "provider": {"name": "Users", "version": {"number": "p2"}},
                                 "verificationResult": {"success": false}, "verificationType": "BDCT"}]}
                    """.formatted(deployable));
            List<String> args = new ArrayList<>(
                    List.of("can-i-deploy", "--pacticipant", "Users", "-a", "p2", "--to-environment", "prod"));
            args.addAll(List.of(more));
            return run(args.toArray(String[]::new));
        }

        @Test
        void exitWithZeroForYes() {
            assertThat(answering("true").exitCode()).isZero();
        }

        @Test
        void exitWithOneForNoAndSayWhy() {
            CommandRun run = answering("false");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out()).isEqualTo("""
                            no: it may not be deployed
                              because

                            consumer  version  provider  version  result
                            Web       w1       Users     p2       failed (BDCT)
                            """);
        }

        @Test
        void exitWithOneForUnknownAndWithTwoWhenAskedTo() {
            assertThat(answering("null").exitCode()).isEqualTo(1);
            assertThat(answering("null", "--separate-unknown").exitCode()).isEqualTo(2);
        }

        @Test
        void exitWithThreeWhenTwoVersionsAreGiven() {
            CommandRun run = answering("true", "--latest");

            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).isEqualTo("accord: give exactly one of --app-version, --branch and --latest\n");
        }
    }

    @Nested
    class Verify {

        @Test
        void exitsWithOneWhenTheProviderBreaksAPact() throws IOException {
            StubBroker.selecting(broker, false);
            try (StubServer users = new StubServer("application/json")
                    .on("GET /users/1", 200, "{\"id\": 1}")
                    .on("GET /users", 200, "[]")) {
                String selector = "{\"mainBranch\": true}";

                CommandRun run = run(
                        "verify",
                        "--provider=Users",
                        "--provider-url",
                        users.url(),
                        "--selector",
                        selector,
                        "-a",
                        "4f0c2d1",
                        "--branch=main",
                        "--publish");

                assertThat(run.exitCode()).isEqualTo(1);
                assertThat(run.out()).contains("FAILED  Web", "missing the following keys: email");
                assertThat(run.err()).contains("verifying the pact of Web");
                assertThat(sent("POST /results").path("success").toString()).isEqualTo("false");
            }
        }

        @Test
        void exitsWithThreeForASelectorThatIsNone() {
            CommandRun run =
                    run("verify", "--provider", "Users", "--provider-url", "http://localhost:1", "--selector", "main");

            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).startsWith("accord: Not a consumer version selector: main");
        }
    }

    @Nested
    class Help {

        @Test
        void namesEveryCommandAndTheExitCodes() {
            CommandRun run = CommandRun.of("--help");

            assertThat(run.exitCode()).isZero();
            assertThat(run.out())
                    .contains("diff", "compare", "usage", "publish-provider-contract", "can-i-deploy", "verify")
                    .contains("Exit codes: 0 fine");
        }

        @Test
        void isShownWithTheComplaintWhenNoCommandIsGiven() {
            CommandRun run = CommandRun.of();

            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).startsWith("accord: which command?").contains("Usage: accord");
        }
    }
}
