package dev.accord.broker.plan;

import java.util.List;

/** How to bring the wanted versions to an environment. */
public sealed interface DeploymentPlan {

    /**
     * Deploy the steps one after the other; the members of a step at the same time. After each step everything in the
     * environment works together.
     *
     * @param steps in order; most have one member, more only where no order of them is safe
     */
    record InOrder(List<Step> steps) implements DeploymentPlan {
        /** Copies the steps. */
        public InOrder {
            steps = List.copyOf(steps);
        }
    }

    /**
     * The wanted versions do not work together in the end, whatever the order.
     *
     * @param broken   pairs that are known not to work
     * @param unproven pairs that nobody has verified
     */
    record Impossible(List<Pair> broken, List<Pair> unproven) implements DeploymentPlan {
        /** Copies the pairs. */
        public Impossible {
            broken = List.copyOf(broken);
            unproven = List.copyOf(unproven);
        }
    }

    /**
     * Versions that are deployed together.
     *
     * @param members   names of the pacticipants, sorted
     * @param because   why they cannot go one by one, or why they come after earlier steps; empty when nothing binds them
     */
    record Step(List<String> members, List<Constraint> because) {
        /** Copies the lists. */
        public Step {
            members = List.copyOf(members);
            because = List.copyOf(because);
        }
    }

    /**
     * A consumer version and a provider version.
     *
     * @param consumer        name
     * @param provider        name
     * @param providerVersion its version number, or empty when none is there
     */
    record Pair(String consumer, String consumerVersion, String provider, String providerVersion) {}

    /**
     * One pacticipant cannot be deployed before another one.
     *
     * @param earlier  goes first or at the same time
     * @param later    waits for it
     * @param pair     what would stand side by side otherwise
     * @param unproven whether that pair is merely unverified; verifying it may remove the constraint
     */
    record Constraint(String earlier, String later, Pair pair, boolean unproven) {}
}
