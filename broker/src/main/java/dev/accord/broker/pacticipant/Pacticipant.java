package dev.accord.broker.pacticipant;

import dev.accord.broker.platform.Row;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An application that takes part in contracts, as a consumer, a provider, or both.
 *
 * @param id                  key inside the database, never shown
 * @param name                unique in its workspace, case-sensitive
 * @param displayName         name for people
 * @param repositoryUrl       where its source lives, or null
 * @param repositoryName      name of the repository, or null
 * @param repositoryNamespace owner of the repository, or null
 * @param mainBranch          name of the main branch, or null when none is known
 */
public record Pacticipant(
        long id,
        String name,
        String displayName,
        @Nullable String repositoryUrl,
        @Nullable String repositoryName,
        @Nullable String repositoryNamespace,
        @Nullable String mainBranch,
        Instant createdAt,
        Instant updatedAt) {

    /** The columns that {@link #of} reads, for a table alias {@code p}. */
    public static final String COLUMNS = """
            p.id, p.name, p.display_name, p.repository_url, p.repository_name, p.repository_namespace,
            p.main_branch, p.created_at, p.updated_at""";

    /** Reads {@link #COLUMNS}. */
    public static Pacticipant of(Row row) throws SQLException {
        return new Pacticipant(
                row.number("id"),
                row.text("name"),
                row.text("display_name"),
                row.textOrNull("repository_url"),
                row.textOrNull("repository_name"),
                row.textOrNull("repository_namespace"),
                row.textOrNull("main_branch"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }
}
