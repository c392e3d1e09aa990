package dev.accord.broker.selection;

import dev.accord.broker.platform.Row;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A consumer version that a selector found, with its pact: one row of the selection.
 *
 * @param kind          what the selector asked for
 * @param named         whether the selector asked for this consumer by name
 * @param name          the branch or tag found, or null
 * @param instead       the tag that nothing had, for a fallback; else null
 * @param environment   the environment that the version is in, or null
 * @param production    whether that environment is a production one
 * @param versionId     key and order of the consumer version
 * @param pactVersionId key of the content
 * @param sha           hash of the content
 * @param pending       whether the content is pending; null when not asked
 * @param pendingTags   the provider's tags for which it is
 */
record SelectedRow(
        Selector.Kind kind,
        boolean named,
        @Nullable String name,
        @Nullable String instead,
        @Nullable String environment,
        boolean production,
        String consumer,
        long versionId,
        String version,
        long pactVersionId,
        String sha,
        @Nullable Boolean pending,
        List<String> pendingTags) {

    /** Reads the columns that {@link SelectionQueries} selects. */
    static SelectedRow of(Row row) throws SQLException {
        return new SelectedRow(
                Selector.Kind.of(row.text("kind")),
                row.flag("named"),
                row.textOrNull("name"),
                row.textOrNull("instead"),
                row.textOrNull("environment"),
                row.flag("production"),
                row.text("consumer"),
                row.number("version_id"),
                row.text("version"),
                row.number("pact_version_id"),
                row.text("sha"),
                row.flagOrNull("pending"),
                row.texts("pending_tags"));
    }
}
