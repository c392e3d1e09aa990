package dev.accord.broker.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request for pacts may say. */
@QuarkusTest
class ForVerificationValidationTest {

    private static final String PATH = "/pacts/provider/~Shop/for-verification";

    @TestHTTPResource("/")
    URI base;

    private Story story;

    @BeforeEach
    void aProviderWithOnePact() {
        story = new Story(base);
        story.publish("Web", "1", "main", "x");
    }

    @Nested
    class OfASelector {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{'latest':false}",
                    "{'consumer':'Web'}",
                    "{'mainBranch':true,'tag':'a'}",
                    "{'mainBranch':true,'environment':'e'}",
                    "{'mainBranch':true,'latest':false}",
                    "{'mainBranch':false}",
                    "{'mainBranch':null}",
                    "{'mainBranch':'true'}",
                    "{'matchingBranch':true}",
                    "{'matchingBranch':true,'latest':true}",
                    "{'matchingBranch':false}",
                    "{'tag':'a','branch':'b'}",
                    "{'tag':''}",
                    "{'tag':null}",
                    "{'tag':3}",
                    "{'tag':[]}",
                    "{'branch':''}",
                    "{'branch':7}",
                    "{'branch':false}",
                    "{'branch':'b','latest':false}",
                    "{'latest':'yes'}",
                    "{'latest':null}",
                    "{'tag':'a','deployed':true}",
                    "{'latest':true,'environment':'e'}",
                    "{'branch':'a','released':true}",
                    "{'fallbackTag':'b','tag':'a'}",
                    "{'fallbackTag':'b','latest':true}",
                    "{'fallbackTag':'','tag':'a','latest':true}",
                    "{'fallbackBranch':'b','latest':true}",
                    "{'fallbackBranch':'b','branch':'a','latest':false}",
                    "{'fallbackBranch':1,'branch':'a'}",
                    "{'deployed':true,'released':true}",
                    "{'deployed':true,'deployedOrReleased':true}",
                    "{'released':true,'deployedOrReleased':true}",
                    "{'deployed':false}",
                    "{'released':1}",
                    "{'deployedOrReleased':'x'}",
                    "{'environment':'nowhere'}",
                    "{'environment':'nowhere','deployed':true}",
                    "{'environment':''}",
                    "{'environment':{}}",
                    "{'latest':true,'consumer':''}",
                    "{'latest':true,'consumer':'  '}",
                    "{'latest':true,'consumer':null}",
                    "7",
                    "'main'",
                    "null",
                    "[]"
                })
        void refusesWithItsIndex(String selector) {
            var answer = story.post(
                    PATH, "{\"consumerVersionSelectors\":[{\"latest\":true}," + selector.replace('\'', '"') + "]}");

            assertThat(answer.status()).as(answer.json().toString()).isEqualTo(400);
            assertThat(answer.errorFields()).containsExactly("consumerVersionSelectors");
            assertThat(answer.errors("consumerVersionSelectors"))
                    .isNotEmpty()
                    .allSatisfy(message -> assertThat(message).endsWith("(at index 1)"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{'mainBranch':true,'latest':true}",
                    "{'mainBranch':true,'consumer':'Nobody'}",
                    "{'branch':true}",
                    "{'branch':'b','latest':true}",
                    "{'branch':'b','fallbackBranch':'c'}",
                    "{'tag':'a','latest':false}",
                    "{'tag':'a','latest':true,'fallbackTag':'b'}",
                    "{'latest':true,'colour':'red'}",
                    "{'deployed':true,'consumer':'Web'}",
                    "{'deployedOrReleased':true}"
                })
        void takesWhatMakesSense(String selector) {
            assertThat(story.post(PATH, "{\"consumerVersionSelectors\":[" + selector.replace('\'', '"') + "]}")
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void namesTheFieldsThatDoNotGoTogether() {
            var answer = story.post(
                    PATH, "{\"consumerVersionSelectors\":[{\"tag\":\"a\",\"latest\":true,\"deployed\":true}]}");

            assertThat(answer.errors("consumerVersionSelectors"))
                    .containsExactly("cannot specify the fields latest/tag with the field deployed (at index 0)");
        }

        @Test
        void pointsToTheSelectorInProblemDetails() {
            var answer = story.send(
                    "POST",
                    PATH,
                    "{\"consumerVersionSelectors\":[{\"latest\":true},{\"tag\":\"a\",\"branch\":\"b\"}]}",
                    "application/json",
                    "application/hal+json, application/problem+json");

            assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("/consumerVersionSelectors/1");
            assertThat(answer.json().at("/errors/0/detail").asText())
                    .isEqualTo("cannot specify both a tag and a branch");
        }
    }

    @Nested
    class OfTheRest {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "providerVersionBranch    | {'providerVersionBranch':'  '}",
                    "providerVersionBranch    | {'providerVersionBranch':7}",
                    "providerVersionBranch    | {'providerVersionBranch':'','includePendingStatus':true}",
                    "providerVersionBranch    | {'providerVersionBranch':'','includeWipPactsSince':'2020-01-01'}",
                    "providerVersionTags      | {'providerVersionTags':'main'}",
                    "providerVersionTags      | {'providerVersionTags':[1]}",
                    "providerVersionTags      | {'providerVersionTags':[null]}",
                    "includePendingStatus     | {'includePendingStatus':'maybe'}",
                    "includePendingStatus     | {'includePendingStatus':'true'}",
                    "includePendingStatus     | {'includePendingStatus':null}",
                    "includeWipPactsSince     | {'includeWipPactsSince':null}",
                    "includeWipPactsSince     | {'includeWipPactsSince':''}",
                    "includeWipPactsSince     | {'includeWipPactsSince':'soon'}",
                    "includeWipPactsSince     | {'includeWipPactsSince':'2020-02-31'}",
                    "includeWipPactsSince     | {'includeWipPactsSince':20200101}",
                    "consumerVersionSelectors | {'consumerVersionSelectors':{'latest':true}}",
                    "consumerVersionSelectors | {'consumerVersionSelectors':null}",
                    "consumerVersionSelectors | {'consumerVersionSelectors':'main'}",
                    "consumerVersionSelectors | {'providerVersionBranch':'','consumerVersionSelectors':[{'matchingBranch':true}]}"
                })
        void refusesUnderTheFieldsName(String field, String body) {
            var answer = story.post(PATH, body.replace('\'', '"'));

            assertThat(answer.status()).as(answer.json().toString()).isEqualTo(400);
            assertThat(answer.errorFields()).containsExactly(field);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "{}",
                    "{'consumerVersionSelectors':[]}",
                    "{'providerVersionBranch':null,'providerVersionTags':null}",
                    "{'providerVersionBranch':'','providerVersionTags':['a'],'includePendingStatus':true}",
                    "{'includeWipPactsSince':'2020-01-01T10:00:00Z','providerVersionBranch':'main'}",
                    "{'includeWipPactsSince':'2020-01-01 10:00:00','providerVersionBranch':'main'}",
                    "{'includeWipPactsSince':'2020-01-01T10:00:00+0100','providerVersionTags':['main']}",
                    "{'unknown':[1]}"
                })
        void takesWhatMakesSense(String body) {
            assertThat(story.post(PATH, body.replace('\'', '"')).status()).isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"[]", "{", "7", "\"x\"", "{\"consumerVersionSelectors\":["})
        void refusesABodyThatIsNoObject(String body) {
            assertThat(story.post(PATH, body).status()).isEqualTo(400);
        }

        @Test
        void refusesOtherContentTypesButTakesAnyKindOfJson() {
            assertThat(story.send("POST", PATH, "{}", "text/plain", "application/hal+json")
                            .status())
                    .isEqualTo(415);
            assertThat(story.send("POST", PATH, "{}", "application/vnd.x+json; charset=UTF-8", "*/*")
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void anUnknownProviderIsNotFoundButItsRequestIsCheckedFirst() {
            assertThat(story.post("/pacts/provider/~Nobody/for-verification", "{}")
                            .status())
                    .isEqualTo(404);
            assertThat(story.get("/pacts/provider/~Nobody/for-verification").status())
                    .isEqualTo(404);
            assertThat(story.post("/pacts/provider/~Nobody/for-verification", "{\"providerVersionTags\":1}")
                            .status())
                    .isEqualTo(400);
        }

        @Test
        void manySelectorsAreAnsweredLikeFew() {
            String many = "{\"branch\":\"none\"},".repeat(2_000) + "{\"latest\":true}";

            assertThat(story.post(PATH, "{\"consumerVersionSelectors\":[" + many + "]}")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Nested
    class OfTheOldForm {
        @ParameterizedTest
        @CsvSource({
            "consumer_version_selectors, consumer_version_selectors[][latest]=true",
            "consumer_version_selectors, consumer_version_selectors[][tag]=",
            "consumer_version_selectors, consumer_version_selectors[][tag]=a&consumer_version_selectors[][latest]=x",
            "consumer_version_selectors, consumer_version_selectors[][tag]=a&consumer_version_selectors[][consumer]=",
            "consumer_version_selectors, consumer_version_selectors=a",
            "include_pending_status, include_pending_status=maybe",
            "include_wip_pacts_since, include_wip_pacts_since=soon",
            "provider_version_tags, provider_version_tags=a"
        })
        void refusesUnderTheParametersName(String field, String query) {
            var answer = story.get(PATH + "?" + query.replace("[", "%5B").replace("]", "%5D"));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.errorFields()).containsExactly(field);
        }

        @Test
        void worksWithoutParametersAndSaysThatItIsOld() {
            var answer = story.get(PATH);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().at("/_links/self/href").asText()).endsWith("/for-verification");
            assertThat(story.given(answer.json())).singleElement().satisfies(pact -> {
                assertThat(pact.pending()).isTrue();
                assertThat(pact.whens().subList(0, 3)).containsOnly("before_verification");
                assertThat(pact.texts().getFirst()).contains("upgrade");
            });
        }

        @Test
        void readsSelectorsOneAfterTheOther() {
            story.publish("Web", "2", "feat", java.util.List.of("a"), "y", "Shop");
            story.publish("App", "1", "feat", java.util.List.of("b"), "y", "Shop");
            String query = "?include_pending_status=false&consumer_version_selectors[][tag]=a"
                    + "&consumer_version_selectors[][latest]=true&consumer_version_selectors[][tag]=b";

            var answer = story.get(PATH + query.replace("[", "%5B").replace("]", "%5D"));

            assertThat(story.given(answer.json()))
                    .extracting(pact -> pact.pact() + ": " + pact.why() + " " + pact.pending())
                    .containsExactly("App 1: one of b null", "Web 2: latest with tag a null");
        }
    }
}
