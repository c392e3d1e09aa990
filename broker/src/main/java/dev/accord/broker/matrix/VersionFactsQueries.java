package dev.accord.broker.matrix;

import dev.accord.broker.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds branches, tags and environments of versions. */
@ApplicationScoped
class VersionFactsQueries {

    private static final String FACTS = """
            select 'branch' as kind, bv.version_id, bv.created_at as since, b.name,
                   not exists (select 1 from branch_version later
                                where later.branch_id = bv.branch_id and later.id > bv.id) as latest,
                   cast(null as text) as uuid, cast(null as text) as display_name,
                   cast(null as boolean) as production, cast(null as timestamptz) as created_at
              from branch_version bv
              join branch b on b.id = bv.branch_id
             where bv.version_id = any(?)
             union all
            select 'tag', t.version_id, t.created_at, t.name,
                   not exists (select 1 from tag later
                                where later.pacticipant_id = t.pacticipant_id and later.name = t.name
                                  and later.version_id > t.version_id),
                   null, null, null, null
              from tag t
             where t.version_id = any(?)
             union all
            select 'environment', there.version_id, there.since, e.name, false,
                   cast(e.uuid as text), e.display_name, e.production, e.created_at
              from (select d.version_id, d.environment_id, d.created_at as since
                      from deployed_version d
                     where d.version_id = any(?) and d.undeployed_at is null
                     union all
                    select r.version_id, r.environment_id, r.created_at
                      from released_version r
                     where r.version_id = any(?) and r.support_ended_at is null) there
              join environment e on e.id = there.environment_id
             order by since""";

    private final Database database;

    VersionFactsQueries(Database database) {
        this.database = database;
    }

    /** The facts of versions by their ids; a version without any is absent. One statement, none for no ids. */
    Map<Long, VersionFacts> of(Collection<Long> versionIds) {
        Map<Long, VersionFacts> facts = new HashMap<>();
        if (versionIds.isEmpty()) {
            return facts;
        }
        List<Long> ids = List.copyOf(versionIds);
        database.list(
                FACTS,
                row -> {
                    VersionFacts of = facts.computeIfAbsent(
                            row.number("version_id"),
                            id -> new VersionFacts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
                    String name = row.text("name");
                    switch (row.text("kind")) {
                        case "branch" -> of.branches().add(new VersionFacts.Mark(name, row.flag("latest")));
                        case "tag" -> of.tags().add(new VersionFacts.Mark(name, row.flag("latest")));
                        default -> {
                            var place = new VersionFacts.Place(
                                    row.text("uuid"),
                                    name,
                                    row.text("display_name"),
                                    row.flag("production"),
                                    row.instant("created_at"));
                            if (!of.environments().contains(place)) {
                                of.environments().add(place);
                            }
                        }
                    }
                    return of;
                },
                ids,
                ids,
                ids,
                ids);
        return facts;
    }
}
