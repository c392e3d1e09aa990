package dev.accord.broker.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accord.broker.platform.Json;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RelationDocumentationTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @TestHTTPResource("/")
    URI address;

    @Test
    void everyRelationOfTheIndexIsDocumented() throws Exception {
        List<String> relations = new ArrayList<>();
        Json.stored(get("/", "application/hal+json").body())
                .path("_links")
                .fieldNames()
                .forEachRemaining(relations::add);

        assertThat(relations)
                .hasSizeGreaterThan(30)
                .filteredOn(relation -> relation.contains(":"))
                .allMatch(relation -> new RelationDocumentation()
                        .page(relation.substring(relation.indexOf(':') + 1))
                        .isPresent());
    }

    @Test
    void anUnknownRelationHasAPageTooAndItsNameIsEscaped() throws Exception {
        var page = get("/doc/%3Cscript%3E?context=index", "text/html");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void theHeartbeatAndTheDependenciesAreFine() throws Exception {
        assertThat(Json.stored(get("/diagnostic/status/heartbeat", "*/*").body())
                        .path("ok")
                        .asBoolean())
                .isTrue();
        assertThat(Json.stored(get("/diagnostic/status/dependencies", "*/*").body())
                        .at("/database/ok")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void theNumbersAreThere() throws Exception {
        var metrics = Json.stored(get("/metrics", "application/hal+json").body());

        assertThat(metrics.at("/pactPublications/count").isNumber()).isTrue();
        assertThat(metrics.at("/matrix/count").asInt()).isEqualTo(-1);
    }

    private HttpResponse<String> get(String path, String accept) throws Exception {
        var request = HttpRequest.newBuilder(address.resolve(path)).header("Accept", accept);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
