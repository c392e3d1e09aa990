package dev.accord.broker.matrix;

import dev.accord.broker.matrix.decision.Resolution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The keys of what selections mean.
 *
 * @param versions       selected versions, each once
 * @param applicationOfVersion the application of each of them, at the same place
 * @param everyVersionOf applications of which every version is selected
 * @param applications   every application that a selection is about, whether or not it has such a version
 */
record SelectedIds(
        List<Long> versions, List<Long> applicationOfVersion, List<Long> everyVersionOf, List<Long> applications) {

    static SelectedIds of(List<Resolution> selections) {
        Map<Long, Long> versions = new LinkedHashMap<>();
        Set<Long> every = new LinkedHashSet<>();
        Set<Long> applications = new LinkedHashSet<>();
        for (Resolution selection : selections) {
            switch (selection) {
                case Resolution.Found found -> {
                    versions.put(found.version().id(), found.pacticipantId());
                    applications.add(found.pacticipantId());
                }
                case Resolution.Every all -> {
                    every.add(all.pacticipantId());
                    applications.add(all.pacticipantId());
                }
                case Resolution.NoVersion none -> applications.add(none.pacticipantId());
                case Resolution.NoPacticipant none -> {}
            }
        }
        return new SelectedIds(
                List.copyOf(versions.keySet()),
                List.copyOf(versions.values()),
                new ArrayList<>(every),
                new ArrayList<>(applications));
    }
}
