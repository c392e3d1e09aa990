package dev.accord.broker.matrix.decision;

import org.jspecify.annotations.Nullable;

/**
 * Where a pact and a document disagree.
 *
 * @param code        stable id of the kind of disagreement
 * @param operation   method and path, such as {@code GET /orders/{id}}; empty where no operation is reached
 * @param interaction description of the pact's interaction
 * @param field       where in the body, or empty
 * @param location    the field, or the place in the exchange such as {@code response/headers/ETag} where there is none;
 *                    together with code and operation it names the finding, whatever the version
 * @param sentence    the whole thing in words
 * @param source      where pact and document say so
 * @param cause       the change that brought it about; null where there is none, or none is near
 */
public record Finding(
        String code,
        String operation,
        String interaction,
        String field,
        String location,
        String sentence,
        Source source,
        @Nullable Cause cause) {

    /**
     * Places in the two files.
     *
     * @param pact     JSON pointer
     * @param document JSON pointer
     * @param line     in the document, from 1; 0 when it is not known
     * @param column   in the document, from 1; 0 when it is not known
     */
    public record Source(String pact, String document, int line, int column) {
        /** No places are known. */
        public static final Source UNKNOWN = new Source("", "", 0, 0);
    }

    /**
     * A change between two documents.
     *
     * @param rule         stable id of the rule that found it
     * @param change       the change in words
     * @param baseLine     line in the older document
     * @param revisionLine line in the newer document
     */
    public record Cause(String rule, String change, int baseLine, int revisionLine) {}

    /** Whether both are the same disagreement of the same interaction, perhaps with two documents. */
    public boolean sameAs(Finding other) {
        return code.equals(other.code)
                && operation.equals(other.operation)
                && location.equals(other.location)
                && interaction.equals(other.interaction);
    }
}
