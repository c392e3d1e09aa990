package dev.accord.broker.matrix.decision;

import java.util.ArrayList;
import java.util.List;

/**
 * May the specified versions be deployed?
 *
 * @param specified    what the selectors of the request mean
 * @param inferred     the versions of the other applications at the destination
 * @param ignored      what the ignore selectors mean
 * @param integrations the pairs of applications that matter, each once, by name
 * @param placeNamed   whether the request names a tag, an environment or the main branches as destination
 */
public record Question(
        List<Resolution> specified,
        List<Resolution> inferred,
        List<Resolution> ignored,
        List<Integration> integrations,
        boolean placeNamed) {

    /** Copies the lists. */
    public Question {
        specified = List.copyOf(specified);
        inferred = List.copyOf(inferred);
        ignored = List.copyOf(ignored);
        integrations = List.copyOf(integrations);
    }

    /** Specified and inferred selections together. */
    public List<Resolution> selected() {
        List<Resolution> all = new ArrayList<>(specified);
        all.addAll(inferred);
        return all;
    }

    /** Whether an ignore selector takes this selection out as a whole. */
    public boolean ignores(Resolution resolution) {
        return ignored.stream().anyMatch(ignore -> switch (resolution) {
            case Resolution.Every every -> ignore instanceof Resolution.Every e && e.concerns(every.pacticipantId());
            case Resolution.NoVersion none -> ignore instanceof Resolution.Every e && e.concerns(none.pacticipantId());
            case Resolution.Found found ->
                ignore instanceof Resolution.Every e && e.concerns(found.pacticipantId())
                        || ignore instanceof Resolution.Found f
                                && f.version().id() == found.version().id();
            case Resolution.NoPacticipant none -> false;
        });
    }
}
