package dev.accord.broker.contract;

import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes contents and publications. Everything is inserted or left as it is; rows of one statement are inserted in the
 * order of their providers, so that parallel publications wait for each other in one direction only.
 */
@ApplicationScoped
class ContractRepository {

    private final Database database;

    ContractRepository(Database database) {
        this.database = database;
    }

    /** A content to be stored for a provider. */
    record NewContent(long providerId, PactContent content) {}

    /** A stored content, and whether this call stored it. */
    record StoredContent(long pactVersionId, boolean made) {}

    /** A publication to be stored. */
    record NewPublication(long providerId, long pactVersionId, int revision) {}

    /** Records that contracts exist between a consumer and providers. One statement. */
    void addIntegrations(long consumerId, Collection<Long> providerIds) {
        database.update("""
                insert into integration (workspace_id, consumer_id, provider_id)
                select ?, ?, g.provider_id
                  from unnest(?) as g (provider_id)
                 where not exists (select 1 from integration e where e.consumer_id = ? and e.provider_id = g.provider_id)
                 order by g.provider_id
                on conflict on constraint integration_pk do nothing""", Workspace.DEFAULT, consumerId, providerIds, consumerId);
    }

    /**
     * Stores the contents that are not stored yet, by provider. One statement; a second one when another transaction
     * stored one of them at the same time. At most one content for each provider.
     */
    Map<Long, StoredContent> addContents(long consumerId, List<NewContent> contents) {
        Map<Long, StoredContent> stored = new HashMap<>();
        if (contents.isEmpty()) {
            return stored;
        }
        Columns given = new Columns(contents);
        // The texts travel in the same statement: a content is never seen without its text.
        database.list(
                        """
                        with given as (
                            select provider_id, sha, content, overwritten, interactions, messages
                              from unnest(?, ?, ?, ?, ?, ?)
                                as g (provider_id, sha, content, overwritten, interactions, messages)
                        ), made as (
                            insert into pact_version
                                   (workspace_id, consumer_id, provider_id, sha, interaction_count, message_count)
                            select ?, ?, g.provider_id, g.sha, g.interactions, g.messages
                              from given g
                             where not exists (select 1
                                                 from pact_version e
                                                where e.consumer_id = ?
                                                  and e.provider_id = g.provider_id
                                                  and e.sha = g.sha)
                             order by g.provider_id
                            on conflict on constraint pact_version_uq_consumer_provider_sha do nothing
                            returning id, provider_id
                        ), texts as (
                            insert into pact_content (pact_version_id, content, overwritten)
                            select m.id, g.content, nullif(g.overwritten, '')
                              from made m
                              join given g on g.provider_id = m.provider_id
                        )
                        select id, provider_id, true as made from made
                        union all
                        select e.id, e.provider_id, false
                          from given g
                          join pact_version e
                            on e.consumer_id = ? and e.provider_id = g.provider_id and e.sha = g.sha""",
                        row -> Map.entry(
                                row.number("provider_id"), new StoredContent(row.number("id"), row.flag("made"))),
                        given.providerIds,
                        given.shas,
                        given.texts,
                        given.overwritten,
                        given.interactions,
                        given.messages,
                        Workspace.DEFAULT,
                        consumerId,
                        consumerId,
                        consumerId)
                .forEach(entry -> stored.put(entry.getKey(), entry.getValue()));
        if (stored.size() < contents.size()) {
            findContents(consumerId, given).forEach(stored::putIfAbsent);
        }
        return stored;
    }

