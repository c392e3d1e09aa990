package dev.accord.consumer.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accord.consumer.StubBroker;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerConnectionTest {

    private StubBroker stub;
    private final List<Duration> waits = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        stub = new StubBroker();
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    private BrokerConnection connection() {
        return BrokerConnection.to(stub.url()).withSleeper(waits::add);
    }

    @Nested
    class FailuresThatMayPass {

        @ParameterizedTest
        @ValueSource(ints = {429, 500, 502, 503, 504})
        void areTriedAgain(int status) {
            stub.answers(status, "").answers(status, "").answers(200, "{\"ok\": true}");

            BrokerResponse response = connection().get("/x");

            assertThat(response.body()).isEqualTo("{\"ok\": true}");
            assertThat(stub.received()).hasSize(3);
            assertThat(waits).hasSize(2);
        }

        @Test
        void areGivenUpAfterTheLastAttempt() {
            stub.answers(503, "starting");

            BrokerException failure = catchThrowableOfType(
                    BrokerException.class, () -> connection().post("/contracts/publish", "{}"));

            assertThat(stub.received()).hasSize(4);
            assertThat(waits).hasSize(3);
            assertThat(stub.normalised(failure.getMessage())).isEqualTo("""
                            POST http://broker/contracts/publish was answered 503 Service Unavailable (tried 4 times)
                              answer: starting
                              next: look at the broker's log for this request""");
        }

        @Test
        void waitAsLongAsTheBrokerAsksButNotLongerThanThePolicyAllows() {
            stub.answers(429, "", Map.of("Retry-After", "2"))
                    .answers(429, "", Map.of("Retry-After", "3600"))
                    .answers(200, "{}");

            connection().get("/x");

            assertThat(waits).containsExactly(Duration.ofSeconds(2), RetryPolicy.DEFAULT.longestDelay());
        }

        @Test
        void includeAConnectionThatBreaks() {
            String url = stub.url();
            stub.close();

            BrokerException failure = catchThrowableOfType(
                    BrokerException.class,
                    () -> BrokerConnection.to(url).withSleeper(waits::add).get("/x"));

            assertThat(waits).hasSize(3);
            assertThat(failure.status()).isEmpty();
            assertThat(failure.getMessage()).contains("got no answer (tried 4 times)");
        }
    }

    @Nested
    class FailuresThatStay {

        @ParameterizedTest
        @ValueSource(ints = {400, 401, 403, 404, 409, 422, 501})
        void areToldAtOnce(int status) {
            stub.answers(status, "");

            BrokerException failure = catchThrowableOfType(
                    BrokerException.class, () -> connection().get("/x"));

            assertThat(failure.status()).hasValue(status);
            assertThat(stub.received()).hasSize(1);
            assertThat(waits).isEmpty();
        }

        @Test
        void aRedirectIsNotFollowedButNamed() {
            stub.answers(302, "", Map.of("Location", "https://broker.example.org/"));

            assertThatThrownBy(() -> connection().withToken("s3cret").get("/x"))
                    .hasMessageEndingWith("next: use the address that the broker names: https://broker.example.org/");
        }

        @Test
        void anAnswerThatIsAPageIsShownInPart() {
            stub.answers(404, "<html>" + "x".repeat(2000));

            BrokerException failure = catchThrowableOfType(
                    BrokerException.class, () -> connection().get("/x"));

            assertThat(failure.getMessage()).contains("  answer: <html>xxx").contains("x …\n");
            assertThat(failure.getMessage().length()).isLessThan(800);
            assertThat(failure.responseBody()).hasSize(2006);
        }
    }

    @Nested
    class TheWaits {

        @Test
        void doubleUpToTheLongestAndLoseAtMostHalf() {
            RetryPolicy policy = new RetryPolicy(9, Duration.ofSeconds(1), Duration.ofSeconds(10));

            assertThat(policy.delayAfter(1, 0.0)).isEqualTo(Duration.ofSeconds(1));
            assertThat(policy.delayAfter(2, 0.0)).isEqualTo(Duration.ofSeconds(2));
            assertThat(policy.delayAfter(4, 0.0)).isEqualTo(Duration.ofSeconds(8));
            assertThat(policy.delayAfter(5, 0.0)).isEqualTo(Duration.ofSeconds(10));
            assertThat(policy.delayAfter(5000, 0.0)).isEqualTo(Duration.ofSeconds(10));
            assertThat(policy.delayAfter(2, 0.5)).isEqualTo(Duration.ofMillis(1500));
        }

        @Test
        void needAtLeastOneAttempt() {
            assertThatThrownBy(() -> new RetryPolicy(0, Duration.ZERO, Duration.ZERO))
                    .hasMessage("attempts is 0, but at least 1 is needed");
        }
    }

    @Nested
    class Addresses {

        @ParameterizedTest
        @ValueSource(
                strings = {"broker.example.org", "ftp://broker", "http://", "http://a b", "http://b/?x=1", "http://b/#x"
                })
        void thatAreNoBaseUrlAreRefused(String url) {
            assertThatThrownBy(() -> BrokerConnection.to(url))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(url);
        }

        @Test
        void withAPasswordAreRefusedWithoutRepeatingIt() {
            assertThatThrownBy(() -> BrokerConnection.to("http://user:s3cret@broker"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("s3cret");
        }

        @Test
        void keepTheirPath() {
            stub.answers(200, "{}");

            BrokerConnection.to(stub.url() + "/base/").get("/x?y=1");

            assertThat(stub.received().getFirst().path()).isEqualTo("/base/x?y=1");
        }
    }

    @Nested
    class TheEnvironment {

        @Test
        void namesTheBrokerAndItsToken() {
            BrokerConnection connection = BrokerConnection.from(
                            Map.of("PACT_BROKER_BASE_URL", "http://broker/", "PACT_BROKER_TOKEN", "s3cret"))
                    .orElseThrow();

            assertThat(connection.baseUrl()).isEqualTo("http://broker");
            assertThat(connection.credentials().authorization()).contains("Bearer s3cret");
        }

        @Test
        void namesAUserAndPassword() {
            BrokerConnection connection = BrokerConnection.from(Map.of(
                            "PACT_BROKER_BASE_URL",
                            "http://broker",
                            "PACT_BROKER_USERNAME",
                            "Aladdin",
                            "PACT_BROKER_PASSWORD",
                            "open sesame"))
                    .orElseThrow();

            assertThat(connection.credentials().authorization()).contains("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
        }

        @Test
        void mayNameNoBroker() {
            assertThat(BrokerConnection.from(Map.of("PACT_BROKER_TOKEN", "x"))).isEmpty();
        }

        @Test
        void mayNotNameBothATokenAndAUser() {
            assertThatThrownBy(() -> BrokerConnection.from(Map.of(
                            "PACT_BROKER_BASE_URL",
                            "http://broker",
                            "PACT_BROKER_USERNAME",
                            "u",
                            "PACT_BROKER_TOKEN",
                            "t")))
                    .hasMessage("PACT_BROKER_TOKEN and PACT_BROKER_USERNAME are both set; keep the one that the broker"
                            + " expects");
        }
    }

    @Test
    void printingAConnectionShowsNoSecret() {
        assertThat(connection().withToken("s3cret").toString()).doesNotContain("s3cret");
        assertThat(connection().withBasicAuth("u", "s3cret").toString()).doesNotContain("s3cret");
    }
}
