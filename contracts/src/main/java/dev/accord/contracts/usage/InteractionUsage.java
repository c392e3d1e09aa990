package dev.accord.contracts.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.accord.contracts.pact.Matcher;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one interaction uses.
 *
 * @param origin the way back to the interaction
 * @param request what is sent; null for messages and opaque interactions
 * @param response what is expected; null for messages and opaque interactions
 * @param unknown why nothing can be said of this interaction against an HTTP API, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InteractionUsage(
        Origin origin,
        @Nullable Request request,
        @Nullable Response response,
        @Nullable String unknown) {

    /**
     * The interaction that a need comes from.
     *
     * @param consumer the consumer's name
     * @param index position in the pact, from 0
     * @param states names of the provider states
     * @param message whether it is a message, which no HTTP API answers
     */
    public record Origin(String consumer, int index, String description, List<String> states, boolean message) {
        public Origin {
            states = List.copyOf(states);
        }
    }

    /**
     * A request.
     *
     * @param path the example path
     * @param pathNeed the paths that may be sent
     * @param query needs by parameter name
     * @param headers needs by name in lower case, without cookies and negotiation (Accept, Content-Type)
     * @param cookies needs by cookie name
     * @param authorization the scheme of the Authorization header in lower case, or null without that header
     * @param accept the Accept header, or null
     * @param contentType the media type of the body, or null where nothing says it
     * @param negative whether the interaction expects an error: then parameters, credentials and body are left out, because such
     *     requests are wrong on purpose
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Request(
            String method,
            String path,
            Need pathNeed,
            Map<String, Values> query,
            Map<String, Values> headers,
            Map<String, Values> cookies,
            @Nullable String authorization,
            @Nullable String accept,
            @Nullable String contentType,
            BodyUsage body,
            boolean negative) {
        public Request {
            query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
            headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
            cookies = Collections.unmodifiableMap(new LinkedHashMap<>(cookies));
        }

        /** Returns whether a rule or a generator makes the path variable. */
        public boolean isPathVariable() {
            return !pathNeed.isLiteral();
        }
    }

    /**
     * The values of a query parameter, header or cookie.
     *
     * @param examples the example values in order
     * @param need the set that each value is from
     */
    public record Values(List<String> examples, Need need) {
        public Values {
            examples = List.copyOf(examples);
        }
    }

    /**
     * A response.
     *
     * @param headers needs by name in lower case, without Content-Type
     * @param contentType the expected media type, or null where nothing says it
     * @param contentTypeStated whether a header says the media type, so that an answer of another one is refused; else it is
     *     guessed from the body
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Response(
            Status status,
            Map<String, Values> headers,
            @Nullable String contentType,
            boolean contentTypeStated,
            BodyUsage body) {
        public Response {
            headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        }
    }

    /**
     * The expected status.
     *
     * @param example the status of the example
     * @param statusClass the class that a rule accepts, or null
     * @param statuses the statuses that a rule accepts, empty without such a rule
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Status(int example, Matcher.@Nullable StatusClass statusClass, List<Integer> statuses) {
        public Status {
            statuses = List.copyOf(statuses);
        }

        /** Returns whether a status is accepted. */
        public boolean accepts(int status) {
            if (statusClass != null) {
                return statusClass.includes(status);
            }
            return statuses.isEmpty() ? status == example : statuses.contains(status);
        }

        @Override
        public String toString() {
            return statusClass != null ? statusClass.name() : statuses.isEmpty() ? "" + example : statuses.toString();
        }
    }
}
