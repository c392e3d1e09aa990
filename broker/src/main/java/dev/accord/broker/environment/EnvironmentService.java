package dev.accord.broker.environment;

import dev.accord.broker.platform.Time;
import dev.accord.broker.problem.ProblemException;
import dev.accord.broker.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Creates, changes, finds and deletes environments. */
@ApplicationScoped
public class EnvironmentService {

    private final EnvironmentRepository repository;
    private final Time time;

    EnvironmentService(EnvironmentRepository repository, Time time) {
        this.repository = repository;
        this.time = time;
    }

    /** All environments, by name for people, ignoring case. One statement. */
    @Transactional
    public List<Environment> all() {
        return repository.all().stream().map(EnvironmentEntity::toEnvironment).toList();
    }

    /** The environment of exactly this name. One statement. */
    @Transactional
    public Optional<Environment> findByName(String name) {
        return repository.findByName(name).map(EnvironmentEntity::toEnvironment);
    }

    /**
     * The environment with this public identifier. One statement.
     *
     * @throws ProblemException 404 when there is none, also when the text is no identifier
     */
    @Transactional
    public Environment get(String uuid) {
        return entity(uuid).toEnvironment();
    }

    /** Creates an environment; refuses a name that is taken. */
    @Transactional
    Environment create(EnvironmentBody body) {
        EnvironmentEntity entity = new EnvironmentEntity(time.newId(), time.now());
        refuseTakenName(body, entity);
        entity.write(body);
        repository.persist(entity);
        return flushed(entity, body);
    }

    /** Writes all that a client may write; refuses a name that is taken. */
    @Transactional
    Environment replace(String uuid, EnvironmentBody body) {
        EnvironmentEntity entity = entity(uuid);
        refuseTakenName(body, entity);
        entity.write(body);
        entity.updatedAt = time.now();
        return flushed(entity, body);
    }

    /** Deletes an environment with its deployed and released versions. */
    @Transactional
    void delete(String uuid) {
        repository.delete(entity(uuid));
    }

    private EnvironmentEntity entity(String uuid) {
        return identifier(uuid).flatMap(repository::find).orElseThrow(ProblemException::notFound);
    }

    /** The identifier that the text is, in its usual form. */
    static Optional<UUID> identifier(String text) {
        try {
            UUID uuid = UUID.fromString(text);
            return uuid.toString().equalsIgnoreCase(text) ? Optional.of(uuid) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void refuseTakenName(EnvironmentBody body, EnvironmentEntity entity) {
        repository
                .findByName(body.name())
                .filter(other -> !other.uuid.equals(entity.uuid))
                .ifPresent(other -> {
                    throw taken(body);
                });
    }

    private Environment flushed(EnvironmentEntity entity, EnvironmentBody body) {
        try {
            repository.flush();
        } catch (ConstraintViolationException e) {
            // Another request took the name between the check and the write.
            if ("environment_uq_workspace_name".equals(e.getConstraintName())) {
                throw taken(body);
            }
            throw e;
        }
        return entity.toEnvironment();
    }

    private static ProblemException taken(EnvironmentBody body) {
        Problems problems = new Problems();
        problems.add("name", "'" + body.name() + "' is already used by an existing environment");
        return problems.exception();
    }
}
