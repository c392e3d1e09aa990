package dev.accord.broker.selection;

import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Row;
import dev.accord.broker.platform.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Resolves selectors to pacts, and pacts to pending or not, in one statement for all selectors and all pacts of a request.
 * The statement is put together from one part for each kind of selector that occurs, so that a usual request runs a small
 * plan. Every part finds heads and current rows by index: history does not slow it down.
 */
@ApplicationScoped
class SelectionQueries {

    private static final String DEFAULT = "default";

    private static final String SELECTORS = """
            with selector as materialized (
                select s.kind, s.name, s.fallback, s.environment, s.consumer
                  from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]))
                       as s (kind, name, fallback, environment, consumer)
            ), consumer as materialized (
                select c.id, c.name, c.main_branch, i.provider_id
                  from integration i
                  join pacticipant c on c.id = i.consumer_id
                 where i.provider_id = ?
            ), found (kind, named, name, instead, environment, production, consumer_id, version_id) as (
            """;

    // the head first, then its pact: a branch whose head has no pact with the provider selects nothing
    private static final String BRANCH_HEADS = """
            select s.kind, s.consumer <> '', b.name, cast(null as text), cast(null as text), false, c.id, h.version_id
              from selector s
              join consumer c on s.consumer in ('', c.name)
              join branch b on b.pacticipant_id = c.id
                           and b.name = case s.kind when 'main' then c.main_branch else s.name end
             cross join lateral (select bv.version_id
                                   from branch_version bv
                                  where bv.branch_id = b.id
                                  order by bv.id desc
                                  limit 1) h
             where s.kind in ('main', 'branch')
            """;

    private static final String EACH_BRANCH = """
            select s.kind, s.consumer <> '', b.name, cast(null as text), cast(null as text), false, c.id, h.version_id
              from selector s
              join consumer c on s.consumer in ('', c.name)
              join branch b on b.pacticipant_id = c.id
             cross join lateral (select bv.version_id
                                   from branch_version bv
                                  where bv.branch_id = b.id
                                  order by bv.id desc
                                  limit 1) h
             where s.kind = 'each'
            """;

    // whether a fallback is needed depends on all that was selected, so it is found always and judged afterwards
    private static final String LATEST_TAG = """
            select k.kind, s.consumer <> '', k.name, k.instead, cast(null as text), false, c.id, h.version_id
              from selector s
              join consumer c on s.consumer in ('', c.name)
             cross join lateral (values ('latest-tag', s.name, cast(null as text)),
                                        ('fallback-tag', nullif(s.fallback, ''), s.name)) as k (kind, name, instead)
             cross join lateral (select t.version_id
                                   from tag t
                                  where t.pacticipant_id = c.id
                                    and t.name = k.name
                                  order by t.version_id desc
                                  limit 1) h
             where s.kind = 'latest-tag'
            """;

    private static final String TAG = """
            select s.kind, s.consumer <> '', t.name, cast(null as text), cast(null as text), false, c.id, t.version_id
              from selector s
              join consumer c on s.consumer in ('', c.name)
              join tag t on t.pacticipant_id = c.id and t.name = s.name
             where s.kind = 'tag'
            """;

    private static final String LATEST = """
            select s.kind, s.consumer <> '', cast(null as text), cast(null as text), cast(null as text), false, c.id,
                   h.version_id
              from selector s
              join consumer c on s.consumer in ('', c.name)
             cross join lateral (select l.consumer_version_id as version_id
                                   from pact_publication l
                                  where l.consumer_id = c.id
                                    and l.provider_id = c.provider_id
                                    and l.current
                                  order by l.consumer_version_id desc
                                  limit 1) h
             where s.kind = 'latest'
            """;

    private static final String DEPLOYED = """
            select s.kind, s.consumer <> '', cast(null as text), cast(null as text), e.name, e.production, c.id,
                   d.version_id
              from selector s
              join consumer c on s.consumer in ('', c.name)
              join environment e on s.environment in ('', e.name) and e.workspace_id = 1
              join deployed_version d on d.pacticipant_id = c.id
                                     and d.environment_id = e.id
                                     and d.undeployed_at is null
             where s.kind in ('deployed', 'environment')
            """.replace("= 1", "= " + Workspace.DEFAULT);

    private static final String RELEASED = """
            select s.kind, s.consumer <> '', cast(null as text), cast(null as text), e.name, e.production, c.id,
                   r.version_id
              from selector s
              join consumer c on s.consumer in ('', c.name)
              join environment e on s.environment in ('', e.name) and e.workspace_id = 1
              join released_version r on r.pacticipant_id = c.id
                                     and r.environment_id = e.id
                                     and r.support_ended_at is null
             where s.kind in ('released', 'environment')
            """.replace("= 1", "= " + Workspace.DEFAULT);

