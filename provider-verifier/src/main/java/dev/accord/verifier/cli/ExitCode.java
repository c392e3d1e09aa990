package dev.accord.verifier.cli;

/** What the exit codes of every command mean. */
final class ExitCode {

    /** Nothing that the command was to look for. */
    static final int FINE = 0;

    /** It breaks, it does not fit, it may not be deployed, the verification failed. */
    static final int BREAKS = 1;

    /** It cannot be told; only where the command was asked to make this a case of its own. */
    static final int CANNOT_TELL = 2;

    /** The command could not do its work: wrong options, unreadable files, a broker that refuses or does not answer. */
    static final int COULD_NOT = 3;

    private ExitCode() {}
}
