package dev.accord.broker.matrix.decision;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody lets a finding pass at the destination, for now. Only those that count at the moment of the question are given to
 * a decision.
 *
 * @param uuid       public identifier of the record
 * @param consumer   name
 * @param provider   name
 * @param code       code of the finding, or the id of the rule that found the change behind it
 * @param location   as in {@link Finding#location()}
 * @param acceptedBy person or token
 */
public record Waiver(
        UUID uuid,
        String consumer,
        String provider,
        String code,
        String operation,
        String location,
        String reason,
        String acceptedBy,
        Instant expiresAt) {

    boolean covers(Finding finding) {
        Finding.Cause cause = finding.cause();
        return (code.equals(finding.code()) || (cause != null && code.equals(cause.rule())))
                && operation.equals(finding.operation())
                && location.equals(finding.location());
    }
}
