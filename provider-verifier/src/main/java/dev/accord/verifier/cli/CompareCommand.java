package dev.accord.verifier.cli;

import dev.accord.contracts.compatibility.ApiJudge;
import dev.accord.contracts.compatibility.Compatibility;
import dev.accord.contracts.usage.Usage;
import dev.accord.verifier.cli.Report.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code accord compare}: whether a document offers what consumers need. */
@Command(name = "compare", description = "Checks whether an OpenAPI document offers what pacts need.")
final class CompareCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "DOCUMENT", description = "The OpenAPI document, JSON or YAML.")
    private Path document = Path.of("");

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "PACT", description = "Pact files, or folders of them.")
    private List<Path> paths = List.of();

    @Mixin
    private ReportOptions options = new ReportOptions();

    CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Progress progress = new Progress(terminal.err());
        Inputs inputs = new Inputs(progress);
        ApiJudge judge = ApiJudge.of(inputs.document(document));
        List<Inputs.NamedPact> pacts = inputs.pacts(paths);
        progress.working("comparing");
        ReportBuilder builder = ReportBuilder.ofComparison(document.toString(), pacts.size());
        pacts.forEach(pact -> builder.add(pact, Compatibility.check(judge, Usage.of(pact.pact()))));
        Report report = builder.build();
        options.write(report, terminal);
        if (report.any(Verdict.BREAKS)) {
            return ExitCode.BREAKS;
        }
        return options.failOnCannotTell() && report.any(Verdict.CANNOT_TELL) ? ExitCode.CANNOT_TELL : ExitCode.FINE;
    }
}
