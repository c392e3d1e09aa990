package dev.accord.broker.matrix.decision;

import java.util.List;

/** The answer, with its reasons in the order in which they are told: warnings first. */
public sealed interface Decision {

    /** How many rows say what. */
    Counts counts();

    /** Why; never empty. */
    List<Reason> reasons();

    /** Everything that is needed is verified, or nothing is needed. */
    record Deployable(Counts counts, List<Reason> reasons) implements Decision {
        /** Copies the list. */
        public Deployable {
            reasons = List.copyOf(reasons);
        }
    }

    /** Something would break, or does not exist. */
    record NotDeployable(Counts counts, List<Reason> reasons) implements Decision {
        /** Copies the list. */
        public NotDeployable {
            reasons = List.copyOf(reasons);
        }
    }

    /** Something that is needed is not known yet. */
    record Undecided(Counts counts, List<Reason> reasons) implements Decision {
        /** Copies the list. */
        public Undecided {
            reasons = List.copyOf(reasons);
        }
    }
}
