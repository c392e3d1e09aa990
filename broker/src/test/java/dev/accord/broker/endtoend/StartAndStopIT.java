package dev.accord.broker.endtoend;

import static dev.accord.broker.testing.Publications.pactBetween;
import static dev.accord.broker.testing.Publications.publication;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accord.broker.platform.Json;
import dev.accord.broker.startup.DatabaseSettings;
import dev.accord.broker.startup.EmbeddedPostgres;
import dev.accord.broker.testing.BrokerClient;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How the packaged broker begins, ends, and lives with its database. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StartAndStopIT {

    @TempDir
    private Path folder;

    @BeforeEach
    void makeTheFolderReachable() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void aStopLetsARunningRequestFinishAndEndsTheDatabaseAfterIt() throws Exception {
        try (var broker = PackagedBroker.start("graceful-stop", folder)) {
            byte[] body = publication("Shop", "1", pactBetween("Shop", "Stock", "late"))
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
            List<ProcessHandle> children = broker.process().descendants().toList();
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), broker.port())) {
                socket.setSoTimeout(60_000);
                var output = socket.getOutputStream();
                output.write(("POST /contracts/publish HTTP/1.1\r\nHost: 127.0.0.1:" + broker.port()
                                + "\r\nContent-Type: application/json\r\nAccept: application/hal+json\r\n"
                                + "Expect: 100-continue\r\nContent-Length: " + body.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                output.flush();
                var input = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                // The broker has begun with the request: it asks for the body.
                assertThat(input.readLine()).startsWith("HTTP/1.1 100");
                assertThat(input.readLine()).isEmpty();

                broker.terminate();
                // The port closes for new clients while the old one is still served.
                output.write(body, 0, body.length / 2);
                output.flush();
                output.write(body, body.length / 2, body.length - body.length / 2);
                output.flush();

                assertThat(input.readLine()).startsWith("HTTP/1.1 200");
            }
            broker.awaitEnd();
            assertThat(children)
                    .isNotEmpty()
                    .noneMatch(child -> child.info().command().isPresent());

            broker.restart();

            assertThat(new BrokerClient(broker.uri(""))
                            .get("/pacts/provider/Stock/consumer/Shop/version/1")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void withAServerOfYoursNoOtherStartsAndLivenessOutlivesIt() throws Exception {
        try (var server = EmbeddedPostgres.start(folder.resolve("server"))) {
            DatabaseSettings settings = server.settings();
            String address = settings.jdbcUrl()
                    .replace(
                            "jdbc:postgresql://",
                            "postgres://" + settings.username().orElseThrow() + ":"
                                    + settings.password().orElseThrow() + "@");
            Path unused = folder.resolve("unused");

            try (var broker = PackagedBroker.start(
                    "own-server",
                    unused,
                    Map.of("PACT_BROKER_DATABASE_URL", address, "PACT_BROKER_LOG_FORMAT", "json"))) {
                var client = new BrokerClient(broker.uri(""));
                assertThat(client.get("/q/health/ready").status()).isEqualTo(200);
                assertThat(unused).doesNotExist();

                server.close();

                assertThat(client.get("/q/health/ready").status()).isEqualTo(503);
                assertThat(client.get("/q/health/live").status()).isEqualTo(200);
                assertThat(broker.log().lines().toList())
                        .as("the log, one JSON object a line")
                        .filteredOn(line -> line.contains("\"message\""))
                        .isNotEmpty()
                        .allSatisfy(line -> assertThat(
                                        Json.parse(line).path("level").asText())
                                .isNotEmpty());
                assertThat(broker.log()).doesNotContain(settings.password().orElseThrow());
            }
        }
    }

    @Test
    void aBrokerWhoseDatabaseEndsForGoodEndsToo() throws Exception {
        try (var broker = PackagedBroker.start("database-lost", folder)) {
            ProcessHandle postgres = broker.process().children().findFirst().orElseThrow();

            postgres.destroyForcibly();

            // A supervisor starts it again; a broker without its database would only fail.
            assertThat(broker.awaitEnd()).isEqualTo(1);
            broker.restart();
            assertThat(new BrokerClient(broker.uri("")).get("/q/health/ready").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aMistakeIsSaidInOneLine() throws Exception {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        "target/quarkus-app/quarkus-run.jar")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().put("PACT_BROKER_DATABASE_URL", "mysql://me:secret@db/x");
        Process process = builder.start();

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("output")))
                .contains("accord: PACT_BROKER_DATABASE_URL begins with mysql")
                .doesNotContain("secret")
                .doesNotContain("\tat ");
    }
}
