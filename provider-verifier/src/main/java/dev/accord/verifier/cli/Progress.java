package dev.accord.verifier.cli;

import java.io.PrintWriter;

/** Tells the steps of long work on the error stream, and nothing of short work. */
final class Progress {

    /** Text of fewer characters is done before anybody wonders. */
    private static final long LONG_WORK_CHARACTERS = 2_000_000;

    private final PrintWriter err;
    private long characters;

    Progress(PrintWriter err) {
        this.err = err;
    }

    /** Tells that a text is being read. */
    void reading(String name, long length) {
        characters += length;
        if (characters >= LONG_WORK_CHARACTERS) {
            step("reading " + name + " (" + length / 1_000_000 + " MB)");
        }
    }

    /** Tells a step, if there was enough to read to make it a long one. */
    void working(String what) {
        if (characters >= LONG_WORK_CHARACTERS) {
            step(what);
        }
    }

    private void step(String what) {
        err.println("accord: " + what + " …");
        err.flush();
    }
}
