package dev.accord.contracts.impact;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.accord.contracts.compatibility.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What a change brings about for one interaction.
 *
 * @param consumer the consumer's name
 * @param finding what and where; the place in the document is in the newer one, for improvements in the older one
 * @param rule the rule id of the change that caused it, or null where no single change is near
 * @param change the change in words, or null
 * @param baseLine line of the change in the older document, 0 where there is no change
 * @param revisionLine line of the change in the newer document, 0 where there is no change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImpactFinding(
        String consumer,
        @JsonUnwrapped Finding finding,
        @Nullable String rule,
        @Nullable String change,
        int baseLine,
        int revisionLine) {}
