package dev.accord.broker.integration;

import dev.accord.broker.pacticipant.Pacticipants;
import dev.accord.broker.platform.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Finds integrations for other features. */
@ApplicationScoped
public class Integrations {

    private final IntegrationQueries queries;
    private final Pacticipants pacticipants;

    Integrations(IntegrationQueries queries, Pacticipants pacticipants) {
        this.queries = queries;
        this.pacticipants = pacticipants;
    }

    /** All integrations, the one with the newest contract or result first. One statement. */
    public List<Integration> all() {
        return queries.list(null, Optional.empty());
    }

    /** Integrations where a name contains the text, if given, newest first, a page of them. One statement. */
    public List<Integration> list(Optional<String> text, Optional<Paging> paging) {
        return queries.list(text.orElse(null), paging);
    }

    /** How many {@link #list} finds on all pages. One statement. */
    public long count(Optional<String> text) {
        return queries.count(text.orElse(null));
    }

    /**
     * What a pacticipant is connected with, see {@link Network#group}. Two statements.
     *
     * @throws dev.accord.broker.problem.ProblemException 404 for an unknown name
     */
    public List<Integration> connectedTo(String pacticipant, int maxPacticipants) {
        return Network.group(all(), pacticipants.get(pacticipant).id(), maxPacticipants);
    }
}
