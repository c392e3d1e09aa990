package dev.accord.broker.matrix;

import dev.accord.broker.matrix.decision.Destination;
import dev.accord.broker.matrix.decision.Integration;
import dev.accord.broker.matrix.decision.Resolution;
import dev.accord.broker.matrix.decision.VersionRef;
import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** Finds the pairs of applications that a question touches, and the other applications' versions at the destination. */
@ApplicationScoped
class IntegrationQueries {

    /**
     * The pairs: providers with which the selected consumer versions have a pact (required), and whoever ever was a consumer
     * of a selected provider (not required). Consumers selected by name alone are found through the table of integrations,
     * so that their history is not read.
     */
    private static final String INVOLVING = """
            with pair as (
                select consumer_id, provider_id, bool_or(required) as required
                  from (select pp.consumer_id, pp.provider_id, true as required
                          from pact_publication pp
                         where pp.consumer_version_id = any(?) and pp.current
                         union all
                        select i.consumer_id, i.provider_id, true
                          from integration i
                         where i.consumer_id = any(?)
                           and exists (select 1 from pact_publication pp
                                        where pp.consumer_id = i.consumer_id and pp.provider_id = i.provider_id
                                          and pp.current)
                         union all
                        select i.consumer_id, i.provider_id, false
                          from integration i
                         where i.provider_id = any(?)) touched
                 group by consumer_id, provider_id
            )
            select pair.consumer_id, consumer.name as consumer, pair.provider_id, provider.name as provider,
                   pair.required, other.id as other_id, counterpart.version_id, counterpart.number
              from pair
              join pacticipant consumer on consumer.id = pair.consumer_id
              join pacticipant provider on provider.id = pair.provider_id
              left join pacticipant other
                     on other.id = case when pair.consumer_id <> all(?) then pair.consumer_id
                                        when pair.provider_id <> all(?) then pair.provider_id end
              left join lateral (%s) counterpart on true
             order by consumer.name, provider.name, counterpart.version_id desc""";

    /** Only the pairs between selected applications. */
    private static final String BETWEEN = """
            with pair as (
                select pp.consumer_id, pp.provider_id
                  from pact_publication pp
                 where pp.consumer_version_id = any(?) and pp.current and pp.provider_id = any(?)
                 union
                select i.consumer_id, i.provider_id
                  from integration i
                 where i.consumer_id = any(?) and i.provider_id = any(?)
                   and exists (select 1 from pact_publication pp
                                where pp.consumer_id = i.consumer_id and pp.provider_id = i.provider_id
                                  and pp.current)
            )
            select pair.consumer_id, consumer.name as consumer, pair.provider_id, provider.name as provider,
                   true as required, cast(null as bigint) as other_id, cast(null as bigint) as version_id,
                   cast(null as text) as number
              from pair
              join pacticipant consumer on consumer.id = pair.consumer_id
              join pacticipant provider on provider.id = pair.provider_id
             order by consumer.name, provider.name""";

    private static final String NOBODY = "select cast(null as bigint) as version_id, cast(null as text) as number";

    private static final String LATEST = """
            select v.id as version_id, v.number from version v
             where v.pacticipant_id = other.id order by v.id desc limit 1""";

    private static final String LATEST_WITH_TAG = """
            select v.id as version_id, v.number
              from (select t.version_id from tag t
                     where t.pacticipant_id = other.id and t.name = ? order by t.version_id desc limit 1) head
              join version v on v.id = head.version_id""";

    private static final String WITH_TAG = """
            select v.id as version_id, v.number
              from tag t join version v on v.id = t.version_id
             where t.pacticipant_id = other.id and t.name = ?""";

    private static final String IN_ENVIRONMENT = """
            select v.id as version_id, v.number
              from (select d.version_id from deployed_version d
                     where d.environment_id = ? and d.pacticipant_id = other.id and d.undeployed_at is null
                     union
                    select r.version_id from released_version r
                     where r.environment_id = ? and r.pacticipant_id = other.id and r.support_ended_at is null) there
              join version v on v.id = there.version_id""";

