package dev.accord.broker.environment;

import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Row;
import dev.accord.broker.platform.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads deployed and released versions. Each method is one statement. */
@ApplicationScoped
class DeploymentQueries {

    private static final String DEPLOYED = """
            select d.uuid, p.name as pacticipant, v.number, e.uuid as environment, d.application_instance,
                   d.created_at, d.undeployed_at
              from deployed_version d
              join version v on v.id = d.version_id
              join pacticipant p on p.id = d.pacticipant_id
              join environment e on e.id = d.environment_id
            """;

    private static final String RELEASED = """
            select r.uuid, p.name as pacticipant, v.number, e.uuid as environment, r.created_at, r.updated_at,
                   r.support_ended_at
              from released_version r
              join version v on v.id = r.version_id
              join pacticipant p on p.id = r.pacticipant_id
              join environment e on e.id = r.environment_id
            """;

    private final Database database;

    DeploymentQueries(Database database) {
        this.database = database;
    }

    /** Which application instances a question is about: all of them, or one, where null is "without a name". */
    record Instances(boolean all, @Nullable String instance) {}

    Optional<DeployedVersion> deployed(UUID uuid) {
        return database.first(
                DEPLOYED + " where d.workspace_id = ? and d.uuid = ?",
                DeploymentQueries::deployed,
                Workspace.DEFAULT,
                uuid);
    }

    /** What is deployed to an environment now, newest first. */
    List<DeployedVersion> currentlyDeployed(
            Environment environment, @Nullable String pacticipant, Instances instances) {
        return database.list(
                DEPLOYED + """
                 where d.environment_id = ? and d.undeployed_at is null
                   and (cast(? as text) is null or p.name = ?)
                   and (? or d.application_instance is not distinct from cast(? as text))
                 order by d.id desc""",
                DeploymentQueries::deployed,
                environment.id(),
                pacticipant,
                pacticipant,
                instances.all(),
                instances.instance());
    }

    /** The deployments of a version to an environment, also former ones, newest first. */
    List<DeployedVersion> deployments(long versionId, Environment environment) {
        return database.list(
                DEPLOYED + " where d.version_id = ? and d.environment_id = ? order by d.id desc",
                DeploymentQueries::deployed,
                versionId,
                environment.id());
    }

    Optional<ReleasedVersion> released(UUID uuid) {
        return database.first(
                RELEASED + " where r.workspace_id = ? and r.uuid = ?",
                DeploymentQueries::released,
                Workspace.DEFAULT,
                uuid);
    }

    /** What is released to an environment and supported, newest first. */
    List<ReleasedVersion> currentlySupported(
            Environment environment, @Nullable String pacticipant, @Nullable String number) {
        return database.list(
                RELEASED + """
                 where r.environment_id = ? and r.support_ended_at is null
                   and (cast(? as text) is null or p.name = ?)
                   and (cast(? as text) is null or v.number = ?)
                 order by r.id desc""",
                DeploymentQueries::released,
                environment.id(),
                pacticipant,
                pacticipant,
                number,
                number);
    }

    /** The release of a version to an environment: none or one. */
    List<ReleasedVersion> releases(long versionId, Environment environment) {
        return database.list(
                RELEASED + " where r.version_id = ? and r.environment_id = ?",
                DeploymentQueries::released,
                versionId,
                environment.id());
    }

    private static DeployedVersion deployed(Row row) throws SQLException {
        return new DeployedVersion(
                row.uuid("uuid"),
                row.text("pacticipant"),
                row.text("number"),
                row.uuid("environment"),
                row.textOrNull("application_instance"),
                row.instant("created_at"),
                row.instantOrNull("undeployed_at"));
    }

    private static ReleasedVersion released(Row row) throws SQLException {
        return new ReleasedVersion(
                row.uuid("uuid"),
                row.text("pacticipant"),
                row.text("number"),
                row.uuid("environment"),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.instantOrNull("support_ended_at"));
    }
}
