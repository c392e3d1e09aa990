package dev.accord.broker.matrix;

import dev.accord.broker.compatibility.Compatibilities;
import dev.accord.broker.compatibility.ContentPair;
import dev.accord.broker.impact.Impacts;
import dev.accord.broker.matrix.decision.Decider;
import dev.accord.broker.matrix.decision.Decision;
import dev.accord.broker.matrix.decision.Destination;
import dev.accord.broker.matrix.decision.LatestBy;
import dev.accord.broker.matrix.decision.Outcome;
import dev.accord.broker.matrix.decision.Question;
import dev.accord.broker.matrix.decision.Resolution;
import dev.accord.broker.matrix.decision.Row;
import dev.accord.broker.matrix.decision.Rows;
import dev.accord.broker.matrix.decision.Selector;
import dev.accord.broker.matrix.decision.VersionRef;
import dev.accord.broker.platform.Database;
import dev.accord.broker.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Answers questions of the matrix from one snapshot of the database. Four statements (five when a single selection has no
 * destination), and at most eight more when the destination is an environment, whatever the number of versions, pacts,
 * results and environments.
 */
@ApplicationScoped
public class Matrix {

    private final Database database;
    private final Resolver resolver;
    private final IntegrationQueries integrations;
    private final RowQueries rowQueries;
    private final VersionFactsQueries facts;
    private final Compatibilities compatibilities;
    private final Impacts impacts;
    private final Gates gates;

    Matrix(
            Database database,
            Resolver resolver,
            IntegrationQueries integrations,
            RowQueries rowQueries,
            VersionFactsQueries facts,
            Compatibilities compatibilities,
            Impacts impacts,
            Gates gates) {
        this.database = database;
        this.resolver = resolver;
        this.integrations = integrations;
        this.rowQueries = rowQueries;
        this.facts = facts;
        this.compatibilities = compatibilities;
        this.impacts = impacts;
        this.gates = gates;
    }

    /**
     * Answers a query.
     *
     * @throws ProblemException 400 with a list when a selector names an unknown application, or the destination an unknown
     *     environment
     */
    MatrixAnswer answer(MatrixQuery query) {
        return afterComparing(() -> answerFromSnapshot(query));
    }

    /**
     * What nobody has compared yet is compared now, and the question is asked once more. It happens when a question brings
     * together contents that were not in use when they were published, or comes before the background is done.
     */
    private MatrixAnswer afterComparing(Supplier<MatrixAnswer> question) {
        MatrixAnswer answer = question.get();
        List<ContentPair> missing = new ArrayList<>();
        for (Row row : answer.rows().all()) {
            if (row.outcome() instanceof Outcome.Unverified unverified) {
                unverified.unclear().stream()
                        .filter(document -> !document.compared())
                        .forEach(document ->
                                missing.add(new ContentPair(row.pact().contentId(), document.documentId())));
            }
        }
        GateAnswer.Missing further = answer.gate().missing();
        if (missing.isEmpty() && further.nothing()) {
            return answer;
        }
        missing.addAll(further.pairs());
        compatibilities.complete(missing);
        impacts.complete(further.impacts());
        impacts.completeChanges(further.changes());
        return question.get();
    }

    private MatrixAnswer answerFromSnapshot(MatrixQuery query) {
        return database.consistently(() -> {
            Resolver.Resolved resolved = resolve(query);
            List<String> errors = new ArrayList<>();
            for (Resolution resolution : resolved.specified()) {
                if (resolution instanceof Resolution.NoPacticipant none) {
                    errors.add("Pacticipant " + none.selector().pacticipant() + " not found");
                }
            }
            String environment = query.destination().environment();
            if (environment != null && resolved.environmentId() == null) {
                errors.add("Environment with name '" + environment + "' does not exist");
            }
            if (!errors.isEmpty()) {
                throw ProblemException.list(errors);
            }
            return answer(query, resolved);
        });
    }

