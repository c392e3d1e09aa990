package dev.accord.contracts.pact;

/** Says that a text is not a pact, where in it, and why. */
public final class UnreadablePactException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final String reason;

    /**
     * @param pointer JSON pointer to the place, empty for the whole file
     * @param reason a sentence part without the place
     */
    public UnreadablePactException(String pointer, String reason) {
        super("The pact cannot be read" + (pointer.isEmpty() ? "" : " at " + pointer) + ": " + reason);
        this.pointer = pointer;
        this.reason = reason;
    }

    /** Returns the JSON pointer to the place, empty for the whole file. */
    public String pointer() {
        return pointer;
    }

    /** Returns what is wrong there. */
    public String reason() {
        return reason;
    }
}
