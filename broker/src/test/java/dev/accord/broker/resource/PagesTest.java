package dev.accord.broker.resource;

import static dev.accord.broker.testing.BrokerClient.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accord.broker.testing.Answer;
import dev.accord.broker.testing.BrokerClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Browsers get pages, programs get the API, and no name can become markup. */
@QuarkusTest
class PagesTest {

    private static final String NAME = "<img src=x onerror=alert(1)>\"'";

    @TestHTTPResource("/")
    URI base;

    BrokerClient api;

    @BeforeEach
    void publishAPactWithHostileNames() {
        api = new BrokerClient(base);
        api.delete("/integrations").expect(204);
        api.publish(NAME, NAME, "Shop", "a");
    }

    @Test
    void showEverythingEscaped() {
        for (String page : new String[] {
            "/",
            "/?tags=true",
            "/?search=img",
            path("pacticipants", NAME),
            path("pacticipants", NAME, "network"),
            path("dashboard", "provider", "Shop", "consumer", NAME),
            "/matrix",
            path("matrix", "provider", "Shop", "consumer", NAME),
            "/hal-browser/browser.html",
            "/doc/webhooks?context=index"
        }) {
            Answer answer = api.page(page).expect(200);

            assertThat(answer.type()).as(page).startsWith("text/html");
            assertThat(answer.body()).as(page).doesNotContain("<img");
        }
    }

    @Test
    void leaveTheApiToPrograms() {
        for (String accept :
                new String[] {"*/*", "application/hal+json", "application/json", "text/plain, text/html"}) {
            assertThat(api.get("/matrix/provider/Shop/consumer/" + path(NAME).substring(1), "Accept", accept)
                            .type())
                    .as(accept)
                    .doesNotContain("html");
        }
    }

    @Test
    void sayWhatIsNotThere() {
        assertThat(api.page("/pacticipants/Nobody").expect(404).body()).contains("Nobody");
        assertThat(api.page("/matrix?q%5B%5D%5Bpacticipant%5D=Nobody")
                        .expect(200)
                        .body())
                .contains("role=\"alert\"");
    }
}
