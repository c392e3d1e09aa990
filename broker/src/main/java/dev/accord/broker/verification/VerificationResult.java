package dev.accord.broker.verification;

import dev.accord.broker.platform.Row;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A verification result as it is told.
 *
 * @param number          its public number, strictly increasing over all results
 * @param providerVersion the version that was checked
 * @param consumerVersion a consumer version that published the content, the newest unless another was asked for
 * @param verifiedBy      JSON object of what verified, or null
 * @param testResults     JSON as it was posted, or null
 * @param buildUrl        the build that verified, or null
 */
record VerificationResult(
        long number,
        String provider,
        String consumer,
        String sha,
        String providerVersion,
        String consumerVersion,
        boolean success,
        Instant createdAt,
        @Nullable String buildUrl,
        @Nullable String verifiedBy,
        @Nullable String testResults) {

    /** Reads the columns that {@link VerificationQueries} selects. */
    static VerificationResult of(Row row) throws SQLException {
        return new VerificationResult(
                row.number("id"),
                row.text("provider"),
                row.text("consumer"),
                row.text("sha"),
                row.text("provider_version"),
                row.text("consumer_version"),
                row.flag("success"),
                row.instant("created_at"),
                row.textOrNull("build_url"),
                row.textOrNull("verified_by"),
                row.textOrNull("test_results"));
    }
}
