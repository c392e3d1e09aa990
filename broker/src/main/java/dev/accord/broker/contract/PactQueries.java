package dev.accord.broker.contract;

import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds one pact of a pair. One statement each, by index alone, whatever the history. */
@ApplicationScoped
class PactQueries {

    // Names are looked up in the same statement; "pp" is chosen by the middle part of each query.
    private static final String HEAD = """
            select c.name as consumer, c.id as consumer_id, p.name as provider, p.id as provider_id,
                   v.number as version, v.id as version_id, pp.created_at, pp.pact_version_id, pv.sha,
                   pc.content, pc.overwritten
              from pacticipant c
              join pacticipant p on p.workspace_id = c.workspace_id and p.name = ?
             cross join lateral (
            """;
    private static final String TAIL = """
             ) pp
              join version v on v.id = pp.consumer_version_id
              join pact_version pv on pv.id = pp.pact_version_id
              join pact_content pc on pc.pact_version_id = pp.pact_version_id
             where c.workspace_id = ? and c.name = ?""";
    private static final String COLUMNS = "select x.consumer_version_id, x.created_at, x.pact_version_id ";

    private final Database database;

    PactQueries(Database database) {
        this.database = database;
    }

    /** The pact that a consumer version published. */
    Optional<PublishedPact> ofVersion(String provider, String consumer, String number) {
        return one(provider, consumer, """
                  from version w
                  join pact_publication x on x.consumer_version_id = w.id and x.provider_id = p.id and x.current
                 where w.pacticipant_id = c.id and w.number = ?""", number);
    }

    /** The latest pact of a pair, by the order of consumer versions. */
    Optional<PublishedPact> latest(String provider, String consumer) {
        return one(provider, consumer, """
                  from pact_publication x
                 where x.consumer_id = c.id and x.provider_id = p.id and x.current
                 order by x.consumer_version_id desc
                 limit 1""");
    }

    /** The latest pact whose consumer version has the tag. */
    Optional<PublishedPact> latestTagged(String provider, String consumer, String tag) {
        return one(provider, consumer, """
                  from tag t
                  join pact_publication x
                    on x.consumer_version_id = t.version_id and x.provider_id = p.id and x.current
                 where t.pacticipant_id = c.id and t.name = ?
                 order by t.version_id desc
                 limit 1""", tag);
    }

    /** The latest pact whose consumer version has no tag. */
    Optional<PublishedPact> latestUntagged(String provider, String consumer) {
        return one(provider, consumer, """
                  from pact_publication x
                 where x.consumer_id = c.id and x.provider_id = p.id and x.current
                   and not exists (select 1 from tag t where t.version_id = x.consumer_version_id)
                 order by x.consumer_version_id desc
                 limit 1""");
    }

    /** The latest pact of the branch: that of the highest version of the branch that has one. */
    Optional<PublishedPact> latestOfBranch(String provider, String consumer, String branch) {
        return one(provider, consumer, """
                  from branch b
                  join branch_version bv on bv.branch_id = b.id
                  join pact_publication x
                    on x.consumer_version_id = bv.version_id and x.provider_id = p.id and x.current
                 where b.pacticipant_id = c.id and b.name = ?
                 order by x.consumer_version_id desc
                 limit 1""", branch);
    }

    /** The newest publication with this content; the one of the given version when that is not null and has it. */
    Optional<PublishedPact> ofContent(String provider, String consumer, String sha, @Nullable String number) {
        if (number == null) {
            return one(provider, consumer, """
                      from pact_version w
                      join pact_publication x on x.pact_version_id = w.id and x.current
                     where w.consumer_id = c.id and w.provider_id = p.id and w.sha = ?
                     order by x.consumer_version_id desc
                     limit 1""", sha);
        }
        return one(provider, consumer, """
                  from pact_version w
                  join pact_publication x on x.pact_version_id = w.id and x.current
                 where w.consumer_id = c.id and w.provider_id = p.id and w.sha = ?
                 order by exists (select 1
                                    from version n
                                   where n.id = x.consumer_version_id and n.number = ?) desc,
                          x.consumer_version_id desc
                 limit 1""", sha, number);
    }

    /** The nearest pact of an earlier version of the same pair with another content. */
    Optional<PublishedPact> previousDistinct(PublishedPact pact) {
        return database.first(
                HEAD + COLUMNS + """
                          from pact_publication x
                         where x.consumer_id = c.id and x.provider_id = p.id and x.current
                           and x.consumer_version_id < ? and x.pact_version_id <> ?
                         order by x.consumer_version_id desc
                         limit 1""" + TAIL,
                PublishedPact::of,
                pact.provider(),
                pact.versionId(),
                pact.pactVersionId(),
                Workspace.DEFAULT,
                pact.consumer());
    }

    private Optional<PublishedPact> one(String provider, String consumer, String middle, String... parameters) {
        List<Object> all = new ArrayList<>(List.of(provider));
        all.addAll(List.of(parameters));
        all.add(Workspace.DEFAULT);
        all.add(consumer);
        return database.first(HEAD + COLUMNS + middle + TAIL, PublishedPact::of, all.toArray());
    }
}
