package dev.accord.broker.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accord.broker.selection.Story.Given;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lives of a content, from its first publication until a failure breaks the provider's build. */
@QuarkusTest
class PendingAndWorkInProgressStoriesTest {

    private static final String MAIN = """
            {"providerVersionBranch":"main","includePendingStatus":true,"consumerVersionSelectors":[{"mainBranch":true}]}""";
    private static final String MAIN_WITH_WIP =
            MAIN.replace("{\"prov", "{\"includeWipPactsSince\":\"2020-01-01\",\"prov");

    @TestHTTPResource("/")
    URI base;

    private Story story;

    @BeforeEach
    void begin() {
        story = new Story(base);
    }

    @Test
    void aNewContentIsPendingUntilTheBranchHasVerifiedItOnce() {
        story.publish("Web", "1", "main", "x");

        Given fresh = only(story.ask(MAIN));
        assertThat(fresh.pending()).isTrue();
        assertThat(fresh.wip()).isFalse();
        assertThat(fresh.why()).isEqualTo("latest from main branch");
        assertThat(fresh.whens())
                .containsExactly(
                        "before_verification",
                        "before_verification",
                        "after_verification:success_true_published_false",
                        "after_verification:success_false_published_false",
                        "after_verification:success_true_published_true",
                        "after_verification:success_false_published_true");

        story.branch("Shop", "1", "main").report(fresh, "1", false);
        assertThat(only(story.ask(MAIN)).pending()).as("after a failure").isTrue();

        story.branch("Shop", "2", "main").report(fresh, "2", true);
        Given proven = only(story.ask(MAIN));
        assertThat(proven.pending()).as("after a success").isFalse();
        assertThat(proven.whens()).containsExactly("before_verification", "before_verification");
    }

    @Test
    void aBranchMadeAfterTheFirstSuccessInheritsIt() {
        story.publish("Web", "1", "main", "x").branch("Shop", "1", "main");
        story.report(only(story.ask(MAIN)), "1", true);

        String feat = MAIN.replace("\"main\"", "\"feat\"");
        assertThat(only(story.ask(feat)).pending()).as("before it exists").isFalse();

        story.branch("Shop", "2", "feat");
        assertThat(only(story.ask(feat)).pending()).as("once it exists").isFalse();
    }

    @Test
    void aBranchMadeBeforeTheFirstSuccessElsewhereDoesNotInheritIt() {
        story.publish("Web", "1", "main", "x").branch("Shop", "0", "old").branch("Shop", "1", "main");
        story.report(only(story.ask(MAIN)), "1", true);

        assertThat(only(story.ask(MAIN.replace("\"main\"", "\"old\""))).pending())
                .isTrue();
    }

    @Test
    void aVersionThatJoinsTheBranchLaterBringsItsResultsAlong() {
        story.publish("Web", "1", "main", "x");
        story.report(only(story.ask(MAIN)), "1", true);
        assertThat(only(story.ask(MAIN)).pending()).as("no branch yet").isTrue();

        story.branch("Shop", "1", "main");
        assertThat(only(story.ask(MAIN)).pending()).isFalse();

        assertThat(story.delete("/pacticipants/~Shop/branches/main/versions/1").status())
                .isEqualTo(204);
        assertThat(only(story.ask(MAIN)).pending()).as("after it left again").isTrue();
    }

    @Test
    void deletingTheOnlySuccessMakesTheContentPendingAgain() {
        story.publish("Web", "1", "main", "x").branch("Shop", "1", "main");
        var result = story.report(only(story.ask(MAIN)), "1", true);
        assertThat(only(story.ask(MAIN)).pending()).isFalse();

        assertThat(story.delete(result.json().at("/_links/self/href").asText()).status())
                .isEqualTo(204);

        assertThat(only(story.ask(MAIN)).pending()).isTrue();
    }

    @Test
    void aFeatureOfAConsumerIsWorkInProgressUntilItIsVerifiedWhileSelected() {
        story.publish("Web", "1", "main", "x").branch("Shop", "1", "main");
        story.report(only(story.ask(MAIN)), "1", true);
        story.publish("Web", "2", "feat-y", "y");

        List<Given> both = story.ask(MAIN_WITH_WIP);
        assertThat(both).extracting(Given::pact).containsExactly("Web 1", "Web 2");
        Given added = both.get(1);
        assertThat(added.wip()).isTrue();
        assertThat(added.pending()).isTrue();
        assertThat(added.why()).isEqualTo("latest from branch feat-y");

        assertThat(story.report(added, "1", true).status()).isEqualTo(201);
        assertThat(story.ask(MAIN_WITH_WIP))
                .as("its own success")
                .extracting(Given::wip)
                .containsExactly(false, true);
        assertThat(story.ask(MAIN_WITH_WIP.replace("\"main\"", "\"other\"")))
                .as("for another branch")
                .extracting(Given::wip)
                .containsExactly(false, true);

        story.publish("Web", "3", "main", "y");
        Given merged = only(story.ask(MAIN_WITH_WIP));
        assertThat(merged.pact()).isEqualTo("Web 3");
        assertThat(merged.wip()).as("selected now").isFalse();
        assertThat(merged.pending())
                .as("the success as work in progress counts here")
                .isFalse();
    }

