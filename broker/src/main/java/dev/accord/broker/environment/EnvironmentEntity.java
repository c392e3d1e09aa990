package dev.accord.broker.environment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.platform.Json;
import dev.accord.broker.platform.Workspace;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** The row of an environment. */
@Entity
@Table(name = "environment")
class EnvironmentEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(name = "workspace_id", updatable = false)
    int workspaceId = Workspace.DEFAULT;

    @Column(updatable = false)
    UUID uuid;

    String name;

    @Column(name = "display_name")
    String displayName;

    boolean production;

    @ColumnTransformer(write = "cast(? as jsonb)")
    @Nullable
    String contacts;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    /** For the persistence provider, which fills the fields. */
    protected EnvironmentEntity() {
        this(new UUID(0, 0), Instant.EPOCH);
    }

    EnvironmentEntity(UUID uuid, Instant now) {
        this.uuid = uuid;
        this.name = "";
        this.displayName = "";
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Takes over all that a client may write. */
    void write(EnvironmentBody body) {
        name = body.name();
        displayName = body.displayName();
        production = body.production();
        JsonNode given = body.contacts();
        contacts = given == null ? null : Json.write(given);
    }

    Environment toEnvironment() {
        return new Environment(
                id == null ? 0 : id,
                uuid,
                name,
                displayName,
                production,
                contacts == null ? null : Json.stored(contacts),
                createdAt,
                updatedAt);
    }
}
