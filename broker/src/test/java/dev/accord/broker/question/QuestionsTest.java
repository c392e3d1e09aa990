package dev.accord.broker.question;

import static dev.accord.broker.testing.Publications.document;
import static dev.accord.broker.testing.Publications.publication;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Json;
import dev.accord.broker.testing.Answer;
import dev.accord.broker.testing.BrokerClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who uses what of a document, and what would break. Every test has a provider and consumers of its own. */
@QuarkusTest
class QuestionsTest {

    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Users, version: "1"}
            paths:
              /users/{id}:
                get:
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: integer}}
                    - {name: expand, in: query, deprecated: true, x-sunset: "2027-01-01", schema: {type: string}}
                  responses:
                    "200":
                      description: a user
                      content:
                        application/json:
                          schema: {$ref: "#/components/schemas/User"}
              /users:
                get:
                  responses:
                    "200":
                      description: all users
                      content:
                        application/json:
                          schema: {type: array, items: {$ref: "#/components/schemas/User"}}
                post:
                  deprecated: true
                  responses: {"201": {description: made}}
            components:
              schemas:
                User:
                  type: object
                  required: [id, name]
                  properties:
                    id: {type: integer}
                    name: {type: string}
                    email: {type: string, deprecated: true}
            """;
    private static final String ONE = "GET /users/{id}";
    private static final String ALL = "GET /users";

    @TestHTTPResource("/")
    URI base;

    @Inject
    Database database;

    private BrokerClient api;
    private String own;
    private String provider;

    @BeforeEach
    void aProviderWithThreeConsumersOfWhichOneIsDeployed() {
        api = new BrokerClient(base);
        own = UUID.randomUUID().toString().substring(0, 8);
        provider = "Users" + own;
        publishDocument("1", DOCUMENT);
        publishPact("Web", "1", "/users/1", "{\"id\":1,\"name\":\"Ann\"}");
        publishPact("App", "1", "/users", "[{\"email\":\"a@b.c\"}]");
        publishPact("Odd", "1", "/nowhere", "{\"a\":1}");
        String environment = api.environment("prod" + own, true);
        api.post("/pacticipants/Web" + own + "/versions/1/deployed-versions/environment/" + environment, "{}")
                .expect(201);
    }

    @Nested
    class Usage {

        @Test
        void namesForEachElementWhoUsesItAndMarksTheRest() {
            JsonNode answer = ask("usage").expect(200).json();

            assertThat(users(element(answer, ONE, "/name"))).containsExactly("Web");
            assertThat(users(element(answer, ONE, "id"))).containsExactly("Web");
            assertThat(users(element(answer, ALL, "/*/email"))).containsExactly("App");
            assertThat(element(answer, ONE, "/email").path("used").asBoolean()).isFalse();
            assertThat(operation(answer, "POST /users").path("used").asBoolean())
                    .isFalse();
            assertThat(answer.at("/summary/usedOperations").asInt()).isEqualTo(2);
            assertThat(element(answer, ONE, "/name")
                            .at("/usedBy/0/environments/0")
                            .asText())
                    .isEqualTo("prod" + own);
            assertThat(element(answer, ONE, "/name")
                            .at("/usedBy/0/interactions/0")
                            .asText())
                    .isEqualTo("users");
        }

        @Test
        void tellsWhatReachesNoOperation() {
            JsonNode unknown = ask("usage").json().path("unknown");

            assertThat(unknown).hasSize(1);
            assertThat(unknown.at("/0/consumer").asText()).startsWith("Odd");
            assertThat(unknown.at("/0/reason").asText()).contains("no such operation");
        }

        @Test
        void countsOnlyConsumersInAnEnvironmentIfAsked() {
            JsonNode answer = ask("usage?usedIn=prod" + own).json();

            assertThat(users(element(answer, ONE, "/name"))).containsExactly("Web");
            assertThat(element(answer, ALL, "/*/email").path("used").asBoolean())
                    .isFalse();
            assertThat(answer.path("consumers")).hasSize(1);
        }

        @Test
        void leavesOutWhatIsUsedIfAskedAndShowsOneOperationOrPages() {
            assertThat(locations(ask("usage?unused=true").json(), ONE)).containsExactly("expand", "/email");
            assertThat(ask("usage?operation=" + BrokerUrls.encode(ALL)).json().path("operations"))
                    .hasSize(1);
            JsonNode second = ask("usage?page=2&size=2").json();
            assertThat(second.path("operations")).hasSize(1);
            assertThat(second.at("/page/totalElements").asInt()).isEqualTo(3);
        }

        @Test
        void isThatOfTheDocumentOfAVersionBranchOrEnvironment() {
            publishDocument("2", DOCUMENT.replace("        email: {type: string, deprecated: true}\n", ""));

            assertThat(locations(ask("usage").json(), ONE)).doesNotContain("/email");
            assertThat(locations(ask("usage?branch=main").json(), ONE)).doesNotContain("/email");
            assertThat(locations(ask("usage?version=1").json(), ONE)).contains("/email");
            ask("usage?environment=prod" + own).expect(404);
            ask("usage?version=9").expect(404);
        }

        @Test
        void costsTheSameStatementsWhateverTheNumberOfConsumersOnceTheirPactsAreKnown() {
            ask("usage").expect(200);
            long few = statements("usage");
            for (int number = 0; number < 12; number++) {
                publishPact("More" + number + "-", "1", "/users/1", "{\"id\":" + number + "}");
            }
            ask("usage").expect(200);

            assertThat(statements("usage")).isEqualTo(few).isLessThanOrEqualTo(8);
            assertThat(statements("deprecations")).isLessThanOrEqualTo(8);
            assertThat(statements("field-consumers?operation=" + BrokerUrls.encode(ONE) + "&location=/name"))
                    .isLessThanOrEqualTo(8);
        }
    }

    @Nested
    class OneField {

        @Test
        void hasItsConsumers() {
            JsonNode answer = ask("field-consumers?operation=" + BrokerUrls.encode(ONE) + "&location=/name")
                    .expect(200)
                    .json();

            assertThat(answer.path("elements")).hasSize(1);
            assertThat(users(answer.at("/elements/0"))).containsExactly("Web");
        }

        @ParameterizedTest
        @CsvSource({
            "field-consumers, 400",
            "field-consumers?operation=, 400",
            "field-consumers?operation=GET%20%2Fothers, 404",
            "field-consumers?operation=GET%20%2Fusers&location=%2Fnone, 404",
            "usage?version=1&branch=main, 400",
            "usage?version=, 200",
            "usage?unused=maybe, 400",
            "usage?page=0, 400",
            "comparison?fromVersion=1&fromBranch=main, 400",
            "comparison?toVersion=9, 404",
            "deprecations?environment=nowhere, 404"
        })
        void orABadQuestionIsRefused(String question, int status) {
            assertThat(ask(question).status()).isEqualTo(status);
        }

        @Test
        void ofAnUnknownProviderIsNotFound() {
            for (String question :
                    new String[] {"usage", "deprecations", "comparison", "field-consumers?operation=x"}) {
                assertThat(api.get("/provider-contracts/provider/Nobody/" + question)
                                .status())
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void deprecationsTellWhoStillUsesThemAndWhenTheyGo() {
        JsonNode list = ask("deprecations").expect(200).json().path("deprecations");

        List<String> places = new ArrayList<>();
        list.forEach(entry -> places.add(entry.path("operation").asText() + " "
                + entry.path("location").asText("") + " " + entry.path("used").asBoolean()));
        assertThat(places)
                .containsExactly(
                        ONE + " expand false", ONE + " /email false", ALL + " /*/email true", "POST /users  false");
        assertThat(list.at("/0/sunset").asText()).isEqualTo("2027-01-01");
        assertThat(users(list.get(2))).containsExactly("App");
    }

    @Nested
    class WhatIfQuestions {

        @Test
        void aFieldGoesFromOneOperationOnly() {
            JsonNode answer = whatIf(drop(ONE, "/name")).expect(200).json();

            assertThat(verdicts(answer)).containsExactly("App unaffected", "Odd unaffected", "Web breaks");
            assertThat(answer.at("/consumers/2/findings/0/field").asText()).isEqualTo("/name");
            assertThat(answer.at("/consumers/2/findings/0/rule").asText())
                    .isEqualTo("response-required-property-removed");
        }

        @Test
        void anElementOfAnArrayAParameterAndAnOperationGo() {
            assertThat(verdicts(whatIf(drop(ALL, "/*/email")).json()))
                    .containsExactly("App breaks", "Odd unaffected", "Web unaffected");
            assertThat(verdicts(whatIf(drop(ONE, "expand")).json()))
                    .containsExactly("App unaffected", "Odd unaffected", "Web unaffected");
            assertThat(verdicts(whatIf("{\"drop\":[{\"operation\":\"" + ONE + "\"}]}")
                            .json()))
                    .contains("Web breaks", "App unaffected");
        }

        @Test
        void anotherDocumentIsSentAlong() {
            ObjectNode body =
                    Json.object().put("document", DOCUMENT.replace("name: {type: string}", "name: {type: integer}"));

            assertThat(verdicts(whatIf(Json.write(body)).expect(200).json())).contains("Web breaks", "App unaffected");
        }

        @Test
        void otherVersionsAreTaken() {
            publishDocument(
                    "2", DOCUMENT.replace("        name: {type: string}\n", "").replace("[id, name]", "[id]"));
            publishPact("Web", "2", "/users/1", "{\"id\":1}");
            String both = "{\"versions\":[{\"pacticipant\":\"" + provider
                    + "\",\"version\":\"2\"},{\"pacticipant\":\"Web" + own + "\",\"version\":\"%s\"}]}";

            assertThat(verdicts(whatIf(both.formatted("1"), "?version=1").json()))
                    .contains("Web breaks");
            assertThat(verdicts(whatIf(both.formatted("2"), "?version=1").json()))
                    .contains("Web unaffected");
        }

        @Test
        void nothingIsStored() {
            long before = rows();
            whatIf(Json.write(Json.object().put("document", DOCUMENT.replace("Users", "Others"))))
                    .expect(200);
            whatIf(drop(ONE, "/name")).expect(200);

            assertThat(rows()).isEqualTo(before);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "[]",
                    "{\"drop\":[]}",
                    "{\"drop\":7}",
                    "{\"drop\":[7]}",
                    "{\"drop\":[{}]}",
                    "{\"drop\":[{\"operation\":null}]}",
                    "{\"drop\":[{\"operation\":\"GET /users\",\"request\":\"yes\"}]}",
                    "{\"document\":7}",
                    "{\"document\":\" \"}",
                    "{\"document\":\"a\",\"drop\":[{\"operation\":\"GET /users\"}]}",
                    "{\"versions\":[{\"pacticipant\":\"x\"}]}",
                    "{\"versions\":{}}"
                })
        void orABadBodyIsRefused(String body) {
            assertThat(whatIf(body).status()).isEqualTo(400);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"document\":\"no document\"}",
                    "{\"document\":{}}",
                    "{\"drop\":[{\"operation\":\"GET /others\"}]}",
                    "{\"drop\":[{\"operation\":\"GET /users\",\"location\":\"/none\"}]}",
                    "{\"drop\":[{\"operation\":\"GET\"}]}",
                    "{\"versions\":[{\"pacticipant\":\"Nobody\",\"version\":\"1\"}]}"
                })
        void orWhatIsNotThereIsToldByName(String body) {
            assertThat(whatIf(body).status()).isEqualTo(422);
        }

        private String drop(String operation, String location) {
            return "{\"drop\":[{\"operation\":\"" + operation + "\",\"location\":\"" + location + "\"}]}";
        }

        private long rows() {
            return database.one(
                    "select (select count(*) from openapi_document) + (select count(*) from provider_contract) as n",
                    row -> row.number("n"));
        }

        private Answer whatIf(String body) {
            return whatIf(body, "");
        }

        private Answer whatIf(String body, String query) {
            return api.post("/provider-contracts/provider/" + provider + "/what-if" + query, body);
        }
    }

    @Test
    void twoVersionsAreComparedByRuleAndByConsumer() {
        publishDocument("2", DOCUMENT.replace("        email: {type: string, deprecated: true}\n", ""));

        JsonNode answer =
                ask("comparison?fromVersion=1&toVersion=2").expect(200).json();

        assertThat(answer.at("/changes/0/rule").asText()).isEqualTo("response-optional-property-removed");
        assertThat(answer.at("/changes/0/count").asInt()).isEqualTo(2);
        assertThat(verdicts(answer)).containsExactly("App breaks", "Odd unaffected", "Web unaffected");
        assertThat(verdicts(ask("comparison?fromVersion=2&toVersion=1").json()))
                .containsExactly("App unaffected", "Odd unaffected", "Web unaffected");
        assertThat(verdicts(ask("comparison?fromVersion=1&usedIn=prod" + own).json()))
                .containsExactly("Web unaffected");
    }

    private Answer ask(String question) {
        return api.get("/provider-contracts/provider/" + provider + "/" + question);
    }

    private long statements(String question) {
        long before = database.statements();
        ask(question).expect(200);
        return database.statements() - before;
    }

    private void publishDocument(String version, String text) {
        api.post(
                        "/provider-contracts/provider/" + provider + "/publish",
                        document(version, "application/yaml", text.getBytes(StandardCharsets.UTF_8)))
                .expect(200);
    }

    private void publishPact(String consumer, String version, String path, String body) {
        ObjectNode pact = Json.object();
        ObjectNode interaction = pact.putArray("interactions").addObject().put("description", "users");
        interaction.putObject("request").put("method", "GET").put("path", path);
        ObjectNode response = interaction.putObject("response").put("status", 200);
        response.putObject("headers").put("Content-Type", "application/json");
        response.set("body", Json.stored(body));
        api.publish(publication(consumer + own, version, provider, Json.write(pact))
                        .put("branch", "main"))
                .expect(200);
    }

    private static JsonNode operation(JsonNode answer, String name) {
        for (JsonNode operation : answer.path("operations")) {
            if (operation.path("operation").asText().equals(name)) {
                return operation;
            }
        }
        throw new AssertionError("no " + name + " in " + answer);
    }

    private static JsonNode element(JsonNode answer, String operation, String location) {
        for (JsonNode element : operation(answer, operation).path("elements")) {
            if (element.path("location").asText().equals(location)) {
                return element;
            }
        }
        throw new AssertionError("no " + location + " of " + operation + " in " + answer);
    }

    private static List<String> locations(JsonNode answer, String operation) {
        List<String> locations = new ArrayList<>();
        operation(answer, operation)
                .path("elements")
                .forEach(element -> locations.add(element.path("location").asText()));
        return locations;
    }

    private List<String> users(JsonNode element) {
        List<String> users = new ArrayList<>();
        element.path("usedBy")
                .forEach(user -> users.add(user.path("consumer").asText().replace(own, "")));
        return users;
    }

    private List<String> verdicts(JsonNode answer) {
        List<String> verdicts = new ArrayList<>();
        answer.path("consumers")
                .forEach(consumer ->
                        verdicts.add(consumer.path("consumer").asText().replace(own, "") + " "
                                + consumer.path("verdict").asText()));
        return verdicts;
    }
}
