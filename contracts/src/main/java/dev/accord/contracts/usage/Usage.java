package dev.accord.contracts.usage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.accord.contracts.pact.Pact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the interactions of one or several pacts use. Two usages are equal when their interactions are.
 *
 * @param interactions in the order of the pacts
 */
public record Usage(List<InteractionUsage> interactions) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false)
            .build();

    public Usage {
        interactions = List.copyOf(interactions);
    }

    /** Returns what a pact uses. The work grows with the size of the pact times the number of its matching rules. */
    public static Usage of(Pact pact) {
        return new Usage(
                pact.interactions().stream().map(i -> UsageBuilder.of(pact, i)).toList());
    }

    /** Returns everything that the usages use, each interaction once, in their order. */
    public static Usage merge(Collection<Usage> usages) {
        Set<InteractionUsage> all = new LinkedHashSet<>();
        usages.forEach(u -> all.addAll(u.interactions()));
        return new Usage(new ArrayList<>(all));
    }

    /** Returns the needs one by one, equal ones joined, with the interactions that they come from. */
    public List<UsageFact> facts() {
        return UsageFacts.of(this);
    }

    /** Returns the usage as JSON, for {@link #fromJson}. The form may change with the version of this library. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a usage has no JSON", impossible);
        }
    }

    /**
     * Returns the usage that {@link #toJson} wrote.
     *
     * @throws IllegalArgumentException when the text is something else
     */
    public static Usage fromJson(String json) {
        try {
            return JSON.readValue(json, Usage.class);
        } catch (JsonProcessingException other) {
            throw new IllegalArgumentException("not a usage: " + other.getOriginalMessage(), other);
        }
    }
}
