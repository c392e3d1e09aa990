package dev.accord.broker.version;

import dev.accord.broker.pacticipant.Pacticipant;
import dev.accord.broker.pacticipant.Pacticipants;
import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Workspace;
import dev.accord.broker.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.TreeSet;

/** Writes versions, their branches and their tags for the resources of this package. */
@ApplicationScoped
class VersionService {

    private final Database database;
    private final Pacticipants pacticipants;
    private final Versions versions;
    private final VersionQueries queries;
    private final Event<TagRecorded> tagRecorded;

    VersionService(
            Database database,
            Pacticipants pacticipants,
            Versions versions,
            VersionQueries queries,
            Event<TagRecorded> tagRecorded) {
        this.database = database;
        this.pacticipants = pacticipants;
        this.versions = versions;
        this.queries = queries;
        this.tagRecorded = tagRecorded;
    }

    /**
     * Creates or changes a version, making the pacticipant when it is missing; tells whether the version is new.
     *
     * @param all whether a member that the body lacks is written as null
     */
    @Transactional
    boolean write(String name, String number, VersionBody body, boolean all) {
        Pacticipant pacticipant = pacticipants.findOrCreate(name);
        Versions.Found found = versions.findOrCreate(pacticipant, number);
        long id = found.version().id();
        if (all || body.hasBuildUrl() || body.tags().isPresent()) {
            String buildUrl = all || body.hasBuildUrl()
                    ? body.buildUrl()
                    : found.version().buildUrl();
            // What has just been made is not "updated".
            database.update(
                    "update version set build_url = ?, updated_at = case when ? then created_at else clock_timestamp() end"
                            + " where id = ?",
                    buildUrl,
                    found.created(),
                    id);
        }
        body.tags().ifPresent(tags -> replaceTags(pacticipant, id, tags));
        return found.created();
    }

    /** Deletes a version with all that belongs to it; its branches get the head that remains. */
    @Transactional
    void delete(String name, String number) {
        Version version = queries.find(name, number).orElseThrow(ProblemException::notFound);
        versions.delete(List.of(version.id()));
    }

    /** Puts a version on a branch, making what is missing; tells whether it was not there before. */
    @Transactional
    boolean addToBranch(String name, String branch, String number) {
        Pacticipant pacticipant = pacticipants.findOrCreate(name);
        Version version = versions.findOrCreate(pacticipant, number).version();
        return versions.addToBranch(pacticipant, version, branch, false);
    }

    /** Puts a tag on a version, making what is missing; tells whether the version did not have it before. */
    @Transactional
    boolean tag(String name, String number, String tag) {
        Pacticipant pacticipant = pacticipants.findOrCreate(name);
        Version version = versions.findOrCreate(pacticipant, number).version();
        boolean added = versions.addTag(pacticipant, version, tag);
        tagRecorded.fire(new TagRecorded(pacticipant, version, tag));
        return added;
    }

    /** Takes a tag away; tells whether it was there. */
    @Transactional
    boolean untag(String name, String number, String tag) {
        return database.update("""
                delete from tag t
                 using version v, pacticipant p
                 where v.id = t.version_id and p.id = v.pacticipant_id
                   and p.workspace_id = ? and p.name = ? and v.number = ? and t.name = ?""", Workspace.DEFAULT, name, number, tag) > 0;
    }

    private void replaceTags(Pacticipant pacticipant, long versionId, List<String> tags) {
        List<String> sorted = List.copyOf(new TreeSet<>(tags));
        database.update("delete from tag where version_id = ? and name <> all(cast(? as text[]))", versionId, sorted);
        database.update("""
                insert into tag (workspace_id, pacticipant_id, version_id, name)
                select ?, ?, ?, n.name
                  from unnest(cast(? as text[])) as n (name)
                on conflict on constraint tag_pk do nothing""", Workspace.DEFAULT, pacticipant.id(), versionId, sorted);
    }
}
