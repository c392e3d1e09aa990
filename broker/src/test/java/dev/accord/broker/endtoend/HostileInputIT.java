package dev.accord.broker.endtoend;

import static dev.accord.broker.testing.Publications.document;
import static dev.accord.broker.testing.Publications.pactBetween;
import static dev.accord.broker.testing.Publications.publication;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.platform.Json;
import dev.accord.broker.testing.Answer;
import dev.accord.broker.testing.BrokerClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken and hostile input gets an answer in bounded time, in a small heap, and leaves nothing behind. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HostileInputIT {

    /** Generous: it tells a bounded amount of work from an exponential one also where many builds share a machine. */
    private static final Duration BOUND = Duration.ofSeconds(20);

    @TempDir
    private static Path folder;

    private static PackagedBroker broker;
    private static BrokerClient client;

    @BeforeAll
    static void start() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        broker = PackagedBroker.start("hostile-input", folder);
        client = new BrokerClient(broker.uri(""));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private int logBefore;

    @BeforeEach
    void markTheLog() throws Exception {
        logBefore = broker.log().length();
    }

    @AfterEach
    void theBrokerIsWellAndNothingFailedInside() throws Exception {
        assertThat(client.get("/q/health/ready").status()).isEqualTo(200);
        assertThat(broker.log().substring(logBefore)).doesNotContain("event=request_failed");
    }

    @Nested
    class ABody {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/contracts/publish",
                    "/pacticipants",
                    "/environments",
                    "/webhooks",
                    "/pacts/provider/Stock/for-verification",
                    "/provider-contracts/provider/Stock/publish"
                })
        void thatIsCutOffIsRefused(String path) throws Exception {
            refusedWithReason(client.post(path, bytes("{\"pacticipantName\": \"Shop\", \"contr")));
        }

        @Test
        void thatIsNotUtf8IsRefused() throws Exception {
            byte[] body = bytes("{\"name\": \"Sh?p\"}");
            body[12] = (byte) 0xff;

            refusedWithReason(client.post("/pacticipants", body));
            refusedWithReason(client.put("/pacts/provider/Stock/consumer/Shop/version/1", body));
        }

        @Test
        void thatIsNestedSixtyDeepIsRefused() throws Exception {
            byte[] body = bytes("{\"name\":".repeat(60) + "1" + "}".repeat(60));

            refusedWithReason(client.post("/contracts/publish", body));
            refusedWithReason(client.put("/pacts/provider/Stock/consumer/Shop/version/1", body));
        }

        @Test
        void thatIsNestedAHundredThousandDeepIsRefused() throws Exception {
            refusedWithReason(client.post("/contracts/publish", bytes("[".repeat(100_000))));
        }

        @Test
        void ofFiftyMegabytesIsRefused() throws Exception {
            byte[] body = new byte[50_000_000];
            java.util.Arrays.fill(body, (byte) ' ');
            body[0] = '{';
            body[body.length - 1] = '}';

            Answer answer = client.post("/contracts/publish", body);

            refusedWithReason(answer);
            assertThat(answer.status()).isEqualTo(413);
        }

        @Test
        void ofFiftyMegabytesWithoutAnAnnouncedLengthIsRefused() throws Exception {
            Answer answer = client.postBlanks("/contracts/publish", 50_000_000);

            assertThat(answer.status()).isEqualTo(413);
        }

        @Test
        void thatIsNoBase64InsideIsRefused() throws Exception {
            ObjectNode body = publication("Shop", "1", pactBetween("Shop", "Stock", "a"));
            ((ObjectNode) body.at("/contracts/0")).put("content", "%%%");

            refusedWithReason(client.post("/contracts/publish", body));
        }

        @Test
        void thatIsNestedSixtyDeepInsideBase64IsRefused() throws Exception {
            ObjectNode pact = pactBetween("Shop", "Stock", "deep");
            ObjectNode inner = (ObjectNode) pact.at("/interactions/0/response/body");
            for (int depth = 0; depth < 60; depth++) {
                inner = inner.putObject("a");
            }

            refusedWithReason(client.post("/contracts/publish", publication("Shop", "1", pact)));
        }

        @AfterEach
        void nothingIsStored() throws Exception {
            assertThat(client.get("/pacticipants/Shop").status()).isEqualTo(404);
            assertThat(client.get("/pacticipants/Stock").status()).isEqualTo(404);
        }
    }

    @Nested
    class AName {

        static Stream<String> names() {
            return Stream.of(
                    "a/b",
                    "a%2Fb",
                    "..",
                    "../../etc/passwd",
                    "a\\b",
                    "Grüße 🎉",
                    "a;b=c",
                    "a?b#c",
                    "' or 1=1 --",
                    "<script>",
                    "a+b c",
                    "{a}",
                    "%",
                    "null",
                    "\u202Eabc");
        }

        /** Taken and found again under exactly this name, or refused with a reason: nothing in between. */
        @ParameterizedTest
        @MethodSource("names")
        void isKeptExactlyOrRefused(String name) throws Exception {
            ObjectNode body = Json.object().put("name", name);

            Answer created = client.post("/pacticipants", body);

            if (created.status() == 201) {
                assertThat(created.json().path("name").asText()).isEqualTo(name);
                assertThat(client.get("/pacticipants").json().findValuesAsText("name"))
                        .contains(name);
                // A dot segment has no address of its own: every client and server removes it from a path (RFC 3986,
                // 5.2.4).
                if (!name.equals("..")) {
                    Answer found = client.get("/pacticipants/" + BrokerUrls.encode(name));
                    assertThat(found.status()).isEqualTo(200);
                    assertThat(found.json().path("name").asText()).isEqualTo(name);
                }
            } else {
                refusedWithReason(created);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\nb", "a\r\nX-Forged: 1", "a\tb", "a\u0000b"})
        void withControlCharactersIsRefusedInThePath(String name) throws Exception {
            refusedWithReason(client.put("/pacticipants/" + BrokerUrls.encode(name), "{}"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"/pacticipants/%zz", "/pacticipants?q=%zz", "/pacticipants/a%", "/pacticipants/a%2", "/%-1"})
        void withABrokenEscapeIsRefused(String address) {
            // The server refuses it before it is a request of ours, and without a word.
            assertThat(client.getAsWritten(address).status()).isEqualTo(400);
        }

        @Test
        void withControlCharactersInTheBodyIsKeptOrRefused() throws Exception {
            for (String name : new String[] {"a\nb", "a\u0000b"}) {
                int status = client.post("/pacticipants", Json.object().put("name", name))
                        .status();
                assertThat(status).isIn(201, 400, 409, 422);
            }
        }

        @Test
        void ofTenThousandCharactersIsKeptOrRefused() throws Exception {
            String name = random(10_000);

            Answer created = client.post("/pacticipants", Json.object().put("name", name));
            Answer published =
                    client.post("/contracts/publish", publication("Shop", name, pactBetween("Shop", "Stock", "a")));
            Answer path = client.put("/pacticipants/" + name, "{}");
            Answer branch = client.put("/pacticipants/Shop2/branches/" + name + "/versions/1", "{}");
            Answer tag = client.put("/pacticipants/Shop2/versions/1/tags/" + name, "{}");

            assertThat(created.status()).isIn(201, 400, 413, 414, 422);
            assertThat(published.status()).isIn(200, 400, 413, 422);
            assertThat(path.status()).isIn(200, 201, 400, 404, 414, 422);
            assertThat(branch.status()).isIn(200, 201, 400, 404, 414, 422);
            assertThat(tag.status()).isIn(200, 201, 400, 404, 414, 422);
        }

        @Test
        void inAQueryIsAnsweredOrRefused() throws Exception {
            String name = random(10_000);
            String tooLong = "/matrix?q%5B%5D%5Bpacticipant%5D=" + name + "&latestby=cvpv";

            assertThat(client.get(tooLong).status()).isIn(200, 400, 404, 414);
            assertThat(client.get("/can-i-deploy?pacticipant=%00&version=%F0%9F%8E%89&environment=%0A")
                            .status())
                    .isIn(400, 404, 422);
        }
    }

    @Nested
    class ADocument {

        @Test
        void ofFiveMegabytesIsTaken() throws Exception {
            var yaml = new StringBuilder("openapi: 3.0.3\ninfo: {title: Big, version: '1'}\npaths:\n");
            for (int number = 0; yaml.length() < 5_000_000; number++) {
                yaml.append("  /things/")
                        .append(number)
                        .append(":\n    get:\n      summary: Thing ")
                        .append(number)
                        .append(
                                "\n      responses:\n        '200':\n          description: found\n          content:\n")
                        .append("            application/json:\n              schema:\n                type: object\n")
                        .append("                required: [id]\n                properties:\n")
                        .append("                  id: {type: integer}\n                  name: {type: string}\n");
            }

            Answer answer = within(() -> publish("1", yaml.toString()));

            assertThat(answer.status()).isEqualTo(200);
        }

        @Test
        void thatRefersToItselfIsTaken() throws Exception {
            String yaml = """
                    openapi: 3.0.3
                    info: {title: Tree, version: '1'}
                    paths:
                      /tree:
                        get:
                          responses:
                            '200':
                              description: found
                              content:
                                application/json:
                                  schema: {$ref: '#/components/schemas/Node'}
                    components:
                      schemas:
                        Node:
                          type: object
                          properties:
                            parent: {$ref: '#/components/schemas/Node'}
                            children: {type: array, items: {$ref: '#/components/schemas/Node'}}
                            both: {allOf: [{$ref: '#/components/schemas/Other'}]}
                        Other:
                          allOf: [{$ref: '#/components/schemas/Node'}, {$ref: '#/components/schemas/Other'}]
                    """;

            Answer answer = within(() -> publish("2", yaml));

            assertThat(answer.status()).isEqualTo(200);
        }

        @Test
        void whoseReferenceIsItsOwnTargetIsAnswered() throws Exception {
            String yaml = """
                    openapi: 3.0.3
                    info: {title: Loop, version: '1'}
                    paths:
                      /a: {$ref: '#/paths/~1b'}
                      /b: {$ref: '#/paths/~1a'}
                    components:
                      schemas:
                        A: {$ref: '#/components/schemas/B'}
                        B: {$ref: '#/components/schemas/A'}
                    """;

            Answer answer = within(() -> publish("3", yaml));

            assertThat(answer.status()).isIn(200, 400, 422);
        }

        @Test
        void withAnAliasBombIsRefused() throws Exception {
            var yaml = new StringBuilder(
                    "openapi: 3.0.3\ninfo: {title: Bomb, version: '1'}\npaths: {}\nx-a0: &a0 [lol]\n");
            for (int level = 1; level <= 12; level++) {
                yaml.append("x-a").append(level).append(": &a").append(level).append(" [");
                yaml.append(("*a" + (level - 1) + ",").repeat(10)).setLength(yaml.length() - 1);
                yaml.append("]\n");
            }

            refusedWithReason(within(() -> publish("4", yaml.toString())));
            assertThat(client.get("/pacticipants/Bomb/versions/4").status()).isEqualTo(404);
        }

        @Test
        void thatIsNestedAThousandDeepIsAnswered() throws Exception {
            String yaml = "openapi: 3.0.3\ninfo: {title: Deep, version: '1'}\npaths: {}\nx-deep: "
                    + "[".repeat(1_000)
                    + "]".repeat(1_000)
                    + "\n";

            assertThat(within(() -> publish("5", yaml)).status()).isIn(200, 400, 422);
        }

        @Test
        void whoseReferencesBranchExponentiallyIsAnsweredAndCompared() throws Exception {
            var yaml = new StringBuilder(
                            "openapi: 3.0.3\ninfo: {title: Fan, version: '1'}\npaths:\n  /things:\n    get:\n")
                    .append("      responses:\n        '200':\n          description: found\n          content:\n")
                    .append("            application/json:\n              schema: {$ref: '#/components/schemas/S0'}\n")
                    .append("components:\n  schemas:\n");
            for (int level = 0; level < 30; level++) {
                String next = "{$ref: '#/components/schemas/S" + (level + 1) + "'}";
                yaml.append("    S" + level + ": {type: object, properties: {a: " + next + ", b: " + next + "}}\n");
            }
            yaml.append("    S30: {type: string}\n");

            Answer answer = within(() -> publish("6", yaml.toString()));
            assertThat(answer.status()).isIn(200, 400, 422);
            assertThat(client.post(
                                    "/contracts/publish",
                                    publication("Reader", "1", pactBetween("Reader", "Hostile", "x")))
                            .status())
                    .isEqualTo(200);
            assertThat(within(() -> client.get("/can-i-deploy?pacticipant=Reader&version=1&to=main"))
                            .status())
                    .isLessThan(500);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "just words", "[1, 2]", "openapi: 9.9.9", "{\"openapi\": \"3.0.3\"", "a: b: c", "\u0000"
                })
        void thatIsNoneIsRefusedWithAReason(String text) throws Exception {
            refusedWithReason(publish("7", text));
            assertThat(client.get("/pacticipants/Hostile/versions/7").status()).isEqualTo(404);
        }

        private Answer publish(String version, String document) throws IOException, InterruptedException {
            return client.post(
                    "/provider-contracts/provider/Hostile/publish",
                    document(version, "application/yaml", bytes(document)));
        }
    }

    /** A 4xx with a body that says why, in one of the API's forms. */
    private static void refusedWithReason(Answer answer) throws IOException {
        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.headers().firstValue("Content-Type").orElse("none"))
                .as("content type of " + answer.status())
                .contains("json");
        JsonNode body = answer.json();
        assertThat(body.hasNonNull("error") || body.hasNonNull("errors") || body.hasNonNull("title"))
                .as(answer.body())
                .isTrue();
    }

    private static Answer within(Call call) throws Exception {
        long begin = System.nanoTime();
        Answer answer = call.run();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(BOUND);
        return answer;
    }

    private static String random(int length) {
        // Incompressible, so that no store can shrink it under a limit.
        return new Random(7)
                .ints(length, 0, 62)
                .mapToObj("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private interface Call {
        Answer run() throws Exception;
    }
}
