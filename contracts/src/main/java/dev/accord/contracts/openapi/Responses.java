package dev.accord.contracts.openapi;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The answers of an operation.
 *
 * @param byStatus the answers by status as in {@link Response#status()}, in the order of the document
 * @param source where they stand
 */
public record Responses(Map<String, Response> byStatus, Source source) {

    /** How an answer for a status was found. */
    public enum Match {
        /** Under the very status. */
        EXACT,
        /** Under the range of the status, such as {@code 2XX}. */
        RANGE,
        /** Under {@code default}. */
        DEFAULT
    }

    /**
     * An answer and how it was found.
     *
     * @param response the answer
     * @param match by what
     */
    public record Found(Response response, Match match) {}

    /** The answer that holds for a status: the exact one, else its range, else the default. */
    public Optional<Found> find(int status) {
        Response exact = byStatus.get(Integer.toString(status));
        if (exact != null) return Optional.of(new Found(exact, Match.EXACT));
        Response range = byStatus.get(status / 100 + "XX");
        if (range != null) return Optional.of(new Found(range, Match.RANGE));
        Response other = byStatus.get("default");
        return other == null ? Optional.empty() : Optional.of(new Found(other, Match.DEFAULT));
    }

    static String normalised(String status) {
        return status.equalsIgnoreCase("default") ? "default" : status.toUpperCase(Locale.ROOT);
    }
}
