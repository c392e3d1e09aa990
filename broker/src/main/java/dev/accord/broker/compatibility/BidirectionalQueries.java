package dev.accord.broker.compatibility;

import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is stored of a consumer version and a provider version side by side. */
@ApplicationScoped
class BidirectionalQueries {

    private final Database database;

    BidirectionalQueries(Database database) {
        this.database = database;
    }

    /**
     * A pact and a document that meet.
     *
     * @param sha          of the pact content
     * @param contentType  of the document
     * @param selfVerified outcome of the provider's own check, or null
     * @param verdict      of the comparison, or null while it has not been worked out
     * @param findings     JSON array, or null likewise
     */
    record Meeting(
            ContentPair pair,
            String sha,
            String contentType,
            @Nullable Boolean selfVerified,
            @Nullable String verifier,
            @Nullable String verifierVersion,
            @Nullable String results,
            @Nullable String verdict,
            @Nullable String findings,
            Instant pactPublishedAt,
            Instant documentPublishedAt) {}

    /** The meeting of two versions, or empty when one of them has nothing to compare. One statement. */
    Optional<Meeting> find(String provider, String providerVersion, String consumer, String consumerVersion) {
        return database.first(
                """
                select pp.pact_version_id, c.document_id, pv.sha, c.content_type, c.self_verified, c.verifier,
                       c.verifier_version, c.results, k.verdict, k.findings,
                       pp.created_at as pact_published_at, c.created_at as document_published_at
                  from pacticipant p
                  join version v on v.pacticipant_id = p.id and v.number = ?
                  join provider_contract c on c.version_id = v.id and c.current
                  join pacticipant w on w.workspace_id = p.workspace_id and w.name = ?
                  join version cv on cv.pacticipant_id = w.id and cv.number = ?
                  join pact_publication pp on pp.consumer_version_id = cv.id and pp.provider_id = p.id and pp.current
                  join pact_version pv on pv.id = pp.pact_version_id
                  left join compatibility k on k.pact_version_id = pp.pact_version_id
                                           and k.document_id = c.document_id and k.algorithm = ?
                 where p.workspace_id = ? and p.name = ?""",
                row -> new Meeting(
                        new ContentPair(row.number("pact_version_id"), row.number("document_id")),
                        row.text("sha"),
                        row.text("content_type"),
                        row.flagOrNull("self_verified"),
                        row.textOrNull("verifier"),
                        row.textOrNull("verifier_version"),
                        row.textOrNull("results"),
                        row.textOrNull("verdict"),
                        row.textOrNull("findings"),
                        row.instant("pact_published_at"),
                        row.instant("document_published_at")),
                providerVersion,
                consumer,
                consumerVersion,
                Compatibilities.ALGORITHM,
                Workspace.DEFAULT,
                provider);
    }
}
