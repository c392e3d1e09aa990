package dev.accord.broker.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accord.broker.plan.DeploymentPlan.Pair;
import dev.accord.broker.plan.DeploymentPlan.Step;
import dev.accord.broker.plan.DeploymentPlanner.Integration;
import dev.accord.broker.plan.DeploymentPlanner.Situation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class DeploymentPlannerTest {

    private final Map<Pair, Compatible> known = new HashMap<>();

    private Compatible knowledge(Pair pair) {
        return known.getOrDefault(pair, Compatible.UNKNOWN);
    }

    private void say(String consumerVersion, String providerVersion, Compatible compatible) {
        known.put(new Pair("web", consumerVersion, "users", providerVersion), compatible);
    }

    private DeploymentPlan webAndUsers() {
        return DeploymentPlanner.plan(
                new Situation(
                        Map.of("web", "2", "users", "2"),
                        Map.of("web", List.of("1"), "users", List.of("1")),
                        List.of(new Integration("web", "users"))),
                this::knowledge);
    }

    private static List<List<String>> order(DeploymentPlan plan) {
        assertThat(plan).isInstanceOf(DeploymentPlan.InOrder.class);
        return ((DeploymentPlan.InOrder) plan)
                .steps().stream().map(Step::members).toList();
    }

    @Test
    void aConsumerThatNeedsTheNewProviderComesAfterIt() {
        say("2", "2", Compatible.YES);
        say("2", "1", Compatible.NO);
        say("1", "2", Compatible.YES);

        assertThat(order(webAndUsers())).containsExactly(List.of("users"), List.of("web"));
    }

    @Test
    void aProviderThatDropsWhatTheOldConsumerNeedsComesAfterTheConsumer() {
        say("2", "2", Compatible.YES);
        say("2", "1", Compatible.YES);
        say("1", "2", Compatible.NO);

        assertThat(order(webAndUsers())).containsExactly(List.of("web"), List.of("users"));
    }

    @Test
    void whatFitsInNoOrderGoesTogether() {
        say("2", "2", Compatible.YES);
        say("2", "1", Compatible.NO);
        say("1", "2", Compatible.NO);

        assertThat(order(webAndUsers())).containsExactly(List.of("users", "web"));
    }

    @Test
    void anUnverifiedIntermediateStateBindsTheOrderAndSaysThatVerifyingItMayFreeIt() {
        say("2", "2", Compatible.YES);
        say("2", "1", Compatible.UNKNOWN);
        say("1", "2", Compatible.YES);

        DeploymentPlan plan = webAndUsers();

        assertThat(order(plan)).containsExactly(List.of("users"), List.of("web"));
        assertThat(((DeploymentPlan.InOrder) plan).steps().getLast().because())
                .singleElement()
                .satisfies(constraint -> assertThat(constraint.unproven()).isTrue());
    }

    @Test
    void versionsThatNobodyVerifiedTogetherNeedAVerificationFirst() {
        say("2", "1", Compatible.YES);
        say("1", "2", Compatible.YES);

        assertThat(webAndUsers())
                .isEqualTo(new DeploymentPlan.Impossible(List.of(), List.of(new Pair("web", "2", "users", "2"))));
    }

    @Test
    void aProviderThatIsNotThereYetComesFirst() {
        say("1", "1", Compatible.YES);
        DeploymentPlan plan = DeploymentPlanner.plan(
                new Situation(Map.of("web", "1", "users", "1"), Map.of(), List.of(new Integration("web", "users"))),
                this::knowledge);

        assertThat(order(plan)).containsExactly(List.of("users"), List.of("web"));
    }

    @Test
    void everyPlanForRandomWorldsIsSafeAtEachStepAndNoGroupCanBeSplit() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261122);
        int ordered = 0;
        for (int world = 0; world < 3_000; world++) {
            World generated = new World(random);
            DeploymentPlan plan = DeploymentPlanner.plan(generated.situation(), generated::knowledge);
            if (plan instanceof DeploymentPlan.InOrder order) {
                generated.assertSafe(order);
                ordered++;
            } else {
                assertThat(generated.safe(new HashSet<>(generated.names))).isFalse();
            }
        }
        assertThat(ordered).isGreaterThan(500);
    }

    /** Up to five pacticipants, all of them to be updated from version 1 to version 2. */
    private static final class World {
        private final List<String> names = new ArrayList<>();
        private final List<Integration> integrations = new ArrayList<>();
        private final Map<Pair, Compatible> known = new HashMap<>();

        World(RandomGenerator random) {
            int size = 2 + random.nextInt(4);
            for (int i = 0; i < size; i++) {
                names.add("s" + i);
            }
            for (String consumer : names) {
                for (String provider : names) {
                    if (!consumer.equals(provider) && random.nextInt(10) < 4) {
                        integrations.add(new Integration(consumer, provider));
                        for (String c : List.of("1", "2")) {
                            for (String p : List.of("1", "2")) {
                                boolean works = c.equals(p) ? random.nextInt(40) > 0 : random.nextInt(10) < 6;
                                known.put(new Pair(consumer, c, provider, p), works ? Compatible.YES : Compatible.NO);
                            }
                        }
                    }
                }
            }
        }

        Situation situation() {
            Map<String, String> wanted = new HashMap<>();
            Map<String, List<String>> current = new HashMap<>();
            names.forEach(name -> {
                wanted.put(name, "2");
                current.put(name, List.of("1"));
            });
            return new Situation(wanted, current, integrations);
        }

        Compatible knowledge(Pair pair) {
            return known.getOrDefault(pair, Compatible.UNKNOWN);
        }

        /** Does everything that an update touched work, when exactly these pacticipants are updated? */
        boolean safe(Set<String> updated) {
            return integrations.stream()
                    .filter(i -> updated.contains(i.consumer()) || updated.contains(i.provider()))
                    .allMatch(i -> knowledge(new Pair(
                                    i.consumer(),
                                    updated.contains(i.consumer()) ? "2" : "1",
                                    i.provider(),
                                    updated.contains(i.provider()) ? "2" : "1"))
                            == Compatible.YES);
        }

        void assertSafe(DeploymentPlan.InOrder order) {
            Set<String> updated = new HashSet<>();
            for (Step step : order.steps()) {
                assertThat(splittable(updated, step.members()))
                        .as("%s after %s", step, updated)
                        .isFalse();
                updated.addAll(step.members());
                assertThat(safe(updated)).as("after %s of %s", step, order).isTrue();
            }
            assertThat(updated).containsExactlyInAnyOrderElementsOf(names);
        }

        /** Could a real part of the group go alone, with the rest of the group following, in whatever splits? */
        private boolean splittable(Set<String> before, List<String> group) {
            for (int mask = 1; mask < (1 << group.size()) - 1; mask++) {
                Set<String> part = new HashSet<>(before);
                for (int i = 0; i < group.size(); i++) {
                    if ((mask & 1 << i) != 0) {
                        part.add(group.get(i));
                    }
                }
                if (safe(part)) {
                    return true;
                }
            }
            return false;
        }
    }
}
