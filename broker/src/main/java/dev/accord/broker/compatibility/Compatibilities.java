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
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Works out and keeps whether documents serve pacts. The work is done after the publication has been committed, in the
 * publisher's request: a content that is in use is compared before its build goes on to ask.
 */
@ApplicationScoped
public class Compatibilities {

    /** Raised whenever the comparison may answer differently; stored answers of other versions are worked out again. */
    public static final int ALGORITHM = 1;

    private static final Object PUBLISHED = new Object();
    private static final Logger LOG = Logger.getLogger(Compatibilities.class);

    private final Database database;
    private final Judges judges;
    private final Usages usages;
    private final ContentsInUse inUse;
    private final TransactionSynchronizationRegistry transactions;

    Compatibilities(
            Database database,
            Judges judges,
            Usages usages,
            ContentsInUse inUse,
            TransactionSynchronizationRegistry transactions) {
        this.database = database;
        this.judges = judges;
        this.usages = usages;
        this.inUse = inUse;
        this.transactions = transactions;
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

    /** Gathers what one transaction publishes, so that it is looked at once, after the commit. */
    void contentPublished(@Observes ContentPublished event) {
        if (transactions.getResource(PUBLISHED) instanceof Gathered gathered) {
            gathered.contents.add(event);
            return;
        }
        Gathered gathered = new Gathered();
        gathered.contents.add(event);
        transactions.putResource(PUBLISHED, gathered);
        transactions.registerInterposedSynchronization(gathered);
    }

    private void compareAll(List<ContentPublished> contents) {
        Map<Long, List<Long>> documents =
                inUse
                        .documentsOf(contents.stream()
                                .map(ContentPublished::providerId)
                                .collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.groupingBy(
                                ContentsInUse.ProviderDocument::providerId,
                                Collectors.mapping(ContentsInUse.ProviderDocument::documentId, Collectors.toList())));
        List<ContentPair> pairs = new ArrayList<>();
        contents.forEach(content -> documents
                .getOrDefault(content.providerId(), List.of())
                .forEach(document -> pairs.add(new ContentPair(content.pactVersionId(), document))));
        completeQuietly(pairs);
    }

    /** The contents of one transaction. */
    private final class Gathered implements Synchronization {
        private final List<ContentPublished> contents = new ArrayList<>();

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                compareAll(contents);
            }
        }
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
