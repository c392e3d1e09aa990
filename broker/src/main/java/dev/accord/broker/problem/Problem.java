package dev.accord.broker.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a request was refused, before it is written in one of the API's two error forms. */
public sealed interface Problem {

    /** The HTTP status of the answer. */
    int status();

    /**
     * Something named in the path does not exist.
     *
     * @param detail a sentence that names it, or null for the general one
     */
    record NotFound(@Nullable String detail) implements Problem {
        @Override
        public int status() {
            return 404;
        }
    }

    /** One sentence, such as "the body is not JSON" or "this content may not change". */
    record Message(int status, String text) implements Problem {}

    /**
     * Values that do not fit.
     *
     * @param errors messages by field, in the order of discovery; nested fields joined by dots; the empty string for
     *               what belongs to no field
     * @param inPath whether the fields are parts of the path and not of the body
     */
    record Invalid(int status, Map<String, List<String>> errors, boolean inPath) implements Problem {}

    /** Selectors or criteria that do not fit, as a plain list. */
    record InvalidList(List<String> errors) implements Problem {
        @Override
        public int status() {
            return 400;
        }
    }

    /** A sentence as plain text. */
    record Text(int status, String text) implements Problem {}

    /** A document of its own shape, the same in both error forms. */
    record Document(int status, JsonNode body) implements Problem {}

    /** A status without a body. */
    record Bare(int status) implements Problem {}
}
