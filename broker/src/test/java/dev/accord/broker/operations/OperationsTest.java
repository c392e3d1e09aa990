package dev.accord.broker.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the operator sees of a running broker. */
@QuarkusTest
class OperationsTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @TestHTTPResource("/")
    URI broker;

    @Nested
    class Health {

        @Test
        void livenessDoesNotAskTheDatabase() throws Exception {
            var answer = get("q/health/live");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"UP\"").doesNotContainIgnoringCase("database");
        }

        @Test
        void readinessAsksTheDatabase() throws Exception {
            var answer = get("q/health/ready");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"UP\"").containsIgnoringCase("database");
        }
    }

    @Test
    void metricsAreInPrometheussFormat() throws Exception {
        get("");

        var answer = get("q/metrics");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("# TYPE http_server_requests_seconds")
                .contains("agroal_active_count")
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void theApiDescribesItself() throws Exception {
        var answer = get("openapi?format=json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"openapi\"").contains("\"title\" : \"Accord\"");
    }

    @Nested
    class TheIdOfARequest {

        @Test
        void isNewWhenTheCallerGivesNone() throws Exception {
            String first = id(get(""));
            String second = id(get(""));

            assertThat(first).hasSizeGreaterThan(20).isNotEqualTo(second);
        }

        @Test
        void isTheCallersWhenItIsHarmless() throws Exception {
            assertThat(id(get("", "build-7.step:3"))).isEqualTo("build-7.step:3");
        }

        @Test
        void isReplacedWhenItCouldForgeALineOfTheLog() throws Exception {
            assertThat(id(get("", "x event=started"))).doesNotContain("event");
            assertThat(id(get("", "x".repeat(101)))).hasSizeLessThan(100);
        }

        @Test
        void isOnRefusalsToo() throws Exception {
            assertThat(id(get("pacticipants//x", "refused"))).isEqualTo("refused");
        }

        private String id(HttpResponse<String> answer) {
            return answer.headers().firstValue("X-Request-Id").orElseThrow();
        }
    }

    private HttpResponse<String> get(String path, String... id) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(broker + path));
        for (String value : id) {
            request.header("X-Request-Id", value);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
