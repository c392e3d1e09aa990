package dev.accord.broker.compatibility;

import dev.accord.broker.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/**
 * Which pact contents and documents count today: those of versions that are deployed or released, head of a branch, or
 * the latest. The cost grows with the number of counterparts, not with history.
 */
@ApplicationScoped
class ContentsInUse {

    private final Database database;

    ContentsInUse(Database database) {
        this.database = database;
    }

    /** The contents of the pacts in use with a provider. One statement. */
    List<Long> pactVersionsOf(long providerId) {
        return database.list("""
                with consumer as (
                    select i.consumer_id as id from integration i where i.provider_id = ?
                ), used_version as (
                    select d.version_id
                      from deployed_version d
                      join consumer c on c.id = d.pacticipant_id
                     where d.undeployed_at is null
                     union
                    select r.version_id
                      from released_version r
                      join consumer c on c.id = r.pacticipant_id
                     where r.support_ended_at is null
                     union
                    select head.version_id
                      from consumer c
                      join branch b on b.pacticipant_id = c.id
                     cross join lateral (select bv.version_id from branch_version bv
                                          where bv.branch_id = b.id order by bv.id desc limit 1) head
                )
                select p.pact_version_id
                  from used_version u
                  join pact_publication p on p.consumer_version_id = u.version_id and p.provider_id = ? and p.current
                 union
                select latest.pact_version_id
                  from consumer c
                 cross join lateral (select p.pact_version_id from pact_publication p
                                      where p.consumer_id = c.id and p.provider_id = ? and p.current
                                      order by p.consumer_version_id desc limit 1) latest""", row -> row.number("pact_version_id"), providerId, providerId, providerId);
    }

    /** The documents in use of several providers, as (provider, document). One statement. */
    List<ProviderDocument> documentsOf(Collection<Long> providerIds) {
        return database.list(
                """
                with provider as (
                    select unnest(cast(? as bigint[])) as id
                ), used_version as (
                    select d.version_id from deployed_version d
                      join provider p on p.id = d.pacticipant_id
                     where d.undeployed_at is null
                     union
                    select r.version_id from released_version r
                      join provider p on p.id = r.pacticipant_id
                     where r.support_ended_at is null
                     union
                    select head.version_id
                      from provider p
                      join branch b on b.pacticipant_id = p.id
                     cross join lateral (select bv.version_id from branch_version bv
                                          where bv.branch_id = b.id order by bv.id desc limit 1) head
                )
                select c.provider_id, c.document_id
                  from used_version u
                  join provider_contract c on c.version_id = u.version_id and c.current
                 union
                select p.id, latest.document_id
                  from provider p
                 cross join lateral (select c.document_id from provider_contract c
                                      where c.provider_id = p.id and c.current
                                      order by c.version_id desc limit 1) latest""",
                row -> new ProviderDocument(row.number("provider_id"), row.number("document_id")),
                List.copyOf(providerIds));
    }

    /** A document and the provider that published it, by their keys. */
    record ProviderDocument(long providerId, long documentId) {}
}
