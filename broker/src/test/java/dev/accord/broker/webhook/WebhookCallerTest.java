package dev.accord.broker.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.accord.broker.platform.Settings;
import dev.accord.broker.platform.Time;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What webhooks may call, what they send, and what is told of it. */
class WebhookCallerTest {

    private static final Settings SETTINGS =
            new SmallRyeConfigBuilder().withMapping(Settings.class).build().getConfigMapping(Settings.class);

    @Nested
    class Calling {

        private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
        private HttpServer server;

        @BeforeEach
        void start() throws IOException {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            server.createContext("/", exchange -> {
                String path = exchange.getRequestURI().getRawPath();
                received.add(exchange.getRequestMethod() + " " + path + " "
                        + exchange.getRequestHeaders().getFirst("Authorization") + " "
                        + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.getResponseHeaders().add("Location", "/elsewhere");
                byte[] body = "x".repeat(path.equals("/big") ? 200_000 : 3).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(path.equals("/moved") ? 302 : 200, body.length);
                try (var out = exchange.getResponseBody()) {
                    out.write(body);
                } catch (IOException cut) {
                    // The caller has read enough.
                    exchange.close();
                }
            });
            server.start();
        }

        @AfterEach
        void stop() {
            server.stop(0);
        }

        @Test
        void sendsTheRequestAndHidesItsSecrets() {
            CallOutcome outcome = call(List.of("127.0.0.1"), "/hook", "{\"a\":1}");

            assertThat(outcome.success()).isTrue();
            assertThat(received).containsExactly("POST /hook Basic dTpw {\"a\":1}");
            assertThat(outcome.logs()).contains("HTTP/1.1 200").doesNotContain("dTpw");
            assertThat(outcome.request().headers()).containsEntry("authorization", "**********");
        }

        @Test
        void followsNoRedirect() {
            CallOutcome outcome = call(List.of("127.0.0.1"), "/moved", "");

            assertThat(outcome.success()).isFalse();
            assertThat(received).hasSize(1);
        }

        @Test
        void readsOnlyTheBeginningOfALargeAnswer() {
            CallOutcome outcome = call(List.of("127.0.0.1"), "/big", "");

            CallOutcome.Response response = outcome.response();
            assertThat(response).isNotNull();
            assertThat(response.body()).hasSize(BoundedBody.MAX_BYTES);
        }

        @Test
        void doesNotCallThisMachineUnlessTheWhitelistNamesIt() {
            CallOutcome outcome = call(List.of(), "/hook", "");

            assertThat(outcome.error()).contains("private network");
            assertThat(received).isEmpty();
        }

        private CallOutcome call(List<String> hosts, String path, String body) {
            var caller =
                    new WebhookCaller(new Whitelist(List.of("POST"), List.of("http"), hosts), SETTINGS, new Time());
            try {
                return caller.call(new WebhookRequest(
                        "POST",
                        "http://127.0.0.1:" + server.getAddress().getPort() + path,
                        Map.of("host", "evil.example", "x-any", "1"),
                        body,
                        true,
                        "u",
                        "p"));
            } finally {
                caller.close();
            }
        }
    }

    @Nested
    class Targets {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "127.0.0.1",
                    "10.1.2.3",
                    "172.16.0.1",
                    "192.168.1.1",
                    "169.254.169.254",
                    "0.0.0.0",
                    "100.64.0.1",
                    "224.0.0.1",
                    "255.255.255.255",
                    "::1",
                    "::",
                    "fe80::1",
                    "fc00::1",
                    "fd12::1",
                    "::ffff:127.0.0.1",
                    "64:ff9b::a00:1",
                    "2002:7f00:1::"
                })
        void ofPrivateNetworksAreInternal(String address) throws UnknownHostException {
            assertThat(Target.internal(InetAddress.getByName(address))).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"93.184.216.34", "8.8.8.8", "172.32.0.1", "2606:2800:220:1::1"})
        void ofTheInternetAreNot(String address) throws UnknownHostException {
            assertThat(Target.internal(InetAddress.getByName(address))).isFalse();
        }

        @ParameterizedTest
        @CsvSource({
            "ci.example.org, ci.example.org, true",
            "CI.example.org, ci.example.org, true",
            "ci.example.org, *.example.org, true",
            "a.ci.example.org, *.example.org, false",
            "example.org, *.example.org, false",
            "ci.example.org.evil.com, ci.example.org, false",
            "build7.corp, /^build\\d+\\.corp$/, true",
            "10.9.8.7, 10.0.0.0/8, true",
            "11.9.8.7, 10.0.0.0/8, false",
            "10.9.8.7, 10.9.8.7, true",
            "10.9.8.7, 10.0.0.0/99, false",
            "[fd00::1], fd00::/8, true"
        })
        void areNamedByHostEntries(String host, String entry, boolean named) {
            assertThat(new Whitelist(List.of(), List.of(), List.of(entry)).names(host))
                    .isEqualTo(named);
        }

        @Test
        void cannotBeChosenByAParameter() {
            assertThat(Target.parameterInHost("https://${pactbroker.consumerName}.example.org/"))
                    .isTrue();
            assertThat(Target.parameterInHost("https://example.org/${pactbroker.consumerName}"))
                    .isFalse();
        }
    }

    @Nested
    class Parameters {

        private static final Map<String, String> VALUES = Map.of("consumerName", "a \"b\"/\nc");

        @Test
        void areEncodedInTheAddressEscapedInJsonAndOnOneLineInHeaders() {
            WebhookRequest filled = Template.fill(
                    new WebhookRequest(
                            "POST",
                            "https://example.org/${pactbroker.consumerName}",
                            Map.of("x", "${pactbroker.consumerName}"),
                            "{\"n\":\"${pactbroker.consumerName}\",\"o\":\"${pactbroker.unknown}\"}",
                            true,
                            null,
                            null),
                    VALUES);

            assertThat(filled.url()).isEqualTo("https://example.org/a%20%22b%22%2F%0Ac");
            assertThat(filled.headers()).containsEntry("x", "a \"b\"/ c");
            assertThat(filled.body()).isEqualTo("{\"n\":\"a \\\"b\\\"/\\nc\",\"o\":\"${pactbroker.unknown}\"}");
        }
    }

    @Nested
    class Secrets {

        @Test
        void stayWhenOnlyStarsComeBack() {
            WebhookRequest stored = request(Map.of("authorization", "Bearer x"), "secret");

            WebhookRequest kept =
                    request(Map.of("authorization", "**********"), null).keepingSecretsOf(stored);
            WebhookRequest changed = request(Map.of(), "new").keepingSecretsOf(stored);

            assertThat(kept).isEqualTo(stored);
            assertThat(changed.headers()).isEmpty();
            assertThat(changed.password()).isEqualTo("new");
        }

        private static WebhookRequest request(Map<String, String> headers, @Nullable String password) {
            return new WebhookRequest("POST", "https://example.org", headers, null, false, "u", password);
        }
    }
}
