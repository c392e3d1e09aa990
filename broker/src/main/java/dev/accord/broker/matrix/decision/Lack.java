package dev.accord.broker.matrix.decision;

/**
 * Something that the destination demands of a version and that the version does not have.
 *
 * @param failed   whether it was found wanting; otherwise nothing is known of it
 * @param sentence what is missing, in words
 */
public record Lack(String pacticipant, String version, boolean failed, String sentence) {}
