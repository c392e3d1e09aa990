package dev.accord.broker.question;

import dev.accord.broker.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads who counts as a consumer of a provider now. */
@ApplicationScoped
class ConsumerQueries {

    private final Database database;

    ConsumerQueries(Database database) {
        this.database = database;
    }

    private record Place(String name, String version, long pactVersionId, String kind, String environment) {}

    /** The consumer versions that count, by name and newest first. One statement. */
    List<Consumer> of(long providerId) {
        List<Place> places = database.list(
                """
                select p.name, v.number, pp.pact_version_id, there.kind, coalesce(e.name, '') as environment
                  from integration i
                  join pacticipant p on p.id = i.consumer_id
                 cross join lateral
                       (select d.version_id, d.environment_id, 'environment' as kind
                          from deployed_version d
                         where d.pacticipant_id = i.consumer_id and d.undeployed_at is null
                         union
                        select r.version_id, r.environment_id, 'environment'
                          from released_version r
                         where r.pacticipant_id = i.consumer_id and r.support_ended_at is null
                         union all
                        (select bv.version_id, cast(null as bigint), 'main'
                           from branch b
                           join branch_version bv on bv.branch_id = b.id
                          where b.pacticipant_id = i.consumer_id and b.name = p.main_branch
                          order by bv.id desc
                          limit 1)
                         union all
                        (select n.consumer_version_id, cast(null as bigint), 'newest'
                           from pact_publication n
                          where n.consumer_id = i.consumer_id and n.provider_id = i.provider_id and n.current
                          order by n.consumer_version_id desc
                          limit 1)) there
                  join pact_publication pp
                    on pp.consumer_version_id = there.version_id and pp.provider_id = i.provider_id and pp.current
                  join version v on v.id = there.version_id
                  left join environment e on e.id = there.environment_id
                 where i.provider_id = ?
                 order by p.name, v.id desc""",
                row -> new Place(
                        row.text("name"),
                        row.text("number"),
                        row.number("pact_version_id"),
                        row.text("kind"),
                        row.text("environment")),
                providerId);
        return joined(places);
    }

    /** The pact content of a consumer version with the provider, if it has one. One statement. */
    List<Consumer> version(long providerId, String consumer, String version) {
        return database.list(
                """
                select p.name, v.number, pp.pact_version_id
                  from pacticipant p
                  join version v on v.pacticipant_id = p.id
                  join pact_publication pp
                    on pp.consumer_version_id = v.id and pp.provider_id = ? and pp.current
                 where p.name = ? and v.number = ?""",
                row -> new Consumer(
                        row.text("name"), row.text("number"), row.number("pact_version_id"), Set.of(), false),
                providerId,
                consumer,
                version);
    }

    private static List<Consumer> joined(List<Place> places) {
        Map<List<String>, List<Place>> byVersion = new LinkedHashMap<>();
        places.forEach(place -> byVersion
                .computeIfAbsent(List.of(place.name(), place.version()), key -> new ArrayList<>())
                .add(place));
        return byVersion.values().stream()
                .map(same -> {
                    TreeSet<String> environments = new TreeSet<>();
                    same.stream()
                            .map(Place::environment)
                            .filter(name -> !name.isEmpty())
                            .forEach(environments::add);
                    Place first = same.getFirst();
                    return new Consumer(
                            first.name(),
                            first.version(),
                            first.pactVersionId(),
                            environments,
                            same.stream().anyMatch(place -> place.kind().equals("main")));
                })
                .toList();
    }
}
