package dev.accord.broker.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accord.broker.platform.Json;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An answer that the document does not promise is found out. */
class OwnDescriptionTest {

    private final OwnDescription description = OwnDescription.of(Json.stored("""
            {"paths": {
              "/things": {"get": {"summary": "All", "responses": {"200": {"content": {"application/hal+json":
                {"schema": {"$ref": "#/components/schemas/Thing"}}}}}}},
              "/things/{id}": {
                "get": {"responses": {"200": {"content": {"text/plain": {}}}, "404": {"$ref": "#/components/responses/Refusal"}}},
                "delete": {"responses": {"204": {}}}},
              "/things/latest": {"get": {"responses": {"307": {}}}}},
             "components": {
               "responses": {"Refusal": {"content": {"application/json": {"schema": {"required": ["error"]}}}}},
               "schemas": {"Thing": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}}}}"""));

    @Test
    void whatIsPromisedPasses() {
        assertThatCode(() -> {
                    check("GET", "/things", 200, "application/hal+json;charset=utf-8", "{\"name\":\"a\"}");
                    check(
                            "GET",
                            "http://broker.test/things?q=1",
                            200,
                            "application/hal+json",
                            "{\"name\":\"a\",\"more\":1}");
                    check("GET", "/things/7", 200, "text/plain", "seven");
                    check("GET", "/things/7/", 404, "application/json", "{\"error\":\"gone\"}");
                    check("GET", "/things/7", 404, "", "");
                    check("GET", "/things/latest", 307, "", "");
                    check("DELETE", "/things/7", 204, "", "");
                    check("PUT", "/things/7", 405, "", "");
                })
                .doesNotThrowAnyException();
    }

    @Test
    void aStatusThatIsNotDescribedFails() {
        assertThatThrownBy(() -> check("GET", "/things", 202, "application/hal+json", "{\"name\":\"a\"}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET /things has no status 202");
        assertThatThrownBy(() -> check("GET", "/things", 500, "", "")).hasMessageContaining("no status 500");
    }

    @Test
    void anotherShapeFails() {
        assertThatThrownBy(() -> check("GET", "/things", 200, "application/hal+json", "{\"name\":1}"))
                .hasMessageContaining("another shape");
        assertThatThrownBy(() -> check("GET", "/things", 200, "application/hal+json", "{}"))
                .hasMessageContaining("name");
        assertThatThrownBy(() -> check("GET", "/things/7", 404, "application/json", "{}"))
                .hasMessageContaining("error");
    }

    @Test
    void anotherMediaTypeAMissingBodyAndABodyThatNobodyPromisedFail() {
        assertThatThrownBy(() -> check("GET", "/things", 200, "text/plain", "a"))
                .hasMessageContaining("no text/plain");
        assertThatThrownBy(() -> check("GET", "/things", 200, "", "")).hasMessageContaining("promises a body");
        assertThatThrownBy(() -> check("DELETE", "/things/7", 204, "text/plain", "a"))
                .hasMessageContaining("no text/plain");
    }

    @Test
    void anOperationThatIsNotDescribedFailsUnlessItIsRefused() {
        assertThatThrownBy(() -> check("GET", "/others", 200, "text/plain", "a"))
                .hasMessageContaining("GET /others");
        assertThatThrownBy(() -> check("POST", "/things", 201, "text/plain", "a"))
                .hasMessageContaining("POST /things");
    }

    private void check(String method, String path, int status, String type, String body) {
        HttpHeaders headers = HttpHeaders.of(
                type.isEmpty() ? Map.of() : Map.of("Content-Type", List.of(type)), (name, value) -> true);
        description.check(method, path, new Answer(status, headers, body));
    }
}
