package dev.accord.consumer;

/**
 * Says that pacts were not published, why, and what to do next; a build should fail with it. When the broker answered or
 * could not be reached, the cause is the {@link dev.accord.consumer.broker.BrokerException} with the evidence.
 */
public final class PublishingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why nothing, or not everything, was published. */
    public enum Reason {
        /** There is no pact file where they were looked for. */
        NOTHING_TO_PUBLISH,
        /** A file is not a pact. */
        UNREADABLE_PACT,
        /** No version was given and none could be found. */
        VERSION_UNKNOWN,
        /** The broker holds other content under the same version, or a participant of a similar name. */
        CONFLICT,
        /** The broker refused for another reason. */
        REFUSED,
        /** The broker gave no answer. */
        UNREACHABLE
    }

    private final Reason reason;

    PublishingException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    PublishingException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Returns why. */
    public Reason reason() {
        return reason;
    }
}
