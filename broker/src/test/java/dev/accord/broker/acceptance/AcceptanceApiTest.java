package dev.accord.broker.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.platform.Json;
import dev.accord.broker.testing.BrokerClient;
import dev.accord.broker.testing.Shop;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Acceptances as records; what they do to decisions is told where decisions are. */
@QuarkusTest
class AcceptanceApiTest {

    @TestHTTPResource("/")
    URI base;

    private BrokerClient broker;
    private Shop shop;

    @BeforeEach
    void aProviderAndAConsumer() {
        broker = new BrokerClient(base);
        shop = new Shop(broker);
        shop.document("1", Shop.DOCUMENT);
        shop.pact("Web", "1", "main", "total=type");
    }

    @Test
    void isRecordedListedAndKeptAfterItWasRevoked() {
        String address = broker.post("/acceptances", acceptance()).expect(201).location();

        assertThat(broker.get("/acceptances").expect(200).body()).contains(address);
        broker.delete(address + "?revokedBy=Bob").expect(200);
        broker.delete(address + "?revokedBy=Eve").expect(200);

        assertThat(broker.get(address).json().path("valid").asBoolean()).isFalse();
        assertThat(broker.get(address).json().path("revokedBy").asText()).isEqualTo("Bob");
        assertThat(broker.get(address).json().path("acceptedBy").asText()).isEqualTo("Ann");
    }

    @Test
    void mayBeAboutNoOperationInParticular() {
        ObjectNode body = acceptance();
        ((ObjectNode) body.path("finding")).put("operation", "").put("location", "");

        broker.post("/acceptances", body).expect(201);
    }

    @ParameterizedTest
    @CsvSource({
        "provider, 1, provider",
        "consumer, '\"\"', consumer",
        "consumer, '\"Nobody-at-all\"', consumer",
        "environment, '\"nowhere-at-all\"', environment",
        "reason, '\" \"', reason",
        "acceptedBy, null, acceptedBy",
        "expiresAt, '\"tomorrow\"', expiresAt",
        "expiresAt, '\"2001-01-01T00:00:00Z\"', expiresAt",
        "finding, '[]', finding",
        "finding, '{\"code\": \"x\", \"operation\": 1, \"location\": \"\"}', finding.operation",
        "finding, '{\"operation\": \"\", \"location\": \"\"}', finding.code"
    })
    void isRefusedWhenItMakesNoSense(String member, String value, String field) throws Exception {
        ObjectNode body = acceptance();
        body.set(member, Json.parse("{\"v\": " + value + "}").get("v"));
        long before = count();

        assertThat(broker.post("/acceptances", body).expect(400).errorFields()).contains(field);
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void isRefusedWhenTheBodyIsNoObject() {
        broker.post("/acceptances", "[]").expect(400);
        broker.post("/acceptances", "{").expect(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/acceptances/x", "/acceptances/00000000-0000-0000-0000-000000000000"})
    void thatDoesNotExistIsNotFound(String path) {
        broker.get(path).expect(404);
        broker.delete(path).expect(404);
    }

    private long count() {
        return broker.get("/acceptances").json().at("/page/totalElements").asLong();
    }

    private ObjectNode acceptance() {
        ObjectNode body = Json.object()
                .put("provider", shop.name("Orders"))
                .put("consumer", shop.name("Web"))
                .put("environment", shop.name("prod"))
                .put("reason", "agreed")
                .put("acceptedBy", "Ann")
                .put("expiresAt", "2099-01-01T00:00:00Z");
        body.putObject("finding")
                .put("code", "response.body.absent")
                .put("operation", "GET /orders/{id}")
                .put("location", "/total");
        return body;
    }
}
