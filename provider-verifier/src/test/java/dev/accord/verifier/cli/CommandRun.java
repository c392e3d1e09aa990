package dev.accord.verifier.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** What a command said and how it ended. */
record CommandRun(int exitCode, String out, String err) {

    static CommandRun of(String... args) {
        return of(Map.of(), args);
    }

    static CommandRun of(Map<String, String> environment, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false, environment);
        int exitCode = AccordCli.run(terminal, args);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }
}
