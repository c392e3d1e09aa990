package dev.accord.broker.matrix.decision;

import java.util.List;
import java.util.stream.Collectors;

/** The one place where reasons become sentences; clients print them as they are. */
public final class ReasonText {

    private static final int MOST_FIELDS = 10;
    private static final int MOST_VERSIONS = 10;

    private ReasonText() {}

    /** The sentence of a reason; broken fields follow on lines of their own. */
    public static String of(Reason reason) {
        return switch (reason) {
            case Reason.NothingToIgnore nothing ->
                "Nothing is ignored by the selector for " + target(nothing.selector());
            case Reason.NoPlaceNamed none ->
                "No target environment was named. Name it: what works with other versions says little about what is"
                        + " deployed there";
            case Reason.NoVersionNamed none ->
                "No version number was named. Name it: which version a branch, a tag or \"latest\" stands for can"
                        + " change between this answer and the deployment";
            case Reason.SelfVerificationUnknown unknown ->
                "Nothing is known about whether version " + unknown.version().number() + " of " + unknown.provider()
                        + " keeps to its OpenAPI document; it is taken at its word";
            case Reason.VersionMissing missing -> missing(missing.selector());
            case Reason.NoVerifiedPact none ->
                "No pact of " + subject(none.consumer()) + " is verified by " + subject(none.provider());
            case Reason.VerificationFailed failed ->
                "The pact of " + subject(failed.consumer()) + " failed when it was verified by "
                        + subject(failed.provider());
            case Reason.DocumentBreaks breaks -> breaks(breaks);
            case Reason.SelfVerificationFailed failed ->
                "The pact of " + subject(failed.consumer()) + " relies on the OpenAPI document of "
                        + subject(failed.provider()) + ", which failed the provider's own check";
            case Reason.NeverVerified never ->
                "The pact of " + subject(never.consumer()) + " is not verified by " + subject(never.provider())
                        + unclear(never.unclear());
            case Reason.NothingMissing nothing -> "Nothing that would have to be verified is missing";
            case Reason.AllSuccessful all -> "Every result that is needed is there, and every one is successful";
        };
    }

    private static String breaks(Reason.DocumentBreaks breaks) {
        String where = breaks.environments().isEmpty()
                ? ", which is in no environment"
                : ", which is now in " + String.join(" and ", breaks.environments());
        StringBuilder text = new StringBuilder("The OpenAPI document of ")
                .append(subject(breaks.provider()))
                .append(" would break version ")
                .append(breaks.consumerVersion().number())
                .append(" of ")
                .append(breaks.consumerName())
                .append(where)
                .append(breaks.findings().isEmpty() ? "" : ":");
        breaks.findings().stream()
                .limit(MOST_FIELDS)
                .forEach(finding ->
                        text.append("\n  ").append(operation(finding)).append(finding.sentence()));
        int more = breaks.findings().size() - MOST_FIELDS;
        return more > 0 ? text.append("\n  and ").append(more).append(" more").toString() : text.toString();
    }

    private static String operation(Finding finding) {
        boolean said = finding.operation().isEmpty() || finding.sentence().contains(finding.operation());
        return said ? "" : finding.operation() + ": ";
    }

    private static String unclear(List<Outcome.Unclear> unclear) {
        if (unclear.isEmpty()) {
            return "";
        }
        Outcome.Unclear first = unclear.getFirst();
        return first.compared()
                ? ", and the OpenAPI document of version "
                        + first.providerVersion().number() + " does not settle it"
                : ", and was not compared with the OpenAPI document of version "
                        + first.providerVersion().number();
    }

    private static String subject(Subject subject) {
        List<Resolution> selections = subject.selections();
        if (selections.size() == 1) {
            return choice(selections.getFirst());
        }
        String numbers = selections.stream()
                .flatMap(selection -> selection instanceof Resolution.Found found
                        ? java.util.stream.Stream.of(found.version().number())
                        : java.util.stream.Stream.empty())
                .distinct()
                .limit(MOST_VERSIONS)
                .collect(Collectors.joining(", "));
        return "any selected version of " + subject.pacticipant() + " (" + numbers
                + (selections.size() > MOST_VERSIONS ? ", ..." : "") + ")";
    }

    private static String choice(Resolution resolution) {
        Selector selector = resolution.selector();
        String name = selector.pacticipant();
        return switch (resolution) {
            case Resolution.Every every -> "any version of " + name;
            case Resolution.NoPacticipant none -> "any version of " + name + " (no such application exists)";
            case Resolution.NoVersion none ->
                selector.version() != null
                        ? "version " + selector.version() + " of " + name + " (no such version exists)"
                        : (selector.latest() ? "the latest version of " : "a version of ")
                                + name
                                + criterion(selector)
                                + (selector.environment() != null ? " (none is there now)" : " (there is none)");
            case Resolution.Found found -> {
                String number = found.version().number();
                if (selector.version() != null) {
                    yield "version " + number + " of " + name;
                }
                String which = selector.latest()
                        ? "the latest version of "
                        : found.oneOfSeveral() ? "one of the versions of " : "the version of ";
                yield which + name + criterion(selector) + " (" + number + ")";
            }
        };
    }

    private static String criterion(Selector selector) {
        StringBuilder text = new StringBuilder();
        if (selector.tag() != null) {
            text.append(" with tag ").append(selector.tag());
        }
        if (selector.branch() != null) {
            text.append(" from branch ").append(selector.branch());
        }
        if (selector.mainBranch()) {
            text.append(" from the main branch");
        }
        if (selector.environment() != null) {
            text.append(" now in ").append(selector.environment());
        }
        return text.toString();
    }

    private static String missing(Resolution resolution) {
        Selector selector = resolution.selector();
        String name = selector.pacticipant();
        if (selector.version() != null) {
            return "There is no version " + selector.version() + " of " + name
                    + ": nothing was published or verified for it" + criterionOrNothing(selector);
        }
        return "There is no version of " + name + criterion(selector);
    }

    private static String criterionOrNothing(Selector selector) {
        String criterion = criterion(selector);
        return criterion.isEmpty() ? "" : " (" + criterion.strip() + ")";
    }

    private static String target(Resolution resolution) {
        Selector selector = resolution.selector();
        if (resolution instanceof Resolution.NoPacticipant) {
            return selector.pacticipant() + ": no such application exists";
        }
        return selector.version() != null
                ? "version " + selector.version() + " of " + selector.pacticipant() + ": no such version exists"
                : selector.pacticipant() + criterion(selector) + ": no such version exists";
    }
}
