package dev.accord.verifier;

/** Says that a provider does not keep a pact, or that nothing was verified. Its message is the report as text. */
public final class VerificationFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient VerificationReport report;

    VerificationFailedException(VerificationReport report) {
        super(report.text());
        this.report = report;
    }

    /** Returns the report. */
    public VerificationReport report() {
        return report;
    }
}
