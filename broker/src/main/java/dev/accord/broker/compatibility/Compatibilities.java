package dev.accord.broker.compatibility;

import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Json;
import dev.accord.broker.platform.Workspace;
import dev.accord.contracts.compatibility.Compatibility;
import dev.accord.contracts.compatibility.CompatibilityResult;
import dev.accord.contracts.usage.Usage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Works out and keeps whether documents serve pacts: when a question first brings the two together, never inside a
 * transaction. A publisher's transaction still holds its connection while it completes; comparing there, which needs
 * another one, would let parallel publishers wait for each other.
 */
@ApplicationScoped
public class Compatibilities {

    /** Raised whenever the comparison may answer differently; stored answers of other versions are worked out again. */
    public static final int ALGORITHM = 2;

    private final Database database;
    private final Judges judges;
    private final Usages usages;

    Compatibilities(Database database, Judges judges, Usages usages) {
        this.database = database;
        this.judges = judges;
        this.usages = usages;
    }

    /**
     * Sees to it that all of these pairs have an answer. One statement when they do; else the missing ones are worked
     * out now, which takes milliseconds for documents of usual size that are in memory.
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public void complete(Collection<ContentPair> pairs) {
        List<ContentPair> missing = missing(List.copyOf(new HashSet<>(pairs)));
        if (missing.isEmpty()) {
            return;
        }
        Map<Long, Usage> known = usages.of(
                missing.stream().map(ContentPair::pactVersionId).distinct().toList());
        missing.forEach(pair -> store(pair, Optional.ofNullable(known.get(pair.pactVersionId()))));
    }

    private List<ContentPair> missing(List<ContentPair> pairs) {
        if (pairs.isEmpty()) {
            return List.of();
        }
        Set<ContentPair> known = new HashSet<>(database.list(
                """
                select k.pact_version_id, k.document_id
                  from unnest(cast(? as bigint[]), cast(? as bigint[])) as m (pact_version_id, document_id)
                  join compatibility k on k.pact_version_id = m.pact_version_id and k.document_id = m.document_id
                 where k.algorithm = ?""",
                row -> new ContentPair(row.number("pact_version_id"), row.number("document_id")),
                pairs.stream().map(ContentPair::pactVersionId).toList(),
                pairs.stream().map(ContentPair::documentId).toList(),
                ALGORITHM));
        List<ContentPair> missing = new ArrayList<>(pairs);
        missing.removeAll(known);
        return missing;
    }

    private void store(ContentPair pair, Optional<Usage> usage) {
        Optional<CompatibilityResult> result =
                usage.map(known -> Compatibility.check(judges.of(pair.documentId()), known));
        String verdict = result.map(known -> known.verdict().json()).orElse("cannot-tell");
        String findings =
                result.map(known -> Json.write(Json.tree(known.findings()))).orElse("[]");
        database.update("""
                insert into compatibility (workspace_id, pact_version_id, document_id, algorithm, verdict, findings)
                select ?, p.id, d.id, ?, ?, cast(? as jsonb)
                  from pact_version p, openapi_document d
                 where p.id = ? and d.id = ?
                on conflict on constraint compatibility_pk do update
                   set algorithm = excluded.algorithm, verdict = excluded.verdict, findings = excluded.findings,
                       created_at = clock_timestamp()""", Workspace.DEFAULT, ALGORITHM, verdict, findings, pair.pactVersionId(), pair.documentId());
    }
}