    private Map<Long, StoredContent> findContents(long consumerId, Columns given) {
        Map<Long, StoredContent> found = new HashMap<>();
        database.list(
                        """
                        select e.id, e.provider_id
                          from unnest(?, ?) as g (provider_id, sha)
                          join pact_version e
                            on e.consumer_id = ? and e.provider_id = g.provider_id and e.sha = g.sha""",
                        row -> Map.entry(row.number("provider_id"), new StoredContent(row.number("id"), false)),
                        given.providerIds,
                        given.shas,
                        consumerId)
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    /**
     * Takes earlier revisions out of the current ones, in the order of their providers; whoever else replaces one of
     * them waits here. One statement.
     */
    void supersede(Collection<Long> publicationIds) {
        database.update("""
                with superseded as (
                    select id from pact_publication where id = any(?) and current order by provider_id for update
                )
                update pact_publication pp
                   set current = false
                  from superseded s
                 where pp.id = s.id""", publicationIds);
    }

    /**
     * Stores publications of a consumer version, ids by provider. A provider is missing in the answer when another
     * transaction published for the same version at the same time. One statement.
     */
    Map<Long, Long> addPublications(long consumerId, long versionId, List<NewPublication> publications) {
        Map<Long, Long> ids = new HashMap<>();
        List<NewPublication> sorted = publications.stream()
                .sorted(Comparator.comparing(NewPublication::providerId))
                .toList();
        database.list(
                        """
                        insert into pact_publication
                               (workspace_id, consumer_id, provider_id, consumer_version_id, pact_version_id, revision)
                        select ?, ?, g.provider_id, ?, g.pact_version_id, g.revision
                          from unnest(?, ?, ?) as g (provider_id, pact_version_id, revision)
                         order by g.provider_id
                        on conflict do nothing
                        returning id, provider_id""",
                        row -> Map.entry(row.number("provider_id"), row.number("id")),
                        Workspace.DEFAULT,
                        consumerId,
                        versionId,
                        sorted.stream().map(NewPublication::providerId).toList(),
                        sorted.stream().map(NewPublication::pactVersionId).toList(),
                        sorted.stream()
                                .map(publication -> (long) publication.revision())
                                .toList())
                .forEach(entry -> ids.put(entry.getKey(), entry.getValue()));
        return ids;
    }

    /** Puts tags on a version, those that it does not have yet, in sorted order. One statement. */
    void addTags(long pacticipantId, long versionId, Collection<String> tags) {
        database.update("""
                insert into tag (workspace_id, pacticipant_id, version_id, name)
                select ?, ?, ?, g.name
                  from unnest(?) as g (name)
                 order by g.name
                on conflict on constraint tag_pk do nothing""", Workspace.DEFAULT, pacticipantId, versionId, tags);
    }

    /** Whether a version is younger than so many seconds and has neither branch nor tag. One statement. */
    boolean isFreshWithoutBranchAndTag(long versionId, int seconds) {
        return database.first("""
                        select v.id
                          from version v
                         where v.id = ?
                           and v.created_at > clock_timestamp() - make_interval(secs => ?)
                           and not exists (select 1 from branch_version bv where bv.version_id = v.id)
                           and not exists (select 1 from tag t where t.version_id = v.id)""", row -> row.number("id"), versionId, seconds).isPresent();
    }

    /** Tells which build made a version. Leaves the row untouched when it is known already. */
    void setBuildUrl(long versionId, String buildUrl) {
        database.update(
                "update version set build_url = ?, updated_at = clock_timestamp()"
                        + " where id = ? and build_url is distinct from ?",
                buildUrl,
                versionId,
                buildUrl);
    }

    /** The columns of contents as arrays of equal length. */
    private static final class Columns {
        private final List<Long> providerIds = new ArrayList<>();
        private final List<String> shas = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();
        private final List<String> overwritten = new ArrayList<>();
        private final List<Long> interactions = new ArrayList<>();
        private final List<Long> messages = new ArrayList<>();

        private Columns(List<NewContent> contents) {
            for (NewContent one : contents) {
                PactContent content = one.content();
                String members = content.overwritten();
                providerIds.add(one.providerId());
                shas.add(content.sha());
                texts.add(content.text());
                overwritten.add(members == null ? "" : members);
                interactions.add((long) content.interactions());
                messages.add((long) content.messages());
            }
        }
    }
}
