package dev.accord.broker.contract;

import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists pacts without their contents. One statement each; what is "latest" is found by index, consumer by consumer. */
@ApplicationScoped
class PactListQueries {

    private static final String COLUMNS = """
            select c.name as consumer, p.name as provider, v.number as version, pp.created_at
              from integration i
              join pacticipant c on c.id = i.consumer_id
              join pacticipant p on p.id = i.provider_id
            """;
    private static final String VERSION = """
              join version v on v.id = pp.consumer_version_id
             where i.workspace_id = ?
            """;
    private static final String BY_NAME = """
             order by lower(c.name) collate "C", lower(p.name) collate "C", pp.consumer_version_id
            """;

    private final Database database;

    PactListQueries(Database database) {
        this.database = database;
    }

    /** The latest pact of every pair, by the names of consumer and provider. */
    List<ListedPact> latest() {
        return list(new PactSelection.Latest(), null, null, BY_NAME);
    }

    /** Pacts of a provider, by the names of the consumers and the order of their versions. */
    List<ListedPact> ofProvider(long providerId, PactSelection selection) {
        return list(selection, providerId, null, BY_NAME);
    }

    /** Pacts of a pair, oldest version first. */
    List<ListedPact> ofPair(long providerId, long consumerId, PactSelection selection) {
        return list(selection, providerId, consumerId, BY_NAME);
    }

    /** Pacts of a pair, newest version first. */
    List<ListedPact> ofPairNewestFirst(long providerId, long consumerId, PactSelection selection) {
        return list(selection, providerId, consumerId, " order by pp.consumer_version_id desc");
    }

    private List<ListedPact> list(
            PactSelection selection, @Nullable Long providerId, @Nullable Long consumerId, String order) {
        List<@Nullable Object> parameters = new ArrayList<>();
        StringBuilder sql = new StringBuilder(COLUMNS).append(publications(selection));
        switch (selection) {
            case PactSelection.Tagged tagged -> parameters.add(tagged.tag());
            case PactSelection.LatestTagged tagged -> parameters.add(tagged.tag());
            case PactSelection.OfBranch ofBranch -> parameters.add(ofBranch.branch());
            case PactSelection.HeadOfBranch head -> parameters.add(head.branch());
            case PactSelection.All _,
                    PactSelection.Latest _,
                    PactSelection.OfMainBranch _,
                    PactSelection.HeadOfMainBranch _ -> {}
        }
        sql.append(VERSION);
        parameters.add(Workspace.DEFAULT);
        if (providerId != null) {
            sql.append(" and i.provider_id = ?");
            parameters.add(providerId);
        }
        if (consumerId != null) {
            sql.append(" and i.consumer_id = ?");
            parameters.add(consumerId);
        }
        return database.list(sql.append(order).toString(), ListedPact::of, parameters.toArray());
    }

    /** Joins the publications {@code pp} of the pair {@code i}. */
    private static String publications(PactSelection selection) {
        return switch (selection) {
            case PactSelection.All _ -> """
                      join pact_publication pp
                        on pp.consumer_id = i.consumer_id and pp.provider_id = i.provider_id and pp.current
                    """;
            case PactSelection.Latest _ -> """
                      cross join lateral (
                           select x.consumer_version_id, x.created_at
                             from pact_publication x
                            where x.consumer_id = i.consumer_id and x.provider_id = i.provider_id and x.current
                            order by x.consumer_version_id desc
                            limit 1) pp
                    """;
            case PactSelection.Tagged _ -> """
                      join tag t on t.pacticipant_id = i.consumer_id and t.name = ?
                      join pact_publication pp
                        on pp.consumer_version_id = t.version_id and pp.provider_id = i.provider_id and pp.current
                    """;
            case PactSelection.LatestTagged _ -> """
                      cross join lateral (
                           select x.consumer_version_id, x.created_at
                             from tag t
                             join pact_publication x
                               on x.consumer_version_id = t.version_id and x.provider_id = i.provider_id and x.current
                            where t.pacticipant_id = i.consumer_id and t.name = ?
                            order by t.version_id desc
                            limit 1) pp
                    """;
            case PactSelection.OfBranch _ -> branch("b.name = ?");
            case PactSelection.OfMainBranch _ -> branch("b.name = c.main_branch");
            case PactSelection.HeadOfBranch _ -> head("b.name = ?");
            case PactSelection.HeadOfMainBranch _ -> head("b.name = c.main_branch");
        };
    }

    private static String branch(String condition) {
        return """
                  join branch b on b.pacticipant_id = i.consumer_id and %s
                  join branch_version bv on bv.branch_id = b.id
                  join pact_publication pp
                    on pp.consumer_version_id = bv.version_id and pp.provider_id = i.provider_id and pp.current
                """.formatted(condition);
    }

    private static String head(String condition) {
        return """
                  join branch b on b.pacticipant_id = i.consumer_id and %s
                 cross join lateral (
                       select bv.version_id
                         from branch_version bv
                        where bv.branch_id = b.id
                        order by bv.id desc
                        limit 1) head
                  join pact_publication pp
                    on pp.consumer_version_id = head.version_id and pp.provider_id = i.provider_id and pp.current
                """.formatted(condition);
    }
}
