package dev.accord.verifier;

import java.util.List;

/**
 * One thing in which a provider's answer is not what a pact says.
 *
 * @param interaction the interaction's description; empty when the failure belongs to none, such as a failed publishing
 * @param states the provider states that were set for it, in the pact's order
 * @param location where: {@code status}, {@code header Content-Type}, a JSON path such as {@code $.email}, or {@code
 *     request}, {@code provider state}, {@code publishing}
 * @param explanation what is wrong, as a sentence
 * @param expected what the pact has there; empty when there is no value to show
 * @param actual what the provider sent; empty when there is no value to show
 */
public record InteractionFailure(
        String interaction, List<String> states, String location, String explanation, String expected, String actual) {

    /** Copies the list. */
    public InteractionFailure {
        states = List.copyOf(states);
    }
}
