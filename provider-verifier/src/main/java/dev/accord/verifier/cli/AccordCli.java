package dev.accord.verifier.cli;

import dev.accord.consumer.PublishingException;
import dev.accord.consumer.broker.BrokerException;
import dev.accord.verifier.VerificationException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program behind {@code accord VERB …}. */
@Command(
        name = "accord",
        description = "Contracts between services: compare, publish, verify, ask.",
        mixinStandardHelpOptions = true,
        versionProvider = AccordVersion.class,
        footer = {
            "",
            "Exit codes: 0 fine; 1 it breaks, fails or may not be deployed; 2 it cannot be told (only where asked for);",
            "3 wrong options, unreadable input, or a broker that refuses or does not answer."
        })
public final class AccordCli implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private AccordCli() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        // The statistics that pact-jvm sends home are for its users to allow, and this program asks nobody.
        System.setProperty("pact_do_not_track", "true");
        Terminal terminal = new Terminal(
                writer(System.out), writer(System.err), CommandLine.Help.Ansi.AUTO.enabled(), System.getenv());
        System.exit(run(terminal, args));
    }

    /** Runs a command and returns its exit code. */
    static int run(Terminal terminal, String... args) {
        CommandLine commands = new CommandLine(new AccordCli())
                .addSubcommand(new DiffCommand(terminal))
                .addSubcommand(new CompareCommand(terminal))
                .addSubcommand(new UsageCommand(terminal))
                .addSubcommand(new PublishCommand(terminal))
                .addSubcommand(new PublishProviderContractCommand(terminal))
                .addSubcommand(new CanIDeployCommand(terminal))
                .addSubcommand(new VerifyCommand(terminal))
                .addSubcommand(new CommandLine.HelpCommand());
        commands.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec()
                        .mixinStandardHelpOptions(!command.getCommandName().equals("help")));
        commands.setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        terminal.colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(AccordCli::wrongOptions)
                .setExecutionExceptionHandler((failure, command, parsed) -> couldNot(failure, terminal));
        return commands.execute(args);
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }

    private static int wrongOptions(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("accord: " + failure.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(failure, err);
        command.usage(err, command.getColorScheme());
        err.flush();
        return ExitCode.COULD_NOT;
    }

    private static int couldNot(Exception failure, Terminal terminal) throws Exception {
        switch (failure) {
            case InputException e -> terminal.err().println("accord: " + e.getMessage());
            case BrokerException e -> terminal.err().println("accord: " + e.getMessage());
            case PublishingException e -> terminal.err().println("accord: " + e.getMessage());
            case VerificationException e -> terminal.err().println("accord: " + e.getMessage());
            case IllegalStateException e -> terminal.err().println("accord: " + e.getMessage());
            // A defect: whoever reports it needs the trace.
            default -> failure.printStackTrace(terminal.err());
        }
        terminal.err().flush();
        return ExitCode.COULD_NOT;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
    }
}
