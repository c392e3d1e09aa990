package dev.accord.broker.contract;

import java.util.List;

/** Undoes a publication because of conflicts with what is stored. */
final class PublicationRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Conflict> conflicts;

    PublicationRefusedException(List<? extends Conflict> conflicts) {
        super(conflicts.toString(), null, false, false);
        this.conflicts = List.copyOf(conflicts);
    }

    /** At least one, in the order of the contracts; similar names last. */
    List<Conflict> conflicts() {
        return conflicts;
    }
}
