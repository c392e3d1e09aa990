package dev.accord.contracts.compatibility;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * Whether a document offers what a consumer uses.
 *
 * @param compatible whether there is no finding of level error
 * @param verdict the answer in three values
 * @param findings in the order of the interactions
 */
@JsonPropertyOrder({"compatible", "verdict", "findings"})
public record CompatibilityResult(boolean compatible, Verdict verdict, List<Finding> findings) {

    /** The answer in three values. */
    public enum Verdict {
        /** Everything was judged, and nothing contradicts. */
        COMPATIBLE,
        /** Something contradicts. */
        INCOMPATIBLE,
        /** Nothing contradicts, and something could not be judged. */
        CANNOT_TELL;

        /** Returns the name in lower case with hyphens. */
        @com.fasterxml.jackson.annotation.JsonValue
        public String json() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public CompatibilityResult {
        findings = List.copyOf(findings);
    }
}
