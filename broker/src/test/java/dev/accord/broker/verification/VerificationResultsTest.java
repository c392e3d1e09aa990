package dev.accord.broker.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accord.broker.platform.Database;
import dev.accord.broker.selection.Story;
import dev.accord.broker.testing.Answer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Results: published, read, summed up, deleted. */
@QuarkusTest
class VerificationResultsTest {

    private static final String PAIR = "/pacts/provider/~Shop/consumer/~Web";

    @Inject
    Database database;

    @TestHTTPResource("/")
    URI base;

    private Story story;
    private String content;

    @BeforeEach
    void aPact() {
        story = new Story(base);
        story.publish("Web", "1", "main", "x");
        content = story.get(PAIR + "/version/1")
                .json()
                .at("/_links/pb:pact-version/href")
                .asText();
    }

    @Nested
    class Publishing {
        @Test
        void givesBackAllThatWasPosted() {
            Answer posted = post("""
                    {"success":true,"providerApplicationVersion":"1","buildUrl":"http://ci/1","testResults":[{"a":1.0},null],
                     "verifiedBy":{"implementation":"Pact-Rust","version":"1.2",
                       "clientLanguage":{"name":"jvm","version":"21","testFramework":"junit"}}}""");

            assertThat(posted.status()).isEqualTo(201);
            assertThat(posted.json().at("/testResults").toString()).isEqualTo("[{\"a\":1.0},null]");
            assertThat(posted.json().at("/verifiedBy/client_test_framework").asText())
                    .isEqualTo("junit");
            assertThat(posted.json().at("/_links/self/name").asText()).endsWith("for Pact between Web (1) and Shop");
            assertThat(story.get(self(posted)).json()).isEqualTo(posted.json());
        }

        @Test
        void makesTheProviderVersion() {
            post("{\"success\":false,\"providerApplicationVersion\":\"7.0 beta\"}");

            assertThat(story.get("/pacticipants/~Shop/versions/7.0%20beta").status())
                    .isEqualTo(200);
        }

