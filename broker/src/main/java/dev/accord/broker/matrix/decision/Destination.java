package dev.accord.broker.matrix.decision;

import org.jspecify.annotations.Nullable;

/**
 * Where the selected versions would go: which versions of the other applications they have to work with.
 *
 * @param latest      the latest version of each (of the tag or main branch, when one is given)
 * @param tag         versions with this tag, or null
 * @param environment versions that are now in this environment, or null
 * @param mainBranch  versions on the main branch of each
 */
public record Destination(
        boolean latest, @Nullable String tag, @Nullable String environment, boolean mainBranch) {

    /** No destination: only the selected versions matter. */
    public static final Destination NONE = new Destination(false, null, null, false);

    /** Whether the other applications are to be found by this destination. */
    public boolean given() {
        return latest || named();
    }

    /** Whether it names a place; the latest of everything is none. */
    public boolean named() {
        return tag != null || environment != null || mainBranch;
    }

    /** The versions of one other application that count here. */
    public Selector of(String pacticipant) {
        return new Selector(pacticipant, null, null, tag, environment, latest, mainBranch);
    }
}
