package dev.accord.broker.verification;

import dev.accord.broker.pacticipant.Pacticipant;
import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Row;
import dev.accord.broker.platform.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds contents and their results by index; each method is one statement. */
@ApplicationScoped
class VerificationQueries {

    // the version that is named with a content: the one asked for, else the newest that has it now, else that ever had
    // it
    private static final String CONSUMER_VERSION = """
             cross join lateral (select coalesce((select n.number
                                                    from version n
                                                    join pact_publication pp on pp.consumer_version_id = n.id
                                                                            and pp.provider_id = pv.provider_id
                                                                            and pp.current
                                                   where n.pacticipant_id = pv.consumer_id
                                                     and n.number = any(cast(? as text[]))
                                                     and pp.pact_version_id = pv.id
                                                   order by n.id desc
                                                   limit 1),
                                                 (select n.number
                                                    from (select pp.consumer_version_id
                                                            from pact_publication pp
                                                           where pp.pact_version_id = pv.id
                                                             and pp.current
                                                           order by pp.consumer_version_id desc
                                                           limit 1) l
                                                    join version n on n.id = l.consumer_version_id),
                                                 (select n.number
                                                    from (select pp.consumer_version_id
                                                            from pact_publication pp
                                                           where pp.pact_version_id = pv.id
                                                           order by pp.consumer_version_id desc
                                                           limit 1) l
                                                    join version n on n.id = l.consumer_version_id)) as number) cv
            """;

    private static final String COLUMNS = """
            select r.id, p.name as provider, c.name as consumer, pv.sha, w.number as provider_version,
                   cv.number as consumer_version, r.success, r.created_at, r.build_url,
                   cast(r.verified_by as text) as verified_by, o.test_results
            """;

    private static final String DETAILS = """
              join version w on w.id = r.provider_version_id
              left join verification_output o on o.verification_id = r.id
            """;

    private static final String OF_PAIR = """
              from pacticipant p
              join pacticipant c on c.workspace_id = p.workspace_id and c.name = ?
              join pact_version pv on pv.consumer_id = c.id and pv.provider_id = p.id
            """;

    private final Database database;

    VerificationQueries(Database database) {
        this.database = database;
    }

    /**
     * A content that can be verified.
     *
     * @param id              key of the content
     * @param consumerVersion the newest consumer version that has it
     */
    record Content(long id, long consumerId, Pacticipant provider, String consumerVersion) {
        static Content of(Row row) throws SQLException {
            return new Content(
                    row.number("pact_version_id"),
                    row.number("consumer_id"),
                    Pacticipant.of(row),
                    row.text("consumer_version"));
        }
    }

    /** The content of a pair by its hash; empty when there is none or nobody publishes it any more. */
    Optional<Content> content(String provider, String consumer, String sha) {
        return database.first(
                "select " + Pacticipant.COLUMNS
                        + ", pv.id as pact_version_id, pv.consumer_id, cv.number as consumer_version\n" + OF_PAIR
                        + CONSUMER_VERSION
                        + " where p.workspace_id = ? and p.name = ? and pv.sha = ? and cv.number is not null",
                Content::of,
                consumer,
                List.<String>of(),
                Workspace.DEFAULT,
                provider,
                sha);
    }

    /**
     * The result with a number, if it is one of this content.
     *
     * @param versions consumer versions to name with it when they have the content
     */
    Optional<VerificationResult> result(
            String provider, String consumer, String sha, long number, List<String> versions) {
        return database.first(
                COLUMNS + OF_PAIR + " join verification r on r.pact_version_id = pv.id\n" + DETAILS + CONSUMER_VERSION
                        + " where p.workspace_id = ? and p.name = ? and pv.sha = ? and r.id = ?"
                        + " and cv.number is not null",
                VerificationResult::of,
                consumer,
                versions,
                Workspace.DEFAULT,
                provider,
                sha,
                number);
    }

    /** The newest result of a content. */
    Optional<VerificationResult> latestOfContent(String provider, String consumer, String sha) {
        return database.first(
                COLUMNS + OF_PAIR + newest("pv.id") + DETAILS + CONSUMER_VERSION
                        + " where p.workspace_id = ? and p.name = ? and pv.sha = ? and cv.number is not null",
                VerificationResult::of,
                consumer,
                List.<String>of(),
                Workspace.DEFAULT,
                provider,
                sha);
    }

    /** The newest result of the content that a consumer version has with the provider. */
    Optional<VerificationResult> latestOfVersion(String provider, String consumer, String version) {
        return latestOfPublication("""
                 cross join lateral (select pp.pact_version_id, n.number
                                       from version n
                                       join pact_publication pp on pp.consumer_version_id = n.id
                                                               and pp.provider_id = p.id
                                                               and pp.current
                                      where n.pacticipant_id = c.id
                                        and n.number = cast(? as text)) cv
                """, provider, consumer, version);
    }

