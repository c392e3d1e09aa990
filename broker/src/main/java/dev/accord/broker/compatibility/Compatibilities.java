package dev.accord.broker.compatibility;

import dev.accord.broker.contract.ContentPublished;
import dev.accord.broker.openapi.DocumentPublished;
import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Json;
import dev.accord.broker.platform.Workspace;
import dev.accord.contracts.compatibility.Compatibility;
import dev.accord.contracts.compatibility.CompatibilityResult;
import dev.accord.contracts.usage.Usage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Works out and keeps whether documents serve pacts. The work is done after the publication has been committed, in the
 * publisher's request: a content that is in use is compared before its build goes on to ask.
 */
@ApplicationScoped
public class Compatibilities {

    /** Raised whenever the comparison may answer differently; stored answers of other versions are worked out again. */
    public static final int ALGORITHM = 1;

    private static final Logger LOG = Logger.getLogger(Compatibilities.class);

    private final Database database;
    private final Judges judges;
    private final Usages usages;
    private final ContentsInUse inUse;

    Compatibilities(Database database, Judges judges, Usages usages, ContentsInUse inUse) {
        this.database = database;
        this.judges = judges;
        this.usages = usages;
        this.inUse = inUse;
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

    @Transactional(TxType.NOT_SUPPORTED)
    void documentPublished(@Observes(during = TransactionPhase.AFTER_SUCCESS) DocumentPublished event) {
        completeQuietly(inUse.pactVersionsOf(event.providerId()).stream()
                .map(content -> new ContentPair(content, event.documentId()))
                .toList());
    }

    @Transactional(TxType.NOT_SUPPORTED)
    void contentPublished(@Observes(during = TransactionPhase.AFTER_SUCCESS) ContentPublished event) {
        completeQuietly(inUse.documentsOf(event.providerId()).stream()
                .map(document -> new ContentPair(event.pactVersionId(), document))
                .toList());
    }

    /** The publication is committed; whatever goes wrong here is worked out when a decision needs it. */
    private void completeQuietly(List<ContentPair> pairs) {
        if (pairs.isEmpty()) {
            return;
        }
        try {
            complete(pairs);
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "event=comparison_failed pairs=%d", pairs.size());
        }
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
