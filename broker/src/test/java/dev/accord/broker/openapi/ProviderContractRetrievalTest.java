package dev.accord.broker.openapi;

import static dev.accord.broker.testing.Publications.base64;
import static dev.accord.broker.testing.Publications.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.platform.Json;
import dev.accord.broker.testing.Answer;
import dev.accord.broker.testing.BrokerClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents are given back as they were published, by version, branch and environment. */
@QuarkusTest
class ProviderContractRetrievalTest {

    private static final String YAML =
            "\uFEFF# Gr\u00fc\u00dfe\r\nopenapi: \"3.0.3\"\r\ninfo: {title: A,   version: '1'}  # odd\r\npaths: {}";

    @TestHTTPResource("/")
    URI base;

    private BrokerClient api;
    private String provider;

    @BeforeEach
    void aProvider() {
        api = new BrokerClient(base);
        provider = "Provider" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void yamlStaysYamlByteForByte() {
        publish("1", "main", YAML);

        Answer content = get("/versions/1/content", "Accept", "*/*").expect(200);

        assertThat(content.body()).isEqualTo(YAML);
        assertThat(content.type()).isEqualTo("application/yaml;charset=utf-8");
        assertThat(content.header("ETag"))
                .contains(get("/versions/1").json().path("sha256").asText());
    }

    @Test
    void theLatestIsThatOfTheMainBranchOfABranchOrOfAnEnvironment() {
        publish("1", "main", YAML);
        publish("2", "feat", YAML.replace("odd", "even"));
        publish("3", "main", YAML.replace("odd", "new"));
        String environment = api.environment("e" + provider);
        api.post("/pacticipants/" + provider + "/versions/1/deployed-versions/environment/" + environment, "{}")
                .expect(201);

        assertThat(get("/latest").json().path("versionNumber").asText()).isEqualTo("3");
        assertThat(get("/branch/feat/latest").json().path("versionNumber").asText())
                .isEqualTo("2");
        assertThat(versions(get("/environment/e" + provider).json())).containsExactly("1");
        assertThat(versions(get("").json())).containsExactly("3", "2", "1");
        assertThat(versions(get("?page=2&size=2").json())).containsExactly("1");
        get("/branch/none/latest").expect(404);
        get("/versions/9").expect(404);
    }

    @Test
    void theOlderCallMakesAVersionAndThenKeepsIt() {
        ObjectNode body = Json.object()
                .put("content", base64(YAML.getBytes(StandardCharsets.UTF_8)))
                .put("contentType", "application/yaml")
                .put("contractType", "oas");
        body.putObject("verificationResults")
                .put("success", true)
                .put("content", base64("all passed".getBytes(StandardCharsets.UTF_8)))
                .put("contentType", "text/plain")
                .put("verifier", "ours");
        String path = "/contracts/provider/" + provider + "/version/1";

        api.put(path, Json.write(body)).expect(201);
        api.put(path, Json.write(body)).expect(200);

        assertThat(get("/versions/1/content", "Accept", "*/*").body()).isEqualTo(YAML);
        assertThat(get("/versions/1/self-verification", "Accept", "text/plain").body())
                .isEqualTo("all passed");
        assertThat(get("/versions/1").json().at("/selfVerification/verifier").asText())
                .isEqualTo("ours");
    }

    @ParameterizedTest
    @CsvSource({
        "contract.content, '{\"content\":7,\"contentType\":\"application/yaml\",\"specification\":\"oas\"}', 400",
        "contract.content, '{\"content\":\"%%%\",\"contentType\":\"application/yaml\",\"specification\":\"oas\"}', 400",
        "contract.content, '{\"content\":\"bm9uZQ==\",\"contentType\":\"application/yaml\",\"specification\":\"oas\"}', 422"
    })
    void orTheyAreRefusedAndNothingIsStored(String field, String contract, int status) {
        Answer refused = api.post(
                "/provider-contracts/provider/" + provider + "/publish",
                "{\"pacticipantVersionNumber\":\"1\",\"contract\":" + contract + "}");

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.errorFields()).containsExactly(field);
        assertThat(api.get("/pacticipants/" + provider).status()).isEqualTo(404);
    }

    private void publish(String version, String branch, String text) {
        ObjectNode body = document(version, "application/yaml", text.getBytes(StandardCharsets.UTF_8));
        api.post("/provider-contracts/provider/" + provider + "/publish", body.put("branch", branch))
                .expect(200);
    }

    private Answer get(String path, String... headers) {
        return api.get("/provider-contracts/provider/" + provider + path, headers);
    }

    private static List<String> versions(JsonNode list) {
        List<String> versions = new ArrayList<>();
        list.at("/_embedded/providerContracts")
                .forEach(contract -> versions.add(contract.path("versionNumber").asText()));
        return versions;
    }
}
