package dev.accord.broker.dashboard;

import dev.accord.broker.dashboard.DashboardQueries.Head;
import dev.accord.broker.pacticipant.Pacticipants;
import dev.accord.broker.platform.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the latest pacts of integrations, with their latest results. */
@ApplicationScoped
public class Dashboard {

    private final DashboardQueries queries;
    private final Pacticipants pacticipants;

    Dashboard(DashboardQueries queries, Pacticipants pacticipants) {
        this.queries = queries;
        this.pacticipants = pacticipants;
    }

    /** Which pacts a view shows. */
    public enum View {
        /** The latest pact of each consumer branch. */
        BRANCH(EnumSet.of(Head.BRANCH)),
        /** The latest pact with each consumer tag. */
        TAG(EnumSet.of(Head.TAG)),
        /** The pacts whose consumer version is deployed or released now. */
        ENVIRONMENT(EnumSet.of(Head.ENVIRONMENT)),
        /** The latest pact of each integration. */
        OVERALL(EnumSet.of(Head.OVERALL)),
        /** The latest pact of each integration and with each tag, and those in environments. */
        HEADS(EnumSet.of(Head.OVERALL, Head.TAG, Head.ENVIRONMENT)),
        /** All of the above. */
        ALL(EnumSet.allOf(Head.class));

        private final Set<Head> heads;

        View(Set<Head> heads) {
            this.heads = heads;
        }

        /** The view of a query parameter's value; any other value is {@link #ALL}. */
        public static View of(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "branch" -> BRANCH;
                case "tag" -> TAG;
                case "environment" -> ENVIRONMENT;
                default -> ALL;
            };
        }
    }

    /** A page of all integrations' pacts, by consumer, newest version first, by provider. One statement. */
    public List<DashboardItem> all(View view, Paging paging) {
        return queries.find(null, null, List.of(), view.heads, paging);
    }

    /**
     * The same for the integrations where a name, or a name for people, of either side contains one of the terms,
     * ignoring case; all integrations for no terms. One statement.
     */
    public List<DashboardItem> search(List<String> terms, View view, Paging paging) {
        return queries.find(null, null, terms, view.heads, paging);
    }

    /**
     * A page of one integration's pacts, newest version first. Three statements.
     *
     * @throws dev.accord.broker.problem.ProblemException 404 for an unknown name
     */
    public List<DashboardItem> of(String provider, String consumer, View view, Paging paging) {
        long providerId = pacticipants.get(provider, "provider").id();
        long consumerId = pacticipants.get(consumer, "consumer").id();
        return queries.find(consumerId, providerId, List.of(), view.heads, paging);
    }
}
