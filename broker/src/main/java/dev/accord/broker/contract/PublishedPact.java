package dev.accord.broker.contract;

import dev.accord.broker.platform.Row;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pact as one consumer version published it.
 *
 * @param consumer      name of the consumer
 * @param consumerId    key of the consumer
 * @param provider      name of the provider
 * @param providerId    key of the provider
 * @param version       number of the consumer version
 * @param versionId     key and order of the consumer version
 * @param createdAt     when the current revision was published
 * @param pactVersionId key of the content
 * @param sha           identity of the content
 * @param content       the stored text, which never ends in white space
 * @param overwritten   the members of the published content that answers add, as a JSON object, or null
 */
record PublishedPact(
        String consumer,
        long consumerId,
        String provider,
        long providerId,
        String version,
        long versionId,
        Instant createdAt,
        long pactVersionId,
        String sha,
        String content,
        @Nullable String overwritten) {

    static PublishedPact of(Row row) throws SQLException {
        return new PublishedPact(
                row.text("consumer"),
                row.number("consumer_id"),
                row.text("provider"),
                row.number("provider_id"),
                row.text("version"),
                row.number("version_id"),
                row.instant("created_at"),
                row.number("pact_version_id"),
                row.text("sha"),
                row.text("content"),
                row.textOrNull("overwritten"));
    }

    /** What people call it. */
    String name() {
        return "Pact between " + consumer + " (" + version + ") and " + provider;
    }

    /** The content with every member that was published, as a JSON text. */
    String wholeContent() {
        return overwritten == null ? content : splice(content, overwritten.substring(1, overwritten.length() - 1));
    }

    /** A JSON object's text with further members at its end. */
    static String splice(String object, String members) {
        String separator = object.length() == 2 ? "" : ",";
        return object.substring(0, object.length() - 1) + separator + members + "}";
    }
}
