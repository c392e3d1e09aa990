package dev.accord.broker.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accord.broker.testing.Answer;
import dev.accord.broker.testing.BrokerClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RelationDocumentationTest {

    @TestHTTPResource("/")
    URI address;

    @Test
    void everyRelationOfTheIndexIsDocumented() {
        List<String> relations = new ArrayList<>();
        get("/", "application/hal+json").json().path("_links").fieldNames().forEachRemaining(relations::add);

        assertThat(relations)
                .hasSizeGreaterThan(30)
                .filteredOn(relation -> relation.contains(":"))
                .allMatch(relation -> new RelationDocumentation()
                        .page(relation.substring(relation.indexOf(':') + 1))
                        .isPresent());
    }

    @Test
    void anUnknownRelationHasAPageTooAndItsNameIsEscaped() {
        var page = get("/doc/%3Cscript%3E?context=index", "text/html");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void theHeartbeatAndTheDependenciesAreFine() {
        assertThat(get("/diagnostic/status/heartbeat", "*/*").json().path("ok").asBoolean())
                .isTrue();
        assertThat(get("/diagnostic/status/dependencies", "*/*")
                        .json()
                        .at("/database/ok")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void theNumbersAreThere() {
        var metrics = get("/metrics", "application/hal+json").json();

        assertThat(metrics.at("/pactPublications/count").isNumber()).isTrue();
        assertThat(metrics.at("/matrix/count").asInt()).isEqualTo(-1);
    }

    private Answer get(String path, String accept) {
        return new BrokerClient(address).get(path, "Accept", accept);
    }
}
