package dev.accord.verifier.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every command that makes a report. */
final class ReportOptions {

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "Form of the report: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.TEXT;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the report to a file instead of the standard output.")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--fail-on-cannot-tell",
            description = "Exit with 2 when nothing breaks, but it cannot be told of a consumer.")
    private boolean failOnCannotTell;

    boolean failOnCannotTell() {
        return failOnCannotTell;
    }

    /** Writes the report. */
    void write(Report report, Terminal terminal) {
        if (output.isEmpty()) {
            PrintWriter out = terminal.out();
            out.print(format.render(report, terminal.colours()));
            out.flush();
            return;
        }
        try {
            Files.writeString(output.get(), format.render(report, false));
        } catch (IOException e) {
            throw new InputException("cannot write " + output.get() + ": " + e.getMessage(), e);
        }
    }
}
