package dev.accord.broker.startup;

import org.jspecify.annotations.Nullable;

/**
 * The broker cannot start, for a reason that its operator can remove. The message is one or two whole sentences: what is
 * wrong, and what to do. It is printed without a stack trace.
 */
public final class StartupException extends Exception {

    private static final long serialVersionUID = 1;

    /**
     * @param message what is wrong and what to do about it
     */
    public StartupException(String message) {
        super(message);
    }

    /**
     * @param message what is wrong and what to do about it
     * @param cause what failed underneath; null when nothing did
     */
    public StartupException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
