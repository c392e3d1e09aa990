package dev.accord.broker.matrix;

import dev.accord.broker.matrix.decision.Resolution;
import dev.accord.broker.matrix.decision.Selector;
import dev.accord.broker.matrix.decision.VersionRef;
import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Row;
import dev.accord.broker.platform.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the versions that selectors mean, by one statement for all of them. */
@ApplicationScoped
class Resolver {

    /** Names and exact numbers alone: the everyday question of a pipeline. */
    private static final String EXACT = """
            select s.place, p.id as pacticipant_id, v.id as version_id, v.number, %s as environment_id
              from unnest(cast(? as text[]), cast(? as text[])) with ordinality as s (name, number, place)
              left join pacticipant p on p.workspace_id = ? and p.name = s.name
              left join version v on v.pacticipant_id = p.id and v.number = s.number
             order by s.place""";

    /**
     * Any criteria. The first of number, environment, branch, tag that a selector has finds the candidates through its
     * index, the others filter them; "latest" stops at the first candidate. An absent criterion is the empty string.
     */
    private static final String ANY = """
            select s.place, p.id as pacticipant_id, v.id as version_id, v.number, %s as environment_id
              from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
                          cast(? as text[]), cast(? as text[]), cast(? as text[]))
                   with ordinality as s (name, number, environment, branch, tag, latest, main, place)
              left join pacticipant p on p.workspace_id = ? and p.name = s.name
              left join lateral (
                    select c.id, c.number
                      from (
                            select n.id, n.number
                              from version n
                             where s.number <> '' and n.pacticipant_id = p.id and n.number = s.number
                             union all
                            (select n.id, n.number
                               from environment e
                              cross join lateral (
                                    select d.version_id from deployed_version d
                                     where d.environment_id = e.id and d.pacticipant_id = p.id
                                       and d.undeployed_at is null
                                     union
                                    select r.version_id from released_version r
                                     where r.environment_id = e.id and r.pacticipant_id = p.id
                                       and r.support_ended_at is null) there
                               join version n on n.id = there.version_id
                              where s.number = '' and s.environment <> ''
                                and e.workspace_id = p.workspace_id and e.name = s.environment)
                             union all
                            (select n.id, n.number
                               from branch b
                              cross join lateral (
                                    select bv.version_id from branch_version bv
                                     where bv.branch_id = b.id
                                     order by bv.id desc
                                     limit case when s.latest <> '' then 1 end) member
                               join version n on n.id = member.version_id
                              where s.number = '' and s.environment = ''
                                and b.pacticipant_id = p.id
                                and b.name = case when s.branch <> '' then s.branch
                                                  when s.main <> '' then p.main_branch end)
                             union all
                            (select n.id, n.number
                               from tag t
                               join version n on n.id = t.version_id
                              where s.number = '' and s.environment = '' and s.branch = '' and s.main = ''
                                and s.tag <> '' and t.pacticipant_id = p.id and t.name = s.tag
                              order by t.version_id desc
                              limit case when s.latest <> '' then 1 end)
                             union all
                            (select n.id, n.number
                               from version n
                              where s.number = '' and s.environment = '' and s.branch = '' and s.main = ''
                                and s.tag = '' and s.latest <> '' and n.pacticipant_id = p.id
                              order by n.id desc
                              limit 1)
                           ) c
                     where (s.tag = ''
                            or exists (select 1 from tag t where t.version_id = c.id and t.name = s.tag))
                       and (s.branch = ''
                            or exists (select 1 from branch b join branch_version bv on bv.branch_id = b.id
                                        where b.pacticipant_id = p.id and b.name = s.branch and bv.version_id = c.id
                                          and (s.latest = ''
                                               or not exists (select 1 from branch_version later
                                                               where later.branch_id = b.id and later.id > bv.id))))
                       and (s.main = ''
                            or exists (select 1 from branch b join branch_version bv on bv.branch_id = b.id
                                        where b.pacticipant_id = p.id and b.name = p.main_branch
                                          and bv.version_id = c.id
                                          and (s.latest = ''
                                               or not exists (select 1 from branch_version later
                                                               where later.branch_id = b.id and later.id > bv.id))))
                       and (s.environment = ''
                            or exists (select 1 from environment e
                                        where e.workspace_id = p.workspace_id and e.name = s.environment
                                          and (exists (select 1 from deployed_version d
                                                        where d.version_id = c.id and d.environment_id = e.id
                                                          and d.undeployed_at is null)
                                               or exists (select 1 from released_version r
                                                           where r.version_id = c.id and r.environment_id = e.id
                                                             and r.support_ended_at is null))))
                   ) v on true
             order by s.place, v.id desc""";

    private static final String NO_ENVIRONMENT = "cast(null as bigint)";
    private static final String ENVIRONMENT =
            "(select e.id from environment e where e.workspace_id = " + Workspace.DEFAULT + " and e.name = ?)";

