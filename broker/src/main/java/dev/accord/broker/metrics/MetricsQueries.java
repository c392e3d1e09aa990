package dev.accord.broker.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Json;
import dev.accord.broker.platform.Workspace;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts all tables of a workspace. Costs a scan of each: meant for a look now and then, not for monitoring. */
@ApplicationScoped
class MetricsQueries {

    private static final String SQL = """
            with w as (
                select cast(? as integer) as id
            ), latest as (
                select pv.interaction_count, pv.message_count
                  from integration i
                 cross join lateral (
                       select pp.pact_version_id
                         from pact_publication pp
                        where pp.consumer_id = i.consumer_id and pp.provider_id = i.provider_id and pp.current
                        order by pp.consumer_version_id desc
                        limit 1) newest
                  join pact_version pv on pv.id = newest.pact_version_id
                 where i.workspace_id = (select id from w)
            ), interactions as (
                select coalesce(sum(interaction_count), 0) as interactions, coalesce(sum(message_count), 0) as messages
                  from latest
            ), publications as (
                select count(*) as number, min(created_at) as first, max(created_at) as last,
                       count(distinct (consumer_id, provider_id)) as pairs
                  from pact_publication
                 where workspace_id = (select id from w)
            ), revisions as (
                select json_object_agg(r.revisions, r.number order by r.revisions) as distribution
                  from (select each.revisions, count(*) as number
                          from (select count(*) as revisions
                                  from pact_publication
                                 where workspace_id = (select id from w)
                                 group by consumer_version_id, provider_id) each
                         group by each.revisions) r
            ), results as (
                select count(*) as number, count(*) filter (where success) as successful,
                       count(distinct (provider_version_id, pact_version_id, success)) as distinct_number,
                       min(created_at) as first, max(created_at) as last
                  from verification
                 where workspace_id = (select id from w)
            ), results_by_content as (
                select json_object_agg(r.results, r.number order by r.results) as distribution
                  from (select each.results, count(*) as number
                          from (select count(*) as results
                                  from verification
                                 where workspace_id = (select id from w)
                                 group by pact_version_id) each
                         group by each.results) r
            ), branched as (
                select count(distinct version_id) as number,
                       count(distinct version_id) filter (where not auto_created) as by_users
                  from branch_version
                 where workspace_id = (select id from w)
            ), tags as (
                select count(*) as number, count(distinct name) as names,
                       count(distinct (pacticipant_id, name)) as names_by_pacticipant
                  from tag
                 where workspace_id = (select id from w)
            )
            select json_build_object(
                   'interactions', json_build_object(
                       'latestInteractionsCount', n.interactions,
                       'latestMessagesCount', n.messages,
                       'latestInteractionsAndMessagesCount', n.interactions + n.messages),
                   'pacticipants', (select json_build_object(
                       'count', count(*), 'withMainBranchSetCount', count(p.main_branch))
                         from pacticipant p where p.workspace_id = (select id from w)),
                   'integrations', json_build_object('count', pp.pairs),
                   'pactPublications', json_build_object('count', pp.number, 'first', to_char(pp.first at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"+00:00"'), 'last', to_char(pp.last at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"+00:00"')),
                   'pactVersions', json_build_object(
                       'count', (select count(*) from pact_version v where v.workspace_id = (select id from w))),
                   'pactRevisionsPerConsumerVersion', json_build_object(
                       'distribution', coalesce(v.distribution, '{}'::json)),
                   'verificationResults', json_build_object(
                       'count', r.number, 'successCount', r.successful, 'failureCount', r.number - r.successful,
                       'distinctCount', r.distinct_number, 'first', to_char(r.first at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"+00:00"'), 'last', to_char(r.last at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"+00:00"')),
                   'verificationResultsPerPactVersion', json_build_object(
                       'distribution', coalesce(rc.distribution, '{}'::json)),
                   'pacticipantVersions', json_build_object(
                       'count', (select count(*) from version v where v.workspace_id = (select id from w)),
                       'withUserCreatedBranchCount', b.by_users,
                       'withBranchCount', b.number,
                       'withBranchSetCount', b.number),
                   'webhooks', json_build_object(
                       'count', (select count(*) from webhook h where h.workspace_id = (select id from w))),
                   'tags', json_build_object(
                       'count', t.number, 'distinctCount', t.names,
                       'distinctWithPacticipantCount', t.names_by_pacticipant),
                   'matrix', json_build_object('count', -1),
                   'environments', json_build_object(
                       'count', (select count(*) from environment e where e.workspace_id = (select id from w))),
                   'deployedVersions', (select json_build_object(
                       'count', count(*), 'userCreatedCount', count(*),
                       'currentlyDeployedCount', count(*) filter (where d.undeployed_at is null))
                         from deployed_version d where d.workspace_id = (select id from w)),
                   'releasedVersions', (select json_build_object(
                       'count', count(*), 'currentlySupportedCount', count(*) filter (where s.support_ended_at is null))
                         from released_version s where s.workspace_id = (select id from w))) as metrics
              from interactions n, publications pp, revisions v, results r, results_by_content rc, branched b, tags t
            """;

    private final Database database;

    MetricsQueries(Database database) {
        this.database = database;
    }

    /** The counts as one JSON object, in the shape of the API. One statement, so that the counts agree. */
    JsonNode metrics() {
        return Json.stored(database.one(SQL, row -> row.text("metrics"), Workspace.DEFAULT));
    }
}
