package dev.accord.broker.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.compatibility.ContentPair;
import dev.accord.broker.impact.DocumentPair;
import dev.accord.broker.impact.ImpactKey;
import dev.accord.broker.impact.Impacts;
import dev.accord.broker.matrix.GateQueries.Candidate;
import dev.accord.broker.matrix.GateQueries.Proof;
import dev.accord.broker.matrix.GateQueries.Revision;
import dev.accord.broker.matrix.decision.Baseline;
import dev.accord.broker.matrix.decision.Elsewhere;
import dev.accord.broker.matrix.decision.Finding;
import dev.accord.broker.matrix.decision.Gate;
import dev.accord.broker.matrix.decision.Lack;
import dev.accord.broker.matrix.decision.Outcome;
import dev.accord.broker.matrix.decision.PactRef;
import dev.accord.broker.matrix.decision.Row;
import dev.accord.broker.matrix.decision.Rows;
import dev.accord.broker.matrix.decision.Standings;
import dev.accord.broker.matrix.decision.VersionRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds one gate. Not thread-safe; one instance builds one. */
final class GateBuilder {

    /** What a question works out about consumers elsewhere before it answers; the rest is left to the background. */
    private static final int MOST_ELSEWHERE_AT_ONCE = 200;

    private static final int MOST_ON_PAPER = 200;

    private final GateQueries queries;
    private final Impacts impacts;
    private final String environment;
    private final Gates.Scope scope;
    private final Map<Long, VersionFacts> facts;
    private final Map<Long, List<Revision>> revisions = new LinkedHashMap<>();
    private final Map<Gate.Meeting, List<Baseline>> baselines = new HashMap<>();
    private final List<ImpactKey> missing = new ArrayList<>();
    private final List<ImpactKey> missingElsewhere = new ArrayList<>();
    private final Set<List<String>> needed = new HashSet<>();
    private Map<ImpactKey, Impacts.Known> known = Map.of();
    private Set<Proof> passed = Set.of();

    GateBuilder(
            GateQueries queries,
            Impacts impacts,
            String environment,
            Gates.Scope scope,
            Map<Long, VersionFacts> facts) {
        this.queries = queries;
        this.impacts = impacts;
        this.environment = environment;
        this.scope = scope;
        this.facts = facts;
        scope.revisions()
                .forEach(revision -> revisions
                        .computeIfAbsent(revision.version().id(), id -> new ArrayList<>())
                        .add(revision));
    }

    /** A pact that is held against what a provider version changes. */
    private record Target(Gate.Meeting meeting, long pactVersionId) {}

    GateAnswer build(Rows rows, boolean doubtsBlock, List<Lack> lacks) {
        List<Target> here = here(rows);
        List<Candidate> elsewhere = scope.candidates().stream()
                .filter(candidate -> !isThere(candidate.version().id()))
                .toList();
        List<Target> there = elsewhere.stream()
                .map(candidate -> new Target(
                        new Gate.Meeting(candidate.publicationId(), candidate.providerVersionId()),
                        candidate.pactVersionId()))
                .toList();
        read(here, there);
        here.forEach(target -> hold(target, missing));
        there.forEach(target -> hold(target, missingElsewhere));
        Set<ContentPair> pairs = new LinkedHashSet<>();
        List<Elsewhere> affected = affected(elsewhere, pairs);
        Set<DocumentPair> changes = changes();
        Map<DocumentPair, Impacts.Changes> differences = impacts.changes(changes);
        Gate gate = new Gate(baselines, List.of(), doubtsBlock, lacks, affected);
        return new GateAnswer(
                environment,
                gate,
                scope.revisions(),
                onPaper(differences),
                missing(pairs, changes, differences),
                missingElsewhere.size() + pairs.size() > MOST_ELSEWHERE_AT_ONCE);
    }

    private GateAnswer.Missing missing(
            Set<ContentPair> pairs, Set<DocumentPair> changes, Map<DocumentPair, Impacts.Changes> differences) {
        List<ImpactKey> keys = new ArrayList<>(missing);
        missingElsewhere.stream().limit(MOST_ELSEWHERE_AT_ONCE).forEach(keys::add);
        return new GateAnswer.Missing(
                pairs.stream().limit(MOST_ELSEWHERE_AT_ONCE).toList(),
                keys,
                changes.stream()
                        .filter(change -> !differences.containsKey(change))
                        .toList());
    }

    /** Rows of consumers that are at the environment, with a document of a version that is to go there. */
    private List<Target> here(Rows rows) {
        List<Target> targets = new ArrayList<>();
        for (Row row : rows.all()) {
            if (isThere(row.consumerVersion().id())) {
                for (VersionRef version : documents(row)) {
                    if (revisions.containsKey(version.id())) {
                        targets.add(new Target(
                                new Gate.Meeting(row.pact().publicationId(), version.id()),
                                row.pact().contentId()));
                    }
                }
            }
        }
        return targets;
    }

    private static List<VersionRef> documents(Row row) {
        return switch (row.outcome()) {
            case Outcome.Run run -> List.of();
            case Outcome.Comparison comparison -> List.of(comparison.providerVersion());
            case Outcome.Unverified unverified ->
                unverified.unclear().stream()
                        .map(Outcome.Unclear::providerVersion)
                        .toList();
        };
    }

    private boolean isThere(long versionId) {
        return facts.getOrDefault(versionId, VersionFacts.NONE).environments().stream()
                .anyMatch(place -> place.name().equals(environment));
    }

