package dev.accord.broker.impact;

import dev.accord.broker.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** What counts of a provider and its consumers now: what is deployed or released anywhere, and the heads of main branches. */
@ApplicationScoped
class InUseQueries {

    /** The versions of one pacticipant that are in use; takes its key three times. */
    private static final String IN_USE = """
            (select d.version_id, d.environment_id
               from deployed_version d
              where d.pacticipant_id = %s and d.undeployed_at is null
              union
             select r.version_id, r.environment_id
               from released_version r
              where r.pacticipant_id = %s and r.support_ended_at is null
                and r.environment_id in (select id from environment)
              union all
             (select bv.version_id, cast(null as bigint)
                from pacticipant m
                join branch b on b.pacticipant_id = m.id and b.name = m.main_branch
                join branch_version bv on bv.branch_id = b.id
               where m.id = %s
               order by bv.id desc
               limit 1))""";

    private final Database database;

    InUseQueries(Database database) {
        this.database = database;
    }

    /**
     * A document in use.
     *
     * @param place   name of the environment, or empty for the head of the main branch
     * @param version number of the provider version
     */
    record Document(String place, String version, long documentId) {}

    /**
     * A pact in use.
     *
     * @param place   name of the environment, or empty for the head of the main branch
     * @param version number of the consumer version
     */
    record Consumer(String place, String name, String version, long pactVersionId) {}

    /** The documents of a provider's versions in use, by place and newest first. One statement. */
    List<Document> documents(long providerId) {
        return database.list(
                """
                select coalesce(e.name, '') as place, v.number, c.document_id
                  from %s there
                  join provider_contract c on c.version_id = there.version_id and c.current
                  join version v on v.id = there.version_id
                  left join environment e on e.id = there.environment_id
                 order by place, v.id desc""".formatted(IN_USE.replace("%s", "?")),
                row -> new Document(row.text("place"), row.text("number"), row.number("document_id")),
                providerId,
                providerId,
                providerId);
    }

    /** The newest document of the main branch before a version; empty when there is none. One statement. */
    Optional<Document> before(long providerId, long versionId) {
        return database.first(
                """
                select v.number, c.document_id
                  from pacticipant m
                  join branch b on b.pacticipant_id = m.id and b.name = m.main_branch
                  join branch_version bv on bv.branch_id = b.id
                  join version v on v.id = bv.version_id
                  join provider_contract c on c.version_id = v.id and c.current
                 where m.id = ? and v.id <> ?
                 order by bv.id desc
                 limit 1""", row -> new Document("", row.text("number"), row.number("document_id")), providerId, versionId);
    }

    /** The pacts of the provider's consumers' versions in use, by place, consumer and newest first. One statement. */
    List<Consumer> consumers(long providerId) {
        return database.list(
                """
                select coalesce(e.name, '') as place, p.name, v.number, pp.pact_version_id
                  from integration i
                  join pacticipant p on p.id = i.consumer_id
                 cross join lateral %s there
                  join pact_publication pp
                    on pp.consumer_version_id = there.version_id and pp.provider_id = i.provider_id and pp.current
                  join version v on v.id = there.version_id
                  left join environment e on e.id = there.environment_id
                 where i.provider_id = ?
                 order by place, p.name, v.id desc""".formatted(IN_USE.replace("%s", "i.consumer_id")),
                row -> new Consumer(
                        row.text("place"), row.text("name"), row.text("number"), row.number("pact_version_id")),
                providerId);
    }
}
