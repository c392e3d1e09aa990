package dev.accord.broker.selection;

import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds pacts that are work in progress for a provider: the heads of all consumer branches and tags whose contents the
 * provider's branch, or one of its tags, has not verified outside work in progress. One statement. Its cost grows with the
 * number of consumer branches and tags, not with the number of versions or results.
 */
@ApplicationScoped
class WorkInProgressQueries {

    // Tags are stepped through by index, one step for each distinct name, since a table of tag names does not exist.
    private static final String CANDIDATES = """
            with recursive consumer as materialized (
                select c.id, c.name
                  from integration i
                  join pacticipant c on c.id = i.consumer_id
                 where i.provider_id = ?
            ), tag_head as (
                select c.id as consumer_id, t.name, t.version_id
                  from consumer c
                 cross join lateral (select h.name, h.version_id
                                       from tag h
                                      where h.pacticipant_id = c.id
                                      order by h.name, h.version_id desc
                                      limit 1) t
                union all
                select p.consumer_id, t.name, t.version_id
                  from tag_head p
                 cross join lateral (select h.name, h.version_id
                                       from tag h
                                      where h.pacticipant_id = p.consumer_id
                                        and h.name > p.name
                                      order by h.name, h.version_id desc
                                      limit 1) t
            ), head as (
                select c.id as consumer_id, b.name as branch, cast(null as text) as tag, h.version_id
                  from consumer c
                  join branch b on b.pacticipant_id = c.id
                 cross join lateral (select bv.version_id
                                       from branch_version bv
                                      where bv.branch_id = b.id
                                      order by bv.id desc
                                      limit 1) h
                union all
                select t.consumer_id, cast(null as text), t.name, t.version_id
                  from tag_head t
            ), candidate as materialized (
                select h.consumer_id, h.branch, h.tag, h.version_id, p.pact_version_id
                  from head h
                 cross join lateral (select pp.pact_version_id
                                       from pact_publication pp
                                      where pp.consumer_version_id = h.version_id
                                        and pp.provider_id = ?
                                        and pp.current
                                        and pp.created_at > ?
                                      limit 1) p
                 where p.pact_version_id <> all(cast(? as bigint[]))
            ), content as (
                select distinct c.pact_version_id
                  from candidate c
            )""";

    private static final String ROWS = """

            select k.branch, k.tag, c.name as consumer, k.version_id, v.number as version, k.pact_version_id, pv.sha,
                   w.provider_tags
              from candidate k
              join wip w on w.pact_version_id = k.pact_version_id
              join consumer c on c.id = k.consumer_id
              join version v on v.id = k.version_id
              join pact_version pv on pv.id = k.pact_version_id
             order by c.name, k.version_id, k.branch, k.tag""";

    // The summary says at once whether there can be a result at all; only then the results of the window are looked at.
    private static final String FOR_BRANCH = CANDIDATES + """
            , own as materialized (
                select b.id, (select v.created_at
                                from branch_version bv
                                join version v on v.id = bv.version_id
                               where bv.branch_id = b.id
                               order by bv.created_at, bv.id
                               limit 1) as first_version_at
                  from branch b
                 where b.pacticipant_id = ?
                   and b.name = ?
            ), since as materialized (
                select cast(? as timestamptz) as moment
            ), wip as (
                select x.pact_version_id, cast(null as text[]) as provider_tags
                  from content x
                 where not (exists (select 1
                                      from own o
                                      join verification_branch s on s.branch_id = o.id
                                                                and s.pact_version_id = x.pact_version_id
                                                                and not s.wip)
                            and exists (select 1
                                          from verification r
                                          join branch_version bv on bv.version_id = r.provider_version_id
                                                                and bv.branch_id = (select o.id from own o)
                                         where r.pact_version_id = x.pact_version_id
                                           and r.success
                                           and not r.wip
                                           and r.created_at >= (select s.moment from since s)))
                   and not (exists (select 1
                                      from verification_branch s
                                     where s.pact_version_id = x.pact_version_id
                                       and not s.wip
                                       and s.branch_id is distinct from (select o.id from own o)
                                       and s.first_successful_at
                                           < coalesce((select o.first_version_at from own o), 'infinity'))
                            and exists (select 1
                                          from verification r
                                          join branch_version bv on bv.version_id = r.provider_version_id
                                                                and bv.branch_id is distinct from (select o.id from own o)
                                         where r.pact_version_id = x.pact_version_id
                                           and r.success
                                           and not r.wip
                                           and r.created_at >= (select s.moment from since s)
                                           and r.created_at
                                               < coalesce((select o.first_version_at from own o), 'infinity')))
            )""" + ROWS;

