package dev.accord.broker.impact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.compatibility.Usages;
import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Json;
import dev.accord.broker.platform.Workspace;
import dev.accord.contracts.diff.Change;
import dev.accord.contracts.diff.DiffReport;
import dev.accord.contracts.diff.Level;
import dev.accord.contracts.impact.ImpactFinding;
import dev.accord.contracts.impact.ImpactResult;
import dev.accord.contracts.openapi.UnreadableDocumentException;
import dev.accord.contracts.usage.Usage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Works out and keeps what changes of documents do to pacts. A change of a document to itself does nothing and is never
 * stored. Never called inside a transaction, for the reason that {@code Compatibilities} tells.
 */
@ApplicationScoped
public class Impacts {

    /** Raised whenever diff or impact may answer differently; what other versions stored is worked out again. */
    public static final int ALGORITHM = 2;

    /** Findings of one kind and breaking changes that are stored; what goes beyond is counted. */
    static final int MOST_STORED = 500;

    private final Database database;
    private final Models models;
    private final Usages usages;

    Impacts(Database database, Models models, Usages usages) {
        this.database = database;
        this.models = models;
        this.usages = usages;
    }

    /**
     * What is stored of a change and a pact.
     *
     * @param verdict  {@code breaks}, {@code cannot-tell} or {@code unaffected}
     * @param findings object with {@code introduced} and {@code already} (arrays of findings) and {@code more}, the number
     *                 of those that were too many to store
     */
    public record Known(String verdict, JsonNode findings) {}

    /**
     * What is stored of a change.
     *
     * @param breaking the changes that break on paper, as {@link DiffReport} writes them
     * @param errors   how many there are
     * @param warnings how many changes may break somebody
     * @param others   how many break nobody
     */
    public record Changes(List<JsonNode> breaking, int errors, int warnings, int others) {
        /** Copies the list. */
        public Changes {
            breaking = List.copyOf(breaking);
        }
    }

    /** What is stored of these changes and pacts by the current algorithm; others are absent. One statement, none for none. */
    public Map<ImpactKey, Known> known(Collection<ImpactKey> keys) {
        Map<ImpactKey, Known> known = new HashMap<>();
        if (!keys.isEmpty()) {
            read(keys, "k.findings", (key, verdict, findings) -> known.put(key, new Known(verdict, findings)));
        }
        return known;
    }

    /** What is stored of these changes by the current algorithm; others are absent. One statement, none for none. */
    public Map<DocumentPair, Changes> changes(Collection<DocumentPair> pairs) {
        Map<DocumentPair, Changes> changes = new LinkedHashMap<>();
        if (pairs.isEmpty()) {
            return changes;
        }
        database.list(
                """
                select d.base_document_id, d.revision_document_id, d.changes
                  from unnest(cast(? as bigint[]), cast(? as bigint[])) as m (base, revision)
                  join document_diff d on d.base_document_id = m.base and d.revision_document_id = m.revision
                 where d.algorithm = ?""",
                row -> changes.put(
                        new DocumentPair(row.number("base_document_id"), row.number("revision_document_id")),
                        changes(Json.stored(row.text("changes")))),
                pairs.stream().map(DocumentPair::baseDocumentId).toList(),
                pairs.stream().map(DocumentPair::revisionDocumentId).toList(),
                ALGORITHM);
        return changes;
    }

    private static Changes changes(JsonNode json) {
        return new Changes(
                List.copyOf(list(json.path("breaking"))),
                json.path("errors").asInt(),
                json.path("warnings").asInt(),
                json.path("others").asInt());
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> list = new java.util.ArrayList<>();
        array.forEach(list::add);
        return list;
    }

    /**
     * Sees to it that all of these have an answer, and the changes themselves too. One statement when they do; else the
     * missing ones are worked out now, which takes milliseconds for documents of usual size that are in memory.
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public void complete(Collection<ImpactKey> keys) {
        Set<ImpactKey> missing = new HashSet<>(keys);
        missing.removeIf(key -> key.change().baseDocumentId() == key.change().revisionDocumentId());
        if (missing.isEmpty()) {
            return;
        }
        read(List.copyOf(missing), "null", (key, verdict, findings) -> missing.remove(key));
        if (missing.isEmpty()) {
            return;
        }
        Map<Long, Usage> known = usages.of(
                missing.stream().map(ImpactKey::pactVersionId).distinct().toList());
        completeChanges(missing.stream().map(ImpactKey::change).distinct().toList());
        missing.forEach(key -> store(key, Optional.ofNullable(known.get(key.pactVersionId()))));
    }

    /** Sees to it that the changes between these documents are stored. One statement when they are. */
    @Transactional(TxType.NOT_SUPPORTED)
    public void completeChanges(Collection<DocumentPair> pairs) {
        Set<DocumentPair> missing = new HashSet<>(pairs);
        missing.removeIf(pair -> pair.baseDocumentId() == pair.revisionDocumentId());
        missing.removeAll(changes(missing).keySet());
        missing.forEach(this::storeChanges);
    }

