package dev.accord.broker.matrix;

import dev.accord.broker.matrix.decision.Decision;
import dev.accord.broker.matrix.decision.Rows;
import java.util.Map;

/**
 * A decision with what it stands on.
 *
 * @param facts branches, tags and environments of the versions in the rows, by version id
 * @param gate  what is known of the destination
 */
record MatrixAnswer(Decision decision, Rows rows, Map<Long, VersionFacts> facts, GateAnswer gate) {

    VersionFacts facts(long versionId) {
        return facts.getOrDefault(versionId, VersionFacts.NONE);
    }
}
