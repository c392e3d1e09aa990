package dev.accord.broker.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.contract.Published.Change;
import dev.accord.broker.platform.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Works out, contract by contract, which content each provider ends up with, starting from what the version has
 * published already. Pure: reads and writes nothing.
 */
final class PublicationFold {

    private final boolean modificationAllowed;
    private final Function<JsonNode, PactContent> identify;
    private final Map<String, State> states = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();

    PublicationFold(boolean modificationAllowed, Function<JsonNode, PactContent> identify) {
        this.modificationAllowed = modificationAllowed;
        this.identify = identify;
    }

    /**
     * What a provider has from this version at some moment.
     *
     * @param sha      identity of the content
     * @param document the content
     * @param content  the content to be stored; null while it is the one that is stored already
     */
    record State(String sha, JsonNode document, @Nullable PactContent content) {}

    /** Starts from contents that are stored. Texts are needed only where {@link #needsText} says so. */
    void start(String provider, String sha, @Nullable String text) {
        states.put(provider, new State(sha, text == null ? Json.object() : Json.stored(text), null));
    }

    /** Whether the stored text of a provider must be known to take in these contracts. */
    static boolean needsText(Publication publication, String provider, String storedSha) {
        return publication.contracts().stream()
                .filter(contract -> contract.provider().equals(provider))
                .anyMatch(contract -> !contract.content().sha().equals(storedSha));
    }

    /** Takes in the contracts of a publication, in their order. */
    void apply(Publication publication) {
        Map<String, State> stored = new HashMap<>(states);
        for (Publication.Contract contract : publication.contracts()) {
            State before = states.get(contract.provider());
            Conflict conflict = conflict(publication, contract, stored.get(contract.provider()), before);
            if (conflict != null) {
                conflicts.add(conflict);
            } else {
                take(contract, before);
            }
        }
    }

    private @Nullable Conflict conflict(
            Publication publication, Publication.Contract contract, @Nullable State stored, @Nullable State before) {
        if (contract.mode() == Publication.Mode.PATCH) {
            boolean contradicts = before != null && PactMerge.conflict(before.document(), contract.document());
            return contradicts ? new Conflict.NotMergeable() : null;
        }
        if (stored == null
                || modificationAllowed
                || stored.sha().equals(contract.content().sha())) {
            return null;
        }
        return new Conflict.ContentChanged(
                publication.consumer(),
                publication.number(),
                contract.provider(),
                PactDiff.between(stored.document(), contract.document()));
    }

    private void take(Publication.Contract contract, @Nullable State before) {
        boolean same = before != null && before.sha().equals(contract.content().sha());
        boolean joins = before != null && contract.mode() != Publication.Mode.OVERWRITE;
        if (same) {
            changes.add(joins ? Change.MERGED : Change.UNCHANGED);
            return;
        }
        State after = new State(contract.content().sha(), contract.document(), contract.content());
        if (before != null && joins) {
            JsonNode merged = PactMerge.merge(before.document(), contract.document());
            PactContent content = identify.apply(merged);
            after = new State(content.sha(), merged, content);
        }
        changes.add(before == null ? Change.NEW : joins ? Change.MERGED : Change.MODIFIED);
        states.put(contract.provider(), after);
    }

    /** What stands against the publication; empty when nothing does. */
    List<Conflict> conflicts() {
        return conflicts;
    }

    /** For each contract taken in, how it relates to what was there. */
    List<Change> changes() {
        return changes;
    }

    /** The contents to be stored, by provider. */
    Map<String, PactContent> contents() {
        Map<String, PactContent> contents = new LinkedHashMap<>();
        states.forEach((provider, state) -> {
            PactContent content = state.content();
            if (content != null) {
                contents.put(provider, content);
            }
        });
        return contents;
    }
}
