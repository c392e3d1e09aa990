package dev.accord.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accord.consumer.BuildIdentity;
import dev.accord.consumer.broker.BrokerConnection;
import dev.accord.consumer.broker.BrokerException;
import dev.accord.consumer.broker.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderContractPublisherTest {

    private static final String PATH = "POST /provider-contracts/provider/Users%2FAPI/publish";

    @TempDir
    Path folder;

    private StubServer broker;

    @BeforeEach
    void start() throws IOException {
        broker = new StubServer().on(PATH, 200, "{\"notices\": [{\"type\": \"success\", \"text\": \"Published\"}]}");
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    private ProviderContractPublisher publisher() {
        return ProviderContractPublisher.to(
                BrokerConnection.to(broker.url()),
                new BuildIdentity("s1", Optional.of("main"), Optional.of("http://ci/1")));
    }

    private Path document(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "openapi: 3.0.3\n# ü\n");
    }

    private JsonNode sent() throws IOException {
        return new ObjectMapper().readTree(broker.received(PATH).body());
    }

    @Test
    void sendsTheDocumentUnchangedUnderVersionAndBranch() throws IOException {
        Path document = document("openapi.yaml");

        List<Notice> notices = publisher().tagged("dev").publish("Users/API", document);

        assertThat(notices).containsExactly(new Notice("success", "Published"));
        assertThat(sent().path("pacticipantVersionNumber").asText()).isEqualTo("s1");
        assertThat(sent().path("branch").asText()).isEqualTo("main");
        assertThat(sent().path("buildUrl").asText()).isEqualTo("http://ci/1");
        assertThat(sent().path("tags").toString()).isEqualTo("[\"dev\"]");
        JsonNode contract = sent().path("contract");
        assertThat(contract.path("specification").asText()).isEqualTo("oas");
        assertThat(contract.path("contentType").asText()).isEqualTo("application/yaml");
        assertThat(Base64.getDecoder().decode(contract.path("content").asText()))
                .isEqualTo(Files.readAllBytes(document));
    }

    @Test
    void saysNothingOfASelfVerificationThatIsNotKnown() throws IOException {
        publisher().publish("Users/API", document("openapi.yaml"));

        assertThat(sent().path("contract").has("selfVerificationResults")).isFalse();
    }

    @Test
    void sendsTheSelfVerificationWithItsOutput() throws IOException {
        publisher()
                .verifiedBy(SelfVerification.failedBy("our tests")
                        .withResults("1 failed", "text/plain")
                        .withVerifierVersion("2.0"))
                .publish("Users/API", document("openapi.json"));

        assertThat(sent().path("contract").path("contentType").asText()).isEqualTo("application/json");
        assertThat(sent().path("contract").path("selfVerificationResults").toString())
                .isEqualTo("""
                        {"success":false,"content":"MSBmYWlsZWQ=","contentType":"text/plain","verifier":"our tests",\
                        "verifierVersion":"2.0"}""");
    }

    @Test
    void tellsWhereTheDocumentCannotBeRead() throws IOException {
        broker.on(PATH, 422, "{\"errors\": {\"contract.content\": [\"line 3, column 1: no paths\"]}}");

        BrokerException failure = catchThrowableOfType(
                BrokerException.class, () -> publisher().publish("Users/API", document("openapi.yaml")));

        assertThat(broker.normalised(failure.getMessage())).isEqualTo("""
                        POST http://stub/provider-contracts/provider/Users%2FAPI/publish was answered 422 Unprocessable Content
                          contract.content: line 3, column 1: no paths
                          next: correct what the broker names""");
    }
}
