package dev.accord.verifier;

import au.com.dius.pact.core.pactbroker.RequestFailedException;
import dev.accord.consumer.broker.BrokerConnection;
import dev.accord.consumer.broker.BrokerException;
import dev.accord.consumer.broker.BrokerResponse;
import java.util.List;

/** Says that a verification could not be done, because the pacts could not be had from the broker. */
public final class VerificationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private VerificationException(String message, Throwable cause) {
        super(message, cause);
    }

    static VerificationException selecting(
            String provider, BrokerConnection broker, List<Selector> selectors, RuntimeException cause) {
        return new VerificationException(
                "The pacts to verify " + provider + " with could not be had from " + broker.baseUrl()
                        + "\n  selectors: "
                        + (selectors.isEmpty() ? "the broker's defaults" : selectors)
                        + "\n" + evidence(cause)
                        + "\n  next: check the broker's URL and credentials, that the provider's name is the one in its"
                        + " consumers' pacts, and the selectors",
                cause);
    }

    static VerificationException loading(String source, RuntimeException cause) {
        return new VerificationException(
                "A pact could not be read: " + source + "\n  " + innermost(cause)
                        + "\n  next: open the address with the same credentials; the pact may have been deleted meanwhile",
                cause);
    }

    /** Returns what the broker answered, when it did, and else the innermost cause. */
    private static String evidence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RequestFailedException refused) {
                String body = refused.getBody() == null ? "" : refused.getBody();
                BrokerResponse response = new BrokerResponse(refused.getStatus(), body);
                return "  the broker answered "
                        + BrokerException.evidenceOf(response).stripTrailing();
            }
        }
        return "  " + innermost(failure);
    }

    private static String innermost(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        return innermost.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
