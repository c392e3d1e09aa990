package dev.accord.broker.badge;

import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Row;
import dev.accord.broker.platform.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;

/** Finds what badges are about. Each method is one statement. */
@ApplicationScoped
class BadgeQueries {

    /**
     * The latest pact of a pair, and the newest result of the newest consumer version whose content has any. Consumer
     * versions are walked from the newest and the walk ends at the first that was verified.
     */
    private static final String STANDING = """
            with pair as (
                select c.id as consumer_id, p.id as provider_id
                  from pacticipant c, pacticipant p
                 where c.workspace_id = ? and c.name = ? and p.workspace_id = ? and p.name = ?
            )
            select latest.pact_version_id as content_id, result.pact_version_id as verified_content,
                   coalesce(result.success, false) as success, coalesce(result.pact_pending, false) as pending
              from pair
             cross join lateral (
                   select pp.pact_version_id
                     from pact_publication pp
                    where pp.consumer_id = pair.consumer_id and pp.provider_id = pair.provider_id and pp.current
                      and %1$s
                    order by pp.consumer_version_id desc
                    limit 1) latest
              left join lateral (
                   select v.pact_version_id, v.success, v.pact_pending
                     from pact_publication pp
                    cross join lateral (
                          select r.pact_version_id, r.success, r.pact_pending
                            from verification r
                           where r.pact_version_id = pp.pact_version_id and %2$s
                           order by %3$s
                           limit 1) v
                    where pp.consumer_id = pair.consumer_id and pp.provider_id = pair.provider_id and pp.current
                      and %1$s
                    order by pp.consumer_version_id desc
                    limit 1) result on true""";

    private static final String TAGGED =
            "exists (select 1 from tag t where t.version_id = pp.consumer_version_id and t.name = ?)";
    private static final String UNTAGGED =
            "not exists (select 1 from tag t where t.version_id = pp.consumer_version_id)";
    private static final String BY_TAGGED_PROVIDER =
            "exists (select 1 from tag t where t.version_id = r.provider_version_id and t.name = ?)";

    private final Database database;

    BadgeQueries(Database database) {
        this.database = database;
    }

    /** How the latest pact of a pair stands. */
    Optional<PactBadge.Standing> latest(String consumer, String provider) {
        return standing(STANDING.formatted("true", "true", "r.id desc"), consumer, provider);
    }

    /** How the latest pact under a tag stands. */
    Optional<PactBadge.Standing> tagged(String consumer, String provider, String tag) {
        return standing(STANDING.formatted(TAGGED, "true", "r.id desc"), consumer, provider, tag, tag);
    }

    /** How the latest pact without any tag stands. */
    Optional<PactBadge.Standing> untagged(String consumer, String provider) {
        return standing(STANDING.formatted(UNTAGGED, "true", "r.id desc"), consumer, provider);
    }

    /** How the latest pact under a tag stands with the provider's versions under a tag of theirs. */
    Optional<PactBadge.Standing> taggedWithTagged(String consumer, String provider, String tag, String providerTag) {
        return standing(
                STANDING.formatted(TAGGED, BY_TAGGED_PROVIDER, "r.provider_version_id desc, r.id desc"),
                consumer,
                provider,
                tag,
                providerTag,
                tag);
    }

    /**
     * Which parts of a badge's address exist.
     *
     * @param mainVersion number of the latest version from the main branch, or of the latest with a tag of that name;
     *     empty when there is none
     */
    record Known(boolean pacticipant, boolean branch, Optional<String> mainVersion) {}

    /** Tells which of the names exist. */
    Known known(String pacticipant, String branch) {
        return database.first(
                        """
                        select exists (select 1 from branch b where b.pacticipant_id = p.id and b.name = ?) as branch,
                               coalesce(
                                   (select v.number
                                      from branch b
                                      join branch_version bv on bv.branch_id = b.id
                                      join version v on v.id = bv.version_id
                                     where b.pacticipant_id = p.id and b.name = p.main_branch
                                     order by bv.id desc limit 1),
                                   (select v.number
                                      from tag t
                                      join version v on v.id = t.version_id
                                     where t.pacticipant_id = p.id and t.name = p.main_branch
                                     order by t.version_id desc limit 1)) as main_version
                          from pacticipant p
                         where p.workspace_id = ? and p.name = ?""",
                        row -> new Known(true, row.flag("branch"), Optional.ofNullable(row.textOrNull("main_version"))),
                        branch,
                        Workspace.DEFAULT,
                        pacticipant)
                .orElse(new Known(false, false, Optional.empty()));
    }

    /** Whether an environment of this name exists. */
    boolean environmentExists(String name) {
        return database.one(
                "select exists (select 1 from environment where workspace_id = ? and name = ?) as known",
                row -> row.flag("known"),
                Workspace.DEFAULT,
                name);
    }

    private Optional<PactBadge.Standing> standing(String sql, String consumer, String provider, Object... criteria) {
        Object[] parameters = new Object[4 + criteria.length];
        parameters[0] = Workspace.DEFAULT;
        parameters[1] = consumer;
        parameters[2] = Workspace.DEFAULT;
        parameters[3] = provider;
        System.arraycopy(criteria, 0, parameters, 4, criteria.length);
        return database.first(sql, BadgeQueries::standing, parameters);
    }

    private static PactBadge.Standing standing(Row row) throws SQLException {
        return new PactBadge.Standing(
                row.number("content_id"),
                row.numberOrNull("verified_content"),
                row.flag("success"),
                row.flag("pending"));
    }
}
