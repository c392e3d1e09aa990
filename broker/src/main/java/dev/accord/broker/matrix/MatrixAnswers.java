package dev.accord.broker.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.matrix.decision.Selector;
import dev.accord.broker.pacticipant.Pacticipants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The matrix as the API answers it, for other features to show. */
@ApplicationScoped
public class MatrixAnswers {

    private final Matrix matrix;
    private final Pacticipants pacticipants;

    MatrixAnswers(Matrix matrix, Pacticipants pacticipants) {
        this.matrix = matrix;
        this.pacticipants = pacticipants;
    }

    /**
     * The answer of {@code /matrix} to a query string.
     *
     * @throws dev.accord.broker.problem.ProblemException 400 when the query does not fit
     */
    public JsonNode ofQuery(String rawQuery, BrokerUrls urls) {
        return MatrixDocument.of(urls, matrix.answer(MatrixQueries.selectorsAndOptions(NestedQuery.parse(rawQuery))));
    }

    /**
     * The rows between two pacticipants.
     *
     * @throws dev.accord.broker.problem.ProblemException 404 for an unknown name
     */
    public JsonNode ofPair(String provider, String consumer, String rawQuery, BrokerUrls urls) {
        pacticipants.get(consumer, "consumer");
        pacticipants.get(provider, "provider");
        MatrixQuery query = MatrixQueries.optionsOnly(NestedQuery.parse(rawQuery))
                .about(List.of(Selector.every(consumer), Selector.every(provider)));
        return MatrixDocument.of(urls, matrix.answer(query));
    }
}
