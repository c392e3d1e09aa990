package dev.accord.broker.version;

import dev.accord.broker.pacticipant.Pacticipant;
import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Paging;
import dev.accord.broker.platform.Row;
import dev.accord.broker.platform.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads branches, branch versions and tags. Each method is one statement. */
@ApplicationScoped
class BranchQueries {

    /**
     * Nothing is written to the branch when a version is added, so its last change is read off its head. A change within
     * a minute of the creation does not count, so that a burst of new branches stays in the order of creation.
     */
    private static final String BRANCHES = """
            select b.id, b.name, b.created_at,
                   case when h.created_at > b.created_at + interval '1 minute' then h.created_at
                        else b.created_at end as updated_at
              from branch b
              left join lateral (select bv.created_at
                                   from branch_version bv
                                  where bv.branch_id = b.id
                                  order by bv.id desc
                                  limit 1) h on true
            """;

    private static final String NAMED =
            " where b.pacticipant_id = ? and (cast(? as text) is null or position(lower(?) in lower(b.name)) > 0)";

    private final Database database;

    BranchQueries(Database database) {
        this.database = database;
    }

    Optional<Branch> find(String pacticipant, String branch) {
        return database.first(
                BRANCHES + " join pacticipant p on p.id = b.pacticipant_id"
                        + " where p.workspace_id = ? and p.name = ? and b.name = ?",
                BranchQueries::branch,
                Workspace.DEFAULT,
                pacticipant,
                branch);
    }

    /** The branches whose name contains the text, where given, the one changed last first. */
    List<Branch> list(Pacticipant pacticipant, @Nullable String text, Paging paging) {
        return database.list(
                BRANCHES + NAMED + " order by updated_at desc, b.id desc limit ? offset ?",
                BranchQueries::branch,
                pacticipant.id(),
                text,
                text,
                paging.size(),
                paging.offset());
    }

    /** How many {@link #list} finds on all pages. */
    long count(Pacticipant pacticipant, @Nullable String text) {
        return database.one(
                "select count(*) as total from branch b" + NAMED,
                row -> row.number("total"),
                pacticipant.id(),
                text,
                text);
    }

    /** When a version was put on a branch; empty when it is not on it. */
    Optional<Instant> memberSince(String pacticipant, String branch, String number) {
        return database.first("""
                select bv.created_at
                  from pacticipant p
                  join branch b on b.pacticipant_id = p.id
                  join version v on v.pacticipant_id = p.id
                  join branch_version bv on bv.branch_id = b.id and bv.version_id = v.id
                 where p.workspace_id = ? and p.name = ? and b.name = ? and v.number = ?""", row -> row.instant("created_at"), Workspace.DEFAULT, pacticipant, branch, number);
    }

    /** When a version got a tag; empty when it does not have it. */
    Optional<Instant> taggedSince(String pacticipant, String number, String tag) {
        return database.first("""
                select t.created_at
                  from pacticipant p
                  join version v on v.pacticipant_id = p.id
                  join tag t on t.version_id = v.id
                 where p.workspace_id = ? and p.name = ? and v.number = ? and t.name = ?""", row -> row.instant("created_at"), Workspace.DEFAULT, pacticipant, number, tag);
    }

    private static Branch branch(Row row) throws SQLException {
        return new Branch(row.number("id"), row.text("name"), row.instant("created_at"), row.instant("updated_at"));
    }
}
