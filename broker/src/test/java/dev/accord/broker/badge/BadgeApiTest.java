package dev.accord.broker.badge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Badge addresses never answer 404: the badge says what is missing. */
@QuarkusTest
class BadgeApiTest {

    @TestHTTPResource("/")
    URI base;

    @ParameterizedTest
    @CsvSource({
        "pacts/provider/No/consumer/One/latest/badge, pact%20not%20found-unknown",
        "pacts/provider/No/consumer/One/latest/badge.svg, pact%20not%20found-unknown",
        "pacts/provider/No/consumer/One/latest/prod/badge, pact%20not%20found-unknown",
        "pacts/provider/No/consumer/One/latest-untagged/badge, pact%20not%20found-unknown",
        "matrix/provider/No/latest/a/consumer/One/latest/b/badge, pact%20not%20found-unknown",
        "pacticipants/No/latest-version/a/can-i-deploy/to/b/badge, pacticipant-not%20found",
        "pacticipants/No/branches/feat%2Fa/latest-version/can-i-deploy/to-environment/b/badge, pacticipant-not%20found",
        "pacticipants/No/main-branch/can-i-merge/badge, pacticipant-not%20found"
    })
    void sayWhatIsMissing(String path, String text) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(base + path))
                            .header("Accept", "image/svg+xml")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(307);
            assertThat(answer.headers().firstValue("location"))
                    .hasValueSatisfying(location -> assertThat(location).endsWith("/badge/" + text + "-lightgrey.svg"));
            assertThat(answer.headers().firstValue("cache-control")).contains("no-cache");
        }
    }
}
