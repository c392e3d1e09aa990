package dev.accord.broker.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code target/quarkus-app/quarkus-run.jar} in a process of its own, listening on a free port of the loopback interface. */
final class PackagedBroker implements AutoCloseable {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Path LOGS = Path.of("target", "endtoend");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path data;
    private final Path log;
    private final Map<String, String> settings;
    private final int port;
    private Process process;

    private PackagedBroker(String name, Path data, Map<String, String> settings) throws IOException {
        this.data = data;
        this.settings = settings;
        this.port = freePort();
        Files.createDirectories(LOGS);
        this.log = LOGS.resolve(name + ".log");
        Files.deleteIfExists(log);
        this.process = launch();
    }

    /** Starts a broker with its embedded PostgreSQL on a folder, and waits until it answers. */
    static PackagedBroker start(String name, Path data) throws IOException {
        return start(name, data, Map.of());
    }

    static PackagedBroker start(String name, Path data, Map<String, String> settings) throws IOException {
        return new PackagedBroker(name, data, settings);
    }

    /** Starts it again after it has ended, on the same port and data. */
    void restart() throws IOException {
        process = launch();
    }

    private Process launch() throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Small enough that unbounded input would show.
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                JAR.toString());
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        var environment = new HashMap<String, String>();
        environment.put("PACT_BROKER_HOST", "127.0.0.1");
        environment.put("PACT_BROKER_PORT", Integer.toString(port));
        environment.put("ACCORD_DATA_DIR", data.toString());
        environment.putAll(settings);
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_"));
        builder.environment().putAll(environment);
        Process started = builder.start();
        var ready = new CompletableFuture<Boolean>();
        Thread.ofPlatform().daemon().start(() -> follow(started, ready));
        try {
            if (!ready.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the broker ended instead of starting:\n" + tail());
            }
        } catch (java.util.concurrent.TimeoutException | java.util.concurrent.ExecutionException e) {
            started.destroyForcibly();
            throw new AssertionError("the broker did not start:\n" + tail(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return started;
    }

    /** Copies what the broker prints to its log, and tells when it says that it is ready, or has ended. */
    private void follow(Process started, CompletableFuture<Boolean> ready) {
        try (BufferedReader output = started.inputReader();
                var writer = Files.newBufferedWriter(
                        log, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                writer.write(line);
                writer.newLine();
                writer.flush();
                if (line.contains("event=started")) {
                    ready.complete(true);
                }
            }
        } catch (IOException endedInTheMiddle) {
            // A killed process closes its end of the pipe as it likes.
        } finally {
            ready.complete(false);
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    int port() {
        return port;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    /** Ends the broker and all its children at once, as {@code kill -9} does, and waits until they are gone. */
    void killTree() throws InterruptedException {
        List<ProcessHandle> tree = new ArrayList<>(process.descendants().toList());
        process.destroyForcibly();
        tree.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
    }

    /** Ends the broker at once and leaves its PostgreSQL to itself. */
    void killBrokerAlone() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks the broker to end, as a supervisor does, without waiting for it. */
    void terminate() {
        process.destroy();
    }

    /** Waits for the end; returns the exit code. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the broker does not end");
        }
        return process.exitValue();
    }

    /** What it has logged so far, of all its lives. */
    String log() throws IOException {
        return Files.readString(log);
    }

    private String tail() throws IOException {
        if (!Files.exists(log)) {
            return "(no output)";
        }
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 30), all.size()));
        }
    }

    @Override
    public void close() {
        terminate();
        try {
            awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