    /**
     * Answers a query whose selector and environment come from the path.
     *
     * @throws ProblemException 404 when the application, the version or the environment does not exist
     */
    MatrixAnswer answerOrNotFound(MatrixQuery query) {
        return afterComparing(() -> answerFromSnapshotOrNotFound(query));
    }

    private MatrixAnswer answerFromSnapshotOrNotFound(MatrixQuery query) {
        return database.consistently(() -> {
            Resolver.Resolved resolved = resolve(query);
            boolean noEnvironment = query.destination().environment() != null && resolved.environmentId() == null;
            if (noEnvironment || resolved.specified().stream().anyMatch(Resolution::missing)) {
                throw ProblemException.notFound();
            }
            return answer(query, resolved);
        });
    }

    /**
     * May the latest version from a branch be deployed to an environment?
     *
     * @throws ProblemException 404 when the version or the environment does not exist
     */
    public Decision branchToEnvironment(String pacticipant, String branch, String environment) {
        return answerOrNotFound(branchQuery(pacticipant, branch, environment)).decision();
    }

    /**
     * May the latest version with a tag be deployed with the latest versions with another?
     *
     * @throws ProblemException 404 when the version does not exist
     */
    public Decision tagToTag(String pacticipant, String tag, String to) {
        return answerOrNotFound(tagQuery(pacticipant, tag, to)).decision();
    }

    /** May a version be merged: does it work with the latest versions from the main branches of the others? */
    public Decision canIMerge(String pacticipant, String version) {
        return answer(MatrixQuery.deploy(
                        Selector.version(pacticipant, version), List.of(), new Destination(true, null, null, true)))
                .decision();
    }

    static MatrixQuery branchQuery(String pacticipant, String branch, String environment) {
        return MatrixQuery.deploy(
                new Selector(pacticipant, null, branch, null, null, true, false),
                List.of(),
                new Destination(false, null, environment, false));
    }

    static MatrixQuery tagQuery(String pacticipant, String tag, String to) {
        return MatrixQuery.deploy(
                new Selector(pacticipant, null, null, tag, null, true, false),
                List.of(),
                new Destination(true, to, null, false));
    }

    private Resolver.Resolved resolve(MatrixQuery query) {
        return resolver.resolve(
                query.selectors(), query.ignored(), query.destination().environment());
    }

    private MatrixAnswer answer(MatrixQuery query, Resolver.Resolved resolved) {
        IntegrationQueries.Touched touched =
                integrations.find(resolved.specified(), query.destination(), resolved.environmentId());
        Question question = new Question(
                resolved.specified(),
                touched.inferred(),
                resolved.ignored(),
                touched.integrations(),
                query.destination().named());
        LatestBy latestBy = query.latestBy();
        List<Row> found = rowQueries.find(
                question.specified(), question.selected(), new RowQueries.Extent(latestBy == null, query.limit()));
        Rows rows = Rows.of(found, latestBy, query.successes(), question.ignored());
        Gates.Scope scope = gates.scope(question, resolved.environmentId());
        Set<Long> ids = versions(rows);
        ids.addAll(scope.versionIds());
        Map<Long, VersionFacts> standing = facts.of(ids);
        GateAnswer gate = gates.gate(question, rows, query.destination().environment(), scope, standing);
        return new MatrixAnswer(Decider.decide(question, rows, places(standing), gate.gate()), rows, standing, gate);
    }

    private static Set<Long> versions(Rows rows) {
        Set<Long> ids = new LinkedHashSet<>();
        for (Row row : rows.all()) {
            ids.add(row.consumerVersion().id());
            VersionRef provider = row.outcome().providerVersion();
            if (provider != null) {
                ids.add(provider.id());
            }
        }
        return ids;
    }

    private static Map<Long, List<String>> places(Map<Long, VersionFacts> standing) {
        Map<Long, List<String>> places = new HashMap<>();
        standing.forEach((id, facts) -> places.put(
                id,
                facts.environments().stream()
                        .map(VersionFacts.Place::displayName)
                        .toList()));
        return places;
    }
}
