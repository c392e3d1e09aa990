package dev.accord.broker.webhook;

import dev.accord.broker.platform.Workspace;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Loads and stores webhooks. */
@ApplicationScoped
class WebhookRepository implements PanacheRepository<WebhookEntity> {

    Optional<WebhookEntity> find(String uuid) {
        return find("workspaceId = ?1 and uuid = ?2", Workspace.DEFAULT, uuid).firstResultOptional();
    }
}
