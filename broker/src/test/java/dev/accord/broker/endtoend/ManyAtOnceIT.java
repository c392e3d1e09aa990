package dev.accord.broker.endtoend;

import static dev.accord.broker.testing.Publications.pactBetween;
import static dev.accord.broker.testing.Publications.publication;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accord.broker.testing.BrokerClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Twenty clients write to the same places at the same moment. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ManyAtOnceIT {

    private static final int CLIENTS = 20;
    private static final int ROUNDS = 8;

    @TempDir
    private static Path folder;

    private static PackagedBroker broker;

    @BeforeAll
    static void start() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        broker = PackagedBroker.start("many-at-once", folder);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void versionsOfTheSamePacticipantArePublishedWithoutDeadlockOrFailure() throws Exception {
        var client = new BrokerClient(broker.uri(""));

        // when: names, branch and provider are new to the broker in the first round, for all clients at once
        List<Integer> statuses = atOnce((number, round) -> {
            String version = "r" + round + "c" + number;
            return client.post(
                            "/contracts/publish",
                            publication(
                                    "Shop",
                                    version,
                                    pactBetween("Shop", "Stock", "round " + round),
                                    pactBetween("Shop", "Prices", "client " + number)))
                    .status();
        });

        // then
        assertThat(statuses).hasSize(CLIENTS * ROUNDS).containsOnly(200);
        var versions = client.get("/pacticipants/Shop/versions?size=1000");
        for (int number = 0; number < CLIENTS; number++) {
            assertThat(versions.body()).contains("\"r0c" + number + "\"");
        }
        assertThat(broker.log()).doesNotContain("deadlock detected").doesNotContain("event=request_failed");
    }

    @Test
    void oneVersionIsPublishedByAllWithoutDeadlockOrFailure() throws Exception {
        var client = new BrokerClient(broker.uri(""));

        // when: each client publishes the pact for its own provider, under the same version
        List<Integer> statuses = atOnce((number, round) -> client.post(
                        "/contracts/publish",
                        publication(
                                "Portal",
                                "build-" + round,
                                pactBetween("Portal", "Service " + number, "round " + round)))
                .status());

        // then
        assertThat(statuses).containsOnly(200);
        for (int number = 0; number < CLIENTS; number++) {
            assertThat(client.get("/pacts/provider/Service%20" + number + "/consumer/Portal/version/build-0")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(broker.log()).doesNotContain("deadlock detected").doesNotContain("event=request_failed");
    }

    @Test
    void publishingAndDeletingTheSamePacticipantNeverFailsInside() throws Exception {
        var client = new BrokerClient(broker.uri(""));

        List<Integer> statuses = atOnce((number, round) -> {
            if (number % 5 == 0) {
                return client.delete("/pacticipants/Fleeting").status();
            }
            return client.post(
                            "/contracts/publish",
                            publication(
                                    "Fleeting",
                                    "r" + round + "c" + number,
                                    pactBetween("Fleeting", "Stock", "round " + round)))
                    .status();
        });

        assertThat(statuses.stream().collect(Collectors.groupingBy(status -> status / 100, Collectors.counting())))
                .as("by hundreds")
                .doesNotContainKey(5);
        assertThat(broker.log()).doesNotContain("deadlock detected");
    }

    private static List<Integer> atOnce(Step step) throws Exception {
        var barrier = new CyclicBarrier(CLIENTS);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Integer>>> clients = new ArrayList<>();
            for (int number = 0; number < CLIENTS; number++) {
                int client = number;
                Callable<List<Integer>> rounds = () -> {
                    var statuses = new ArrayList<Integer>();
                    for (int round = 0; round < ROUNDS; round++) {
                        barrier.await(1, TimeUnit.MINUTES);
                        statuses.add(step.run(client, round));
                    }
                    return statuses;
                };
                clients.add(threads.submit(rounds));
            }
            var all = new ArrayList<Integer>();
            for (Future<List<Integer>> client : clients) {
                all.addAll(client.get());
            }
            return all;
        }
    }

    private interface Step {
        int run(int client, int round) throws Exception;
    }
}
