package dev.accord.broker.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.platform.Database;
import dev.accord.broker.testing.BrokerClient;
import dev.accord.broker.testing.Shop;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that builds record, and what environments demand of them. */
@QuarkusTest
class PolicyApiTest {

    @Inject
    Database database;

    @TestHTTPResource("/")
    URI base;

    private BrokerClient broker;
    private Shop shop;

    @BeforeEach
    void aVersionWithADocument() {
        broker = new BrokerClient(base);
        shop = new Shop(broker);
        shop.document("1", Shop.DOCUMENT);
    }

    @Nested
    class APolicy {
        @Test
        void isOffUntilSomebodySetsIt() {
            assertThat(deployable()).isEqualTo("true");
            assertThat(broker.get(policy()).expect(200).json().path("requiredChecks"))
                    .isEmpty();
        }

        @Test
        void makesAMissingCheckUnknownAndSaysHowToClearIt() {
            demand("coverage");

            JsonNode answer = shop.ask("Orders", "1");

            assertThat(answer.at("/summary/deployable").isNull()).isTrue();
            assertThat(answer.at("/summary/unknown").asInt()).isEqualTo(1);
            assertThat(answer.at("/summary/reason").asText()).contains("'coverage'");
            assertThat(answer.at("/accord/policy/0/failed").asBoolean()).isFalse();
            assertThat(answer.at("/accord/unknowns/0/action").asText()).contains("Orders");
        }

        @Test
        void refusesAfterAFailedCheckAndPassesAfterAGoodOne() {
            demand("coverage");

            record("coverage", "{\"value\": 70, \"budget\": 80, \"better\": \"higher\", \"unit\": \"%\"}");
            assertThat(deployable()).isEqualTo("false");
            record("coverage", "{\"value\": 85, \"budget\": 80, \"better\": \"higher\", \"unit\": \"%\"}");
            assertThat(deployable()).isEqualTo("true");
        }

        @Test
        void thatIsTakenAwayDemandsNothing() {
            demand("coverage");

            broker.delete(policy()).expect(204);

            assertThat(deployable()).isEqualTo("true");
        }

        @Test
        void mayDemandTheProvidersOwnCheck() {
            broker.put(policy(), "{\"requireSelfVerification\": true}").expect(200);

            assertThat(deployable()).isEqualTo("true");
            database.update(
                    "update provider_contract set self_verified = null where version_id = (select v.id from version v"
                            + " join pacticipant p on p.id = v.pacticipant_id where p.name = ? and v.number = '1')",
                    shop.name("Orders"));
            assertThat(deployable()).isEqualTo("null");
        }

        @Test
        void mayLetWhatCannotBeToldRefuse() {
            shop.deploy("Orders", "1", "");
            shop.pact("Web", "1", "main", "total=type");
            shop.deploy("Web", "1", "");
            // the request now sends a parameter less than the operation knows: nobody can tell what its default means
            shop.document(
                    "2",
                    Shop.DOCUMENT.replace(
                            "schema: { type: integer } }]",
                            "schema: { type: integer } }, { name: lang, in: query, schema: { type: string, default: de } }]"));
            shop.deploy("Orders", "2", "");
            shop.document(
                    "3",
                    Shop.DOCUMENT.replace(
                            "schema: { type: integer } }]",
                            "schema: { type: integer } }, { name: lang, in: query, schema: { type: string, default: en } }]"));

            JsonNode lenient = shop.ask("Orders", "3");
            broker.put(policy(), "{\"warningsBlock\": true}").expect(200);
            JsonNode strict = shop.ask("Orders", "3");

            assertThat(lenient.at("/summary/deployable").asText())
                    .as(lenient.toString())
                    .isEqualTo("true");
            assertThat(lenient.at("/accord/affected/0/findings/0/verdict").asText())
                    .isEqualTo("cannot-tell");
            assertThat(lenient.at("/accord/unknowns/0/action").asText()).isNotBlank();
            assertThat(strict.at("/summary/deployable").asText())
                    .as(strict.toString())
                    .isEqualTo("false");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"requiredChecks\": \"x\"} | requiredChecks",
                    "{\"requiredChecks\": [\"\"]} | requiredChecks",
                    "{\"requiredChecks\": [1]} | requiredChecks",
                    "{\"requireSelfVerification\": \"yes\"} | requireSelfVerification",
                    "{\"warningsBlock\": 1} | warningsBlock"
                })
        void isRefusedWhenItMakesNoSense(String body, String field) {
            demand("coverage");

            assertThat(broker.put(policy(), body).expect(400).errorFields()).containsExactly(field);
            assertThat(broker.get(policy()).json().at("/requiredChecks/0").asText())
                    .isEqualTo("coverage");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"/environments/no-uuid/policy", "/environments/00000000-0000-0000-0000-000000000000/policy"})
        void ofNoEnvironmentIsNotFound(String path) {
            broker.get(path).expect(404);
            broker.put(path, "{}").expect(404);
            broker.delete(path).expect(404);
        }
    }

    @Nested
    class ACheck {
        @Test
        void isCreatedOnceAndThenReplacedByNewerResults() {
            broker.put(check("latency"), "{\"verdict\": \"passed\", \"url\": \"https://ci.example.org/1\"}")
                    .expect(201);
            broker.put(check("latency"), "{\"verdict\": \"failed\"}").expect(200);

            assertThat(broker.get(check("latency"))
                            .expect(200)
                            .json()
                            .path("verdict")
                            .asText())
                    .isEqualTo("failed");
            assertThat(broker.get(check("latency").replaceAll("/latency$", ""))
                            .json()
                            .at("/_embedded/checks"))
                    .hasSize(1);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{} | verdict",
                    "{\"verdict\": \"great\"} | verdict",
                    "{\"verdict\": \"passed\", \"value\": \"1\"} | value",
                    "{\"verdict\": \"passed\", \"value\": 1e400} | value",
                    "{\"value\": 1, \"budget\": 2} | better,verdict",
                    "{\"verdict\": \"passed\", \"url\": \"javascript:alert(1)\"} | url",
                    "{\"verdict\": \"passed\", \"unit\": 5} | unit"
                })
        void isRefusedWhenItMakesNoSense(String body, String fields) {
            assertThat(broker.put(check("latency"), body).expect(400).errorFields())
                    .containsExactlyInAnyOrder(fields.split(","));
            broker.get(check("latency")).expect(404);
        }

        @Test
        void thatNobodyRecordedIsNotFound() {
            broker.get(check("nothing")).expect(404);
            broker.get("/pacticipants/" + shop.name("Nobody") + "/versions/1/checks")
                    .expect(404);
        }
    }

    private String deployable() {
        return shop.ask("Orders", "1").at("/summary/deployable").asText();
    }

    private String policy() {
        return "/environments/" + shop.environmentId() + "/policy";
    }

    private String check(String name) {
        return BrokerClient.path("pacticipants", shop.name("Orders"), "versions", "1", "checks", name);
    }

    private void demand(String check) {
        broker.put(policy(), "{\"requiredChecks\": [\"" + check + "\"]}").expect(200);
    }

    private void record(String name, String body) {
        assertThat(broker.put(check(name), body).status()).isIn(200, 201);
    }
}
