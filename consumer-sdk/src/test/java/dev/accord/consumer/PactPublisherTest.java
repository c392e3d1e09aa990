package dev.accord.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accord.consumer.broker.BrokerConnection;
import dev.accord.consumer.broker.BrokerException;
import dev.accord.consumer.broker.Notice;
import dev.accord.consumer.broker.RetryPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PactPublisherTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ACCEPTED = """
            {"notices": [{"type": "debug", "text": "Created Web version 1 with branch main"},
                         {"type": "success", "text": "Pact published between Web and Users."}]}
            """;

    @TempDir
    Path folder;

    private StubBroker broker;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void start() throws IOException {
        broker = new StubBroker();
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    private PactPublisher publisher() {
        return PactPublisher.to(BrokerConnection.to(broker.url()).withRetries(RetryPolicy.NONE))
                .asVersion("1")
                .onBranch("main")
                .printingTo(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private Path pact(String file, String consumer, String provider) throws IOException {
        return Files.writeString(folder.resolve(file), """
                {"provider": {"name": "%s"},  "consumer": {"name": "%s"}, "interactions": [], "n": 1.0}
                """.formatted(provider, consumer));
    }

    private PublishingException failure(PactPublisher publisher) {
        return catchThrowableOfType(PublishingException.class, () -> publisher.publish(folder));
    }

    private String text(Exception failure) {
        return broker.normalised(failure.getMessage()).replace(folder.toString(), "pacts");
    }

    @Nested
    class WhenTheBrokerAccepts {

        @Test
        void allPactsOfAConsumerGoInOneRequest() throws IOException {
            Path users = pact("web-users.json", "Web", "Users");
            Path orders = pact("web-orders.json", "Web", "Orders");
            broker.answers(200, ACCEPTED);

            Publication publication = publisher()
                    .tagged("dev")
                    .tagged("eu")
                    .fromBuild("http://ci/1")
                    .publish(folder);

            assertThat(broker.received()).hasSize(1);
            StubBroker.Received request = broker.received().getFirst();
            assertThat(request.method() + " " + request.path()).isEqualTo("POST /contracts/publish");
            JsonNode body = JSON.readTree(request.body());
            assertThat(body.path("pacticipantName").asText()).isEqualTo("Web");
            assertThat(body.path("pacticipantVersionNumber").asText()).isEqualTo("1");
            assertThat(body.path("branch").asText()).isEqualTo("main");
            assertThat(body.path("tags").toString()).isEqualTo("[\"dev\",\"eu\"]");
            assertThat(body.path("buildUrl").asText()).isEqualTo("http://ci/1");
            assertThat(body.path("contracts").findValuesAsText("providerName")).containsExactly("Orders", "Users");
            assertThat(publication.pacts())
                    .containsExactly(
                            new PublishedPact("Web", "Orders", "1", orders),
                            new PublishedPact("Web", "Users", "1", users));
        }

        @Test
        void theBytesOfTheFileAreSentUnchanged() throws IOException {
            Path file = pact("web-users.json", "Web", "Users");

            publisher().publish(file);

            JsonNode contract = JSON.readTree(broker.received().getFirst().body())
                    .path("contracts")
                    .path(0);
            assertThat(Base64.getDecoder().decode(contract.path("content").asText()))
                    .isEqualTo(Files.readAllBytes(file));
        }

        @Test
        void eachConsumerGetsARequestOfItsOwn() throws IOException {
            pact("a.json", "Web", "Users");
            pact("b.json", "Mobile", "Users");

            Publication publication = publisher().publish(folder);

            assertThat(broker.received()).hasSize(2);
            assertThat(publication.pacts()).extracting(PublishedPact::consumer).containsExactly("Mobile", "Web");
        }

        @Test
        void theNoticesArePrintedAndReturned() throws IOException {
            pact("a.json", "Web", "Users");
            broker.answers(200, ACCEPTED);

            Publication publication = publisher().publish(folder);

            assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                    .containsExactly("Created Web version 1 with branch main", "Pact published between Web and Users.");
            assertThat(publication.notices()).contains(new Notice("success", "Pact published between Web and Users."));
        }

        @Test
        void theTokenTravelsInTheAuthorizationHeader() throws IOException {
            pact("a.json", "Web", "Users");

            publisher().withToken("s3cret").publish(folder);

            assertThat(broker.received().getFirst().headers().get("Authorization"))
                    .containsExactly("Bearer s3cret");
        }
    }

    @Nested
    class NothingIsPublished {

        @Test
        void whenTheFolderHoldsNoPact() {
            PublishingException failure = failure(publisher());

            assertThat(failure.reason()).isEqualTo(PublishingException.Reason.NOTHING_TO_PUBLISH);
            assertThat(text(failure)).isEqualTo("""
                            Nothing was published: there is no pact file (*.json) in pacts
                              next: run the consumer tests first, or name the folder that they write to""");
        }

        @Test
        void whenTheFolderDoesNotExist() {
            PublishingException failure = catchThrowableOfType(
                    PublishingException.class, () -> publisher().publish(folder.resolve("nowhere")));

            assertThat(failure.reason()).isEqualTo(PublishingException.Reason.NOTHING_TO_PUBLISH);
            assertThat(text(failure)).startsWith("Nothing was published: pacts/nowhere does not exist");
        }

        @Test
        void whenOneOfTheFilesIsNotJson() throws IOException {
            pact("a.json", "Web", "Users");
            Files.writeString(folder.resolve("b.json"), "{\"consumer\":");

            PublishingException failure = failure(publisher());

            assertThat(failure.reason()).isEqualTo(PublishingException.Reason.UNREADABLE_PACT);
            assertThat(text(failure)).startsWith("Nothing was published: pacts/b.json is not a pact: it is not JSON");
            assertThat(broker.received()).isEmpty();
        }

        @Test
        void whenOneOfTheFilesNamesNoProvider() throws IOException {
            Files.writeString(folder.resolve("a.json"), "{\"consumer\": {\"name\": \"Web\"}}");

            assertThat(text(failure(publisher()))).isEqualTo("""
                            Nothing was published: pacts/a.json is not a pact: it has no provider.name
                              next: keep other JSON files out of the folder, or name the pact files one by one""");
        }

        @Test
        void whenTheContentOfTheVersionWouldChange() throws IOException {
            pact("a.json", "Web", "Users");
            broker.answers(409, """
                    {"notices": [{"type": "error", "text": "Cannot change the content of the pact for Web version 1"},
                                 {"type": "info", "text": "-  \\"id\\": 1\\n+  \\"id\\": 2"}],
                     "errors": {"contracts": ["Cannot change the content of the pact for Web version 1"]}}
                    """);

            PublishingException failure = failure(publisher());

            assertThat(failure.reason()).isEqualTo(PublishingException.Reason.CONFLICT);
            assertThat(text(failure)).isEqualTo("""
                            Web 1 was not published.
                              pact with Users: pacts/a.json
                            POST http://broker/contracts/publish was answered 409 Conflict
                              contracts: Cannot change the content of the pact for Web version 1
                              info: -  "id": 1
                                +  "id": 2
                              next: resolve the conflict that the broker names
                                    a version's pact may not change: publish changed content under a new version \
                            (a commit's hash serves best), and check that the tests write the same pact in each run""");
        }

        @Test
        void whenTheBrokerWantsCredentials() throws IOException {
            pact("a.json", "Web", "Users");
            broker.answers(401, "");

            PublishingException failure = failure(publisher().withToken("wr0ng"));

            assertThat(failure.reason()).isEqualTo(PublishingException.Reason.REFUSED);
            assertThat(text(failure)).isEqualTo("""
                            Web 1 was not published.
                              pact with Users: pacts/a.json
                            POST http://broker/contracts/publish was answered 401 Unauthorized
                              next: give a token or user name and password that the broker knows (PACT_BROKER_TOKEN, or \
                            PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD)""");
            assertThat(text(failure)).doesNotContain("wr0ng");
        }

        @Test
        void whenTheBrokerNamesFieldsThatAreWrong() throws IOException {
            pact("a.json", "Web", "Users");
            broker.answers(400, "{\"errors\": {\"pacticipantVersionNumber\": [\"is not a version\"]}}");

            PublishingException failure = failure(publisher());

            assertThat(text(failure)).contains("\n  pacticipantVersionNumber: is not a version\n");
            assertThat(failure)
                    .cause()
                    .isInstanceOfSatisfying(
                            BrokerException.class,
                            cause -> assertThat(cause.status()).hasValue(400));
        }

        @Test
        void whenTheBrokerCannotBeReached() throws IOException {
            pact("a.json", "Web", "Users");
            int freePort;
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                freePort = socket.getLocalPort();
            }
            PactPublisher publisher = PactPublisher.to(
                            BrokerConnection.to("http://127.0.0.1:" + freePort).withRetries(RetryPolicy.NONE))
                    .asVersion("1");

            PublishingException failure = failure(publisher);

            assertThat(failure.reason()).isEqualTo(PublishingException.Reason.UNREACHABLE);
            assertThat(failure.getMessage())
                    .contains("POST http://127.0.0.1:" + freePort + "/contracts/publish got no answer")
                    .endsWith(
                            "next: check that the broker runs, that its URL is right, and that this machine may reach it");
        }

        @Test
        void ofTheOthersWhenOneConsumerIsRefusedAndTheMessageNamesThoseThatWere() throws IOException {
            pact("a.json", "Mobile", "Users");
            pact("b.json", "Web", "Users");
            broker.answers(200, ACCEPTED)
                    .answers(422, "{\"title\": \"Unprocessable\", \"detail\": \"too long a name\"}");

            PublishingException failure = failure(publisher());

            assertThat(text(failure)).isEqualTo("""
                            Web 1 was not published.
                              pact with Users: pacts/b.json
                              published before the failure: Mobile with Users
                            POST http://broker/contracts/publish was answered 422 Unprocessable Content
                              title: Unprocessable
                              detail: too long a name
                              next: correct what the broker names""");
        }
    }

    @Nested
    class ValuesAreCheckedWhenTheyAreGiven {

        @Test
        void blankOnesAreRefused() {
            List<Runnable> blank = List.of(
                    () -> publisher().asVersion(" "),
                    () -> publisher().onBranch(""),
                    () -> publisher().tagged(" "),
                    () -> publisher().fromBuild(""),
                    () -> publisher().withToken(" "));

            assertThat(blank)
                    .allSatisfy(
                            setting -> assertThat(catchThrowableOfType(IllegalArgumentException.class, setting::run))
                                    .hasMessageEndingWith("is blank"));
        }

        @Test
        void aTokenAndAUserNameClash() {
            assertThat(catchThrowableOfType(
                            IllegalArgumentException.class,
                            () -> publisher().withToken("t").withBasicAuth("u", "p")))
                    .hasMessage("A token and a user name are given; keep one of them");
        }
    }
}
