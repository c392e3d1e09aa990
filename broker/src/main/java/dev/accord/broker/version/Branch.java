package dev.accord.broker.version;

import java.time.Instant;

/**
 * A branch of a pacticipant.
 *
 * @param id        key inside the database
 * @param name      unique for its pacticipant
 * @param createdAt when it was first used
 * @param updatedAt when a version was last added to it, if that was more than a minute after its creation
 */
record Branch(long id, String name, Instant createdAt, Instant updatedAt) {}
