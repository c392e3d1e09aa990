package dev.accord.broker.webhook;

import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Row;
import dev.accord.broker.platform.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;

/** Finds what a webhook's parameters speak of when it is tried out: the pact published last that it is for. */
@ApplicationScoped
class TriggerContextQueries {

    private final Database database;

    TriggerContextQueries(Database database) {
        this.database = database;
    }

    /** The pact published last between pacticipants that match both sides, with its result. One statement. */
    Optional<TriggerContext> latest(Webhook.Side consumer, Webhook.Side provider) {
        return database.first(
                """
                select c.name as consumer, cv.number as consumer_version, p.name as provider,
                       pv.number as provider_version, k.sha, r.id as result, r.success,
                       coalesce(r.build_url, cv.build_url) as build_url,
                       array(select l.name from label l where l.pacticipant_id = c.id order by l.name) as consumer_labels,
                       array(select l.name from label l where l.pacticipant_id = p.id order by l.name) as provider_labels,
                       array(select t.name from tag t where t.version_id = cv.id order by t.name) as consumer_tags,
                       array(select t.name from tag t where t.version_id = pv.id order by t.name) as provider_tags,
                       (select b.name from branch_version bv join branch b on b.id = bv.branch_id
                         where bv.version_id = cv.id order by bv.id desc limit 1) as consumer_branch,
                       (select b.name from branch_version bv join branch b on b.id = bv.branch_id
                         where bv.version_id = pv.id order by bv.id desc limit 1) as provider_branch
                  from (select pp.consumer_id, pp.provider_id, pp.consumer_version_id, pp.pact_version_id
                          from pact_publication pp
                          join pacticipant c on c.id = pp.consumer_id
                          join pacticipant p on p.id = pp.provider_id
                         where pp.workspace_id = ? and pp.current
                           and (cast(? as text) is null or c.name = ?)
                           and (cast(? as text) is null
                                or exists (select 1 from label l where l.pacticipant_id = c.id and l.name = ?))
                           and (cast(? as text) is null or p.name = ?)
                           and (cast(? as text) is null
                                or exists (select 1 from label l where l.pacticipant_id = p.id and l.name = ?))
                         order by pp.id desc
                         limit 1) pp
                  join pacticipant c on c.id = pp.consumer_id
                  join pacticipant p on p.id = pp.provider_id
                  join version cv on cv.id = pp.consumer_version_id
                  join pact_version k on k.id = pp.pact_version_id
                  -- A result from the provider's main branch counts before any other.
                  left join lateral (select n.id, n.success, n.build_url, n.provider_version_id
                                       from verification n
                                      where n.pact_version_id = pp.pact_version_id
                                      order by exists (select 1
                                                         from branch_version bv
                                                         join branch b on b.id = bv.branch_id
                                                        where bv.version_id = n.provider_version_id
                                                          and b.name = p.main_branch) desc,
                                               n.id desc
                                      limit 1) r on true
                  left join version pv on pv.id = r.provider_version_id""",
                TriggerContextQueries::context,
                Workspace.DEFAULT,
                consumer.name(),
                consumer.name(),
                consumer.label(),
                consumer.label(),
                provider.name(),
                provider.name(),
                provider.label(),
                provider.label());
    }

    private static TriggerContext context(Row row) throws SQLException {
        return new TriggerContext(
                new TriggerContext.Party(
                        row.text("consumer"),
                        row.texts("consumer_labels"),
                        row.text("consumer_version"),
                        row.texts("consumer_tags"),
                        row.textOrNull("consumer_branch")),
                new TriggerContext.Party(
                        row.text("provider"),
                        row.texts("provider_labels"),
                        row.textOrNull("provider_version"),
                        row.texts("provider_tags"),
                        row.textOrNull("provider_branch")),
                row.text("sha"),
                row.numberOrNull("result"),
                row.flagOrNull("success"),
                row.textOrNull("build_url"));
    }
}
