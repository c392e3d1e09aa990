package dev.accord.broker.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

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
        var client = new BrokerClient(broker);

        // when: names, branch and provider are new to the broker in the first round, for all clients at once
        List<Integer> statuses = atOnce((number, round) -> {
            String version = "r" + round + "c" + number;
            return client.post(
                            "/contracts/publish",
                            BrokerClient.publication(
                                    "Shop",
                                    version,
                                    BrokerClient.pact("Shop", "Stock", "round " + round),
                                    BrokerClient.pact("Shop", "Prices", "client " + number)))
                    .statusCode();
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
        var client = new BrokerClient(broker);

        // when: each client publishes the pact for its own provider, under the same version
        List<Integer> statuses = atOnce((number, round) -> client.post(
                        "/contracts/publish",
                        BrokerClient.publication(
                                "Portal",
                                "build-" + round,
                                BrokerClient.pact("Portal", "Service " + number, "round " + round)))
                .statusCode());

        // then
        assertThat(statuses).containsOnly(200);
        for (int number = 0; number < CLIENTS; number++) {
            assertThat(client.get("/pacts/provider/Service%20" + number + "/consumer/Portal/version/build-0")
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(broker.log()).doesNotContain("deadlock detected").doesNotContain("event=request_failed");
    }

    @Test
    void publishingAndDeletingTheSamePacticipantNeverFailsInside() throws Exception {
        var client = new BrokerClient(broker);

        List<Integer> statuses = atOnce((number, round) -> {
            if (number % 5 == 0) {
                return client.delete("/pacticipants/Fleeting").statusCode();
            }
            return client.post(
                            "/contracts/publish",
                            BrokerClient.publication(
                                    "Fleeting",
                                    "r" + round + "c" + number,
                                    BrokerClient.pact("Fleeting", "Stock", "round " + round)))
                    .statusCode();
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
