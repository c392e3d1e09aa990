package dev.accord.broker.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.compatibility.ContentPair;
import dev.accord.broker.impact.DocumentPair;
import dev.accord.broker.impact.ImpactKey;
import dev.accord.broker.matrix.decision.Gate;
import dev.accord.broker.matrix.decision.Waiver;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the destination, for the decision and for what is told about it.
 *
 * @param environment name of the destination, or null when the question names none
 * @param revisions   the specified versions with a document, each beside what is there now
 * @param onPaper     changes that break on paper and that nobody who is known needs
 * @param missing     what a better answer needs
 * @param waiting     whether something about consumers elsewhere is left to the background
 */
record GateAnswer(
        @Nullable String environment,
        Gate gate,
        List<GateQueries.Revision> revisions,
        List<JsonNode> onPaper,
        Missing missing,
        boolean waiting) {

    /** Of a question without environment. */
    static final GateAnswer NONE = new GateAnswer(null, Gate.NONE, List.of(), List.of(), Missing.NOTHING, false);

    /** What is not worked out yet: comparisons, impacts, changes of documents. */
    record Missing(List<ContentPair> pairs, List<ImpactKey> impacts, List<DocumentPair> changes) {

        static final Missing NOTHING = new Missing(List.of(), List.of(), List.of());

        boolean nothing() {
            return pairs.isEmpty() && impacts.isEmpty() && changes.isEmpty();
        }
    }

    /** The same with acceptances. */
    GateAnswer with(List<Waiver> waivers) {
        Gate accepted = new Gate(gate.baselines(), waivers, gate.doubtsBlock(), gate.lacks(), gate.elsewhere());
        return new GateAnswer(environment, accepted, revisions, onPaper, missing, waiting);
    }
}
