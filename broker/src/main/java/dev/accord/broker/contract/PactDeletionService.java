package dev.accord.broker.contract;

import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Workspace;
import dev.accord.broker.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Deletes publications with all their revisions. Versions, contents and verification results stay. */
@ApplicationScoped
class PactDeletionService {

    private final Database database;

    PactDeletionService(Database database) {
        this.database = database;
    }

    /**
     * Deletes what one consumer version published for a provider.
     *
     * @throws ProblemException 404 when it published nothing
     */
    @Transactional
    void deleteOfVersion(String provider, String consumer, String version) {
        int deleted = database.update("""
                delete from pact_publication pp
                 using pacticipant c, pacticipant p, version v
                 where c.workspace_id = ? and c.name = ?
                   and p.workspace_id = ? and p.name = ?
                   and v.pacticipant_id = c.id and v.number = ?
                   and pp.consumer_version_id = v.id and pp.provider_id = p.id""", Workspace.DEFAULT, consumer, Workspace.DEFAULT, provider, version);
        if (deleted == 0) {
            throw ProblemException.notFound();
        }
    }

    /** Deletes all publications of a pair. */
    @Transactional
    void deleteAll(long providerId, long consumerId) {
        database.update(
                "delete from pact_publication where provider_id = ? and consumer_id = ?", providerId, consumerId);
    }

    /** Deletes the publications of a pair whose version has the tag. */
    @Transactional
    void deleteTagged(long providerId, long consumerId, String tag) {
        database.update("""
                delete from pact_publication pp
                 using tag t
                 where t.pacticipant_id = ? and t.name = ?
                   and pp.consumer_version_id = t.version_id and pp.provider_id = ?""", consumerId, tag, providerId);
    }

    /** Deletes the publications of a pair whose version is on the branch. */
    @Transactional
    void deleteOfBranch(long providerId, long consumerId, String branch) {
        database.update("""
                delete from pact_publication pp
                 using branch b, branch_version bv
                 where b.pacticipant_id = ? and b.name = ? and bv.branch_id = b.id
                   and pp.consumer_version_id = bv.version_id and pp.provider_id = ?""", consumerId, branch, providerId);
    }
}
