package dev.accord.broker.pacticipant;

import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Paging;
import dev.accord.broker.platform.Row;
import dev.accord.broker.platform.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads pacticipants and labels. Each method is one statement. */
@ApplicationScoped
class PacticipantQueries {

    /** The latest version and the labels come with the row, so that a list of any length is one statement. */
    private static final String ITEM = "select " + Pacticipant.COLUMNS + """
            ,
                   (select v.number from version v where v.pacticipant_id = p.id order by v.id desc limit 1) as latest,
                   array(select l.name from label l where l.pacticipant_id = p.id order by l.name) as labels
              from pacticipant p
            """;

    private static final String CRITERIA = """
             where p.workspace_id = ?
               and (cast(? as text) is null or position(lower(?) in lower(p.name)) > 0)
               and (cast(? as text) is null
                    or exists (select 1 from label f where f.pacticipant_id = p.id and f.name = ?))
            """;

    private final Database database;

    PacticipantQueries(Database database) {
        this.database = database;
    }

    /** A label of a pacticipant. */
    record Label(String name, Instant createdAt) {}

    /** An environment in which the pacticipant is deployed now. */
    record Deployment(UUID uuid, String environment) {}

    Optional<PacticipantItem> find(String name) {
        return database.first(
                ITEM + " where p.workspace_id = ? and p.name = ?", PacticipantQueries::item, Workspace.DEFAULT, name);
    }

    /** Pacticipants whose name contains the text and that have the label, where given; by name, ignoring case. */
    List<PacticipantItem> list(@Nullable String text, @Nullable String label, Optional<Paging> paging) {
        return database.list(
                ITEM + CRITERIA + " order by lower(p.name), p.name limit ? offset ?",
                PacticipantQueries::item,
                Workspace.DEFAULT,
                text,
                text,
                label,
                label,
                paging.map(Paging::size).orElse(null),
                paging.map(Paging::offset).orElse(0L));
    }

    /** How many {@link #list} finds on all pages. */
    long count(@Nullable String text, @Nullable String label) {
        return database.one(
                "select count(*) as total from pacticipant p" + CRITERIA,
                row -> row.number("total"),
                Workspace.DEFAULT,
                text,
                text,
                label,
                label);
    }

    List<Deployment> currentlyDeployed(Pacticipant pacticipant) {
        return database.list("""
                select d.uuid, e.display_name
                  from deployed_version d
                  join environment e on e.id = d.environment_id
                 where d.pacticipant_id = ? and d.undeployed_at is null
                 order by d.id""", row -> new Deployment(row.uuid("uuid"), row.text("display_name")), pacticipant.id());
    }

    Optional<Label> label(String pacticipant, String label) {
        return database.first(
                """
                select l.name, l.created_at
                  from label l
                  join pacticipant p on p.id = l.pacticipant_id
                 where p.workspace_id = ? and p.name = ? and l.name = ?""",
                row -> new Label(row.text("name"), row.instant("created_at")),
                Workspace.DEFAULT,
                pacticipant,
                label);
    }

    /** The distinct label names, sorted. */
    List<String> labels(Optional<Paging> paging) {
        return database.list(
                "select distinct l.name from label l where l.workspace_id = ? order by l.name limit ? offset ?",
                row -> row.text("name"),
                Workspace.DEFAULT,
                paging.map(Paging::size).orElse(null),
                paging.map(Paging::offset).orElse(0L));
    }

    long countLabels() {
        return database.one(
                "select count(distinct l.name) as total from label l where l.workspace_id = ?",
                row -> row.number("total"),
                Workspace.DEFAULT);
    }

    private static PacticipantItem item(Row row) throws SQLException {
        return new PacticipantItem(Pacticipant.of(row), row.textOrNull("latest"), row.texts("labels"));
    }
}
