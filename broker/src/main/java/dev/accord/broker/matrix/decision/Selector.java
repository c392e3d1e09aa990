package dev.accord.broker.matrix.decision;

import org.jspecify.annotations.Nullable;

/**
 * Which versions of one application are meant. Criteria narrow each other; none of them means every version.
 *
 * @param pacticipant name of the application
 * @param version     exact version number, or null
 * @param branch      versions on this branch, or null
 * @param tag         versions with this tag, or null
 * @param environment versions that are now in this environment, or null
 * @param latest      only the latest of them; with a branch its head
 * @param mainBranch  versions on the application's main branch
 */
public record Selector(
        String pacticipant,
        @Nullable String version,
        @Nullable String branch,
        @Nullable String tag,
        @Nullable String environment,
        boolean latest,
        boolean mainBranch) {

    /** Every version of an application. */
    public static Selector every(String pacticipant) {
        return new Selector(pacticipant, null, null, null, null, false, false);
    }

    /** One version of an application. */
    public static Selector version(String pacticipant, String number) {
        return new Selector(pacticipant, number, null, null, null, false, false);
    }

    /** Whether nothing but the application is given. */
    public boolean onlyName() {
        return version == null && branch == null && tag == null && environment == null && !latest && !mainBranch;
    }
}
