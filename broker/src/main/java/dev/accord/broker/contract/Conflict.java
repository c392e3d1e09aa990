package dev.accord.broker.contract;

import java.util.List;

/** Why a publication is refused although it is valid in itself. */
sealed interface Conflict {

    /**
     * The version has published another content for the provider, and settings forbid to change it.
     *
     * @param difference what would change, as text
     */
    record ContentChanged(String consumer, String number, String provider, String difference) implements Conflict {}

    /** The interactions of a pact that was to be merged contradict those that are there. */
    record NotMergeable() implements Conflict {}

    /** A new name that is probably a misspelling of existing ones. */
    record SimilarName(String name, List<String> existing) implements Conflict {}

    /** The conflict in a sentence or more, for people. */
    default String text(String base) {
        return switch (this) {
            case ContentChanged changed ->
                "The pact of " + changed.consumer + " version " + changed.number + " with " + changed.provider
                        + " is published already and its content may not change: verification results and"
                        + " deployments refer to it. Publish changed content under a new version number. Content that"
                        + " differs on every run often comes from random example values in the consumer's tests.";
            case NotMergeable unmergeable ->
                "The pacts cannot be merged: interactions with the same description and provider state send different"
                        + " requests, or one of the pacts has no interactions.";
            case SimilarName similar ->
                "No pacticipant is named \"" + similar.name + "\" yet, but the name is very similar to: "
                        + String.join(", ", similar.existing) + "\n"
                        + "If one of these is meant, correct the name in the pact and publish it again.\n"
                        + "If it is a new pacticipant, create it first and then publish the pact again:\n\n"
                        + "  pact-broker create-or-update-pacticipant --name \"" + similar.name
                        + "\" --broker-base-url " + base + "\n\n"
                        + "The setting check_for_potential_duplicate_pacticipant_names=false turns this check off.";
        };
    }
}
