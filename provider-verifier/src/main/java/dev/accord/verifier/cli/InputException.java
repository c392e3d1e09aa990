package dev.accord.verifier.cli;

/** Says that a file or an option is not what the command needs; its message is for the person at the terminal. */
final class InputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InputException(String message) {
        super(message);
    }

    InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
