package dev.accord.broker.plan;

import dev.accord.broker.compatibility.Compatibilities;
import dev.accord.broker.compatibility.ContentPair;
import dev.accord.broker.plan.DeploymentPlan.Pair;
import dev.accord.broker.plan.DeploymentPlanner.Integration;
import dev.accord.broker.plan.DeploymentPlanner.Situation;
import dev.accord.broker.plan.PlanQueries.Known;
import dev.accord.broker.plan.PlanQueries.Meeting;
import dev.accord.broker.plan.PlanQueries.Published;
import dev.accord.broker.platform.Database;
import dev.accord.broker.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Answers in which order versions can go to an environment. Five statements, whatever the number of versions. */
@ApplicationScoped
public class DeploymentPlans {

    private final PlanQueries queries;
    private final Database database;
    private final Compatibilities compatibilities;

    DeploymentPlans(PlanQueries queries, Database database, Compatibilities compatibilities) {
        this.queries = queries;
        this.database = database;
        this.compatibilities = compatibilities;
    }

    /** A plan, and what was not compared when it was made. */
    private record Draft(DeploymentPlan plan, List<ContentPair> uncompared) {}

    /**
     * Works out the plan from one consistent view of the broker. Pacts and documents that nobody has compared yet are
     * compared now, and the plan is made once more.
     *
     * @param wanted version number by pacticipant name, at least one
     * @throws dev.accord.broker.problem.ProblemException 400 naming an environment, pacticipant or version that does not exist
     */
    public DeploymentPlan plan(String environment, Map<String, String> wanted) {
        Draft draft = draft(environment, wanted);
        if (draft.uncompared().isEmpty()) {
            return draft.plan();
        }
        compatibilities.complete(draft.uncompared());
        return draft(environment, wanted).plan();
    }

    private Draft draft(String environment, Map<String, String> wanted) {
        return database.consistently(() -> {
            Problems problems = new Problems();
            long environmentId = queries.environment(environment).orElse(-1L);
            if (environmentId < 0) {
                problems.add("environment", "with name '" + environment + "' does not exist");
            }
            List<Known> known = queries.wanted(wanted);
            check(wanted, known, problems);
            problems.throwIfAny();
            Facts facts = new Facts(known, queries.current(environmentId));
            facts.add(queries.publications(facts.versionIds()));
            List<ContentPair> uncompared = new ArrayList<>();
            for (PlanQueries.Verdict verdict : queries.verdicts(facts.meetings())) {
                facts.verdicts.put(verdict.meeting(), verdict.compatible());
                if (verdict.uncompared() != null) {
                    uncompared.add(new ContentPair(verdict.meeting().pactVersionId(), verdict.uncompared()));
                }
            }
            return new Draft(DeploymentPlanner.plan(facts.situation(), facts::of), uncompared);
        });
    }

    private static void check(Map<String, String> wanted, List<Known> known, Problems problems) {
        Map<String, Known> byName = new HashMap<>();
        known.forEach(version -> byName.put(version.pacticipant(), version));
        new TreeMap<>(wanted).forEach((name, number) -> {
            Known version = byName.get(name);
            if (version == null) {
                problems.add("versions", "pacticipant '" + name + "' does not exist");
            } else if (version.versionId() == 0) {
                problems.add("versions", "version '" + number + "' of '" + name + "' does not exist");
            }
        });
    }

    /** What was read, by the names and numbers that the planner speaks. */
    private static final class Facts {
        private final List<Known> wanted;
        private final List<Known> current;
        private final Map<Meeting, Compatible> verdicts = new HashMap<>();
        private final Map<String, Long> versionIds = new HashMap<>();
        private final Map<Long, Known> versions = new HashMap<>();
        private final Map<String, Long> contents = new HashMap<>();
        private final Set<Integration> integrations = new LinkedHashSet<>();
        private final Set<String> wantedNames = new LinkedHashSet<>();

        Facts(List<Known> wanted, List<Known> current) {
            this.wanted = wanted;
            this.current = current;
            wanted.forEach(version -> wantedNames.add(version.pacticipant()));
            for (List<Known> list : List.of(wanted, current)) {
                for (Known version : list) {
                    versionIds.put(version.pacticipant() + '\n' + version.number(), version.versionId());
                    versions.put(version.versionId(), version);
                }
            }
        }

        Set<Long> versionIds() {
            return versions.keySet();
        }

        void add(List<Published> publications) {
            for (Published published : publications) {
                String consumer = Objects.requireNonNull(versions.get(published.consumerVersionId()))
                        .pacticipant();
                contents.put(published.consumerVersionId() + "\n" + published.provider(), published.pactVersionId());
                if (wantedNames.contains(consumer) || wantedNames.contains(published.provider())) {
                    integrations.add(new Integration(consumer, published.provider()));
                }
            }
        }

        List<Meeting> meetings() {
            Set<Meeting> meetings = new LinkedHashSet<>();
            Map<String, List<Known>> byName = new HashMap<>();
            versions.values()
                    .forEach(version -> byName.computeIfAbsent(version.pacticipant(), name -> new ArrayList<>())
                            .add(version));
            for (Integration integration : integrations) {
                for (Known consumer : byName.getOrDefault(integration.consumer(), List.of())) {
                    Long content = contents.get(consumer.versionId() + "\n" + integration.provider());
                    if (content != null) {
                        byName.getOrDefault(integration.provider(), List.of())
                                .forEach(provider -> meetings.add(new Meeting(content, provider.versionId())));
                    }
                }
            }
            return List.copyOf(meetings);
        }

        Situation situation() {
            Map<String, String> goals = new HashMap<>();
            wanted.forEach(version -> goals.put(version.pacticipant(), version.number()));
            Map<String, List<String>> now = new HashMap<>();
            current.forEach(version -> now.computeIfAbsent(version.pacticipant(), name -> new ArrayList<>())
                    .add(version.number()));
            return new Situation(goals, now, List.copyOf(integrations));
        }

        Compatible of(Pair pair) {
            Long consumer = versionIds.get(pair.consumer() + '\n' + pair.consumerVersion());
            Long content = contents.get(consumer + "\n" + pair.provider());
            if (content == null) {
                return Compatible.YES;
            }
            Long provider = versionIds.get(pair.provider() + '\n' + pair.providerVersion());
            return provider == null
                    ? Compatible.UNKNOWN
                    : verdicts.getOrDefault(new Meeting(content, provider), Compatible.UNKNOWN);
        }
    }
}