    @FunctionalInterface
    private interface Reader {
        void take(ImpactKey key, String verdict, JsonNode findings);
    }

    private void read(Collection<ImpactKey> keys, String findings, Reader reader) {
        database.list(
                "select k.base_document_id, k.revision_document_id, k.pact_version_id, k.verdict, " + findings
                        + " as findings"
                        + """

                           from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[]))
                                as m (base, revision, pact)
                           join impact k on k.base_document_id = m.base and k.revision_document_id = m.revision
                                        and k.pact_version_id = m.pact
                          where k.algorithm = ?""",
                row -> {
                    ImpactKey key = ImpactKey.of(
                            row.number("base_document_id"),
                            row.number("revision_document_id"),
                            row.number("pact_version_id"));
                    String json = row.textOrNull("findings");
                    reader.take(key, row.text("verdict"), json == null ? Json.object() : Json.stored(json));
                    return key;
                },
                keys.stream().map(key -> key.change().baseDocumentId()).toList(),
                keys.stream().map(key -> key.change().revisionDocumentId()).toList(),
                keys.stream().map(ImpactKey::pactVersionId).toList(),
                ALGORITHM);
    }

    private void store(ImpactKey key, Optional<Usage> usage) {
        Optional<ImpactResult> result = usage.flatMap(
                known -> model(key.change()).map(model -> model.impact().on(known)));
        database.update(
                """
                insert into impact (workspace_id, base_document_id, revision_document_id, pact_version_id, algorithm,
                                    verdict, findings)
                select ?, b.id, r.id, p.id, ?, ?, cast(? as jsonb)
                  from openapi_document b, openapi_document r, pact_version p
                 where b.id = ? and r.id = ? and p.id = ?
                on conflict on constraint impact_pk do update
                   set algorithm = excluded.algorithm, verdict = excluded.verdict, findings = excluded.findings,
                       created_at = clock_timestamp()""",
                Workspace.DEFAULT,
                ALGORITHM,
                result.map(known -> known.verdict().json()).orElse("cannot-tell"),
                Json.write(findings(result)),
                key.change().baseDocumentId(),
                key.change().revisionDocumentId(),
                key.pactVersionId());
    }

    private static ObjectNode findings(Optional<ImpactResult> result) {
        ObjectNode findings = Json.object();
        List<ImpactFinding> introduced = result.map(ImpactResult::introduced).orElseGet(List::of);
        List<ImpactFinding> already =
                result.map(ImpactResult::alreadyUnsatisfied).orElseGet(List::of);
        findings.set("introduced", Json.tree(first(introduced)));
        findings.set("already", Json.tree(first(already)));
        findings.put(
                "more",
                introduced.size()
                        - first(introduced).size()
                        + already.size()
                        - first(already).size());
        return findings;
    }

    private static <T> List<T> first(List<T> list) {
        return list.subList(0, Math.min(MOST_STORED, list.size()));
    }

    private void storeChanges(DocumentPair pair) {
        Optional<List<Change>> changes = model(pair).map(Models.Model::changes);
        if (changes.isEmpty()) {
            return;
        }
        ObjectNode json = Json.object();
        ArrayNode breaking = json.putArray("breaking");
        for (Change change : changes.get()) {
            if (change.level() == Level.ERROR && breaking.size() < MOST_STORED) {
                breaking.add(DiffReport.toJson(change));
            }
        }
        json.put("errors", count(changes.get(), Level.ERROR));
        json.put("warnings", count(changes.get(), Level.WARNING));
        json.put("others", count(changes.get(), Level.INFO));
        database.update(
                """
                insert into document_diff (workspace_id, base_document_id, revision_document_id, algorithm, changes)
                select ?, b.id, r.id, ?, cast(? as jsonb)
                  from openapi_document b, openapi_document r
                 where b.id = ? and r.id = ?
                on conflict on constraint document_diff_pk do update
                   set algorithm = excluded.algorithm, changes = excluded.changes, created_at = clock_timestamp()""", Workspace.DEFAULT, ALGORITHM, Json.write(json), pair.baseDocumentId(), pair.revisionDocumentId());
    }

    private static int count(List<Change> changes, Level level) {
        return (int) changes.stream()
                .filter(change -> Objects.equals(change.level(), level))
                .count();
    }

    /** Empty when a stored document cannot be read any more: then nothing can be told, and the answer says so. */
    private Optional<Models.Model> model(DocumentPair pair) {
        try {
            return Optional.of(models.of(pair));
        } catch (UnreadableDocumentException unreadable) {
            return Optional.empty();
        }
    }
}
