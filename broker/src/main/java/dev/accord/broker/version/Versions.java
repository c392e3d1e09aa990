package dev.accord.broker.version;

import dev.accord.broker.pacticipant.Pacticipant;
import dev.accord.broker.pacticipant.Pacticipants;
import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Settings;
import dev.accord.broker.platform.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Finds versions, makes the missing ones, and puts them on branches and under tags. All writes insert or do nothing, so
 * that parallel builds never disturb each other; they take part in the caller's transaction.
 */
@ApplicationScoped
public class Versions {

    private final Database database;
    private final Pacticipants pacticipants;
    private final Settings settings;

    Versions(Database database, Pacticipants pacticipants, Settings settings) {
        this.database = database;
        this.pacticipants = pacticipants;
        this.settings = settings;
    }

    /** A version, and whether this call made it. */
    public record Found(Version version, boolean created) {}

    /** The version of this number. One statement. */
    public Optional<Version> find(Pacticipant pacticipant, String number) {
        return database.first(
                "select " + Version.COLUMNS + " from version v where v.pacticipant_id = ? and v.number = ?",
                Version::of,
                pacticipant.id(),
                number);
    }

    /** The version of this number, made when it is missing; its order is given now. One statement when it is new. */
    public Found findOrCreate(Pacticipant pacticipant, String number) {
        Optional<Version> created = database.first(
                """
                insert into version as v (workspace_id, pacticipant_id, number)
                select ?, ?, ?
                 where not exists (select 1 from version e where e.pacticipant_id = ? and e.number = ?)
                on conflict on constraint version_uq_pacticipant_number do nothing
                returning\s""" + Version.COLUMNS,
                Version::of,
                Workspace.DEFAULT,
                pacticipant.id(),
                number,
                pacticipant.id(),
                number);
        return created.map(version -> new Found(version, true))
                .orElseGet(() -> new Found(find(pacticipant, number).orElseThrow(), false));
    }

    /**
     * Puts a version on a branch, making the branch when it is missing; a version newly added becomes the head. Also
     * detects the main branch.
     *
     * @param automatic whether the broker inferred the branch from a tag
     * @return whether the version was not on the branch before
     */
    public boolean addToBranch(Pacticipant pacticipant, Version version, String branch, boolean automatic) {
        database.update("""
                insert into branch (workspace_id, pacticipant_id, name)
                select ?, ?, ?
                 where not exists (select 1 from branch e where e.pacticipant_id = ? and e.name = ?)
                on conflict on constraint branch_uq_pacticipant_name do nothing""", Workspace.DEFAULT, pacticipant.id(), branch, pacticipant.id(), branch);
        int added = database.update("""
                insert into branch_version (workspace_id, pacticipant_id, branch_id, version_id, auto_created)
                select b.workspace_id, b.pacticipant_id, b.id, ?, ?
                  from branch b
                 where b.pacticipant_id = ? and b.name = ?
                on conflict on constraint branch_version_uq_branch_version do nothing""", version.id(), automatic, pacticipant.id(), branch);
        pacticipants.detectMainBranch(pacticipant, branch);
        return added > 0;
    }

    /**
     * Puts a tag on a version. The first tag of a fresh version without branch also puts it on a branch of that name
     * (settings {@code use-first-tag-as-branch...}), and the main branch is detected. What a tag named like an
     * environment does beyond that happens through the tag's own resource only.
     *
     * @return whether the version did not have it before
     */
    public boolean addTag(Pacticipant pacticipant, Version version, String tag) {
        if (settings.useFirstTagAsBranch() && takesBranchFromTag(version)) {
            addToBranch(pacticipant, version, tag, true);
        }
        int added = database.update("""
                insert into tag (workspace_id, pacticipant_id, version_id, name)
                values (?, ?, ?, ?)
                on conflict on constraint tag_pk do nothing""", Workspace.DEFAULT, pacticipant.id(), version.id(), tag);
        pacticipants.detectMainBranch(pacticipant, tag);
        return added > 0;
    }

    private boolean takesBranchFromTag(Version version) {
        return database.first("""
                        select 1
                          from version v
                         where v.id = ?
                           and v.created_at >= clock_timestamp() - make_interval(secs => ?)
                           and not exists (select 1 from tag t where t.version_id = v.id)
                           and not exists (select 1 from branch_version bv where bv.version_id = v.id)""", row -> true, version.id(), settings.useFirstTagAsBranchTimeLimit())
                .isPresent();
    }

    /**
     * Deletes versions with all that belongs to them: tags, branch memberships, pacts, results as provider version,
     * deployments and releases. A branch that loses its head gets the remaining version with the highest order.
     */
    public void delete(Collection<Long> versionIds) {
        if (versionIds.isEmpty()) {
            return;
        }
        List<Long> headless = database.list("""
                select distinct bv.branch_id
                  from branch_version bv
                 where bv.version_id = any(?)
                   and bv.id = (select max(h.id) from branch_version h where h.branch_id = bv.branch_id)
                 order by bv.branch_id""", row -> row.number("branch_id"), versionIds);
        database.update("delete from version where id = any(?)", versionIds);
        renewHeads(headless);
    }

    /** Makes the version with the highest order the head of each branch, by giving its membership the highest id. */
    public void renewHeads(Collection<Long> branchIds) {
        if (!branchIds.isEmpty()) {
            database.update("""
                    update branch_version bv
                       set id = default
                      from (select m.branch_id, max(m.version_id) as version_id
                              from branch_version m
                             where m.branch_id = any(?)
                             group by m.branch_id) highest
                     where bv.branch_id = highest.branch_id and bv.version_id = highest.version_id""", branchIds);
        }
    }
}
