package dev.accord.broker.environment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version was released to an environment.
 *
 * @param uuid           its public identifier
 * @param pacticipant    name of the pacticipant
 * @param number         number of the version
 * @param environment    public identifier of the environment
 * @param createdAt      when it was first released
 * @param updatedAt      when it was released again after its support had ended
 * @param supportEndedAt when its support ended, or null while it is supported
 */
record ReleasedVersion(
        UUID uuid,
        String pacticipant,
        String number,
        UUID environment,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant supportEndedAt) {}
