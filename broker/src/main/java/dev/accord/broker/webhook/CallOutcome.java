package dev.accord.broker.webhook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of calling a webhook's target.
 *
 * @param request  what was sent, secrets as stars
 * @param response what came back, or null when nothing did
 * @param error    why nothing came back or nothing was sent, or null
 * @param success  whether the status says so
 * @param logs     the call as text, one time-stamped line each
 */
public record CallOutcome(
        WebhookRequest request,
        @Nullable Response response,
        @Nullable String error,
        boolean success,
        String logs) {

    /** The answer of a target; the body is cut after {@value BoundedBody#MAX_BYTES} bytes. */
    public record Response(int status, Map<String, String> headers, String body) {

        /** Copies the headers, keeping their order. */
        public Response {
            headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        }
    }
}
