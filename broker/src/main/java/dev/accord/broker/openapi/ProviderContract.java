package dev.accord.broker.openapi;

import dev.accord.broker.platform.Row;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An OpenAPI document as a provider version published it.
 *
 * @param id            key inside the database
 * @param documentId    key of the content
 * @param hash          SHA-256 of the content, 64 hexadecimal digits
 * @param versionNumber of the provider version
 * @param branch        newest branch of the version, or null
 * @param contentType   media type as published, such as {@code application/yaml}
 * @param selfVerified  outcome of the provider's own check, or null when nothing is known of it
 * @param verifier      tool of that check, or null
 * @param verifierVersion its version, or null
 */
public record ProviderContract(
        long id,
        long documentId,
        String hash,
        String versionNumber,
        @Nullable String branch,
        String contentType,
        @Nullable Boolean selfVerified,
        @Nullable String verifier,
        @Nullable String verifierVersion,
        Instant createdAt) {

    static final String COLUMNS = """
            c.id, c.document_id, d.hash, v.number, c.content_type, c.self_verified, c.verifier, c.verifier_version,
            c.created_at,
            (select b.name from branch_version bv join branch b on b.id = bv.branch_id
              where bv.version_id = v.id order by bv.id desc limit 1) as branch""";

    static ProviderContract of(Row row) throws SQLException {
        return new ProviderContract(
                row.number("id"),
                row.number("document_id"),
                row.text("hash"),
                row.text("number"),
                row.textOrNull("branch"),
                row.text("content_type"),
                row.flagOrNull("self_verified"),
                row.textOrNull("verifier"),
                row.textOrNull("verifier_version"),
                row.instant("created_at"));
    }
}
