package dev.accord.broker.endtoend;

import static dev.accord.broker.testing.Publications.pactBetween;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.testing.BrokerClient;
import dev.accord.broker.testing.Publications;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged survives; what was not is there as a whole or not at all. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CrashIT {

    private static final int PUBLICATIONS = 200;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 60;

    @TempDir
    private Path folder;

    @BeforeEach
    void makeTheFolderReachable() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void aKillAmidTwoHundredPublicationsLosesNothingAndLeavesNothingHalf() throws Exception {
        try (var broker = PackagedBroker.start("crash-of-all", folder)) {
            Set<String> acknowledged = publishUntilKilled(broker, broker::killTree);

            broker.restart();

            verify(new BrokerClient(broker.uri("")), acknowledged);
        }
    }

    @Test
    void aKillOfTheBrokerAloneLosesNothingEither() throws Exception {
        try (var broker = PackagedBroker.start("crash-of-broker", folder)) {
            Set<String> acknowledged = publishUntilKilled(broker, broker::killBrokerAlone);

            broker.restart();

            verify(new BrokerClient(broker.uri("")), acknowledged);
        }
    }

    /** Publishes from many threads at once and kills in the middle; returns the versions whose answer was 200. */
    private static Set<String> publishUntilKilled(PackagedBroker broker, Kill kill) throws Exception {
        var client = new BrokerClient(broker.uri(""));
        assertThat(client.post("/contracts/publish", publication("first")).status())
                .isEqualTo(200);
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        acknowledged.add("first");
        var enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_THE_KILL);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < PUBLICATIONS; number++) {
                String version = "v" + number;
                threads.submit(() -> {
                    try {
                        if (client.post("/contracts/publish", publication(version))
                                        .status()
                                == 200) {
                            acknowledged.add(version);
                            enough.countDown();
                        }
                    } catch (UncheckedIOException killed) {
                        // No answer: it may be there or not, but not half.
                    }
                    return version;
                });
            }
            assertThat(enough.await(2, TimeUnit.MINUTES)).isTrue();
            kill.run();
        }
        return acknowledged;
    }

    /** Two pacts of one version: they belong together. */
    private static ObjectNode publication(String version) {
        return Publications.publication(
                "Web",
                version,
                pactBetween("Web", "Orders", "order of " + version),
                pactBetween("Web", "Users", "user of " + version));
    }

    private static void verify(BrokerClient client, Set<String> acknowledged) throws Exception {
        assertThat(acknowledged).hasSizeGreaterThan(ACKNOWLEDGED_BEFORE_THE_KILL);
        for (String version : acknowledged) {
            assertThat(presence(client, version)).as(version).isEqualTo("version branch Orders Users ");
        }
        for (int number = 0; number < PUBLICATIONS; number++) {
            String version = "v" + number;
            if (!acknowledged.contains(version)) {
                assertThat(presence(client, version)).as(version).isIn("", "version branch Orders Users ");
            }
        }
    }

    /** Which parts of a publication are there. */
    private static String presence(BrokerClient client, String version) throws Exception {
        var present = new StringBuilder();
        if (client.get("/pacticipants/Web/versions/" + version).status() == 200) {
            present.append("version ");
        }
        if (client.get("/pacticipants/Web/branches/main/versions/" + version).status() == 200) {
            present.append("branch ");
        }
        for (String provider : new String[] {"Orders", "Users"}) {
            var pact = client.get("/pacts/provider/" + provider + "/consumer/Web/version/" + version);
            if (pact.status() == 200) {
                assertThat(pact.body()).contains(" of " + version + "\"");
                present.append(provider).append(' ');
            }
        }
        return present.toString();
    }

    private interface Kill {
        void run() throws Exception;
    }
}