    // for each consumer the first that there is: main branch, tag named like it, latest of all
    private static final String DEFAULTS = """
            select case when h.version_id is not null then 'main'
                        when t.version_id is not null then 'latest-tag'
                        else 'latest' end,
                   true,
                   case when coalesce(h.version_id, t.version_id) is not null then c.main_branch end,
                   cast(null as text), cast(null as text), false, c.id,
                   coalesce(h.version_id, t.version_id, l.consumer_version_id)
              from selector s
             cross join consumer c
              left join lateral (select bh.version_id
                                   from branch b
                                  cross join lateral (select bv.version_id
                                                        from branch_version bv
                                                       where bv.branch_id = b.id
                                                       order by bv.id desc
                                                       limit 1) bh
                                  where b.pacticipant_id = c.id
                                    and b.name = c.main_branch) h on true
              left join lateral (select mt.version_id
                                   from tag mt
                                  where mt.pacticipant_id = c.id
                                    and mt.name = c.main_branch
                                  order by mt.version_id desc
                                  limit 1) t on true
              left join lateral (select pp.consumer_version_id
                                   from pact_publication pp
                                  where pp.consumer_id = c.id
                                    and pp.provider_id = c.provider_id
                                    and pp.current
                                  order by pp.consumer_version_id desc
                                  limit 1) l on true
             where s.kind = 'default'
            """;

    private static final String SELECTED = """
            ), selected as materialized (
                select f.kind, f.named, f.name, f.instead, f.environment, f.production, f.consumer_id, f.version_id,
                       p.pact_version_id
                  from found f
                 cross join lateral (select pp.pact_version_id
                                       from pact_publication pp
                                      where pp.consumer_version_id = f.version_id
                                        and pp.provider_id = ?
                                        and pp.current
                                      limit 1) p
            )""";

    private static final String ROWS = """

            select f.kind, f.named, f.name, f.instead, f.environment, f.production, c.name as consumer, f.version_id,
                   v.number as version, f.pact_version_id, pv.sha, %s
              from selected f
              join consumer c on c.id = f.consumer_id
              join version v on v.id = f.version_id
              join pact_version pv on pv.id = f.pact_version_id
            """;

    private static final String NOT_ASKED =
            ROWS.formatted("cast(null as boolean) as pending, cast(null as text[]) as pending_tags");

    private static final String JUDGED =
            ROWS.formatted("w.pending, w.pending_tags") + "  join verdict w on w.pact_version_id = f.pact_version_id";

    private final Database database;

    SelectionQueries(Database database) {
        this.database = database;
    }

    /**
     * A provider, with what a request needs to know of the environments.
     *
     * @param environments those of the names asked for that exist
     */
    record Provider(long id, String name, List<String> environments) {
        static Provider of(Row row) throws SQLException {
            return new Provider(row.number("id"), row.text("name"), row.texts("environments"));
        }
    }

    /** The provider of exactly this name, or empty. One statement. */
    Optional<Provider> provider(String name, Collection<String> environments) {
        return database.first("""
                select p.id, p.name,
                       array(select e.name
                               from environment e
                              where e.workspace_id = p.workspace_id
                                and e.name = any(cast(? as text[]))) as environments
                  from pacticipant p
                 where p.workspace_id = ?
                   and p.name = ?""", Provider::of, List.copyOf(environments), Workspace.DEFAULT, name);
    }

    /** All that the selectors of a request find, each row with its pending state when that is asked for. One statement. */
    List<SelectedRow> find(long providerId, VerificationRequest request) {
        List<@Nullable Object> parameters = new ArrayList<>();
        StringBuilder sql = new StringBuilder(SELECTORS);
        List<Selector> selectors = request.selectors();
        if (selectors.isEmpty()) {
            parameters.add(List.of(DEFAULT, Selector.Kind.DEPLOYED.code(), Selector.Kind.RELEASED.code()));
            List<String> nothing = List.of("", "", "");
            parameters.addAll(List.of(nothing, nothing, nothing, nothing));
            sql.append(String.join(" union all ", DEFAULTS, DEPLOYED, RELEASED));
        } else {
            parameters.add(column(selectors, selector -> selector.kind().code()));
            parameters.add(column(selectors, Selector::name));
            parameters.add(column(selectors, Selector::fallback));
            parameters.add(column(selectors, Selector::environment));
            parameters.add(column(selectors, Selector::consumer));
            sql.append(String.join(" union all ", parts(selectors)));
        }
        parameters.add(providerId);
        sql.append(SELECTED);
        parameters.add(providerId);
        if (request.pendingStatus()) {
            Pending pending = Pending.of(providerId, request);
            sql.append(pending.sql()).append(JUDGED);
            parameters.addAll(pending.parameters());
        } else {
            sql.append(NOT_ASKED);
        }
        return database.list(sql.toString(), SelectedRow::of, parameters.toArray());
    }

    private static Set<String> parts(List<Selector> selectors) {
        Set<String> parts = new LinkedHashSet<>();
        for (Selector.Kind kind : Selector.Kind.values()) {
            if (selectors.stream().anyMatch(selector -> selector.kind() == kind)) {
                switch (kind) {
                    case LATEST -> parts.add(LATEST);
                    case MAIN_BRANCH, BRANCH -> parts.add(BRANCH_HEADS);
                    case EACH_BRANCH -> parts.add(EACH_BRANCH);
                    case LATEST_TAG, FALLBACK_TAG -> parts.add(LATEST_TAG);
                    case TAG -> parts.add(TAG);
                    case DEPLOYED -> parts.add(DEPLOYED);
                    case RELEASED -> parts.add(RELEASED);
                    case ENVIRONMENT -> {
                        parts.add(DEPLOYED);
                        parts.add(RELEASED);
                    }
                }
            }
        }
        return parts;
    }

    private static List<String> column(List<Selector> selectors, Function<Selector, @Nullable String> value) {
        List<String> column = new ArrayList<>();
        for (Selector selector : selectors) {
            String text = value.apply(selector);
            column.add(text == null ? "" : text);
        }
        return column;
    }
}
