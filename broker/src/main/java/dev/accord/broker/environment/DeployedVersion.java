package dev.accord.broker.environment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version was deployed to an environment.
 *
 * @param uuid          its public identifier
 * @param pacticipant   name of the pacticipant
 * @param number        number of the version
 * @param environment   public identifier of the environment
 * @param instance      application instance, or null when none was named
 * @param createdAt     when it was deployed
 * @param undeployedAt  when it was replaced or taken away, or null while it is deployed
 */
record DeployedVersion(
        UUID uuid,
        String pacticipant,
        String number,
        UUID environment,
        @Nullable String instance,
        Instant createdAt,
        @Nullable Instant undeployedAt) {}
