package dev.accord.consumer.broker;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Says that a broker could not be reached or refused a request. The message is made for a build's log: what was asked,
 * what came back, and what to do next. It never holds credentials.
 */
public final class BrokerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String request;
    private final int status;
    private final String responseBody;
    private final String nextStep;

    private BrokerException(
            String message,
            String request,
            int status,
            String responseBody,
            String nextStep,
            @Nullable Throwable cause) {
        super(message, cause);
        this.request = request;
        this.status = status;
        this.responseBody = responseBody;
        this.nextStep = nextStep;
    }

    /**
     * Returns what an answer other than the hoped-for one says: its status, and indented below it the broker's errors and
     * notices, or the beginning of anything else.
     */
    public static String evidenceOf(BrokerResponse response) {
        return Refusal.statusLine(response.status()) + "\n" + Refusal.evidence(response.body());
    }

    /** Returns the failure of a request that was answered with a status other than 2xx. */
    static BrokerException refused(String request, BrokerResponse response, int attempts, String location) {
        String nextStep = nextStep(response.status(), location);
        String message = request + " was answered " + Refusal.statusLine(response.status())
                + (attempts > 1 ? " (tried " + attempts + " times)" : "") + "\n"
                + Refusal.evidence(response.body()) + "  next: " + nextStep;
        return new BrokerException(message, request, response.status(), response.body(), nextStep, null);
    }

    /** Returns the failure of a request that got no answer. */
    static BrokerException unreachable(String request, int attempts, Exception cause) {
        String nextStep = "check that the broker runs, that its URL is right, and that this machine may reach it";
        String detail = cause.getMessage() == null || cause.getMessage().isBlank()
                ? cause.getClass().getSimpleName()
                : cause.getClass().getSimpleName() + ": " + cause.getMessage();
        String message = request + " got no answer" + (attempts > 1 ? " (tried " + attempts + " times)" : "") + "\n  "
                + detail + "\n  next: " + nextStep;
        return new BrokerException(message, request, -1, "", nextStep, cause);
    }

    /** Returns the failure of a request whose 2xx answer is not what the API promises. */
    public static BrokerException unexpected(String request, BrokerResponse response, String expected) {
        String nextStep = "check that the URL is the broker's base URL and not a page or a proxy in front of it";
        String message = request + " was answered " + Refusal.statusLine(response.status()) + ", but not with "
                + expected + "\n" + Refusal.evidence(response.body()) + "  next: " + nextStep;
        return new BrokerException(message, request, response.status(), response.body(), nextStep, null);
    }

    private static String nextStep(int status, String location) {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> "use the address that the broker names: " + location;
            case 401 ->
                "give a token or user name and password that the broker knows (PACT_BROKER_TOKEN, or"
                        + " PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD)";
            case 403 -> "ask for a token that has the right to do this";
            case 404 -> "check the broker's URL and the names and versions in the request";
            case 409 -> "resolve the conflict that the broker names";
            case 413 -> "raise the broker's limit on the size of requests, or send less";
            default -> status >= 500 ? "look at the broker's log for this request" : "correct what the broker names";
        };
    }

    /** Returns the method and address of the request, such as {@code POST http://broker/contracts/publish}. */
    public String request() {
        return request;
    }

    /** Returns the status of the answer; empty when there was none. */
    public OptionalInt status() {
        return status < 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** Returns the whole body of the answer; empty when there was none. */
    public String responseBody() {
        return responseBody;
    }

    /** Returns what to do next, as one sentence without a full stop. */
    public String nextStep() {
        return nextStep;
    }
}