        @Test
        void countsAFewStatementsWhateverTheHistory() {
            post("{\"success\":true,\"providerApplicationVersion\":\"1\"}");
            long before = database.statements();
            post("{\"success\":true,\"providerApplicationVersion\":\"1\"}");
            assertThat(database.statements() - before).isLessThanOrEqualTo(4);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "success                    | {'providerApplicationVersion':'1'}",
                    "success                    | {'success':'true','providerApplicationVersion':'1'}",
                    "success                    | {'success':null,'providerApplicationVersion':'1'}",
                    "providerApplicationVersion | {'success':true}",
                    "providerApplicationVersion | {'success':true,'providerApplicationVersion':null}",
                    "providerApplicationVersion | {'success':true,'providerApplicationVersion':''}",
                    "providerApplicationVersion | {'success':true,'providerApplicationVersion':' '}",
                    "providerApplicationVersion | {'success':true,'providerApplicationVersion':1}",
                    "buildUrl                   | {'success':true,'providerApplicationVersion':'1','buildUrl':'not a url'}",
                    "buildUrl                   | {'success':true,'providerApplicationVersion':'1','buildUrl':7}",
                    "verifiedBy                 | {'success':true,'providerApplicationVersion':'1','verifiedBy':'x'}",
                    "verifiedBy                 | {'success':true,'providerApplicationVersion':'1','verifiedBy':{'version':{}}}"
                })
        void refusesUnderTheFieldsName(String field, String body) {
            Answer answer = post(body.replace('\'', '"'));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.errorFields()).containsExactly(field);
            assertThat(story.get(content + "/verification-results/latest").status())
                    .isEqualTo(404);
        }

        @Test
        void refusesWhatIsNoJsonAndUnknownContents() {
            assertThat(post("{\"success\":").status()).isEqualTo(400);
            assertThat(post("[]").status()).isEqualTo(400);
            assertThat(story.post(
                                    PAIR + "/pact-version/unknown/verification-results",
                                    "{\"success\":true,\"providerApplicationVersion\":\"1\"}")
                            .status())
                    .isEqualTo(404);
            assertThat(story.send("POST", content + "/verification-results", "{}", "text/plain", "*/*")
                            .status())
                    .isEqualTo(415);
        }

        @Test
        void aForeignMetadataSegmentIsIgnored() {
            assertThat(story.post(
                                    content + "/metadata/bm90aGluZw/verification-results",
                                    "{\"success\":true,\"providerApplicationVersion\":\"1\"}")
                            .status())
                    .isEqualTo(201);
        }
    }

    @Nested
    class Reading {
        @Test
        void theLatestOfContentVersionAndPact() {
            post("{\"success\":true,\"providerApplicationVersion\":\"1\"}");
            Answer second = post("{\"success\":false,\"providerApplicationVersion\":\"2\"}");
            story.tag("Web", "1", "prod");

            for (String path : List.of(
                    content + "/verification-results/latest",
                    PAIR + "/version/1/verification-results/latest",
                    PAIR + "/latest/verification-results/latest",
                    PAIR + "/latest/prod/verification-results/latest")) {
                assertThat(story.get(path).json().at("/_links/self/href").asText())
                        .as(path)
                        .isEqualTo(self(second));
            }
            assertThat(story.get(PAIR + "/latest/none/verification-results/latest")
                            .status())
                    .isEqualTo(404);
        }

        @Test
        void theExtendedFormTellsTheTagsOfTheProviderVersion() {
            story.tag("Shop", "1", "dev");
            Answer posted = post("{\"success\":true,\"providerApplicationVersion\":\"1\"}");

            Answer extended = story.send(
                    "GET", self(posted), null, "application/json", "application/vnd.pactbrokerextended.v1+json");

            assertThat(extended.json().at("/_embedded/tags/0/name").asText()).isEqualTo("dev");
            assertThat(extended.json().at("/_embedded/tags/0/latest").asBoolean())
                    .isTrue();
        }

        @Test
        void onlyANumberOfThisContentIsFound() {
            Answer posted = post("{\"success\":true,\"providerApplicationVersion\":\"1\"}");
            String number = self(posted).replaceAll(".*/", "");
            story.publish("Web", "2", "main", "y");
            String other = story.get(PAIR + "/version/2")
                    .json()
                    .at("/_links/pb:pact-version/href")
                    .asText();

            assertThat(story.get(content + "/metadata/x/verification-results/" + number)
                            .status())
                    .isEqualTo(200);
            for (String missing : List.of("all", "x", "-1", "9".repeat(30), "0")) {
                assertThat(story.get(content + "/verification-results/" + missing)
                                .status())
                        .as(missing)
                        .isEqualTo(404);
            }
            assertThat(story.get(other + "/verification-results/" + number).status())
                    .isEqualTo(404);
        }

        @Test
        void deletingTheNewestBringsBackTheOneBefore() {
            Answer first = post("{\"success\":true,\"providerApplicationVersion\":\"1\"}");
            Answer second = post("{\"success\":false,\"providerApplicationVersion\":\"2\"}");

            assertThat(story.delete(self(second)).status()).isEqualTo(204);
            assertThat(story.delete(self(second)).status()).isEqualTo(404);

            assertThat(story.get(content + "/verification-results/latest").json())
                    .isEqualTo(first.json());
        }

        @Test
        void noWebhooksWereTriggered() {
            Answer posted = post("{\"success\":true,\"providerApplicationVersion\":\"1\"}");

            assertThat(story.get(self(posted) + "/triggered-webhooks").json().at("/_embedded/triggeredWebhooks"))
                    .isEmpty();
        }
    }

    @Nested
    class Summary {
        @Test
        void tellsForEachProviderWhatIsKnown() {
            story.publish("Web", "2", "main", List.of(), "y", "Shop", "Bank", "Attic");
            verify("Shop", true);
            verify("Bank", false);

            Answer summary = story.get("/verification-results/consumer/~Web/version/2/latest");

            assertThat(summary.json().at("/success").asBoolean()).isFalse();
            assertThat(summary.json().at("/providerSummary").toString())
                    .isEqualTo("{\"successful\":[\"Shop\"],\"failed\":[\"Bank\"],\"unknown\":[\"Attic\"]}");
            assertThat(summary.json().at("/_embedded/verificationResults").findValuesAsText("providerName"))
                    .containsExactly("Bank", "Shop");
        }

        @Test
        void ofAVersionWithoutPactsIsEmptyAndOfAnUnknownOneMissing() {
            story.branch("Web", "9", "main");

            assertThat(story.get("/verification-results/consumer/~Web/version/9/latest")
                            .json()
                            .at("/success")
                            .asBoolean())
                    .isTrue();
            assertThat(story.get("/verification-results/consumer/~Web/version/none/latest")
                            .status())
                    .isEqualTo(404);
        }

        private void verify(String provider, boolean success) {
            String results = story.get("/pacts/provider/~" + provider + "/consumer/~Web/version/2")
                    .json()
                    .at("/_links/pb:publish-verification-results/href")
                    .asText();
            story.post(results, "{\"success\":" + success + ",\"providerApplicationVersion\":\"1\"}");
        }
    }

    private Answer post(String body) {
        return story.post(content + "/verification-results", body);
    }

    private static String self(Answer answer) {
        return answer.json().at("/_links/self/href").asText();
    }
}
