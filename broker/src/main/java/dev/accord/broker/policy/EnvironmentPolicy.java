package dev.accord.broker.policy;

import dev.accord.broker.platform.Row;
import java.sql.SQLException;
import java.util.List;

/**
 * What an environment demands of a version that is to go there.
 *
 * @param requiredChecks          names of checks that must have passed
 * @param requireSelfVerification whether a provider's own check of its OpenAPI document must have passed
 * @param warningsBlock           whether what could not be judged blocks like a break
 */
public record EnvironmentPolicy(List<String> requiredChecks, boolean requireSelfVerification, boolean warningsBlock) {

    /** Demands nothing. */
    public static final EnvironmentPolicy NONE = new EnvironmentPolicy(List.of(), false, false);

    /** Copies the names. */
    public EnvironmentPolicy {
        requiredChecks = List.copyOf(requiredChecks);
    }

    static EnvironmentPolicy of(Row row) throws SQLException {
        return new EnvironmentPolicy(
                row.texts("required_checks"), row.flag("require_self_verification"), row.flag("warnings_block"));
    }
}
