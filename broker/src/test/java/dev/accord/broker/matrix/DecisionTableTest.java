package dev.accord.broker.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.platform.Database;
import dev.accord.broker.testing.Answer;
import dev.accord.broker.testing.BrokerClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The decision table, asked through the API. */
@QuarkusTest
class DecisionTableTest {

    @Inject
    Database database;

    @TestHTTPResource("/")
    URI base;

    static Stream<Scenario> decides() {
        return Scenario.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void decides(Scenario scenario) {
        String prefix = WorldLoader.load(database, scenario.world());

        Answer answer = new BrokerClient(base).get(scenario.path().replace("~", prefix));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode summary = answer.json().get("summary");
        assertThat(summary.get("deployable").asText())
                .as(answer.body())
                .isEqualTo(String.valueOf(scenario.deployable()));
        assertThat(summary.get("success").asInt()).isEqualTo(scenario.success());
        assertThat(summary.get("failed").asInt()).isEqualTo(scenario.failed());
        assertThat(summary.get("unknown").asInt()).isEqualTo(scenario.unknown());
        assertThat(summary.has("ignored")).isEqualTo(scenario.path().contains("ignore"));
        assertThat(noticeTypes(answer.json())).isEqualTo(scenario.notices());
        assertThat(summary.get("reason").asText())
                .isEqualTo(String.join("\n", answer.json().get("notices").findValuesAsText("text")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("decides")
    void saysTheSameAsText(Scenario scenario) {
        String prefix = WorldLoader.load(database, scenario.world());

        Answer answer = new BrokerClient(base).get(scenario.path().replace("~", prefix), "Accept", "text/plain");

        String word = scenario.deployable() == null
                ? "unknown"
                : scenario.deployable().toString();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).startsWith("text/plain");
        assertThat(answer.body()).contains("\nDeployable: " + word + "\nReason: ");
    }

    private static List<String> noticeTypes(JsonNode body) {
        List<String> types = new ArrayList<>();
        for (JsonNode notice : body.get("notices")) {
            types.add(notice.get("type").asText());
        }
        return types;
    }
}
