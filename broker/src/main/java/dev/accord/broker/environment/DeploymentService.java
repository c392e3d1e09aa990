package dev.accord.broker.environment;

import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Settings;
import dev.accord.broker.platform.Time;
import dev.accord.broker.platform.Workspace;
import dev.accord.broker.version.TagRecorded;
import dev.accord.broker.version.Version;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records that versions were deployed, undeployed, released, or are no longer supported. */
@ApplicationScoped
public class DeploymentService {

    private final Database database;
    private final EnvironmentService environments;
    private final Settings settings;
    private final Time time;

    DeploymentService(Database database, EnvironmentService environments, Settings settings, Time time) {
        this.database = database;
        this.environments = environments;
        this.settings = settings;
        this.time = time;
    }

    /** A release, and whether it is new. */
    record Release(UUID uuid, boolean created) {}

    /**
     * Records that a version was deployed; what was deployed there before is not any more. A version that is deployed
     * there already keeps its record. Parallel recordings for one pacticipant, environment and instance wait for each
     * other.
     *
     * @param instance application instance, or null for none
     * @return public identifier of the deployed version
     */
    @Transactional
    public UUID deploy(Version version, Environment environment, @Nullable String instance) {
        // Two builds may deploy at once. Which comes first is decided here, so that the unique index has nothing to
        // refuse.
        database.one(
                "select 1 as locked from (select pg_advisory_xact_lock(hashtextextended(?, ?))) as waited",
                row -> row.integer("locked"),
                "deployed_version " + environment.id() + " " + (instance == null ? "" : instance),
                version.pacticipantId());
        Optional<UUID> current = database.first(
                """
                select d.uuid
                  from deployed_version d
                 where d.pacticipant_id = ? and d.environment_id = ? and coalesce(d.application_instance, '') = ?
                   and d.undeployed_at is null and d.version_id = ?""",
                row -> row.uuid("uuid"),
                version.pacticipantId(),
                environment.id(),
                instance == null ? "" : instance,
                version.id());
        return current.orElseGet(() -> replace(version, environment, instance));
    }

    /** Records that a deployed version is there no more; one that is not there already stays as it is. */
    @Transactional
    void undeploy(UUID uuid) {
        database.update(
                "update deployed_version set undeployed_at = clock_timestamp() where uuid = ? and undeployed_at is null",
                uuid);
    }

    /** Records that a version was released; one whose support had ended is supported again. */
    @Transactional
    Release release(Version version, Environment environment) {
        Optional<UUID> created = database.first(
                """
                insert into released_version (workspace_id, uuid, environment_id, pacticipant_id, version_id)
                values (?, ?, ?, ?, ?)
                on conflict on constraint released_version_uq_version_environment do nothing
                returning uuid""",
                row -> row.uuid("uuid"),
                Workspace.DEFAULT,
                time.newId(),
                environment.id(),
                version.pacticipantId(),
                version.id());
        return created.map(uuid -> new Release(uuid, true))
                .orElseGet(() -> new Release(revive(version, environment), false));
    }

    /** Records that a released version is supported no more; one whose support had ended stays as it is. */
    @Transactional
    void endSupport(UUID uuid) {
        database.update(
                "update released_version set support_ended_at = clock_timestamp()"
                        + " where uuid = ? and support_ended_at is null",
                uuid);
    }

    /** A tag named like an environment says that the version was deployed there. */
    void onTag(@Observes TagRecorded recorded) {
        if (settings.createDeployedVersionsForTags()) {
            environments
                    .findByName(recorded.tag())
                    .ifPresent(environment -> deploy(recorded.version(), environment, null));
        }
    }

    private UUID replace(Version version, Environment environment, @Nullable String instance) {
        database.update("""
                update deployed_version
                   set undeployed_at = clock_timestamp()
                 where pacticipant_id = ? and environment_id = ? and coalesce(application_instance, '') = ?
                   and undeployed_at is null""", version.pacticipantId(), environment.id(), instance == null ? "" : instance);
        UUID uuid = time.newId();
        database.update(
                """
                insert into deployed_version (workspace_id, uuid, environment_id, pacticipant_id, version_id,
                                              application_instance)
                values (?, ?, ?, ?, ?, ?)""", Workspace.DEFAULT, uuid, environment.id(), version.pacticipantId(), version.id(), instance);
        return uuid;
    }

    private UUID revive(Version version, Environment environment) {
        database.update("""
                update released_version
                   set support_ended_at = null, updated_at = clock_timestamp()
                 where version_id = ? and environment_id = ? and support_ended_at is not null""", version.id(), environment.id());
        return database.one(
                "select r.uuid from released_version r where r.version_id = ? and r.environment_id = ?",
                row -> row.uuid("uuid"),
                version.id(),
                environment.id());
    }
}
