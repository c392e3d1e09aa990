package dev.accord.broker.acceptance;

import dev.accord.broker.pacticipant.Pacticipant;
import dev.accord.broker.pacticipant.Pacticipants;
import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Time;
import dev.accord.broker.platform.Workspace;
import dev.accord.broker.problem.ProblemException;
import dev.accord.broker.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Records, lists and revokes acceptances. */
@ApplicationScoped
public class Acceptances {

    private static final String SELECT = """
            select a.uuid, p.name as provider, c.name as consumer, e.name as environment, a.finding_code, a.operation,
                   a.location, a.reason, a.accepted_by, a.expires_at, a.created_at, a.revoked_at, a.revoked_by
              from acceptance a
              join pacticipant p on p.id = a.provider_id
              join pacticipant c on c.id = a.consumer_id
              join environment e on e.id = a.environment_id
             where a.workspace_id = ?
            """;

    private final Database database;
    private final Pacticipants pacticipants;
    private final Time time;

    Acceptances(Database database, Pacticipants pacticipants, Time time) {
        this.database = database;
        this.pacticipants = pacticipants;
        this.time = time;
    }

    /**
     * Records an acceptance.
     *
     * @throws ProblemException 400 when a name does not exist
     */
    @Transactional
    Acceptance record(Acceptance wanted) {
        Problems problems = new Problems();
        Optional<Pacticipant> provider = pacticipants.find(wanted.provider());
        Optional<Pacticipant> consumer = pacticipants.find(wanted.consumer());
        Optional<Long> environment = database.first(
                "select id from environment where workspace_id = ? and name = ?",
                row -> row.number("id"),
                Workspace.DEFAULT,
                wanted.environment());
        if (provider.isEmpty()) {
            problems.add("provider", "does not match an existing pacticipant");
        }
        if (consumer.isEmpty()) {
            problems.add("consumer", "does not match an existing pacticipant");
        }
        if (environment.isEmpty()) {
            problems.add("environment", "with name '" + wanted.environment() + "' does not exist");
        }
        problems.throwIfAny();
        database.update(
                """
                insert into acceptance
                       (workspace_id, uuid, provider_id, consumer_id, environment_id, finding_code, operation, location,
                        reason, accepted_by, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                Workspace.DEFAULT,
                wanted.uuid(),
                provider.orElseThrow().id(),
                consumer.orElseThrow().id(),
                environment.orElseThrow(),
                wanted.code(),
                wanted.operation(),
                wanted.location(),
                wanted.reason(),
                wanted.acceptedBy(),
                wanted.expiresAt());
        return get(wanted.uuid());
    }

    /**
     * One acceptance, whether it still counts or not.
     *
     * @throws ProblemException 404 when there is none
     */
    Acceptance get(UUID uuid) {
        return database.first(SELECT + " and a.uuid = ?", Acceptance::of, Workspace.DEFAULT, uuid)
                .orElseThrow(ProblemException::notFound);
    }

    /** All acceptances, newest first, also those that do not count any more. One statement. */
    List<Acceptance> list(int limit, long offset) {
        return database.list(
                SELECT + " order by a.id desc limit ? offset ?", Acceptance::of, Workspace.DEFAULT, limit, offset);
    }

    /** How many there are. */
    long count() {
        return database.one(
                "select count(*) as n from acceptance where workspace_id = ?",
                row -> row.number("n"),
                Workspace.DEFAULT);
    }

    /** Takes an acceptance back; the row stays. Doing it twice changes nothing. */
    @Transactional
    Acceptance revoke(UUID uuid, String by) {
        get(uuid);
        database.update(
                "update acceptance set revoked_at = ?, revoked_by = ? where uuid = ? and revoked_at is null",
                time.now(),
                by,
                uuid);
        return get(uuid);
    }

    /** Those that count now for any of these providers in an environment, the oldest first. One statement. */
    public List<Acceptance> valid(Collection<Long> providerIds, String environment) {
        return database.list(
                SELECT + " and a.provider_id = any(?) and e.name = ? and a.revoked_at is null and a.expires_at > ?"
                        + " order by a.id",
                Acceptance::of,
                Workspace.DEFAULT,
                List.copyOf(providerIds),
                environment,
                time.now());
    }
}
