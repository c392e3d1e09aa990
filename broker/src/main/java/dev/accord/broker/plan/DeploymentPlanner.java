package dev.accord.broker.plan;

import dev.accord.broker.plan.DeploymentPlan.Constraint;
import dev.accord.broker.plan.DeploymentPlan.Pair;
import dev.accord.broker.plan.DeploymentPlan.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds a safe order. For each integration whose both sides change, the two intermediate states are judged: the new
 * consumer beside the old provider, and the old consumer beside the new provider. A state that is not known to work
 * binds the order; where bindings run in a circle, the members of the circle go together, and these groups are the
 * smallest possible ones. Linear in the number of integrations.
 */
public final class DeploymentPlanner {

    /**
     * An integration between two pacticipants, of which at least one changes.
     *
     * @param consumer name
     * @param provider name
     */
    public record Integration(String consumer, String provider) {}

    /** What is known of two versions that would stand side by side. */
    @FunctionalInterface
    public interface Knowledge {
        /**
         * Tells whether the consumer version can live with the provider version; with an empty provider version: whether
         * it can live without the provider.
         */
        Compatible of(Pair pair);
    }

    /**
     * What is in an environment and what is wanted there.
     *
     * @param wanted       version number by pacticipant
     * @param current      version numbers that are there now, by pacticipant; absent or empty: none
     * @param integrations those with a wanted pacticipant on at least one side
     */
    public record Situation(
            Map<String, String> wanted, Map<String, List<String>> current, List<Integration> integrations) {
        /** Copies the collections. */
        public Situation {
            wanted = Map.copyOf(wanted);
            current = Map.copyOf(current);
            integrations = List.copyOf(integrations);
        }

        private List<String> now(String pacticipant) {
            return current.getOrDefault(pacticipant, List.of());
        }

        /** What stays or will be there in the end. */
        private List<String> inTheEnd(String pacticipant) {
            String version = wanted.get(pacticipant);
            return version == null ? now(pacticipant) : List.of(version);
        }
    }

    private final Situation situation;
    private final Knowledge knowledge;
    private final List<Constraint> constraints = new ArrayList<>();

    private DeploymentPlanner(Situation situation, Knowledge knowledge) {
        this.situation = situation;
        this.knowledge = knowledge;
    }

    /** Works out the plan; the same question always has the same answer. */
    public static DeploymentPlan plan(Situation situation, Knowledge knowledge) {
        return new DeploymentPlanner(situation, knowledge).plan();
    }

    private DeploymentPlan plan() {
        List<Pair> broken = new ArrayList<>();
        List<Pair> unproven = new ArrayList<>();
        for (Integration integration : situation.integrations()) {
            for (Pair pair : pairs(
                    integration,
                    situation.inTheEnd(integration.consumer()),
                    situation.inTheEnd(integration.provider()))) {
                switch (knowledge.of(pair)) {
                    case NO -> broken.add(pair);
                    case UNKNOWN -> unproven.add(pair);
                    case YES -> {}
                }
            }
        }
        if (!broken.isEmpty() || !unproven.isEmpty()) {
            return new DeploymentPlan.Impossible(broken, unproven);
        }
        situation.integrations().forEach(this::bind);
        return new DeploymentPlan.InOrder(steps());
    }

    private void bind(Integration integration) {
        String consumer = integration.consumer();
        String provider = integration.provider();
        String newConsumer = situation.wanted().get(consumer);
        String newProvider = situation.wanted().get(provider);
        if (newConsumer == null || newProvider == null || consumer.equals(provider)) {
            return;
        }
        // The new consumer beside what is there of the provider now, then the other way round.
        pairs(integration, List.of(newConsumer), situation.now(provider))
                .forEach(pair -> bindUnlessKnown(pair, provider, consumer));
        pairs(integration, situation.now(consumer), List.of(newProvider))
                .forEach(pair -> bindUnlessKnown(pair, consumer, provider));
    }

    private void bindUnlessKnown(Pair pair, String earlier, String later) {
        Compatible known = knowledge.of(pair);
        if (known != Compatible.YES) {
            boolean unproven =
                    known == Compatible.UNKNOWN && !pair.providerVersion().isEmpty();
            constraints.add(new Constraint(earlier, later, pair, unproven));
        }
    }

    private static List<Pair> pairs(Integration integration, List<String> consumers, List<String> providers) {
        List<Pair> pairs = new ArrayList<>();
        for (String consumer : consumers) {
            for (String provider : providers.isEmpty() ? List.of("") : providers) {
                pairs.add(new Pair(integration.consumer(), consumer, integration.provider(), provider));
            }
        }
        return pairs;
    }

    private List<Step> steps() {
        List<String> names = new ArrayList<>(new TreeSet<>(situation.wanted().keySet()));
        Map<String, List<String>> after = new LinkedHashMap<>();
        names.forEach(name -> after.put(name, new ArrayList<>()));
        for (Constraint constraint : constraints) {
            after.getOrDefault(constraint.earlier(), new ArrayList<>()).add(constraint.later());
        }
        Map<String, Integer> groupOf = new Groups(names, after).find();
        TreeMap<Integer, TreeSet<String>> members = new TreeMap<>(Comparator.reverseOrder());
        groupOf.forEach((name, group) ->
                members.computeIfAbsent(group, g -> new TreeSet<>()).add(name));
        Map<Integer, List<Constraint>> reasons = new HashMap<>();
        for (Constraint constraint : constraints) {
            Integer group = groupOf.get(constraint.later());
            if (group != null) {
                reasons.computeIfAbsent(group, g -> new ArrayList<>()).add(constraint);
            }
        }
        return members.entrySet().stream()
                .map(entry -> new Step(List.copyOf(entry.getValue()), reasons.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }
}