    private static final String MAIN_BRANCH = """
            select v.id as version_id, v.number
              from branch b
             cross join lateral (select bv.version_id from branch_version bv
                                  where bv.branch_id = b.id order by bv.id desc %s) member
              join version v on v.id = member.version_id
             where b.pacticipant_id = other.id and b.name = other.main_branch""";

    private final Database database;

    IntegrationQueries(Database database) {
        this.database = database;
    }

    /**
     * What a question touches.
     *
     * @param integrations pairs, by names
     * @param inferred     the other applications' versions at the destination; empty without a destination
     */
    record Touched(List<Integration> integrations, List<Resolution> inferred) {}

    private record Pair(
            Integration integration,
            @Nullable Long other,
            @Nullable VersionRef counterpart) {
        static Pair of(Row row) throws SQLException {
            Long version = row.numberOrNull("version_id");
            return new Pair(
                    new Integration(
                            row.number("consumer_id"),
                            row.text("consumer"),
                            row.number("provider_id"),
                            row.text("provider"),
                            row.flag("required")),
                    row.numberOrNull("other_id"),
                    version == null ? null : new VersionRef(version, row.text("number")));
        }

        String otherName() {
            return other != null && other == integration.consumerId() ? integration.consumer() : integration.provider();
        }
    }

    /** Finds pairs and counterparts. One statement. */
    Touched find(List<Resolution> specified, Destination destination, @Nullable Long environmentId) {
        SelectedIds ids = SelectedIds.of(specified);
        if (!destination.given() && specified.size() > 1) {
            List<Pair> pairs = database.list(
                    BETWEEN, Pair::of, ids.versions(), ids.applications(), ids.everyVersionOf(), ids.applications());
            return new Touched(integrations(pairs), List.of());
        }
        List<Object> parameters = new ArrayList<>(List.of(
                ids.versions(), ids.everyVersionOf(), ids.applications(), ids.applications(), ids.applications()));
        String counterpart = counterpart(destination, environmentId, parameters);
        List<Pair> pairs = database.list(INVOLVING.replace("%s", counterpart), Pair::of, parameters.toArray());
        return new Touched(integrations(pairs), destination.given() ? inferred(pairs, destination) : List.of());
    }

    private static String counterpart(Destination destination, @Nullable Long environmentId, List<Object> parameters) {
        if (destination.environment() != null && environmentId != null) {
            parameters.add(environmentId);
            parameters.add(environmentId);
            return IN_ENVIRONMENT;
        }
        if (destination.tag() != null) {
            parameters.add(destination.tag());
            return destination.latest() ? LATEST_WITH_TAG : WITH_TAG;
        }
        if (destination.mainBranch()) {
            return MAIN_BRANCH.replace("%s", destination.latest() ? "limit 1" : "");
        }
        return destination.latest() ? LATEST : NOBODY;
    }

    private static List<Integration> integrations(List<Pair> pairs) {
        SequencedSet<Integration> distinct = new LinkedHashSet<>();
        pairs.forEach(pair -> distinct.add(pair.integration()));
        return List.copyOf(distinct);
    }

    private static List<Resolution> inferred(List<Pair> pairs, Destination destination) {
        Map<Long, String> names = new LinkedHashMap<>();
        Map<Long, SequencedSet<VersionRef>> versions = new LinkedHashMap<>();
        for (Pair pair : pairs) {
            if (pair.other() != null) {
                names.put(pair.other(), pair.otherName());
                SequencedSet<VersionRef> found = versions.computeIfAbsent(pair.other(), id -> new LinkedHashSet<>());
                if (pair.counterpart() != null) {
                    found.add(pair.counterpart());
                }
            }
        }
        List<Resolution> inferred = new ArrayList<>();
        names.forEach((id, name) -> inferred.addAll(
                Resolver.of(destination.of(name), id, List.copyOf(versions.getOrDefault(id, new LinkedHashSet<>())))));
        return inferred;
    }
}
