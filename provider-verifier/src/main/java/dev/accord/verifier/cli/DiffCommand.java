package dev.accord.verifier.cli;

import dev.accord.contracts.diff.Change;
import dev.accord.contracts.diff.OpenApiDiff;
import dev.accord.contracts.impact.Impact;
import dev.accord.contracts.openapi.OpenApiDocument;
import dev.accord.contracts.usage.Usage;
import dev.accord.verifier.cli.Report.Severity;
import dev.accord.verifier.cli.Report.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code accord diff}: what changed between two documents, and what that does to consumers. */
@Command(
        name = "diff",
        description = "Shows what changed between two OpenAPI documents and, with pacts, which consumers break.")
final class DiffCommand implements Callable<Integer> {

    /** What makes the command exit with 1. */
    private enum FailOn {
        /** A change of level error. */
        BREAKING,
        /** A change of level error or warning. */
        WARNING,
        /** A consumer that breaks. */
        CONSUMER_BREAK;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "BASE", description = "The older document, JSON or YAML.")
    private Path base = Path.of("");

    @Parameters(index = "1", paramLabel = "REVISION", description = "The newer document.")
    private Path revision = Path.of("");

    @Option(
            names = "--pact",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Pacts, or folders of them: what the change does to their consumers.")
    private List<Path> pacts = List.of();

    @Option(
            names = "--fail-on",
            description = "Exit with 1 for: ${COMPLETION-CANDIDATES}."
                    + " Default: consumer-break with pacts, breaking without.")
    private Optional<FailOn> failOn = Optional.empty();

    @Mixin
    private ReportOptions options = new ReportOptions();

    DiffCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (pacts.isEmpty() && failOn.filter(FailOn.CONSUMER_BREAK::equals).isPresent()) {
            throw new InputException("--fail-on consumer-break needs the consumers: give --pact");
        }
        Progress progress = new Progress(terminal.err());
        Inputs inputs = new Inputs(progress);
        Inputs.DocumentPair documents = inputs.documents(base, revision);
        OpenApiDocument older = documents.base();
        OpenApiDocument newer = documents.revision();
        List<Inputs.NamedPact> consumers = inputs.pacts(pacts);
        progress.working("comparing");
        List<Change> changes = OpenApiDiff.compare(older, newer);
        progress.working("working out what " + Words.count(changes.size(), "change") + " do to "
                + Words.count(consumers.size(), "consumer"));
        ReportBuilder builder = ReportBuilder.ofDiff(base.toString(), revision.toString(), changes);
        Impact impact = Impact.between(older, newer, changes);
        consumers.forEach(consumer -> builder.add(consumer, impact.on(Usage.of(consumer.pact()))));
        Report report = builder.build();
        options.write(report, terminal);
        return exitCode(report);
    }

    private int exitCode(Report report) {
        boolean fails = switch (failOn.orElse(pacts.isEmpty() ? FailOn.BREAKING : FailOn.CONSUMER_BREAK)) {
            case BREAKING -> report.count(Severity.ERROR) > 0;
            case WARNING -> report.count(Severity.ERROR) + report.count(Severity.WARNING) > 0;
            case CONSUMER_BREAK -> report.any(Verdict.BREAKS);
        };
        if (fails) {
            return ExitCode.BREAKS;
        }
        return options.failOnCannotTell() && report.any(Verdict.CANNOT_TELL) ? ExitCode.CANNOT_TELL : ExitCode.FINE;
    }
}
