package dev.accord.broker.matrix;

import dev.accord.broker.acceptance.Acceptance;
import dev.accord.broker.acceptance.Acceptances;
import dev.accord.broker.impact.Background;
import dev.accord.broker.impact.Impacts;
import dev.accord.broker.matrix.GateQueries.Candidate;
import dev.accord.broker.matrix.GateQueries.Revision;
import dev.accord.broker.matrix.decision.Gate;
import dev.accord.broker.matrix.decision.Lack;
import dev.accord.broker.matrix.decision.Question;
import dev.accord.broker.matrix.decision.Resolution;
import dev.accord.broker.matrix.decision.Row;
import dev.accord.broker.matrix.decision.Rows;
import dev.accord.broker.matrix.decision.Standing;
import dev.accord.broker.matrix.decision.Standings;
import dev.accord.broker.matrix.decision.Waiver;
import dev.accord.broker.policy.EnvironmentPolicy;
import dev.accord.broker.policy.Policies;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what is known of a destination beside the rows: what is there now, what the change of documents does to whom, what
 * was accepted, what is demanded. At most eight statements, whatever the number of versions, consumers and environments; two
 * when no version that is to go there has a document and nothing is demanded.
 */
@ApplicationScoped
class Gates {

    private final GateQueries queries;
    private final Impacts impacts;
    private final Acceptances acceptances;
    private final Policies policies;
    private final Background background;

    Gates(GateQueries queries, Impacts impacts, Acceptances acceptances, Policies policies, Background background) {
        this.queries = queries;
        this.impacts = impacts;
        this.acceptances = acceptances;
        this.policies = policies;
        this.background = background;
    }

    /**
     * Which versions a question is about beside those of the rows.
     *
     * @param revisions  specified versions with a document, each beside what is there now
     * @param candidates consumers' versions that may be affected elsewhere
     */
    record Scope(List<Revision> revisions, List<Candidate> candidates) {

        static final Scope NONE = new Scope(List.of(), List.of());

        /** Keys of the candidates' versions. */
        Set<Long> versionIds() {
            Set<Long> ids = new LinkedHashSet<>();
            candidates.forEach(candidate -> ids.add(candidate.version().id()));
            return ids;
        }
    }

    /** What a question to an environment is about. At most two statements; none without an environment. */
    Scope scope(Question question, @Nullable Long environmentId) {
        if (environmentId == null) {
            return Scope.NONE;
        }
        List<Revision> revisions = queries.revisions(specified(question), environmentId);
        if (revisions.isEmpty()) {
            return Scope.NONE;
        }
        List<Candidate> candidates = queries.candidates(revisions).stream()
                .filter(candidate -> !isNamed(question, candidate.consumerId()))
                .toList();
        return new Scope(revisions, candidates);
    }

    /** A consumer that goes along stands in the rows; one that is ignored is not asked about. */
    private static boolean isNamed(Question question, long consumerId) {
        return question.specified().stream().anyMatch(choice -> choice.concerns(consumerId))
                || question.ignored().stream()
                        .anyMatch(choice -> choice instanceof Resolution.Every every && every.concerns(consumerId));
    }

    private static List<Long> specified(Question question) {
        return question.specified().stream()
                .filter(choice -> !question.ignores(choice))
                .flatMap(choice -> choice instanceof Resolution.Found found
                        ? java.util.stream.Stream.of(found.version().id())
                        : java.util.stream.Stream.empty())
                .distinct()
                .toList();
    }

    /**
     * What is known of the destination. At most six statements; none without an environment.
     *
     * @param environment name of the destination, or null
     * @param facts       of the versions in rows and scope, by version id
     */
    GateAnswer gate(
            Question question, Rows rows, @Nullable String environment, Scope scope, Map<Long, VersionFacts> facts) {
        if (environment == null) {
            return GateAnswer.NONE;
        }
        EnvironmentPolicy policy = policies.ofEnvironment(environment).orElse(EnvironmentPolicy.NONE);
        List<Lack> lacks = policies.lacking(policy, specified(question)).stream()
                .map(lack -> new Lack(lack.pacticipant(), lack.version(), lack.failed(), lack.sentence()))
                .toList();
        GateAnswer answer =
                new GateBuilder(queries, impacts, environment, scope, facts).build(rows, policy.warningsBlock(), lacks);
        if (answer.waiting()) {
            scope.revisions()
                    .forEach(revision -> background.leave(
                            revision.providerId(),
                            List.of(revision.documentId()),
                            scope.candidates().stream()
                                    .map(Candidate::pactVersionId)
                                    .distinct()
                                    .toList()));
        }
        return answer.with(waivers(rows, answer.gate(), environment));
    }

    /** Acceptances are looked up only when there is something to accept. */
    private List<Waiver> waivers(Rows rows, Gate gate, String environment) {
        Set<Long> providers = new LinkedHashSet<>();
        for (Row row : rows.considered()) {
            if (Standings.of(row, gate).kind() == Standing.Kind.REFUSED) {
                providers.add(row.providerId());
            }
        }
        return providers.isEmpty()
                ? List.of()
                : acceptances.valid(providers, environment).stream()
                        .map(Gates::waiver)
                        .toList();
    }

    private static Waiver waiver(Acceptance acceptance) {
        return new Waiver(
                acceptance.uuid(),
                acceptance.consumer(),
                acceptance.provider(),
                acceptance.code(),
                acceptance.operation(),
                acceptance.location(),
                acceptance.reason(),
                acceptance.acceptedBy(),
                acceptance.expiresAt());
    }
}
