package dev.accord.broker.version;

import dev.accord.broker.pacticipant.Pacticipant;
import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Paging;
import dev.accord.broker.platform.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads versions and what belongs to them; five statements describe any number of versions. */
@ApplicationScoped
class VersionQueries {

    private static final String SELECT = "select " + Version.COLUMNS + " from version v ";

    private final Database database;

    VersionQueries(Database database) {
        this.database = database;
    }

    /** Which versions of a pacticipant a list is about. */
    sealed interface Choice {

        /** A condition on the version {@code v} with one parameter. */
        String condition();

        /** The parameter. */
        Object parameter();

        /** All versions. */
        record All() implements Choice {
            @Override
            public String condition() {
                return "cast(? as boolean)";
            }

            @Override
            public Object parameter() {
                return true;
            }
        }

        /** The versions on a branch. */
        record OnBranch(long branchId) implements Choice {
            @Override
            public String condition() {
                return "exists (select 1 from branch_version c where c.version_id = v.id and c.branch_id = ?)";
            }

            @Override
            public Object parameter() {
                return branchId;
            }
        }

        /** The versions with a tag. */
        record Tagged(String tag) implements Choice {
            @Override
            public String condition() {
                return "exists (select 1 from tag c where c.version_id = v.id and c.name = ?)";
            }

            @Override
            public Object parameter() {
                return tag;
            }
        }

        /** The versions that were ever deployed or released to an environment. */
        record EverIn(long environmentId) implements Choice {
            @Override
            public String condition() {
                return """
                        v.id in (with environment_given as (select cast(? as bigint) as id)
                                 select d.version_id from deployed_version d, environment_given e
                                  where d.environment_id = e.id
                                 union
                                 select r.version_id from released_version r, environment_given e
                                  where r.environment_id = e.id)""";
            }

            @Override
            public Object parameter() {
                return environmentId;
            }
        }
    }

    /** The chosen versions, newest first. */
    List<Version> list(Pacticipant pacticipant, Choice choice, Optional<Paging> paging) {
        return database.list(
                SELECT + "where v.pacticipant_id = ? and " + choice.condition()
                        + " order by v.id desc limit ? offset ?",
                Version::of,
                pacticipant.id(),
                choice.parameter(),
                paging.map(Paging::size).orElse(null),
                paging.map(Paging::offset).orElse(0L));
    }

    /** How many {@link #list} finds on all pages. */
    long count(Pacticipant pacticipant, Choice choice) {
        return database.one(
                "select count(*) as total from version v where v.pacticipant_id = ? and " + choice.condition(),
                row -> row.number("total"),
                pacticipant.id(),
                choice.parameter());
    }

    Optional<Version> find(String pacticipant, String number) {
        return database.first(
                SELECT + "join pacticipant p on p.id = v.pacticipant_id"
                        + " where p.workspace_id = ? and p.name = ? and v.number = ?",
                Version::of,
                Workspace.DEFAULT,
                pacticipant,
                number);
    }

    /** The version with the highest order. */
    Optional<Version> latest(String pacticipant) {
        return database.first(
                SELECT + "join pacticipant p on p.id = v.pacticipant_id"
                        + " where p.workspace_id = ? and p.name = ? order by v.id desc limit 1",
                Version::of,
                Workspace.DEFAULT,
                pacticipant);
    }

    /** The version with the highest order among those with the tag. */
    Optional<Version> latestTagged(String pacticipant, String tag) {
        return database.first(SELECT + """
                join pacticipant p on p.id = v.pacticipant_id
                join tag t on t.version_id = v.id and t.pacticipant_id = p.id
                where p.workspace_id = ? and p.name = ? and t.name = ? order by t.version_id desc limit 1""", Version::of, Workspace.DEFAULT, pacticipant, tag);
    }

    /** The head of a branch. */
    Optional<Version> head(String pacticipant, String branch) {
        return database.first(SELECT + """
                join branch_version bv on bv.version_id = v.id
                join branch b on b.id = bv.branch_id
                join pacticipant p on p.id = b.pacticipant_id
                where p.workspace_id = ? and p.name = ? and b.name = ? order by bv.id desc limit 1""", Version::of, Workspace.DEFAULT, pacticipant, branch);
    }

    /** The id of an environment. */
    Optional<Long> environmentId(String uuid) {
        return database.first(
                "select e.id from environment e where e.workspace_id = ? and cast(e.uuid as text) = ?",
                row -> row.number("id"),
                Workspace.DEFAULT,
                uuid);
    }

    /** All environments, by name for people. */
    List<VersionItem.Environment> environments() {
        return database.list(
                """
                select e.uuid, e.name
                  from environment e
                 where e.workspace_id = ?
                 order by lower(e.display_name), e.id""", row -> new VersionItem.Environment(row.uuid("uuid"), row.text("name")), Workspace.DEFAULT);
    }

    /** The versions with all that their documents show, in the given order. */
    List<VersionItem> describe(List<Version> versions) {
        if (versions.isEmpty()) {
            return List.of();
        }
        List<Long> ids = versions.stream().map(Version::id).toList();
        var branches = group("""
                select bv.version_id, b.name,
                       -- The head is the membership with the highest id.
                       bv.id = (select max(h.id) from branch_version h where h.branch_id = bv.branch_id) as latest
                  from branch_version bv
                  join branch b on b.id = bv.branch_id
                 where bv.version_id = any(?)
                 order by b.name""", row -> new VersionItem.OnBranch(row.text("name"), row.flag("latest")), ids);
        var tags = group(
                "select t.version_id, t.name from tag t where t.version_id = any(?) order by t.name",
                row -> row.text("name"),
                ids);
        var pacts = group("""
                select pp.consumer_version_id as version_id, p.name
                  from pact_publication pp
                  join pacticipant p on p.id = pp.provider_id
                 where pp.consumer_version_id = any(?)
                 order by lower(p.name), pp.id""", row -> new VersionItem.Pact(row.text("name")), ids);
        var deployments = group(
                """
                select d.version_id, d.uuid, e.display_name, d.application_instance,
                       d.undeployed_at is null as current
                  from deployed_version d
                  join environment e on e.id = d.environment_id
                 where d.version_id = any(?)
                 order by d.id""",
                row -> new VersionItem.Deployment(
                        row.uuid("uuid"),
                        row.text("display_name"),
                        row.textOrNull("application_instance"),
                        row.flag("current")),
                ids);
        var releases = group(
                """
                select r.version_id, r.uuid, e.display_name, r.support_ended_at is null as current
                  from released_version r
                  join environment e on e.id = r.environment_id
                 where r.version_id = any(?)
                 order by r.id""",
                row -> new VersionItem.Release(row.uuid("uuid"), row.text("display_name"), row.flag("current")),
                ids);
        return versions.stream()
                .map(version -> new VersionItem(
                        version,
                        branches.getOrDefault(version.id(), List.of()),
                        tags.getOrDefault(version.id(), List.of()),
                        pacts.getOrDefault(version.id(), List.of()),
                        deployments.getOrDefault(version.id(), List.of()),
                        releases.getOrDefault(version.id(), List.of())))
                .toList();
    }

    private <T> Map<Long, List<T>> group(String sql, Database.RowMapper<T> mapper, List<Long> versionIds) {
        Map<Long, List<T>> grouped = new HashMap<>();
        database.list(sql, row -> new Entry<>(row.number("version_id"), mapper.map(row)), versionIds)
                .forEach(entry -> grouped.computeIfAbsent(entry.versionId(), id -> new ArrayList<>())
                        .add(entry.value()));
        return grouped;
    }

    private record Entry<T>(long versionId, T value) {}
}
