package dev.accord.broker.environment;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place where versions run or are given out to.
 *
 * @param id          key inside the database, never shown
 * @param uuid        its public identifier
 * @param name        unique in its workspace
 * @param displayName name for people
 * @param production  whether it is for real
 * @param contacts    array of objects with {@code name} and free {@code details}, or null
 */
public record Environment(
        long id,
        UUID uuid,
        String name,
        String displayName,
        boolean production,
        @Nullable JsonNode contacts,
        Instant createdAt,
        Instant updatedAt) {}