    private final Database database;

    Resolver(Database database) {
        this.database = database;
    }

    /**
     * What the selectors mean, and whether the destination's environment exists.
     *
     * @param specified     resolutions of the selectors, in their order
     * @param ignored       resolutions of the ignore selectors, in their order
     * @param environmentId key of the environment, or null when it does not exist or none was asked for
     */
    record Resolved(
            List<Resolution> specified,
            List<Resolution> ignored,
            @Nullable Long environmentId) {}

    private record Match(
            int place,
            @Nullable Long pacticipant,
            @Nullable VersionRef version,
            @Nullable Long environment) {
        static Match of(Row row) throws SQLException {
            Long version = row.numberOrNull("version_id");
            return new Match(
                    row.integer("place"),
                    row.numberOrNull("pacticipant_id"),
                    version == null ? null : new VersionRef(version, row.text("number")),
                    row.numberOrNull("environment_id"));
        }
    }

    /** Resolves all selectors of a query. One statement. */
    Resolved resolve(List<Selector> selectors, List<Selector> ignored, @Nullable String environment) {
        List<Selector> all = new ArrayList<>(selectors);
        all.addAll(ignored);
        List<Match> matches = all.stream().allMatch(Resolver::exact) ? exact(all, environment) : any(all, environment);
        List<Resolution> specified = new ArrayList<>();
        List<Resolution> ignore = new ArrayList<>();
        for (int from = 0; from < matches.size(); ) {
            int place = matches.get(from).place();
            int to = from;
            while (to < matches.size() && matches.get(to).place() == place) {
                to++;
            }
            (place <= selectors.size() ? specified : ignore)
                    .addAll(resolutions(all.get(place - 1), matches.subList(from, to)));
            from = to;
        }
        return new Resolved(
                specified, ignore, matches.isEmpty() ? null : matches.getFirst().environment());
    }

    private static boolean exact(Selector selector) {
        return selector.onlyName()
                || selector.equals(Selector.version(selector.pacticipant(), text(selector.version())));
    }

    private List<Match> exact(List<Selector> all, @Nullable String environment) {
        List<Object> parameters = parameters(environment);
        parameters.add(texts(all, Selector::pacticipant));
        parameters.add(texts(all, Selector::version));
        parameters.add(Workspace.DEFAULT);
        return database.list(sql(EXACT, environment), Match::of, parameters.toArray());
    }

    private List<Match> any(List<Selector> all, @Nullable String environment) {
        List<Object> parameters = parameters(environment);
        parameters.add(texts(all, Selector::pacticipant));
        parameters.add(texts(all, Selector::version));
        parameters.add(texts(all, Selector::environment));
        parameters.add(texts(all, Selector::branch));
        parameters.add(texts(all, Selector::tag));
        parameters.add(texts(all, selector -> selector.latest() ? "latest" : null));
        parameters.add(texts(all, selector -> selector.mainBranch() ? "main" : null));
        parameters.add(Workspace.DEFAULT);
        return database.list(sql(ANY, environment), Match::of, parameters.toArray());
    }

    private static String sql(String text, @Nullable String environment) {
        return text.replace("%s", environment == null ? NO_ENVIRONMENT : ENVIRONMENT);
    }

    private static List<Object> parameters(@Nullable String environment) {
        List<Object> parameters = new ArrayList<>();
        if (environment != null) {
            parameters.add(environment);
        }
        return parameters;
    }

    private static List<String> texts(List<Selector> all, Function<Selector, @Nullable String> criterion) {
        return all.stream().map(selector -> text(criterion.apply(selector))).toList();
    }

    private static String text(@Nullable String criterion) {
        return criterion == null ? "" : criterion;
    }

    /** The resolutions of one selector; its matches are the newest version first. */
    private static List<Resolution> resolutions(Selector selector, List<Match> matches) {
        Long pacticipant = matches.getFirst().pacticipant();
        if (pacticipant == null) {
            return List.of(new Resolution.NoPacticipant(selector));
        }
        if (selector.onlyName()) {
            return List.of(new Resolution.Every(selector, pacticipant));
        }
        return of(
                selector,
                pacticipant,
                matches.stream()
                        .flatMap(match -> java.util.stream.Stream.ofNullable(match.version()))
                        .toList());
    }

    /** What a selector with criteria means, given the versions that it found, the newest first. */
    static List<Resolution> of(Selector selector, long pacticipant, List<VersionRef> versions) {
        if (versions.isEmpty()) {
            return List.of(new Resolution.NoVersion(selector, pacticipant));
        }
        if (selector.latest()) {
            return List.of(new Resolution.Found(selector, pacticipant, versions.getFirst(), false));
        }
        boolean several = versions.size() > 1;
        return versions.stream()
                .<Resolution>map(version -> new Resolution.Found(selector, pacticipant, version, several))
                .toList();
    }
}
