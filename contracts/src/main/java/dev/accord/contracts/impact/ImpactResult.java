package dev.accord.contracts.impact;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.accord.contracts.diff.Change;
import java.util.List;
import java.util.Locale;

/**
 * What a change does to a consumer.
 *
 * @param verdict the answer in three values
 * @param introduced what the change brings about; in JSON {@code findings}
 * @param alreadyUnsatisfied what the consumer needs and neither document offers; does not count against the change
 * @param improvements what the older document violated and the newer one does not
 * @param unneeded changes that break on paper, and that no finding comes from: this consumer does not need what they change
 */
@JsonPropertyOrder({"verdict", "findings", "alreadyUnsatisfied", "improvements", "unneeded"})
public record ImpactResult(
        Verdict verdict,
        @JsonProperty("findings") List<ImpactFinding> introduced,
        List<ImpactFinding> alreadyUnsatisfied,
        List<ImpactFinding> improvements,
        List<Change> unneeded) {

    /** The answer in three values. */
    public enum Verdict {
        /** The consumer breaks. */
        BREAKS,
        /** It cannot be told. */
        CANNOT_TELL,
        /** Nothing that the consumer uses gets worse. */
        UNAFFECTED;

        /** Returns the name in lower case with hyphens. */
        @JsonValue
        public String json() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public ImpactResult {
        introduced = List.copyOf(introduced);
        alreadyUnsatisfied = List.copyOf(alreadyUnsatisfied);
        improvements = List.copyOf(improvements);
        unneeded = List.copyOf(unneeded);
    }
}
