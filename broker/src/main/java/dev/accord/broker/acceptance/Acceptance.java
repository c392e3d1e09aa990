package dev.accord.broker.acceptance;

import dev.accord.broker.platform.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody lets one finding pass.
 *
 * @param uuid        public identifier
 * @param provider    name of the provider whose change it is
 * @param consumer    name of the consumer that it would break
 * @param environment name of the environment where it may
 * @param code        code of the finding
 * @param operation   such as {@code GET /users/{id}}
 * @param location    field or place of the finding
 * @param reason      why it may pass
 * @param acceptedBy  person or token
 * @param expiresAt   from when on it does not count any more
 * @param revokedAt   when it was taken back, or null
 * @param revokedBy   by whom, or null
 */
public record Acceptance(
        UUID uuid,
        String provider,
        String consumer,
        String environment,
        String code,
        String operation,
        String location,
        String reason,
        String acceptedBy,
        Instant expiresAt,
        Instant createdAt,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy) {

    static Acceptance of(Row row) throws SQLException {
        return new Acceptance(
                row.uuid("uuid"),
                row.text("provider"),
                row.text("consumer"),
                row.text("environment"),
                row.text("finding_code"),
                row.text("operation"),
                row.text("location"),
                row.text("reason"),
                row.text("accepted_by"),
                row.instant("expires_at"),
                row.instant("created_at"),
                row.instantOrNull("revoked_at"),
                row.textOrNull("revoked_by"));
    }

    /** Whether it counts at a moment. */
    public boolean validAt(Instant moment) {
        return revokedAt == null && moment.isBefore(expiresAt);
    }

    /** Whether it is about exactly this finding. */
    public boolean covers(String findingCode, String findingOperation, String findingLocation) {
        return code.equals(findingCode) && operation.equals(findingOperation) && location.equals(findingLocation);
    }
}
