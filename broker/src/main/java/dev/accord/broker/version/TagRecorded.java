package dev.accord.broker.version;

import dev.accord.broker.pacticipant.Pacticipant;

/**
 * A tag was put on a version through its own resource, be it new or not. Told inside the transaction that writes the
 * tag; a listener that fails undoes the tag.
 *
 * @param pacticipant owner of the version
 * @param version     the version
 * @param tag         name of the tag
 */
public record TagRecorded(Pacticipant pacticipant, Version version, String tag) {}