    @Test
    void whatAnotherBranchVerifiedBeforeThisOneExistedIsNotWorkInProgress() {
        story.publish("Web", "1", "main", "x")
                .publish("Web", "2", "feat-y", "y")
                .branch("Shop", "1", "main");
        Given y = only(story.ask("{\"consumerVersionSelectors\":[{\"branch\":\"feat-y\"}]}"));
        story.report(y, "1", true);

        assertThat(story.ask(MAIN_WITH_WIP)).as("main verified it").hasSize(1);
        assertThat(story.ask(MAIN_WITH_WIP.replace("\"main\"", "\"feat\"")))
                .as("a branch yet to come")
                .hasSize(1);
    }

    @Test
    void whatAnotherBranchVerifiedAfterThisOneBeganStaysWorkInProgress() {
        story.publish("Web", "1", "main", "x").publish("Web", "2", "feat-y", "y");
        story.branch("Shop", "1", "old").branch("Shop", "2", "main");
        Given y = only(story.ask("{\"consumerVersionSelectors\":[{\"branch\":\"feat-y\"}]}"));
        story.report(y, "2", true);

        assertThat(story.ask(MAIN_WITH_WIP.replace("\"main\"", "\"old\"")))
                .extracting(Given::wip)
                .containsExactly(false, true);
    }

    @Test
    void equalContentsOfTwoBranchesAreOneEntryThatNamesBoth() {
        story.publish("Web", "1", "main", "x")
                .publish("Web", "2", "feat-a", "y")
                .publish("Web", "3", "feat-b", "y");

        Given both = story.ask(MAIN_WITH_WIP).get(1);

        assertThat(both.pact()).isEqualTo("Web 3");
        assertThat(both.why().split(", "))
                .containsExactlyInAnyOrder("latest from branch feat-a", "latest from branch feat-b");
    }

    @Test
    void anOlderVersionOfABranchIsNotWorkInProgress() {
        story.publish("Web", "1", "main", "x").publish("Web", "2", "feat", "y").publish("Web", "3", "feat", "z");

        assertThat(story.ask(MAIN_WITH_WIP)).extracting(Given::pact).containsExactly("Web 1", "Web 3");
    }

    @Test
    void nothingIsWorkInProgressThatWasPublishedBeforeTheDateOrForAProviderWithoutBranchAndTags() {
        story.publish("Web", "1", "main", "x").publish("Web", "2", "feat", "y");

        assertThat(story.ask(MAIN_WITH_WIP.replace("2020-01-01", "2999-01-01"))).hasSize(1);
        assertThat(
                        story.ask(
                                "{\"includeWipPactsSince\":\"2020-01-01\",\"consumerVersionSelectors\":[{\"mainBranch\":true}]}"))
                .hasSize(1);
    }

    @Test
    void aTagOfTheProviderIsPendingUntilAVersionWithItSucceeds() {
        String tagged = """
                {"providerVersionTags":["dev","rc"],"consumerVersionSelectors":[{"latest":true}]}""";
        story.publish("Web", "1", "main", "x");
        Given pact = only(story.ask(tagged));
        assertThat(pact.pending()).isTrue();

        story.tag("Shop", "1", "dev").tag("Shop", "2", "rc").report(pact, "1", true);
        assertThat(only(story.ask(tagged)).pending())
                .as("rc has not verified it")
                .isTrue();

        story.report(pact, "2", true);
        assertThat(only(story.ask(tagged)).pending()).isFalse();
        assertThat(only(story.ask(tagged.replace("rc", "new"))).pending())
                .as("a tag used first after the success")
                .isFalse();
    }

    @Test
    void aFeatureIsWorkInProgressForEachTagThatHasNotVerifiedIt() {
        String tagged = """
                {"providerVersionTags":["dev"],"includeWipPactsSince":"2020-01-01",
                 "consumerVersionSelectors":[{"mainBranch":true}]}""";
        story.publish("Web", "1", "main", "x").publish("Web", "2", "feat", List.of("t"), "y", "Shop");
        assertThat(story.ask(tagged)).extracting(Given::wip).containsExactly(false, true);

        Given y = only(story.ask("{\"consumerVersionSelectors\":[{\"branch\":\"feat\"}]}"));
        story.report(y, "1", true);
        story.tag("Shop", "1", "dev");
        assertThat(story.ask(tagged)).as("tagged after the result").hasSize(2);

        story.report(y, "1", true);
        assertThat(story.ask(tagged)).as("verified with the tag").hasSize(1);
    }

    @Test
    void withoutBranchAndTagsAnySuccessCounts() {
        String plain = "{\"consumerVersionSelectors\":[{\"latest\":true}]}";
        story.publish("Web", "1", "main", "x");
        Given pact = only(story.ask(plain));
        assertThat(pact.pending()).isTrue();

        story.report(pact, "1", true);

        assertThat(only(story.ask(plain)).pending()).isFalse();
    }

    private static Given only(List<Given> pacts) {
        assertThat(pacts).hasSize(1);
        return pacts.getFirst();
    }
}