    /**
     * The newest result of the latest pact of a pair, or of the latest one whose version has a tag.
     *
     * @param tag the tag, or null for the latest of all
     */
    Optional<VerificationResult> latestOfLatest(String provider, String consumer, @Nullable String tag) {
        String tagged = tag == null ? "" : " join tag t on t.version_id = pp.consumer_version_id and t.name = ?";
        return latestOfPublication("""
                 cross join lateral (select l.pact_version_id, n.number
                                       from (select pp.pact_version_id, pp.consumer_version_id
                                               from pact_publication pp
                """ + tagged + """

                                              where pp.consumer_id = c.id
                                                and pp.provider_id = p.id
                                                and pp.current
                                              order by pp.consumer_version_id desc
                                              limit 1) l
                                       join version n on n.id = l.consumer_version_id) cv
                """, provider, consumer, tag);
    }

    private Optional<VerificationResult> latestOfPublication(
            String publication, String provider, String consumer, @Nullable String parameter) {
        String sql =
                COLUMNS + """
              from pacticipant p
              join pacticipant c on c.workspace_id = p.workspace_id and c.name = ?
            """ + publication + " join pact_version pv on pv.id = cv.pact_version_id\n" + newest("pv.id")
                        + DETAILS + " where p.workspace_id = ? and p.name = ?";
        return parameter == null
                ? database.first(sql, VerificationResult::of, consumer, Workspace.DEFAULT, provider)
                : database.first(sql, VerificationResult::of, consumer, parameter, Workspace.DEFAULT, provider);
    }

    /**
     * What a consumer version has with one provider.
     *
     * @param result the newest result of the content, or null when nobody verified it
     */
    record WithProvider(String provider, @Nullable VerificationResult result) {}

    /**
     * For each provider of a consumer version its newest result, by provider name; empty when the version has no pacts,
     * absent when there is no such version.
     */
    Optional<List<WithProvider>> ofConsumerVersion(String consumer, String version) {
        // the left joins keep a version without pacts, as one row without provider
        List<WithProvider> rows = database.list(
                COLUMNS.replace("p.name as provider", "p.name as provider, p.id as provider_id")
                        + """
                  from pacticipant c
                  join version cw on cw.pacticipant_id = c.id
                  left join pact_publication pub on pub.consumer_version_id = cw.id and pub.current
                  left join pact_version pv on pv.id = pub.pact_version_id
                  left join pacticipant p on p.id = pub.provider_id
                  left join lateral (select n.id, n.success, n.created_at, n.build_url, n.verified_by,
                                            n.provider_version_id
                                       from verification n
                                      where n.pact_version_id = pv.id
                                      order by n.id desc
                                      limit 1) r on true
                  left join version w on w.id = r.provider_version_id
                  left join verification_output o on o.verification_id = r.id
                """
                        + CONSUMER_VERSION
                        + " where c.workspace_id = ? and c.name = ? and cw.number = ? order by lower(p.name), p.id",
                row -> new WithProvider(
                        row.numberOrNull("provider_id") == null ? "" : row.text("provider"),
                        row.numberOrNull("id") == null ? null : VerificationResult.of(row)),
                List.<String>of(),
                Workspace.DEFAULT,
                consumer,
                version);
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        rows.stream().filter(row -> !row.provider().isEmpty()).toList());
    }

    /** A tag of a provider version, and whether no later version has it. */
    record VersionTag(String name, boolean latest) {}

    /** The tags of a provider version, by name. */
    List<VersionTag> tags(String provider, String version) {
        return database.list(
                """
                select t.name,
                       not exists (select 1
                                     from tag l
                                    where l.pacticipant_id = t.pacticipant_id
                                      and l.name = t.name
                                      and l.version_id > t.version_id) as latest
                  from pacticipant p
                  join version v on v.pacticipant_id = p.id
                  join tag t on t.version_id = v.id
                 where p.workspace_id = ?
                   and p.name = ?
                   and v.number = ?
                 order by t.name""", row -> new VersionTag(row.text("name"), row.flag("latest")), Workspace.DEFAULT, provider, version);
    }

    private static String newest(String content) {
        return """
             cross join lateral (select n.id, n.success, n.created_at, n.build_url, n.verified_by, n.provider_version_id
                                   from verification n
                                  where n.pact_version_id = %s
                                  order by n.id desc
                                  limit 1) r
            """.formatted(content);
    }
}
