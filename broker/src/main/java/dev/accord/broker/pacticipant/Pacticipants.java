package dev.accord.broker.pacticipant;

import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Settings;
import dev.accord.broker.platform.Workspace;
import dev.accord.broker.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Finds pacticipants and makes the missing ones. Writes take part in the caller's transaction. */
@ApplicationScoped
public class Pacticipants {

    private final Database database;
    private final List<String> mainBranchCandidates;

    Pacticipants(Database database, Settings settings) {
        this.database = database;
        this.mainBranchCandidates =
                settings.autoDetectMainBranch() ? Settings.words(settings.mainBranchCandidates()) : List.of();
    }

    /** The pacticipant of exactly this name. One statement. */
    public Optional<Pacticipant> find(String name) {
        return database.first(
                "select " + Pacticipant.COLUMNS + " from pacticipant p where p.workspace_id = ? and p.name = ?",
                Pacticipant::of,
                Workspace.DEFAULT,
                name);
    }

    /** The pacticipants of these names, by name; unknown names are absent. One statement. */
    public Map<String, Pacticipant> find(Collection<String> names) {
        Map<String, Pacticipant> found = new HashMap<>();
        database.list(
                        "select " + Pacticipant.COLUMNS
                                + " from pacticipant p where p.workspace_id = ? and p.name = any(?)",
                        Pacticipant::of,
                        Workspace.DEFAULT,
                        List.copyOf(new TreeSet<>(names)))
                .forEach(pacticipant -> found.put(pacticipant.name(), pacticipant));
        return found;
    }

    /**
     * The pacticipant of exactly this name.
     *
     * @throws ProblemException 404 naming it
     */
    public Pacticipant get(String name) {
        return get(name, "pacticipant");
    }

    /**
     * The pacticipant of exactly this name in the given role ("consumer", "provider").
     *
     * @throws ProblemException 404 naming the role and the name
     */
    public Pacticipant get(String name, String role) {
        return find(name)
                .orElseThrow(() -> ProblemException.notFound("No " + role + " with name '" + name + "' found"));
    }

    /**
     * The pacticipants of these names, made where missing, by name. New rows are inserted in the order of their names,
     * so that two publications that make the same ones cannot wait for each other in a circle. One statement when all
     * exist.
     */
    public Map<String, Pacticipant> findOrCreate(Collection<String> names) {
        TreeSet<String> wanted = new TreeSet<>(names);
        Map<String, Pacticipant> found = find(wanted);
        if (found.size() == wanted.size()) {
            return found;
        }
        for (String name : wanted) {
            if (!found.containsKey(name)) {
                database.update("""
                        insert into pacticipant (workspace_id, name, display_name)
                        values (?, ?, ?)
                        on conflict on constraint pacticipant_uq_workspace_name do nothing""", Workspace.DEFAULT, name, DisplayName.from(name));
            }
        }
        return find(wanted);
    }

    /** {@link #findOrCreate(Collection)} for one name. */
    public Pacticipant findOrCreate(String name) {
        Pacticipant pacticipant = findOrCreate(List.of(name)).get(name);
        if (pacticipant == null) {
            throw new IllegalStateException("pacticipant vanished while it was made: " + name);
        }
        return pacticipant;
    }

    /** Makes a usual main branch name the main branch of a pacticipant that has none yet. */
    public void detectMainBranch(Pacticipant pacticipant, String branchOrTag) {
        if (pacticipant.mainBranch() == null && mainBranchCandidates.contains(branchOrTag)) {
            database.update(
                    "update pacticipant set main_branch = ? where id = ? and main_branch is null",
                    branchOrTag,
                    pacticipant.id());
        }
    }
}
