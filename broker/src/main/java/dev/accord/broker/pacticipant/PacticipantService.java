package dev.accord.broker.pacticipant;

import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** Creates, changes and deletes pacticipants and their labels. */
@ApplicationScoped
class PacticipantService {

    private final Database database;
    private final Pacticipants pacticipants;

    PacticipantService(Database database, Pacticipants pacticipants) {
        this.database = database;
        this.pacticipants = pacticipants;
    }

    /** Creates the pacticipant that the body names; one that exists stays as it is. */
    @Transactional
    void create(PacticipantBody body) {
        insert(body.name(), body);
    }

    /** Writes all members, absent ones as null; refuses with 404 when there is no such pacticipant. */
    @Transactional
    void replace(String name, PacticipantBody body) {
        write(pacticipants.get(name), body, true);
    }

    /** Writes the members that the body has and makes the pacticipant when it is missing; tells whether it did. */
    @Transactional
    boolean merge(String name, PacticipantBody body) {
        boolean created = pacticipants.find(name).isEmpty() && insert(name, body);
        if (!created) {
            write(pacticipants.get(name), body, false);
        }
        return created;
    }

    /**
     * Deletes the pacticipant with all that belongs to it: versions, pacts and results on both sides, labels,
     * integrations, webhooks. The foreign keys do the work.
     */
    @Transactional
    void delete(String name) {
        database.update(
                "delete from pacticipant where id = ?", pacticipants.get(name).id());
    }

    /** Adds a label, making the pacticipant when it is missing; tells whether the label is new. */
    @Transactional
    boolean addLabel(String name, String label) {
        return database.update(
                        """
                insert into label (workspace_id, pacticipant_id, name)
                values (?, ?, ?)
                on conflict on constraint label_pk do nothing""", Workspace.DEFAULT, pacticipants.findOrCreate(name).id(), label)
                > 0;
    }

    /** Takes a label away; tells whether it was there. */
    @Transactional
    boolean removeLabel(String name, String label) {
        return database.update("""
                delete from label l
                 using pacticipant p
                 where p.id = l.pacticipant_id and p.workspace_id = ? and p.name = ? and l.name = ?""", Workspace.DEFAULT, name, label) > 0;
    }

    private boolean insert(String name, PacticipantBody body) {
        return database.update(
                        """
                        insert into pacticipant (workspace_id, name, display_name, repository_url, repository_name,
                                                 repository_namespace, main_branch)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict on constraint pacticipant_uq_workspace_name do nothing""",
                        Workspace.DEFAULT,
                        name,
                        displayName(name, body),
                        body.text("repositoryUrl"),
                        body.text("repositoryName"),
                        body.text("repositoryNamespace"),
                        body.text("mainBranch"))
                > 0;
    }

    private void write(Pacticipant current, PacticipantBody body, boolean all) {
        database.update(
                """
                update pacticipant
                   set display_name = ?, repository_url = ?, repository_name = ?, repository_namespace = ?,
                       main_branch = ?, updated_at = clock_timestamp()
                 where id = ?""",
                all || body.has("displayName") ? displayName(current.name(), body) : current.displayName(),
                chosen(body, "repositoryUrl", current.repositoryUrl(), all),
                chosen(body, "repositoryName", current.repositoryName(), all),
                chosen(body, "repositoryNamespace", current.repositoryNamespace(), all),
                chosen(body, "mainBranch", current.mainBranch(), all),
                current.id());
    }

    private static String displayName(String name, PacticipantBody body) {
        String given = body.text("displayName");
        return given == null ? DisplayName.from(name) : given;
    }

    private static @Nullable String chosen(PacticipantBody body, String key, @Nullable String current, boolean all) {
        return all || body.has(key) ? body.text(key) : current;
    }
}
