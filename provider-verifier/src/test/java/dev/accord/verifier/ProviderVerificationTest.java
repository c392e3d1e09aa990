package dev.accord.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accord.consumer.BuildIdentity;
import dev.accord.consumer.broker.BrokerConnection;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProviderVerificationTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String USER = "{\"id\": 7, \"email\": \"y@example.org\"}";
    private static final String USER_WITHOUT_EMAIL = "{\"id\": 7}";

    private StubServer broker;
    private StubServer users;

    @BeforeEach
    void start() throws IOException {
        broker = StubBroker.selecting(new StubServer(), false);
        users = new StubServer("application/json")
                .on("GET /users/1", 200, USER)
                .on("GET /users", 200, "[]")
                .on("POST /states", 200, "{}");
    }

    @AfterEach
    void stop() {
        broker.close();
        users.close();
    }

    private ProviderVerification verification() {
        return ProviderVerification.of("Users", users.url())
                .againstPactsFrom(BrokerConnection.to(broker.url()))
                .asVersion(new BuildIdentity("4f0c2d1", Optional.of("main"), Optional.of("http://ci/1")));
    }

    private JsonNode published() throws IOException {
        return JSON.readTree(broker.received("POST /results").body());
    }

    @Nested
    class AProviderThatKeepsThePact {

        @Test
        void passes() {
            VerificationReport report = verification().verify();

            assertThat(report.passed()).isTrue();
            report.assertPassed();
            assertThat(broker.normalised(report.text())).isEqualTo("""
                            Users: 1 pact verified, results not published.
                            passed  Web, 2 interactions
                                    Pact Broker http://stub/pact""");
        }

        @Test
        void isToldWhyThePactWasSelected() {
            List<String> told = new ArrayList<>();

            verification().reportingTo(told::add).verify();

            assertThat(told)
                    .containsExactly("verifying the pact of Web", "  The pact is the latest from the main branch");
        }

        @Test
        void isAskedInTheStatesThatThePactNames() throws IOException {
            verification()
                    .settingStatesAt(users.url() + "/states")
                    .withStateTeardown()
                    .verify();

            JsonNode state = JSON.readTree(users.received("POST /states").body());
            assertThat(state.path("state").asText()).isEqualTo("user 1 exists");
            assertThat(state.path("action").asText()).isEqualTo("setup");
            assertThat(state.path("params").path("id").asInt()).isEqualTo(1);
        }

        @Test
        void isSentTheHeadersThatWereAdded() {
            verification().sendingHeader("X-Key", "k").verify();

            assertThat(users.received("GET /users/1").headers().get("X-key")).containsExactly("k");
        }
    }

    @Nested
    class AProviderThatLostAField {

        @BeforeEach
        void loseTheEmail() {
            users.on("GET /users/1", 200, USER_WITHOUT_EMAIL);
        }

        @Test
        void failsAndTheTextNamesTheField() {
            VerificationReport report = verification().verify();

            assertThat(report.passed()).isFalse();
            assertThat(broker.normalised(report.text())).isEqualTo("""
                            Users: 1 pact verified, results not published.
                            FAILED  Web, 2 interactions
                                    Pact Broker http://stub/pact
                                get user, given user 1 exists
                                  $: Actual map is missing the following keys: email
                                    expected: {"email":"x@example.org","id":1}
                                    actual: {"id":7}
                                  run it alone: --only-consumer 'Web' --only-interaction 'get user'""");
            assertThat(catchThrowableOfType(VerificationFailedException.class, report::assertPassed))
                    .hasMessage(report.text());
        }

        @Test
        void doesNotFailTheBuildWhenThePactIsPending() {
            StubBroker.selecting(broker, true);

            VerificationReport report = verification().withPendingPacts().verify();

            assertThat(report.passed()).isTrue();
            assertThat(report.pacts().getFirst().passed()).isFalse();
            assertThat(report.text())
                    .contains("pending  Web, 2 interactions; failures of a pending pact do not fail this build");
        }

        @Test
        void passesTheInteractionsThatDoNotNeedIt() {
            VerificationReport report =
                    verification().onlyInteraction("list users").verify();

            assertThat(report.passed()).isTrue();
            assertThat(report.pacts().getFirst().interactions()).isEqualTo(1);
        }
    }

    @Nested
    class PublishingTheResults {

        @Test
        void sendsBranchAndTagsBeforeTheResult() throws IOException {
            VerificationReport report =
                    verification().tagged("dev").publishingResults().verify();

            assertThat(report.published()).isTrue();
            assertThat(broker.received().stream()
                            .map(StubServer.Received::line)
                            .filter(line -> !line.startsWith("GET")))
                    .containsExactly(
                            "POST /pacts/provider/Users/for-verification",
                            "PUT /pacticipants/Users/branches/main/versions/4f0c2d1",
                            "PUT /pacticipants/Users/versions/4f0c2d1/tags/dev",
                            "POST /results");
            assertThat(published().path("success").asBoolean()).isTrue();
            assertThat(published().path("providerApplicationVersion").asText()).isEqualTo("4f0c2d1");
            assertThat(published().path("buildUrl").asText()).isEqualTo("http://ci/1");
            assertThat(published().path("testResults").findValuesAsText("interactionId"))
                    .containsExactlyInAnyOrder("i1", "i2");
        }

        @Test
        void sendsFailuresToo() throws IOException {
            users.on("GET /users/1", 200, USER_WITHOUT_EMAIL);

            verification().publishingResults().verify();

            assertThat(published().path("success").asBoolean()).isFalse();
            assertThat(published().path("testResults").toString())
                    .contains("Actual map is missing the following keys: email");
        }

        @Test
        void isLeftOutWhenOnlySomeInteractionsWereRun() {
            VerificationReport report = verification()
                    .publishingResults()
                    .onlyInteraction("get user")
                    .verify();

            assertThat(report.published()).isFalse();
            assertThat(broker.received()).noneMatch(request -> request.path().equals("/results"));
        }

        @Test
        void failsTheBuildWhenTheBrokerRefuses() {
            StubBroker.selecting(broker, true)
                    .on("POST /results", 400, "{\"errors\": {\"success\": [\"is missing\"]}}");

            VerificationReport report =
                    verification().withPendingPacts().publishingResults().verify();

            assertThat(report.passed()).isFalse();
            assertThat(report.pacts().getFirst().failures())
                    .extracting(InteractionFailure::location)
                    .containsExactly("publishing");
        }
    }

    @Nested
    class SelectingPacts {

        @Test
        void sendsTheSelectorsAndTheBranchToTheBroker() throws IOException {
            verification()
                    .selecting(
                            Selector.mainBranch(), Selector.branch("feat/x").of("Web"), Selector.deployedOrReleased())
                    .withWorkInProgressSince(LocalDate.of(2026, 1, 2))
                    .verify();

            JsonNode body = JSON.readTree(broker.received("POST /pacts/provider/Users/for-verification")
                    .body());
            assertThat(body.path("consumerVersionSelectors").toString()).isEqualTo("""
                            [{"mainBranch":true},{"branch":"feat/x","consumer":"Web"},{"deployedOrReleased":true}]""");
            assertThat(body.path("providerVersionBranch").asText()).isEqualTo("main");
            assertThat(body.path("includePendingStatus").asBoolean()).isTrue();
            assertThat(body.path("includeWipPactsSince").asText()).isEqualTo("2026-01-02");
        }

        @Test
        void sendsTheCredentials() {
            ProviderVerification.of("Users", users.url())
                    .againstPactsFrom(BrokerConnection.to(broker.url()).withToken("s3cret"))
                    .verify();

            assertThat(broker.received())
                    .allSatisfy(request ->
                            assertThat(request.headers().get("Authorization")).containsExactly("Bearer s3cret"));
        }

        @Test
        void thatMatchNothingVerifiesNothingAndSaysSo() {
            broker.on("POST /pacts/provider/Users/for-verification", 200, "{\"_embedded\": {\"pacts\": []}}");

            VerificationReport report = verification().verify();

            assertThat(report.isEmpty()).isTrue();
            assertThatThrownBy(report::assertPassed).hasMessage("""
                            Users: nothing was verified, because the broker selected no pact.
                              next: check the provider's name and the selectors, or allow this while there is no consumer""");
        }

        @Test
        void thatTheBrokerRefusesIsToldWithItsReason() {
            broker.on(
                    "POST /pacts/provider/Users/for-verification",
                    400,
                    "{\"errors\": {\"consumerVersionSelectors\": [\"unknown environment (at index 0)\"]}}");

            assertThatThrownBy(() -> verification()
                            .selecting(Selector.environment("prd"))
                            .verify())
                    .isInstanceOf(VerificationException.class)
                    .hasMessageContaining("selectors: [{\"environment\":\"prd\"}]")
                    .hasMessageContaining("unknown environment (at index 0)");
        }
    }

    @Nested
    class SettingsThatAreIncomplete {

        @Test
        void noBroker() {
            assertThatThrownBy(
                            () -> ProviderVerification.of("Users", users.url()).verify())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("againstPactsFrom(...)");
        }

        @Test
        void publishingWithoutAVersion() {
            assertThatThrownBy(() -> ProviderVerification.of("Users", users.url())
                            .againstPactsFrom(BrokerConnection.to(broker.url()))
                            .publishingResults()
                            .verify())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("asVersion(...)");
        }

        @Test
        void pendingWithoutABranch() {
            assertThatThrownBy(() -> ProviderVerification.of("Users", users.url())
                            .againstPactsFrom(BrokerConnection.to(broker.url()))
                            .withPendingPacts()
                            .verify())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("provider's branch");
        }

        @Test
        void anAddressThatIsNone() {
            assertThatThrownBy(() -> ProviderVerification.of("Users", "localhost:8080"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("localhost:8080");
        }
    }
}
