package dev.accord.broker.version;

import dev.accord.broker.pacticipant.Pacticipant;
import dev.accord.broker.pacticipant.Pacticipants;
import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Deletes branches and takes versions from them; the versions themselves stay. */
@ApplicationScoped
class BranchService {

    private final Database database;
    private final Pacticipants pacticipants;
    private final Versions versions;

    BranchService(Database database, Pacticipants pacticipants, Versions versions) {
        this.database = database;
        this.pacticipants = pacticipants;
        this.versions = versions;
    }

    /** How many branches were deleted, and the names of those that remain. */
    record Deleted(int count, List<String> remaining) {}

    /** Deletes a branch; tells whether it was there. */
    @Transactional
    boolean delete(String name, String branch) {
        return database.update("""
                delete from branch b
                 using pacticipant p
                 where p.id = b.pacticipant_id and p.workspace_id = ? and p.name = ? and b.name = ?""", Workspace.DEFAULT, name, branch) > 0;
    }

    /** Deletes all branches of a pacticipant but its main branch and the named ones. */
    @Transactional
    Deleted deleteAllBut(String name, List<String> kept) {
        Pacticipant pacticipant = pacticipants.get(name);
        List<String> spared = new ArrayList<>(kept);
        String mainBranch = pacticipant.mainBranch();
        if (mainBranch != null) {
            spared.add(mainBranch);
        }
        int count = database.update(
                "delete from branch where pacticipant_id = ? and name <> all(cast(? as text[]))",
                pacticipant.id(),
                spared);
        return new Deleted(
                count,
                database.list(
                        "select b.name from branch b where b.pacticipant_id = ? order by b.name",
                        row -> row.text("name"),
                        pacticipant.id()));
    }

    /** Takes a version from a branch, whose head is then the remaining version with the highest order. */
    @Transactional
    boolean remove(String name, String branch, String number) {
        // Head or not has to be known before the row is gone.
        Optional<Member> member = database.first(
                """
                select bv.id, bv.branch_id,
                       bv.id = (select max(h.id) from branch_version h where h.branch_id = bv.branch_id) as latest
                  from pacticipant p
                  join branch b on b.pacticipant_id = p.id
                  join version v on v.pacticipant_id = p.id
                  join branch_version bv on bv.branch_id = b.id and bv.version_id = v.id
                 where p.workspace_id = ? and p.name = ? and b.name = ? and v.number = ?""",
                row -> new Member(row.number("id"), row.number("branch_id"), row.flag("latest")),
                Workspace.DEFAULT,
                name,
                branch,
                number);
        if (member.isEmpty()) {
            return false;
        }
        database.update("delete from branch_version where id = ?", member.get().id());
        if (member.get().latest()) {
            versions.renewHeads(List.of(member.get().branchId()));
        }
        return true;
    }

    private record Member(long id, long branchId, boolean latest) {}
}
