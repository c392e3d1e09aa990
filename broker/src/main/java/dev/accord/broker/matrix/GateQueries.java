package dev.accord.broker.matrix;

import dev.accord.broker.compatibility.Compatibilities;
import dev.accord.broker.matrix.decision.VersionRef;
import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what provider versions with documents would change at an environment, and whose consumers are elsewhere. */
@ApplicationScoped
class GateQueries {

    /** Heads of branches of one consumer that are looked at, the newest ones; the main branch's is always among them. */
    private static final int MOST_HEADS = 50;

    private static final String LIVE = """
            with revision as (
                select c.version_id, c.provider_id, c.document_id
                  from provider_contract c
                 where c.version_id = any(?) and c.current
            ), there as (
                select provider.provider_id, there.version_id
                  from (select distinct provider_id from revision) provider
                 cross join lateral (
                        select d.version_id
                          from deployed_version d
                         where d.environment_id = ? and d.pacticipant_id = provider.provider_id
                           and d.undeployed_at is null
                         union
                        select r.version_id
                          from released_version r
                         where r.environment_id = ? and r.pacticipant_id = provider.provider_id
                           and r.support_ended_at is null) there
            )
            select revision.provider_id, p.name as provider, revision.version_id, v.number, revision.document_id,
                   there.version_id as there_id, b.number as there_number, c.document_id as there_document_id
              from revision
              join pacticipant p on p.id = revision.provider_id
              join version v on v.id = revision.version_id
              left join there on there.provider_id = revision.provider_id
              left join version b on b.id = there.version_id
              left join provider_contract c on c.version_id = there.version_id and c.current
             order by revision.version_id, there.version_id desc""";

    /**
     * Consumers' versions that are heads of branches or in any environment. A pact that a run of the provider version told
     * about is left out: the run's result is in the matrix of that consumer, and a document says nothing against it.
     */
    private static final String CONSUMERS = """
            select revision.version_id, pp.consumer_id, p.name as consumer, pp.consumer_version_id, v.number,
                   pp.id as publication_id, pp.pact_version_id,
                   k.verdict, case when k.verdict = 'incompatible' then cast(k.findings as text) end as findings
              from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[]))
                   as revision (version_id, provider_id, document_id)
              join integration i on i.provider_id = revision.provider_id
              join pacticipant p on p.id = i.consumer_id
             cross join lateral (
                    (select head.version_id
                       from branch b
                      cross join lateral (select bv.version_id from branch_version bv
                                           where bv.branch_id = b.id order by bv.id desc limit 1) head
                      where b.pacticipant_id = p.id
                      order by coalesce(b.name = p.main_branch, false) desc, head.version_id desc
                      limit %d)
                     union
                    select d.version_id from deployed_version d
                     where d.pacticipant_id = p.id and d.undeployed_at is null
                     union
                    select r.version_id from environment e
                      join released_version r on r.environment_id = e.id
                     where r.pacticipant_id = p.id and r.support_ended_at is null) candidate
              join pact_publication pp on pp.consumer_version_id = candidate.version_id
                                      and pp.provider_id = revision.provider_id and pp.current
              join version v on v.id = pp.consumer_version_id
              left join compatibility k on k.pact_version_id = pp.pact_version_id
                                       and k.document_id = revision.document_id and k.algorithm = ?
             where not exists (select 1 from verification run
                                where run.pact_version_id = pp.pact_version_id
                                  and run.provider_version_id = revision.version_id)
             order by p.name, pp.consumer_version_id desc, revision.version_id""".formatted(MOST_HEADS);

    private static final String PASSED = """
            select m.pact, m.version
              from unnest(cast(? as bigint[]), cast(? as bigint[])) as m (pact, version)
             where (select v.success from verification v
                     where v.pact_version_id = m.pact and v.provider_version_id = m.version
                     order by v.id desc limit 1)""";

    private final Database database;

    GateQueries(Database database) {
        this.database = database;
    }

    /**
     * A version with a document that is to go to the environment, beside one that is there now.
     *
     * @param there         the provider's version that is there, or null when none is; then this is the only entry
     * @param thereDocument key of its document, or null when it has none
     */
    record Revision(
            long providerId,
            String provider,
            VersionRef version,
            long documentId,
            @Nullable VersionRef there,
            @Nullable Long thereDocument) {
        static Revision of(Row row) throws SQLException {
            Long there = row.numberOrNull("there_id");
            return new Revision(
                    row.number("provider_id"),
                    row.text("provider"),
                    new VersionRef(row.number("version_id"), row.text("number")),
                    row.number("document_id"),
                    there == null ? null : new VersionRef(there, row.text("there_number")),
                    row.numberOrNull("there_document_id"));
        }
    }

    /**
     * A consumer version that may be affected by a provider version without being at the environment.
     *
     * @param verdict  of the comparison with the provider version's document, or null while there is none
     * @param findings of that comparison, when it does not fit
     */
    record Candidate(
            long providerVersionId,
            long consumerId,
            String consumer,
            VersionRef version,
            long publicationId,
            long pactVersionId,
            @Nullable String verdict,
            @Nullable String findings) {
        static Candidate of(Row row) throws SQLException {
            return new Candidate(
                    row.number("version_id"),
                    row.number("consumer_id"),
                    row.text("consumer"),
                    new VersionRef(row.number("consumer_version_id"), row.text("number")),
                    row.number("publication_id"),
                    row.number("pact_version_id"),
                    row.textOrNull("verdict"),
                    row.textOrNull("findings"));
        }
    }

    /** A pact content and a provider version. */
    record Proof(long pactVersionId, long providerVersionId) {}

    /** Which of these versions have a document, and what is at the environment of their providers. One statement. */
    List<Revision> revisions(Collection<Long> versionIds, long environmentId) {
        return database.list(LIVE, Revision::of, List.copyOf(versionIds), environmentId, environmentId);
    }

    /** The consumers' versions that are heads of branches or in any environment. One statement. */
    List<Candidate> candidates(List<Revision> revisions) {
        List<Revision> distinct = revisions.stream()
                .filter(one -> revisions.stream()
                                .filter(other ->
                                        other.version().id() == one.version().id())
                                .findFirst()
                                .orElse(one)
                        == one)
                .toList();
        return database.list(
                CONSUMERS,
                Candidate::of,
                distinct.stream().map(one -> one.version().id()).toList(),
                distinct.stream().map(Revision::providerId).toList(),
                distinct.stream().map(Revision::documentId).toList(),
                Compatibilities.ALGORITHM);
    }

    /** Those of which the latest run passed. One statement, none for none. */
    Set<Proof> passed(Collection<Proof> proofs) {
        if (proofs.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(database.list(
                PASSED,
                row -> new Proof(row.number("pact"), row.number("version")),
                proofs.stream().map(Proof::pactVersionId).toList(),
                proofs.stream().map(Proof::providerVersionId).toList()));
    }
}
