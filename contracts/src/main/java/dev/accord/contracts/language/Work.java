package dev.accord.contracts.language;

/** Counts steps, and gives up after too many: expressions may be written to take for ever. */
final class Work {

    private int left;

    Work(int steps) {
        this.left = steps;
    }

    void step() {
        if (--left < 0) {
            throw new TooMuchException();
        }
    }

    /** More steps than allowed. */
    static final class TooMuchException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMuchException() {
            super("too many steps", null, false, false);
        }
    }
}
