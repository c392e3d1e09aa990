package dev.accord.broker.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accord.broker.platform.Database;
import dev.accord.broker.selection.Story.Given;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which pacts each selector finds, alone and with others. */
@QuarkusTest
class SelectorsTest {

    @Inject
    Database database;

    @TestHTTPResource("/")
    URI base;

    private Story story;

    @BeforeEach
    void begin() {
        story = new Story(base);
    }

    @Nested
    class ByBranch {
        @Test
        void mainBranchIsTheHeadOfEachConsumersMainBranch() {
            story.publish("Web", "1", "main", "a")
                    .publish("Web", "2", "main", "b")
                    .publish("Web", "3", "feat", "c");
            story.publish("App", "1", "master", "a");

            assertThat(selected("{'mainBranch':true}")).containsExactly("App 1", "Web 2");
        }

        @Test
        void aBranchIsItsHeadHoweverOldTheVersion() {
            story.publish("Web", "1", "feat", "a")
                    .publish("Web", "2", "main", "b")
                    .publish("Web", "3", "main", "c");
            story.branch("Web", "1", "main");

            assertThat(selected("{'branch':'main'}")).containsExactly("Web 1");
            assertThat(selected("{'branch':'none'}")).isEmpty();
        }

        @Test
        void trueMeansEveryBranch() {
            story.publish("Web", "1", "main", "a")
                    .publish("Web", "2", "feat/x", "b")
                    .publish("Web", "3", "main", "c");

            assertThat(selected("{'branch':true}")).containsExactly("Web 2", "Web 3");
        }

        @Test
        void aHeadWithoutPactSelectsNothing() {
            story.publish("Web", "1", "main", "a").branch("Web", "2", "main");

            assertThat(selected("{'mainBranch':true}")).isEmpty();
            assertThat(selected("{'branch':'main'}")).isEmpty();
            assertThat(selected("{'latest':true}")).containsExactly("Web 1");
        }

        @Test
        void matchingBranchIsTheProvidersOwn() {
            story.publish("Web", "1", "main", "a").publish("Web", "2", "feat", "b");

            List<Given> pacts = story.ask(
                    "{\"providerVersionBranch\":\"feat\",\"consumerVersionSelectors\":[{\"matchingBranch\":true}]}");

            assertThat(pacts).extracting(Given::pact).containsExactly("Web 2");
        }
    }

    @Nested
    class ByTag {
        @Test
        void latestWithATagIsTheHighestVersionThatHasIt() {
            story.publish("Web", "1", "main", List.of("prod"), "a", "Shop");
            story.publish("Web", "2", "main", List.of("prod"), "b", "Shop");
            story.publish("Web", "3", "main", "c");

            assertThat(selected("{'tag':'prod','latest':true}")).containsExactly("Web 2");
            assertThat(selected("{'tag':'prod'}")).containsExactly("Web 1", "Web 2");
            assertThat(selected("{'tag':'prod','latest':false}")).containsExactly("Web 1", "Web 2");
        }

        @Test
        void aFallbackCountsOnlyWhenNoConsumerHasTheTag() {
            story.publish("Web", "1", "main", List.of("prod"), "a", "Shop");
            story.publish("App", "1", "main", List.of("dev"), "a", "Shop");

            assertThat(selected("{'tag':'none','latest':true,'fallbackTag':'prod'}"))
                    .containsExactly("Web 1");
            assertThat(selected("{'tag':'dev','latest':true,'fallbackTag':'prod'}"))
                    .containsExactly("App 1");
        }
    }

    @Nested
    class ByEnvironment {
        @Test
        void whatIsThereNow() {
            String prod = story.environment("prod", true);
            String test = story.environment("test", false);
            story.publish("Web", "1", "main", "a")
                    .publish("Web", "2", "main", "b")
                    .publish("Web", "3", "main", "c");
            story.deploy("Web", "1", prod, null).deploy("Web", "2", prod, null).deploy("Web", "3", test, null);
            story.release("Web", "1", prod);

            assertThat(selected("{'deployed':true}")).containsExactly("Web 2", "Web 3");
            assertThat(selected("{'deployed':true,'environment':'~prod'}")).containsExactly("Web 2");
            assertThat(selected("{'released':true}")).containsExactly("Web 1");
            assertThat(selected("{'released':true,'environment':'~test'}")).isEmpty();
            assertThat(selected("{'deployedOrReleased':true}")).containsExactly("Web 1", "Web 2", "Web 3");
            assertThat(selected("{'environment':'~prod'}")).containsExactly("Web 1", "Web 2");
        }

        @Test
        void instancesOfOneEnvironmentAreToldOnce() {
            String prod = story.environment("prod", true);
            story.publish("Web", "1", "main", "a");
            story.deploy("Web", "1", prod, "eu").deploy("Web", "1", prod, "us");

            assertThat(only("{'deployed':true}").why()).isEqualTo("deployed to prod");
        }
    }

