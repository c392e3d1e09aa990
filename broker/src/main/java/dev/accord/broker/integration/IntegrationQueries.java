package dev.accord.broker.integration;

import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Paging;
import dev.accord.broker.platform.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads integrations. Each method is one statement. */
@ApplicationScoped
class IntegrationQueries {

    private static final String SIDES = """
              from integration i
              join pacticipant c on c.id = i.consumer_id
              join pacticipant p on p.id = i.provider_id
             where i.workspace_id = ?
            """;

    private static final String NAMED = """
               and (cast(? as text) is null
                    or position(lower(?) in lower(c.name)) > 0 or position(lower(?) in lower(p.name)) > 0)
            """;

    private final Database database;

    IntegrationQueries(Database database) {
        this.database = database;
    }

    /** Integrations where a name contains the text, if given; the one with the newest contract or result first. */
    List<Integration> list(@Nullable String text, Optional<Paging> paging) {
        // Publishing only inserts, so when something last happened is read off the newest pact and the newest result.
        return database.list(
                "select i.consumer_id, c.name as consumer, i.provider_id, p.name as provider" + SIDES + NAMED + """
                 order by greatest(
                          i.created_at,
                          (select pp.created_at
                             from pact_publication pp
                            where pp.consumer_id = i.consumer_id and pp.provider_id = i.provider_id and pp.current
                            order by pp.consumer_version_id desc
                            limit 1),
                          (select r.created_at
                             from verification r
                            where r.consumer_id = i.consumer_id and r.provider_id = i.provider_id
                            order by r.id desc
                            limit 1)) desc,
                          lower(c.name), lower(p.name)
                 limit ? offset ?""",
                row -> new Integration(
                        row.number("consumer_id"),
                        row.text("consumer"),
                        row.number("provider_id"),
                        row.text("provider")),
                Workspace.DEFAULT,
                text,
                text,
                text,
                paging.map(Paging::size).orElse(null),
                paging.map(Paging::offset).orElse(0L));
    }

    /** How many {@link #list} finds on all pages. */
    long count(@Nullable String text) {
        return database.one(
                "select count(*) as total" + SIDES + NAMED,
                row -> row.number("total"),
                Workspace.DEFAULT,
                text,
                text,
                text);
    }
}
