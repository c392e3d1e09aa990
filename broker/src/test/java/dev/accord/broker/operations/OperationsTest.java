package dev.accord.broker.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accord.broker.testing.Answer;
import dev.accord.broker.testing.BrokerClient;
import dev.accord.broker.testing.OwnDescription;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the operator sees of a running broker. */
@QuarkusTest
class OperationsTest {

    @TestHTTPResource("/")
    URI broker;

    @Nested
    class Health {

        @Test
        void livenessDoesNotAskTheDatabase() {
            var answer = get("/q/health/live");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains("\"UP\"").doesNotContainIgnoringCase("database");
        }

        @Test
        void readinessAsksTheDatabase() {
            var answer = get("/q/health/ready");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains("\"UP\"").containsIgnoringCase("database");
        }
    }

    @Test
    void metricsAreInPrometheussFormat() {
        get("/");

        var answer = get("/q/metrics");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains("# TYPE http_server_requests_seconds")
                .contains("agroal_active_count")
                .contains("jvm_memory_used_bytes");
    }

    /** Whoever moves here wants to know of each address what it does; what is not in the table is a surprise. */
    @Test
    void theDocumentationHasARowForEveryRoute() throws IOException {
        String table = Files.readString(Path.of("../docs/compatibility.md"));
        List<String> routes = new ArrayList<>();
        get("/openapi?format=json").json().path("paths").fieldNames().forEachRemaining(routes::add);

        assertThat(routes)
                .hasSizeGreaterThan(100)
                .allSatisfy(route -> assertThat(table).contains("| `" + route + "` |"));
    }

    @Test
    void theApiDescribesItself() {
        var answer = get("/openapi?format=json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"openapi\"").contains("\"title\" : \"Accord\"");
    }

    @Test
    void everyOperationOfTheApiIsDescribed() {
        assertThat(OwnDescription.of(get("/openapi?format=json").json()).undescribed())
                .as("operations without an entry in META-INF/openapi.yaml")
                .isEmpty();
    }

    @Nested
    class TheIdOfARequest {

        @Test
        void isNewWhenTheCallerGivesNone() {
            String first = id(get("/"));
            String second = id(get("/"));

            assertThat(first).hasSizeGreaterThan(20).isNotEqualTo(second);
        }

        @Test
        void isTheCallersWhenItIsHarmless() {
            assertThat(id(get("/", "build-7.step:3"))).isEqualTo("build-7.step:3");
        }

        @Test
        void isReplacedWhenItCouldForgeALineOfTheLog() {
            assertThat(id(get("/", "x event=started"))).doesNotContain("event");
            assertThat(id(get("/", "x".repeat(101)))).hasSizeLessThan(100);
        }

        @Test
        void isOnRefusalsToo() {
            assertThat(id(get("/pacticipants//x", "refused"))).isEqualTo("refused");
        }

        private String id(Answer answer) {
            return answer.header("X-Request-Id");
        }
    }

    private Answer get(String path, String... id) {
        BrokerClient client = new BrokerClient(broker);
        return id.length == 0
                ? client.get(path, "Accept", "*/*")
                : client.get(path, "Accept", "*/*", "X-Request-Id", id[0]);
    }
}
