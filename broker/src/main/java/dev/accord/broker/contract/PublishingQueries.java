package dev.accord.broker.contract;

import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What publishing needs to know of what is stored. One statement each, whatever the number of contracts. */
@ApplicationScoped
class PublishingQueries {

    private final Database database;

    PublishingQueries(Database database) {
        this.database = database;
    }

    /** The current publication of a consumer version for one provider. */
    record Current(long providerId, long publicationId, long pactVersionId, String sha, int revision) {}

    /**
     * What a new publication is compared with.
     *
     * @param tag           a tag of its version, or null when its version has none
     * @param pactVersionId content of the latest earlier publication under the same tag, or null when there is none
     */
    record Earlier(
            long providerId, @Nullable String tag, @Nullable Long pactVersionId) {}

    /** Whether a pair of consumer and provider has any verification result, and any webhook. */
    record Situation(boolean verified, boolean webhooks) {}

    /** The names of all pacticipants. */
    List<String> pacticipantNames() {
        return database.list(
                "select p.name from pacticipant p where p.workspace_id = ? order by p.name",
                row -> row.text("name"),
                Workspace.DEFAULT);
    }

    /** Holds a version until the end of the transaction, so that what it has published is replaced by one at a time. */
    void hold(long versionId) {
        database.list(
                "select v.id from version v where v.id = ? for no key update", row -> row.number("id"), versionId);
    }

    /** What a consumer version has published for these providers, by provider. */
    Map<Long, Current> current(long versionId, Collection<Long> providerIds) {
        Map<Long, Current> found = new HashMap<>();
        database.list(
                        """
                        select pp.provider_id, pp.id, pp.pact_version_id, pv.sha, pp.revision
                          from pact_publication pp
                          join pact_version pv on pv.id = pp.pact_version_id
                         where pp.consumer_version_id = ? and pp.provider_id = any(?) and pp.current""",
                        row -> new Current(
                                row.number("provider_id"),
                                row.number("id"),
                                row.number("pact_version_id"),
                                row.text("sha"),
                                row.integer("revision")),
                        versionId,
                        providerIds)
                .forEach(current -> found.put(current.providerId(), current));
        return found;
    }

    /** The texts of contents, by key. */
    Map<Long, String> contents(Collection<Long> pactVersionIds) {
        Map<Long, String> found = new HashMap<>();
        database.list(
                        "select c.pact_version_id, c.content from pact_content c where c.pact_version_id = any(?)",
                        row -> Map.entry(row.number("pact_version_id"), row.text("content")),
                        pactVersionIds)
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    /**
     * For each provider and each tag of the version, the latest publication of an earlier version with that tag; for a
     * version without tags, the latest of an earlier version without tags.
     */
    List<Earlier> earlier(long consumerId, long versionId, Collection<Long> providerIds) {
        // Tagged ones are found from the tag's own versions, which are few when the tag is new; going through the
        // publications instead would read the whole history to find nothing.
        return database.list(
                """
                select g.provider_id, t.name, earlier.pact_version_id
                  from unnest(?) as g (provider_id)
                  join tag t on t.version_id = ?
                  left join lateral (
                       select pp.pact_version_id
                         from tag other
                         join pact_publication pp
                           on pp.consumer_version_id = other.version_id
                          and pp.provider_id = g.provider_id
                          and pp.current
                        where other.pacticipant_id = t.pacticipant_id
                          and other.name = t.name
                          and other.version_id < t.version_id
                        order by other.version_id desc
                        limit 1) earlier on true
                union all
                select g.provider_id, null, earlier.pact_version_id
                  from unnest(?) as g (provider_id)
                  left join lateral (
                       select pp.pact_version_id
                         from pact_publication pp
                        where pp.consumer_id = ?
                          and pp.provider_id = g.provider_id
                          and pp.current
                          and pp.consumer_version_id < ?
                          and not exists (select 1 from tag other where other.version_id = pp.consumer_version_id)
                        order by pp.consumer_version_id desc
                        limit 1) earlier on true
                 where not exists (select 1 from tag t where t.version_id = ?)
                order by 2""",
                row -> new Earlier(
                        row.number("provider_id"), row.textOrNull("name"), row.numberOrNull("pact_version_id")),
                providerIds,
                versionId,
                providerIds,
                consumerId,
                versionId,
                versionId);
    }

    /** Where each pair stands, by provider. */
    Map<Long, Situation> situations(long consumerId, Collection<Long> providerIds) {
        Map<Long, Situation> found = new HashMap<>();
        database.list(
                        """
                        select g.provider_id,
                               exists (select 1
                                         from verification r
                                        where r.provider_id = g.provider_id and r.consumer_id = ?) as verified,
                               exists (select 1
                                         from webhook w
                                        where w.workspace_id = ?
                                          and (w.consumer_id = ? or w.consumer_id is null
                                               and (w.consumer_label is null
                                                    or exists (select 1
                                                                 from label l
                                                                where l.pacticipant_id = ?
                                                                  and l.name = w.consumer_label)))
                                          and (w.provider_id = g.provider_id or w.provider_id is null
                                               and (w.provider_label is null
                                                    or exists (select 1
                                                                 from label l
                                                                where l.pacticipant_id = g.provider_id
                                                                  and l.name = w.provider_label)))) as webhooks
                          from unnest(?) as g (provider_id)""",
                        row -> Map.entry(
                                row.number("provider_id"), new Situation(row.flag("verified"), row.flag("webhooks"))),
                        consumerId,
                        Workspace.DEFAULT,
                        consumerId,
                        consumerId,
                        providerIds)
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }
}
