package dev.accord.broker.verification;

import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Workspace;
import dev.accord.broker.problem.ProblemException;
import dev.accord.broker.selection.Metadata;
import dev.accord.broker.version.Version;
import dev.accord.broker.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Publishes and deletes verification results. */
@ApplicationScoped
public class Verifications {

    private final VerificationQueries queries;
    private final Versions versions;
    private final Database database;

    Verifications(VerificationQueries queries, Versions versions, Database database) {
        this.queries = queries;
        this.versions = versions;
        this.database = database;
    }

    private record Stored(long number, Instant createdAt) {}

    /**
     * Stores a result, making the provider version when it is missing; its order is given now. The tags that the version has
     * now are kept with a successful result. Three or four statements.
     *
     * @param metadata why the pact was verified; decides whether it was work in progress or pending
     * @throws ProblemException 404 when nobody publishes this content
     */
    @Transactional
    VerificationResult publish(String provider, String consumer, String sha, Metadata metadata, NewResult result) {
        var content = queries.content(provider, consumer, sha).orElseThrow(ProblemException::notFound);
        Version version = versions.findOrCreate(content.provider(), result.providerVersion())
                .version();
        Stored stored = database.one(
                """
                with stored as (
                    insert into verification (workspace_id, consumer_id, provider_id, pact_version_id,
                                              provider_version_id, success, wip, pact_pending, build_url, verified_by)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb))
                    returning id, workspace_id, provider_id, pact_version_id, provider_version_id, success, wip, created_at
                ), output as (
                    insert into verification_output (verification_id, test_results)
                    select s.id, o.text
                      from stored s
                     cross join (select cast(? as text) as text) o
                     where o.text is not null
                ), tags as (
                    insert into verification_tag (workspace_id, pact_version_id, provider_id, name, wip, first_successful_at)
                    select s.workspace_id, s.pact_version_id, s.provider_id, t.name, s.wip, s.created_at
                      from stored s
                      join tag t on t.version_id = s.provider_version_id
                     where s.success
                     order by t.name
                        on conflict on constraint verification_tag_pk do nothing
                )
                select s.id, s.created_at
                  from stored s""",
                row -> new Stored(row.number("id"), row.instant("created_at")),
                Workspace.DEFAULT,
                content.consumerId(),
                content.provider().id(),
                content.id(),
                version.id(),
                result.success(),
                metadata.wip(),
                Boolean.TRUE.equals(metadata.pending()),
                result.buildUrl(),
                result.verifiedBy(),
                result.testResults());
        return new VerificationResult(
                stored.number(),
                provider,
                consumer,
                sha,
                version.number(),
                content.consumerVersion(),
                result.success(),
                stored.createdAt(),
                result.buildUrl(),
                result.verifiedBy(),
                result.testResults());
    }

    /** Deletes a result; the one before becomes the newest. */
    @Transactional
    void delete(VerificationResult result) {
        database.update("delete from verification where id = ?", result.number());
    }
}
