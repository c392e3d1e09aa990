package dev.accord.broker.integration;

import dev.accord.broker.pacticipant.Pacticipant;
import dev.accord.broker.pacticipant.Pacticipants;
import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Workspace;
import dev.accord.broker.problem.ProblemException;
import dev.accord.broker.version.Versions;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Deletes integrations with all that belongs to them. */
@ApplicationScoped
class IntegrationService {

    /** All that was ever published goes, row by row: longer than any other request may take. */
    private static final int DELETION_SECONDS = 600;

    private final Database database;
    private final Pacticipants pacticipants;
    private final Versions versions;

    IntegrationService(Database database, Pacticipants pacticipants, Versions versions) {
        this.database = database;
        this.pacticipants = pacticipants;
        this.versions = versions;
    }

    /**
     * Deletes the pacts, contents and results between two pacticipants and the webhooks for exactly this pair; then the
     * versions of both that have no contract and no result left; then either pacticipant if nothing of it is left.
     */
    @Transactional
    void delete(String providerName, String consumerName) {
        Pacticipant consumer = pacticipants.get(consumerName, "consumer");
        Pacticipant provider = pacticipants.get(providerName, "provider");
        int existed = database.update(
                "delete from integration where consumer_id = ? and provider_id = ?", consumer.id(), provider.id());
        // Publications and results go with their content.
        int contents = database.update(
                "delete from pact_version where consumer_id = ? and provider_id = ?", consumer.id(), provider.id());
        if (existed + contents == 0) {
            throw ProblemException.notFound();
        }
        database.update("delete from webhook where consumer_id = ? and provider_id = ?", consumer.id(), provider.id());
        List<Long> sides = List.of(consumer.id(), provider.id());
        versions.delete(database.list("""
                select v.id
                  from version v
                 where v.pacticipant_id = any(?)
                   and not exists (select 1 from pact_publication pp where pp.consumer_version_id = v.id)
                   and not exists (select 1 from verification r where r.provider_version_id = v.id)
                   and not exists (select 1 from provider_contract pc where pc.version_id = v.id)""", row -> row.number("id"), sides));
        database.update("""
                delete from pacticipant p
                 where p.id = any(?)
                   and not exists (select 1 from version v where v.pacticipant_id = p.id)
                   and not exists (select 1 from pact_version pv where pv.consumer_id = p.id or pv.provider_id = p.id)
                   and not exists (select 1 from webhook w where w.consumer_id = p.id or w.provider_id = p.id)""", sides);
    }

    /** Deletes all pacticipants and webhooks, and so all contracts, versions and results. Environments stay. */
    @Transactional
    @TransactionConfiguration(timeout = DELETION_SECONDS)
    void deleteAll() {
        database.update("delete from webhook where workspace_id = ?", Workspace.DEFAULT);
        database.update("delete from pacticipant where workspace_id = ?", Workspace.DEFAULT);
        database.update("delete from openapi_document where workspace_id = ?", Workspace.DEFAULT);
    }
}
