package dev.accord.contracts.compatibility;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing to say about an interaction and a document.
 *
 * @param code stable name of the kind of finding
 * @param level how bad it is
 * @param interaction position of the interaction in the pact, from 0
 * @param description description of the interaction
 * @param operation method and path template, or null where no operation is reached
 * @param field path of the field in the body, with {@code *} for elements and free keys; empty elsewhere
 * @param pactLocation JSON pointer into the pact
 * @param documentLocation JSON pointer into the document
 * @param line line in the document, from 1
 * @param column column in the document, from 1
 * @param sentence for people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
        String code,
        Level level,
        int interaction,
        String description,
        @Nullable String operation,
        String field,
        String pactLocation,
        String documentLocation,
        int line,
        int column,
        String sentence) {

    /** How bad a finding is. In JSON: the name in lower case. */
    public enum Level {
        /** The contract does not hold. */
        ERROR,
        /** It could be that the contract does not hold, or it could not be judged. */
        WARNING,
        /** Worth knowing. */
        INFO;

        /** Returns the name in lower case. */
        @com.fasterxml.jackson.annotation.JsonValue
        public String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