    @Nested
    class Together {
        @Test
        void aContentIsGivenOnceWithAllReasonsAndTheNewestVersion() {
            String prod = story.environment("prod", true);
            story.publish("Web", "1", "main", "same").publish("Web", "2", "feat", "same");
            story.publish("Web", "3", "feat", "other")
                    .deploy("Web", "1", prod, null)
                    .tag("Web", "2", "rc");

            Given pact = only(
                    "{'mainBranch':true},{'deployed':true},{'tag':'rc','latest':true},{'consumer':'~App','latest':true}");

            assertThat(pact.pact()).isEqualTo("Web 2");
            assertThat(pact.why().split(", "))
                    .containsExactlyInAnyOrder("latest from main branch", "deployed to prod", "latest with tag rc");
        }

        @Test
        void theSameContentOfTwoConsumersIsGivenTwice() {
            story.publish("Web", "1", "main", "same").publish("app", "1", "main", "same");

            assertThat(selected("{'mainBranch':true}")).containsExactly("app 1", "Web 1");
        }

        @Test
        void oneConsumerCanBeAskedFor() {
            story.publish("Web", "1", "main", List.of("prod"), "a", "Shop");
            story.publish("App", "1", "main", List.of("prod"), "b", "Shop");

            assertThat(only("{'mainBranch':true,'consumer':'~Web'}").pact()).isEqualTo("Web 1");
            assertThat(only("{'tag':'prod','consumer':'~Web'}").why()).isEqualTo("one of Web prod");
            assertThat(selected("{'latest':true,'consumer':'Nobody'}")).isEmpty();
        }

        @Test
        void theLinkLeadsToThePactAndRemembersItsVersions() {
            story.publish("Web", "1", "main", "same").publish("Web", "2", "feat", "same");
            story.publish("Web", "3", "other", "same");

            Given pact = only("{'mainBranch':true},{'branch':'feat'}");
            var document = story.get(pact.url());

            assertThat(document.status()).isEqualTo(200);
            assertThat(document.json().at("/_links/pb:consumer-version/name").asText())
                    .isEqualTo("2");
            assertThat(document.json().at("/_links/pb:consumer-versions").findValuesAsText("name"))
                    .containsExactly("2", "1");
        }

        @Test
        void theLinkOutlivesItsVersions() {
            story.publish("Web", "1", "main", "same").publish("Web", "2", "feat", "same");
            Given pact = only("{'branch':'feat'}");

            assertThat(story.delete("/pacticipants/~Web/versions/2").status()).isEqualTo(204);

            assertThat(story.get(pact.url()).status()).isEqualTo(200);
            assertThat(story.report(pact, "1", true).status()).isEqualTo(201);
        }
    }

    @Nested
    class ByDefault {
        @Test
        void theMainBranchElseATagNamedLikeItElseTheLatestAndWhatIsInUse() {
            String prod = story.environment("prod", true);
            story.publish("Web", "1", "main", "a")
                    .publish("Web", "2", "main", "b")
                    .publish("Web", "3", "feat", "c");
            story.deploy("Web", "1", prod, null);
            story.publish("App", "1", null, List.of(), "a", "Shop");
            story.publish("App", "2", null, List.of(), "b", "Shop");
            story.publish("Cli", "1", "x", List.of(), "a", "Shop");
            story.publish("Cli", "2", "x", List.of(), "b", "Shop");
            story.tag("Cli", "1", "main");

            assertThat(story.ask("{}"))
                    .extracting(pact -> pact.pact() + ": " + pact.why())
                    .containsExactly(
                            "App 2: latest",
                            "Cli 1: latest with tag main",
                            "Web 1: deployed to prod",
                            "Web 2: latest from main branch");
        }
    }

    @Nested
    class Costs {
        private static final String ASK = """
                {"providerVersionBranch":"main","includePendingStatus":true,"includeWipPactsSince":"2020-01-01",
                 "consumerVersionSelectors":[{"mainBranch":true},{"deployedOrReleased":true},{"branch":true},
                  {"tag":"t"},{"tag":"t","latest":true,"fallbackTag":"u"},{"latest":true}]}""";

        @Test
        void asManyStatementsForManyPactsAsForOne() {
            story.publish("Web", "1", "main", "a");
            long few = statements(ASK);

            for (int i = 2; i < 12; i++) {
                story.publish("Web", "" + i, "b" + i, List.of("t"), "c" + i, "Shop");
                story.publish("App" + i, "" + i, "main", List.of("t"), "c", "Shop");
            }
            story.report(story.ask(ASK).getFirst(), "1", true);

            assertThat(statements(ASK)).isEqualTo(few).isEqualTo(3);
            assertThat(statements("{}")).isEqualTo(2);
        }

        private long statements(String body) {
            story.ask(body);
            long before = database.statements();
            story.ask(body);
            return database.statements() - before;
        }
    }

    private List<String> selected(String selectors) {
        return story.ask("{\"consumerVersionSelectors\":[" + selectors.replace('\'', '"') + "]}").stream()
                .map(Given::pact)
                .toList();
    }

    private Given only(String selectors) {
        List<Given> pacts = story.ask("{\"consumerVersionSelectors\":[" + selectors.replace('\'', '"') + "]}");
        assertThat(pacts).hasSize(1);
        return pacts.getFirst();
    }
}