    private void read(List<Target> here, List<Target> there) {
        Set<ImpactKey> keys = new LinkedHashSet<>();
        Set<Proof> proofs = new LinkedHashSet<>();
        List<Target> all = new ArrayList<>(here);
        all.addAll(there);
        for (Target target : all) {
            for (Revision revision : of(target)) {
                if (revision.there() != null && revision.thereDocument() != null) {
                    proofs.add(
                            new Proof(target.pactVersionId(), revision.there().id()));
                    if (revision.thereDocument() != revision.documentId()) {
                        keys.add(key(revision, target));
                    }
                }
            }
        }
        known = impacts.known(keys);
        passed = queries.passed(proofs);
    }

    private List<Revision> of(Target target) {
        return revisions.getOrDefault(target.meeting().providerVersionId(), List.of());
    }

    private static ImpactKey key(Revision revision, Target target) {
        return ImpactKey.of(
                Objects.requireNonNull(revision.thereDocument()), revision.documentId(), target.pactVersionId());
    }

    private void hold(Target target, List<ImpactKey> unknown) {
        List<Baseline> held = new ArrayList<>();
        for (Revision revision : of(target)) {
            VersionRef there = revision.there();
            if (there != null) {
                held.add(baseline(revision, there, target, unknown));
            }
        }
        baselines.put(target.meeting(), List.copyOf(held));
    }

    private Baseline baseline(Revision revision, VersionRef there, Target target, List<ImpactKey> unknown) {
        Long document = revision.thereDocument();
        if (document == null) {
            return Baseline.plain(there, Baseline.Kind.NO_DOCUMENT, false);
        }
        boolean proved = passed.contains(new Proof(target.pactVersionId(), there.id()));
        if (document == revision.documentId()) {
            return Baseline.plain(there, Baseline.Kind.SAME_DOCUMENT, proved);
        }
        Impacts.Known impact = known.get(key(revision, target));
        if (impact == null) {
            unknown.add(key(revision, target));
            return Baseline.plain(there, Baseline.Kind.NOT_COMPARED, proved);
        }
        return compared(there, proved, impact);
    }

    private Baseline compared(VersionRef there, boolean proved, Impacts.Known impact) {
        JsonNode introduced = impact.findings().path("introduced");
        List<Finding> breaks = new ArrayList<>(Findings.ofLevel(introduced, "error"));
        List<Finding> doubts = new ArrayList<>(Findings.ofLevel(introduced, "warning"));
        int more = impact.findings().path("more").asInt();
        if (more > 0) {
            (impact.verdict().equals("breaks") ? breaks : doubts).add(Findings.more(more));
        }
        if (impact.verdict().equals("cannot-tell") && doubts.isEmpty()) {
            doubts.add(Findings.notJudged());
        }
        breaks.forEach(this::need);
        doubts.forEach(this::need);
        List<Finding> already = Findings.all(impact.findings().path("already"));
        return new Baseline(there, Baseline.Kind.COMPARED, proved, breaks, doubts, already);
    }

    private void need(Finding finding) {
        Finding.Cause cause = finding.cause();
        if (cause != null) {
            needed.add(List.of(cause.rule(), cause.change()));
        }
    }

    /** Consumers elsewhere are judged like those at the environment, as if they were there. */
    private List<Elsewhere> affected(List<Candidate> candidates, Set<ContentPair> pairs) {
        List<Elsewhere> affected = new ArrayList<>();
        Gate gate = new Gate(baselines, List.of(), false, List.of(), List.of());
        for (Candidate candidate : candidates) {
            Revision revision = revisions
                    .getOrDefault(candidate.providerVersionId(), List.of())
                    .getFirst();
            if (candidate.verdict() == null) {
                pairs.add(new ContentPair(candidate.pactVersionId(), revision.documentId()));
            }
            List<Finding> findings =
                    Standings.of(row(candidate, revision), gate).blocking();
            if (!findings.isEmpty()) {
                VersionFacts standing = facts.getOrDefault(candidate.version().id(), VersionFacts.NONE);
                affected.add(new Elsewhere(
                        candidate.consumer(),
                        candidate.version(),
                        revision.provider(),
                        revision.version(),
                        standing.branches().stream()
                                .map(VersionFacts.Mark::name)
                                .toList(),
                        standing.environments().stream()
                                .map(VersionFacts.Place::name)
                                .toList(),
                        findings));
            }
        }
        return affected;
    }

    private static Row row(Candidate candidate, Revision revision) {
        boolean fits = !"incompatible".equals(candidate.verdict());
        return new Row(
                candidate.consumerId(),
                candidate.consumer(),
                candidate.version(),
                new PactRef(candidate.publicationId(), 1, candidate.pactVersionId(), "", Instant.EPOCH),
                revision.providerId(),
                revision.provider(),
                new Outcome.Comparison(
                        revision.version(),
                        revision.documentId(),
                        fits,
                        null,
                        Instant.EPOCH,
                        Findings.errors(candidate.findings())));
    }

    private Set<DocumentPair> changes() {
        Set<DocumentPair> changes = new LinkedHashSet<>();
        for (Revision revision : scope.revisions()) {
            Long there = revision.thereDocument();
            if (there != null && there != revision.documentId()) {
                changes.add(new DocumentPair(there, revision.documentId()));
            }
        }
        return changes;
    }

    private List<JsonNode> onPaper(Map<DocumentPair, Impacts.Changes> differences) {
        Map<List<String>, JsonNode> unneeded = new LinkedHashMap<>();
        for (Impacts.Changes difference : differences.values()) {
            for (JsonNode change : difference.breaking()) {
                List<String> name = List.of(text(change.get("id")), text(change.get("sentence")));
                if (!needed.contains(name) && unneeded.size() < MOST_ON_PAPER) {
                    unneeded.putIfAbsent(name, change);
                }
            }
        }
        return List.copyOf(unneeded.values());
    }

    private static String text(@Nullable JsonNode node) {
        return node == null ? "" : node.asText("");
    }
}