    // by tags the recorded tags count, those that the provider version had when its result was published
    private static final String FOR_TAGS = CANDIDATES + """
            , own as materialized (
                select t.name, (select min(u.created_at)
                                  from tag u
                                 where u.pacticipant_id = ?
                                   and u.name = t.name) as first_used_at
                  from unnest(cast(? as text[])) as t (name)
            ), judged as (
                select x.pact_version_id,
                       array(select o.name
                               from own o
                              where not exists (select 1
                                                  from verification_tag s
                                                 where s.pact_version_id = x.pact_version_id
                                                   and not s.wip
                                                   and (s.name = o.name
                                                        or s.first_successful_at
                                                           < coalesce(o.first_used_at, 'infinity')))) as provider_tags
                  from content x
            ), wip as (
                select j.pact_version_id, j.provider_tags
                  from judged j
                 where cardinality(j.provider_tags) > 0
            )""" + ROWS;

    // ages in whole days of what was published lately and never verified
    private static final String UNVERIFIED_AGES = """
            select current_date - cast(pp.created_at as date) as age
              from pact_publication pp
             where pp.provider_id = ?
               and pp.created_at >= ?
               and not exists (select 1
                                 from verification v
                                where v.pact_version_id = pp.pact_version_id
                                  and v.success)
             order by age""";

    private final Database database;

    WorkInProgressQueries(Database database) {
        this.database = database;
    }

    /**
     * The head of a consumer branch or tag that is work in progress.
     *
     * @param branch       the branch, or null when it is a tag
     * @param tag          the tag, or null when it is a branch
     * @param versionId    key and order of the consumer version
     * @param providerTags the provider's tags that have not verified it; empty when asked for a branch
     */
    record Head(
            @Nullable String branch,
            @Nullable String tag,
            String consumer,
            long versionId,
            String version,
            String sha,
            List<String> providerTags) {
        static Head of(Row row) throws SQLException {
            return new Head(
                    row.textOrNull("branch"),
                    row.textOrNull("tag"),
                    row.text("consumer"),
                    row.number("version_id"),
                    row.text("version"),
                    row.text("sha"),
                    row.texts("provider_tags"));
        }
    }

    /**
     * Heads published after a moment that a provider branch has not verified.
     *
     * @param selected    keys of the contents that were selected explicitly, which are never work in progress
     * @param remembering results before this moment are forgotten
     * @return sorted by consumer and order of versions
     */
    List<Head> forBranch(
            long providerId, String branch, Instant publishedAfter, Collection<Long> selected, Instant remembering) {
        return database.list(
                FOR_BRANCH,
                Head::of,
                providerId,
                providerId,
                publishedAfter,
                List.copyOf(selected),
                providerId,
                branch,
                remembering);
    }

    /** Heads published after a moment that one of the provider's tags has not verified, sorted the same. */
    List<Head> forTags(long providerId, List<String> tags, Instant publishedAfter, Collection<Long> selected) {
        return database.list(
                FOR_TAGS,
                Head::of,
                providerId,
                providerId,
                publishedAfter,
                List.copyOf(selected),
                providerId,
                new ArrayList<>(tags));
    }

    /** Ages in days, ascending, of the provider's publications since a moment whose contents nobody has verified. */
    List<Integer> unverifiedAges(long providerId, Instant since) {
        return database.list(UNVERIFIED_AGES, row -> row.integer("age"), providerId, since);
    }
}
