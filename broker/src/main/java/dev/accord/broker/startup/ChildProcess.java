package dev.accord.broker.startup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the small programs that a start needs: {@code initdb}, {@code pg_ctl}, {@code setpriv}. */
final class ChildProcess {

    private ChildProcess() {}

    /**
     * What a program answered.
     *
     * @param exitCode its exit code, 0 for success
     * @param output everything it printed, both streams
     */
    record Outcome(int exitCode, String output) {

        boolean succeeded() {
            return exitCode == 0;
        }
    }

    /**
     * Runs a program to its end. Its output goes through a file: a grandchild that keeps the stream open, such as a server
     * that {@code pg_ctl} leaves behind, cannot hold us up.
     *
     * @param patience after which the program is ended by force
     * @throws IOException when the program cannot be started or does not end in time
     */
    static Outcome run(Path folder, Duration patience, List<String> command) throws IOException {
        Path output = Files.createTempFile("accord-", ".out");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IOException(String.join(" ", command) + " did not end within " + patience.toSeconds() + " s");
            }
            return new Outcome(
                    process.exitValue(),
                    Files.readString(output, StandardCharsets.UTF_8).strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command.getFirst() + " ran", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** True when a program of this name is on the search path. */
    static boolean installed(String program) {
        for (String folder :
                System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":")) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    /** The two lists as one. */
    static List<String> command(List<String> prefix, String... rest) {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(rest));
        return List.copyOf(command);
    }
}
