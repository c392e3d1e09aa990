package dev.accord.broker.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.platform.Json;
import dev.accord.broker.platform.Workspace;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** The row of a webhook. */
@Entity
@Table(name = "webhook")
class WebhookEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(name = "workspace_id", updatable = false)
    int workspaceId = Workspace.DEFAULT;

    @Column(updatable = false)
    String uuid;

    @Nullable
    String description;

    @Column(name = "consumer_id")
    @Nullable
    Long consumerId;

    @Column(name = "consumer_label")
    @Nullable
    String consumerLabel;

    @Column(name = "provider_id")
    @Nullable
    Long providerId;

    @Column(name = "provider_label")
    @Nullable
    String providerLabel;

    boolean enabled;
    String method = "";
    String url = "";

    @ColumnTransformer(write = "cast(? as jsonb)")
    String headers = "{}";

    @Nullable
    String body;

    @Column(name = "body_is_json")
    boolean bodyIsJson;

    @Nullable
    String username;

    @Nullable
    String password;

    String[] events = {};

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    /** For the persistence provider, which fills the fields. */
    protected WebhookEntity() {
        this("", Instant.EPOCH);
    }

    WebhookEntity(String uuid, Instant now) {
        this.uuid = uuid;
        this.createdAt = now;
        this.updatedAt = now;
    }

    WebhookRequest request() {
        return new WebhookRequest(method, url, headers(headers), body, bodyIsJson, username, password);
    }

    void request(WebhookRequest request) {
        method = request.method();
        url = request.url();
        ObjectNode node = Json.object();
        request.headers().forEach(node::put);
        headers = Json.write(node);
        body = request.body();
        bodyIsJson = request.bodyIsJson();
        username = request.username();
        password = request.password();
    }

    /** Headers from their stored form. */
    static Map<String, String> headers(String json) {
        Map<String, String> headers = new LinkedHashMap<>();
        Json.stored(json)
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return headers;
    }
}
