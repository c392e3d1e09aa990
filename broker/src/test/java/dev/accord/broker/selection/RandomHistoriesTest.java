package dev.accord.broker.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accord.broker.platform.Database;
import dev.accord.broker.selection.Selector.Kind;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pending and work in progress as SQL finds them are what the plainest reading of the rules says, for random pasts. */
@QuarkusTest
class RandomHistoriesTest {

    private static final int HISTORIES = 20;
    private static final List<Selector> ALL_HEADS = List.of(
            new Selector(Kind.EACH_BRANCH, null, null, null, null),
            new Selector(Kind.LATEST_TAG, "dev", null, null, null),
            new Selector(Kind.LATEST_TAG, "prod", null, null, null));
    private static final List<Selector> NOTHING =
            List.of(new Selector(Kind.BRANCH, "no such branch", null, null, null));

    @Inject
    PactsForVerification pacts;

    @Inject
    Database database;

    @Test
    void areAsTheRulesSay() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            RandomHistory history = new RandomHistory(database, seed);
            Instant since = Instant.now().minus(Duration.ofDays(20));
            for (String branch : List.of("main", "feat", "old", "never seen")) {
                assertThat(pending(history, branch, List.of()))
                        .as("seed %d, pending for branch %s", seed, branch)
                        .isEqualTo(history.pending(branch));
                assertThat(inProgress(history, branch, List.of(), since))
                        .as("seed %d, in progress for branch %s", seed, branch)
                        .isEqualTo(history.inProgress(branch, since, 30));
            }
            for (List<String> tags : List.of(List.of("dev"), List.of("dev", "prod"), List.of("never seen"))) {
                assertThat(pending(history, null, tags))
                        .as("seed %d, pending for tags %s", seed, tags)
                        .isEqualTo(history.pending(tags));
                assertThat(inProgress(history, null, tags, since))
                        .as("seed %d, in progress for tags %s", seed, tags)
                        .isEqualTo(history.inProgress(tags, since));
            }
        }
    }

    @Test
    void leaveTheSummaryAsARebuildWouldMakeIt() {
        for (long seed = 101; seed <= 100 + HISTORIES; seed++) {
            new RandomHistory(database, seed);
        }
        List<String> kept = summary();

        database.list("select verification_branch_rebuild()", row -> 0);

        assertThat(kept).isNotEmpty().isEqualTo(summary());
    }

    private List<String> summary() {
        return database.list("""
                select concat_ws(' ', s.pact_version_id, s.branch_id, s.wip, s.first_successful_at) as line
                  from verification_branch s
                 order by s.pact_version_id, s.branch_id, s.wip""", row -> row.text("line"));
    }

    private Map<String, Boolean> pending(RandomHistory history, @Nullable String branch, List<String> tags) {
        Map<String, Boolean> pending = new LinkedHashMap<>();
        ask(history, new VerificationRequest(branch, tags, ALL_HEADS, true, null))
                .forEach(pact -> pending.put(pact.newest().sha(), pact.pending()));
        return pending;
    }

    private List<String> inProgress(RandomHistory history, @Nullable String branch, List<String> tags, Instant since) {
        return ask(history, new VerificationRequest(branch, tags, NOTHING, true, since)).stream()
                .map(pact -> pact.newest().sha())
                .sorted()
                .toList();
    }

    private List<VerifiablePact> ask(RandomHistory history, VerificationRequest request) {
        return pacts.find(history.provider, List.of(), known -> request).pacts();
    }
}
