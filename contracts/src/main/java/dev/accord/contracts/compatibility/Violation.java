package dev.accord.contracts.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.contracts.openapi.Source;
import java.util.List;

/**
 * A place where a usage and a document disagree.
 *
 * @param kind how they disagree
 * @param place the place in the exchange, such as {@code response/body/items/*&#47;price}; empty for the whole operation
 * @param detail what tells apart several violations of one kind at one place, such as the kind of value
 * @param witnesses values that show it, at the place: possible answers that are not accepted, or possible requests that
 *     are not admitted; may be empty
 * @param sentence for people
 * @param source where the document says so
 */
public record Violation(
        ViolationKind kind, String place, String detail, List<JsonNode> witnesses, String sentence, Source source) {
    public Violation {
        witnesses = List.copyOf(witnesses);
    }

    /**
     * What makes a violation the one that it is.
     *
     * @param kind how they disagree
     * @param place the place in the exchange
     * @param detail what tells disagreements of one kind at one place apart
     */
    public record Identity(ViolationKind kind, String place, String detail) {}

    /** Returns what two violations that are the same disagreement have in common; see {@link #sameAs}. */
    public Identity identity() {
        return new Identity(kind, place, detail);
    }

    /** Returns whether two violations are the same disagreement, perhaps in two documents. */
    public boolean sameAs(Violation other) {
        return kind == other.kind && place.equals(other.place) && detail.equals(other.detail);
    }
}
