package dev.accord.broker.badge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accord.broker.testing.Answer;
import dev.accord.broker.testing.BrokerClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
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
    void sayWhatIsMissing(String path, String text) {
        Answer answer = new BrokerClient(base).get("/" + path, "Accept", "image/svg+xml");

        assertThat(answer.status()).isEqualTo(307);
        assertThat(answer.location()).endsWith("/badge/" + text + "-lightgrey.svg");
        assertThat(answer.header("cache-control")).contains("no-cache");
    }
}
