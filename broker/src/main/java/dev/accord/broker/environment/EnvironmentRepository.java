package dev.accord.broker.environment;

import dev.accord.broker.platform.Workspace;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Loads and stores environments. */
@ApplicationScoped
class EnvironmentRepository implements PanacheRepository<EnvironmentEntity> {

    Optional<EnvironmentEntity> find(UUID uuid) {
        return find("workspaceId = ?1 and uuid = ?2", Workspace.DEFAULT, uuid).firstResultOptional();
    }

    Optional<EnvironmentEntity> findByName(String name) {
        return find("workspaceId = ?1 and name = ?2", Workspace.DEFAULT, name).firstResultOptional();
    }

    /** All, by name for people, ignoring case. */
    List<EnvironmentEntity> all() {
        return list("workspaceId = ?1 order by lower(displayName), id", Workspace.DEFAULT);
    }
}
