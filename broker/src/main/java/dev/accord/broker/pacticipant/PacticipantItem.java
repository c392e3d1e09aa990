package dev.accord.broker.pacticipant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pacticipant with what its document embeds.
 *
 * @param pacticipant   the pacticipant itself
 * @param latestVersion number of its version with the highest order, or null when it has none
 * @param labels        names of its labels, sorted
 */
record PacticipantItem(Pacticipant pacticipant, @Nullable String latestVersion, List<String> labels) {

    PacticipantItem {
        labels = List.copyOf(labels);
    }
}
