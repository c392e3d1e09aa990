package dev.accord.broker.version;

import dev.accord.broker.platform.Row;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pacticipant version.
 *
 * @param id       key inside the database and at the same time the order of versions
 * @param number   unique for its pacticipant
 * @param buildUrl the build that made it, or null
 */
public record Version(
        long id,
        long pacticipantId,
        String number,
        @Nullable String buildUrl,
        Instant createdAt,
        Instant updatedAt) {

    /** The columns that {@link #of} reads, for a table alias {@code v}. */
    public static final String COLUMNS = "v.id, v.pacticipant_id, v.number, v.build_url, v.created_at, v.updated_at";

    /** Reads {@link #COLUMNS}. */
    public static Version of(Row row) throws SQLException {
        return new Version(
                row.number("id"),
                row.number("pacticipant_id"),
                row.text("number"),
                row.textOrNull("build_url"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }
}
