package dev.accord.broker.matrix.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the destination beside the rows.
 *
 * @param baselines    for a consumer version that is at the destination and a provider version that is to go there: the
 *                     provider's versions that are there now; absent for other rows
 * @param waivers      acceptances that count now
 * @param doubtsBlock  whether what may break refuses like what breaks
 * @param lacks        what the destination demands and the specified versions lack
 * @param elsewhere    who would break, and is not at the destination
 */
public record Gate(
        Map<Meeting, List<Baseline>> baselines,
        List<Waiver> waivers,
        boolean doubtsBlock,
        List<Lack> lacks,
        List<Elsewhere> elsewhere) {

    /** Nothing is known: rows count by what they say. */
    public static final Gate NONE = new Gate(Map.of(), List.of(), false, List.of(), List.of());

    /** Copies the collections. */
    public Gate {
        baselines = Map.copyOf(baselines);
        waivers = List.copyOf(waivers);
        lacks = List.copyOf(lacks);
        elsewhere = List.copyOf(elsewhere);
    }

    /** A publication of a pact and a provider version, by their keys. */
    public record Meeting(long publicationId, long providerVersionId) {}

    /** What is there now that the row's provider version would change; empty when nothing is, or it does not apply. */
    public List<Baseline> baselines(Row row, VersionRef providerVersion) {
        return baselines.getOrDefault(new Meeting(row.pact().publicationId(), providerVersion.id()), List.of());
    }

    Optional<Waiver> waiver(Row row, Finding finding) {
        return waivers.stream()
                .filter(waiver -> waiver.consumer().equals(row.consumer())
                        && waiver.provider().equals(row.provider()))
                .filter(waiver -> waiver.covers(finding))
                .findFirst();
    }
}
