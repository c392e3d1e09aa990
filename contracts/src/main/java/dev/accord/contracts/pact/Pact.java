package dev.accord.contracts.pact;

import java.util.List;

/**
 * A pact: what one consumer expects of one provider.
 *
 * @param consumer the consumer's name, empty when the file does not say
 * @param provider the provider's name, empty when the file does not say
 * @param specification the version of the Pact specification that the file declares, or the oldest one that its shape fits
 * @param interactions the interactions in the order of the file
 */
public record Pact(String consumer, String provider, Specification specification, List<Interaction> interactions) {

    /** The versions of the Pact specification that are told apart. */
    public enum Specification {
        /** Version 1 and 1.1: no matching rules. */
        V1,
        /** Version 2: matching rules in one flat map. */
        V2,
        /** Version 3: matching rules by category, message pacts. */
        V3,
        /** Version 4: typed interactions in one list, wrapped bodies. */
        V4
    }

    public Pact {
        interactions = List.copyOf(interactions);
    }
}
