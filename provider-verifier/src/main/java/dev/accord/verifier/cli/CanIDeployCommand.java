package dev.accord.verifier.cli;

import dev.accord.verifier.CanIDeploy;
import dev.accord.verifier.DeploymentAnswer;
import dev.accord.verifier.DeploymentAnswer.Row;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code accord can-i-deploy}: whether a version may go somewhere, and if not, why. */
@Command(name = "can-i-deploy", description = "Asks a broker whether a version may be deployed.")
final class CanIDeployCommand implements Callable<Integer> {

    private enum AnswerFormat {
        TEXT,
        JSON
    }

    private final Terminal terminal;

    @Option(names = "--pacticipant", required = true, paramLabel = "NAME", description = "The consumer or provider.")
    private String pacticipant = "";

    @Option(
            names = {"-a", "--app-version"},
            paramLabel = "VERSION",
            description = "Its version.")
    private Optional<String> version = Optional.empty();

    @Option(names = "--branch", description = "In place of a version: the head of this branch.")
    private Optional<String> branch = Optional.empty();

    @Option(names = "--latest", description = "In place of a version: the latest one.")
    private boolean latest;

    @Option(names = "--to-environment", paramLabel = "NAME", description = "Where it is to go.")
    private Optional<String> environment = Optional.empty();

    @Option(names = "--to-main-branch", description = "Whether it may be merged: against all main branches.")
    private boolean mainBranch;

    @Option(names = "--to", paramLabel = "TAG", description = "Against the latest versions with this tag.")
    private Optional<String> tag = Optional.empty();

    @Option(names = "--ignore", paramLabel = "NAME", description = "A pacticipant whose results do not count.")
    private List<String> ignored = List.of();

    @Option(
            names = "--retry-while-unknown",
            paramLabel = "N",
            defaultValue = "0",
            description = "Ask again up to N times while the answer is unknown. Default: ${DEFAULT-VALUE}.")
    private int retries;

    @Option(
            names = "--retry-interval",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "The time in between. Default: ${DEFAULT-VALUE}.")
    private int interval = 10;

    @Option(names = "--separate-unknown", description = "Exit with 2 instead of 1 when the answer is unknown.")
    private boolean separateUnknown;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "Form of the answer: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private AnswerFormat format = AnswerFormat.TEXT;

    @Mixin
    private BrokerOptions broker = new BrokerOptions();

    CanIDeployCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        DeploymentAnswer answer = question().ask();
        PrintWriter out = terminal.out();
        out.println(format == AnswerFormat.JSON ? answer.json() : text(answer));
        out.flush();
        return switch (answer.verdict()) {
            case YES -> ExitCode.FINE;
            case NO -> ExitCode.BREAKS;
            case UNKNOWN -> separateUnknown ? ExitCode.CANNOT_TELL : ExitCode.BREAKS;
        };
    }

    private CanIDeploy question() {
        CanIDeploy question = to(which(CanIDeploy.at(broker.connection(terminal.environment()))));
        for (String name : ignored) {
            question = question.ignoring(name);
        }
        if (retries < 0 || interval < 0) {
            throw new InputException("--retry-while-unknown and --retry-interval must not be negative");
        }
        return question.askingAgainWhileUnknown(retries + 1, Duration.ofSeconds(interval));
    }

    private CanIDeploy which(CanIDeploy question) {
        if ((version.isPresent() ? 1 : 0) + (branch.isPresent() ? 1 : 0) + (latest ? 1 : 0) != 1) {
            throw new InputException("give exactly one of --app-version, --branch and --latest");
        }
        if (version.isPresent()) {
            return question.version(pacticipant, version.get());
        }
        return branch.map(name -> question.headOfBranch(pacticipant, name))
                .orElseGet(() -> question.latestVersion(pacticipant));
    }

    private CanIDeploy to(CanIDeploy question) {
        if ((environment.isPresent() ? 1 : 0) + (tag.isPresent() ? 1 : 0) + (mainBranch ? 1 : 0) > 1) {
            throw new InputException("give at most one of --to-environment, --to-main-branch and --to");
        }
        if (mainBranch) {
            return question.toMainBranches();
        }
        return environment
                .map(question::toEnvironment)
                .or(() -> tag.map(question::toTag))
                .orElse(question);
    }

    private static String text(DeploymentAnswer answer) {
        StringBuilder text = new StringBuilder(
                switch (answer.verdict()) {
                    case YES -> "yes: it may be deployed";
                    case NO -> "no: it may not be deployed";
                    case UNKNOWN -> "no: it is not known whether it may be deployed";
                });
        text.append('\n');
        answer.reason().lines().forEach(line -> text.append("  ").append(line).append('\n'));
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("consumer", "version", "provider", "version", "result"));
        answer.rows().forEach(row -> table.add(cells(row)));
        if (table.size() > 1) {
            text.append('\n').append(Columns.aligned(table));
        }
        return text.toString().stripTrailing();
    }

    private static List<String> cells(Row row) {
        String result = row.result().name().toLowerCase(Locale.ROOT)
                + row.verificationType().map(type -> " (" + type + ")").orElse("")
                + (row.ignored() ? ", ignored" : "");
        return List.of(
                row.consumer(),
                row.consumerVersion(),
                row.provider(),
                row.providerVersion().orElse("-"),
                result);
    }
}
