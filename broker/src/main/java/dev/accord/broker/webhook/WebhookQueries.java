package dev.accord.broker.webhook;

import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Row;
import dev.accord.broker.platform.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads webhooks with the names of the pacticipants that they are for. Each method is one statement. */
@ApplicationScoped
class WebhookQueries {

    private static final String SELECT = """
            select w.uuid, w.description, c.name as consumer, w.consumer_label, p.name as provider, w.provider_label,
                   w.enabled, w.method, w.url, w.headers, w.body, w.body_is_json, w.username, w.password, w.events,
                   w.created_at, w.updated_at
              from webhook w
              left join pacticipant c on c.id = w.consumer_id
              left join pacticipant p on p.id = w.provider_id
             where w.workspace_id = ?
            """;

    private final Database database;

    WebhookQueries(Database database) {
        this.database = database;
    }

    Optional<Webhook> find(String uuid) {
        return database.first(SELECT + " and w.uuid = ?", WebhookQueries::webhook, Workspace.DEFAULT, uuid);
    }

    List<Webhook> all() {
        return database.list(SELECT + " order by w.id", WebhookQueries::webhook, Workspace.DEFAULT);
    }

    /** The webhooks that name exactly these pacticipants; null is "no pacticipant is named". */
    List<Webhook> naming(@Nullable Long consumerId, @Nullable Long providerId) {
        return database.list(SELECT + """
                 and w.consumer_id is not distinct from cast(? as bigint)
                 and w.provider_id is not distinct from cast(? as bigint)
                 order by w.id""", WebhookQueries::webhook, Workspace.DEFAULT, consumerId, providerId);
    }

    /** Whether the consumer has ever published a pact with the provider. */
    boolean published(long consumerId, long providerId) {
        return database.first(
                        "select 1 from pact_publication pp where pp.consumer_id = ? and pp.provider_id = ? limit 1",
                        row -> true,
                        consumerId,
                        providerId)
                .isPresent();
    }

    /** Whether a consumer version has published a pact with the provider. */
    boolean published(String provider, String consumer, String number) {
        return database.first("""
                        select 1
                          from pacticipant c
                          join version v on v.pacticipant_id = c.id
                          join pact_publication pp on pp.consumer_version_id = v.id
                          join pacticipant p on p.id = pp.provider_id
                         where c.workspace_id = ? and c.name = ? and p.name = ? and v.number = ?
                         limit 1""", row -> true, Workspace.DEFAULT, consumer, provider, number)
                .isPresent();
    }

    private static Webhook webhook(Row row) throws SQLException {
        return new Webhook(
                row.text("uuid"),
                row.textOrNull("description"),
                new Webhook.Side(row.textOrNull("consumer"), row.textOrNull("consumer_label")),
                new Webhook.Side(row.textOrNull("provider"), row.textOrNull("provider_label")),
                row.flag("enabled"),
                new WebhookRequest(
                        row.text("method"),
                        row.text("url"),
                        WebhookEntity.headers(row.text("headers")),
                        row.textOrNull("body"),
                        row.flag("body_is_json"),
                        row.textOrNull("username"),
                        row.textOrNull("password")),
                row.texts("events"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }
}
