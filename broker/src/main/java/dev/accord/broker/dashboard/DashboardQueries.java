package dev.accord.broker.dashboard;

import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Paging;
import dev.accord.broker.platform.Row;
import dev.accord.broker.platform.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the latest pacts of integrations, with their latest results. One statement. */
@ApplicationScoped
class DashboardQueries {

    private final Database database;

    DashboardQueries(Database database) {
        this.database = database;
    }

    /** In which respect a pact is the latest. */
    enum Head {
        /** Of its integration. */
        OVERALL("""
                select l.id
                  from pair i
                 cross join lateral (select pp.id
                                       from pact_publication pp
                                      where pp.consumer_id = i.consumer_id and pp.provider_id = i.provider_id
                                        and pp.current
                                      order by pp.consumer_version_id desc
                                      limit 1) l"""),

        /** Among those whose version is on a branch. */
        BRANCH("""
                (select distinct on (i.consumer_id, i.provider_id, bv.branch_id) pp.id
                  from pair i
                  join pact_publication pp on pp.consumer_id = i.consumer_id and pp.provider_id = i.provider_id
                   and pp.current
                  join branch_version bv on bv.version_id = pp.consumer_version_id
                 order by i.consumer_id, i.provider_id, bv.branch_id, pp.consumer_version_id desc)"""),

        /** Among those whose version has a tag. */
        TAG("""
                (select distinct on (i.consumer_id, i.provider_id, t.name) pp.id
                  from pair i
                  join pact_publication pp on pp.consumer_id = i.consumer_id and pp.provider_id = i.provider_id
                   and pp.current
                  join tag t on t.version_id = pp.consumer_version_id
                 order by i.consumer_id, i.provider_id, t.name, pp.consumer_version_id desc)"""),

        /** Its version is deployed or released now. */
        ENVIRONMENT("""
                select pp.id
                  from pair i
                  join pact_publication pp on pp.consumer_id = i.consumer_id and pp.provider_id = i.provider_id
                   and pp.current
                 where exists (select 1 from deployed_version d
                                where d.version_id = pp.consumer_version_id and d.undeployed_at is null)
                    or exists (select 1 from released_version r
                                where r.version_id = pp.consumer_version_id and r.support_ended_at is null)""");

        private final String sql;

        Head(String sql) {
            this.sql = sql;
        }
    }

    /**
     * The pacts that are the latest in one of the given respects, by consumer, newest version first, by provider.
     *
     * @param consumerId only of this consumer; null for any
     * @param providerId only of this provider; null for any
     * @param terms      of which one is in a name of either side; empty for any
     */
    List<DashboardItem> find(
            @Nullable Long consumerId, @Nullable Long providerId, List<String> terms, Set<Head> heads, Paging paging) {
        String union = EnumSet.copyOf(heads).stream().map(head -> head.sql).collect(Collectors.joining("\n union\n"));
        return database.list(
                "with pair as (" + PAIRS + "), head as (" + union + ")" + ITEMS,
                DashboardQueries::item,
                Workspace.DEFAULT,
                consumerId,
                consumerId,
                providerId,
                providerId,
                terms,
                terms,
                paging.size(),
                paging.offset());
    }

    private static final String PAIRS = """
            select i.consumer_id, i.provider_id
              from integration i
             where i.workspace_id = ?
               and (cast(? as bigint) is null or i.consumer_id = ?)
               and (cast(? as bigint) is null or i.provider_id = ?)
               and (cardinality(cast(? as text[])) = 0
                    or exists (select 1
                                 from pacticipant s, unnest(cast(? as text[])) as t (term)
                                where s.id in (i.consumer_id, i.provider_id)
                                  and (position(lower(t.term) in lower(s.name)) > 0
                                       or position(lower(t.term) in lower(s.display_name)) > 0)))""";

    /** What a version heads, is tagged with last, and where it runs; for a version id and its pacticipant's id. */
    private static String side(String prefix, String version) {
        return """
                array(select b.name
                        from branch_version bv
                        join branch b on b.id = bv.branch_id
                       where bv.version_id = $version
                         and bv.id = (select max(h.id) from branch_version h where h.branch_id = bv.branch_id)
                       order by bv.id) as $prefix_branches,
                array(select t.name
                        from tag t
                       where t.version_id = $version
                         and not exists (select 1 from tag n
                                          where n.pacticipant_id = t.pacticipant_id and n.name = t.name
                                            and n.version_id > t.version_id)
                       order by t.name) as $prefix_tags,
                array(select e.name
                        from environment e
                       where exists (select 1 from deployed_version d
                                      where d.version_id = $version and d.environment_id = e.id
                                        and d.undeployed_at is null)
                          or exists (select 1 from released_version d
                                      where d.version_id = $version and d.environment_id = e.id
                                        and d.support_ended_at is null)
                       order by e.name) as $prefix_environments""".replace("$version", version).replace("$prefix", prefix);
    }

    private static final String ITEMS =
            """

            select c.name as consumer, cv.number as consumer_number, p.name as provider, pv.sha, pp.created_at,
                   not exists (select 1 from pact_publication n
                                where n.consumer_id = pp.consumer_id and n.provider_id = pp.provider_id and n.current
                                  and n.consumer_version_id > pp.consumer_version_id) as latest,
                   array(select t.name
                           from tag t
                          where t.version_id = pp.consumer_version_id
                            and not exists (select 1
                                              from tag n
                                              join pact_publication np on np.consumer_version_id = n.version_id
                                               and np.provider_id = pp.provider_id and np.current
                                             where n.pacticipant_id = t.pacticipant_id and n.name = t.name
                                               and n.version_id > t.version_id)
                          order by t.name) as pact_tags,
                   r.id as result, r.success, r.pact_pending, r.created_at as verified_at, v.number as provider_number,
            """ + side("consumer", "pp.consumer_version_id") + ",\n" + side("provider", "r.provider_version_id") + """

              from head
              join pact_publication pp on pp.id = head.id
              join pact_version pv on pv.id = pp.pact_version_id
              join pacticipant c on c.id = pp.consumer_id
              join pacticipant p on p.id = pp.provider_id
              join version cv on cv.id = pp.consumer_version_id
              left join lateral (select n.id, n.success, n.pact_pending, n.created_at, n.provider_version_id
                                   from verification n
                                  where n.pact_version_id = pp.pact_version_id
                                  order by n.id desc
                                  limit 1) r on true
              left join version v on v.id = r.provider_version_id
             order by lower(c.name), pp.consumer_version_id desc, lower(p.name)
             limit ? offset ?""";

    private static DashboardItem item(Row row) throws SQLException {
        Long result = row.numberOrNull("result");
        return new DashboardItem(
                row.text("consumer"),
                new DashboardItem.Side(
                        row.text("consumer_number"),
                        row.texts("consumer_branches"),
                        row.texts("consumer_tags"),
                        row.texts("consumer_environments")),
                row.text("provider"),
                row.text("sha"),
                row.instant("created_at"),
                row.flag("latest"),
                row.texts("pact_tags"),
                result == null
                        ? null
                        : new DashboardItem.Result(
                                result,
                                row.flag("success"),
                                row.flag("pact_pending"),
                                row.instant("verified_at"),
                                new DashboardItem.Side(
                                        row.text("provider_number"),
                                        row.texts("provider_branches"),
                                        row.texts("provider_tags"),
                                        row.texts("provider_environments"))));
    }
}
