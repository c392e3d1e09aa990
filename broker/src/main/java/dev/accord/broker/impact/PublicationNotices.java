package dev.accord.broker.impact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.openapi.ChangeNotices;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds a newly published document against those in use. */
@ApplicationScoped
class PublicationNotices implements ChangeNotices {

    private static final long MOST_NANOS = Duration.ofSeconds(2).toNanos();
    private static final int PACTS_AT_ONCE = 20;
    private static final int MOST_NAMED = 10;
    private static final int MOST_PLACES = 20;

    private final InUseQueries inUse;
    private final Impacts impacts;

    PublicationNotices(InUseQueries inUse, Impacts impacts) {
        this.inUse = inUse;
        this.impacts = impacts;
    }

    /** What a document is held against at one place. */
    private record Place(String name, List<InUseQueries.Document> documents, List<InUseQueries.Consumer> consumers) {
        String title() {
            String versions = documents.stream()
                    .map(InUseQueries.Document::version)
                    .limit(MOST_NAMED)
                    .collect(Collectors.joining(", "));
            return (name.isEmpty() ? "the main branch" : name) + " (version " + versions + ")";
        }
    }

    @Override
    public List<Notice> of(long providerId, long versionId, long documentId) {
        long end = System.nanoTime() + MOST_NANOS;
        List<Notice> notices = new ArrayList<>();
        for (Place place : places(providerId, versionId)) {
            if (place.documents().stream().allMatch(document -> document.documentId() == documentId)) {
                notices.add(new Notice("info", "The OpenAPI document is the same as in " + place.title()));
            } else if (System.nanoTime() > end) {
                notices.add(new Notice(
                        "info", "What changed since " + place.title() + " is being worked out; ask can-i-deploy"));
            } else {
                notices.add(notice(place, documentId, end));
            }
        }
        return notices;
    }

    private List<Place> places(long providerId, long versionId) {
        Map<String, List<InUseQueries.Document>> documents = new LinkedHashMap<>();
        inUse.before(providerId, versionId).ifPresent(document -> documents.put("", List.of(document)));
        for (InUseQueries.Document document : inUse.documents(providerId)) {
            if (!document.place().isEmpty()) {
                documents
                        .computeIfAbsent(document.place(), name -> new ArrayList<>())
                        .add(document);
            }
        }
        if (documents.isEmpty()) {
            return List.of();
        }
        Map<String, List<InUseQueries.Consumer>> consumers =
                inUse.consumers(providerId).stream().collect(Collectors.groupingBy(InUseQueries.Consumer::place));
        return documents.entrySet().stream()
                .limit(MOST_PLACES)
                .map(entry ->
                        new Place(entry.getKey(), entry.getValue(), consumers.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }

    private Notice notice(Place place, long documentId, long end) {
        Set<DocumentPair> changes = new LinkedHashSet<>();
        for (InUseQueries.Document document : place.documents()) {
            if (document.documentId() != documentId) {
                changes.add(new DocumentPair(document.documentId(), documentId));
            }
        }
        impacts.completeChanges(changes);
        int errors = 0;
        int warnings = 0;
        int others = 0;
        for (Impacts.Changes counted : impacts.changes(changes).values()) {
            errors += counted.errors();
            warnings += counted.warnings();
            others += counted.others();
        }
        Set<ImpactKey> keys = new LinkedHashSet<>();
        for (InUseQueries.Consumer consumer : place.consumers()) {
            changes.forEach(change -> keys.add(new ImpactKey(change, consumer.pactVersionId())));
        }
        boolean all = complete(List.copyOf(keys), end);
        Map<ImpactKey, Impacts.Known> known = impacts.known(keys);
        List<String> broken = place.consumers().stream()
                .flatMap(consumer -> changes.stream()
                        .map(change -> known.get(new ImpactKey(change, consumer.pactVersionId())))
                        .filter(impact -> impact != null && impact.verdict().equals("breaks"))
                        .limit(1)
                        .map(impact -> consumer.name() + " " + consumer.version() + " (" + first(impact) + ")"))
                .distinct()
                .toList();
        String text = "Since " + place.title() + ": " + errors + " changes that break on paper, " + warnings
                + " that may, " + others + " others. "
                + consequence(broken, place.consumers().size(), all);
        return new Notice(broken.isEmpty() ? "info" : "warning", text);
    }

    private static String consequence(List<String> broken, int consumers, boolean all) {
        String rest = all ? "" : "; not all of them are worked out yet, ask can-i-deploy";
        if (broken.isEmpty()) {
            return (consumers == 0 ? "No consumer is there" : "Nothing that a consumer there needs breaks") + rest;
        }
        int more = broken.size() - MOST_NAMED;
        return "It would break " + broken.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "") + rest;
    }

    private static String first(Impacts.Known impact) {
        for (JsonNode finding : impact.findings().path("introduced")) {
            if (finding.path("level").asText().equals("error")) {
                return finding.path("sentence").asText();
            }
        }
        return "see can-i-deploy";
    }

    private boolean complete(List<ImpactKey> keys, long end) {
        for (int from = 0; from < keys.size(); from += PACTS_AT_ONCE) {
            if (System.nanoTime() > end) {
                return false;
            }
            impacts.complete(keys.subList(from, Math.min(keys.size(), from + PACTS_AT_ONCE)));
        }
        return true;
    }
}
