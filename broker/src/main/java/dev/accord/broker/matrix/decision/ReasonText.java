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
            case Reason.AlreadyBroken old -> alreadyBroken(old);
            case Reason.FindingsAccepted accepted -> accepted(accepted);
            case Reason.MayBreak may ->
                fields(
                        new StringBuilder("Whether the change of the OpenAPI document of ")
                                .append(subject(may.provider()))
                                .append(" breaks ")
                                .append(subject(may.consumer()))
                                .append(" cannot be told"),
                        may.findings());
            case Reason.WouldBreakElsewhere would -> elsewhere(would.elsewhere());
            case Reason.MoreElsewhere more ->
                more.number() + " further consumer versions that are not there would break, too";
            case Reason.PolicyDemands demands -> demands.lack().sentence();
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
            case Reason.NothingStandsAgainst none ->
                "Every result that is needed is there, and what failed is accepted or was so before";
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
                .append(where);
        if (!breaks.there().isEmpty()) {
            text.append(" beside version ").append(numbers(breaks.there()));
        }
        return fields(text, breaks.findings());
    }

    private static String alreadyBroken(Reason.AlreadyBroken old) {
        StringBuilder text = new StringBuilder("The OpenAPI document of ")
                .append(subject(old.provider()))
                .append(" does not serve the pact of ")
                .append(subject(old.consumer()))
                .append(", and neither does that of version ")
                .append(numbers(old.there()))
                .append(", which is there now: nothing gets worse");
        return fields(text, old.findings());
    }

    private static String accepted(Reason.FindingsAccepted accepted) {
        StringBuilder text = new StringBuilder("The OpenAPI document of ")
                .append(subject(accepted.provider()))
                .append(" breaks the pact of ")
                .append(subject(accepted.consumer()))
                .append(", which was accepted:");
        accepted.accepted().stream()
                .limit(MOST_FIELDS)
                .forEach(one -> text.append("\n  ")
                        .append(operation(one.finding()))
                        .append(one.finding().sentence())
                        .append(" (by ")
                        .append(one.waiver().acceptedBy())
                        .append(" until ")
                        .append(one.waiver().expiresAt())
                        .append(": ")
                        .append(one.waiver().reason())
                        .append(')'));
        return more(text, accepted.accepted().size());
    }

    private static String elsewhere(Elsewhere elsewhere) {
        List<String> places = new java.util.ArrayList<>();
        elsewhere.environments().forEach(environment -> places.add("in " + environment));
        elsewhere.branches().forEach(branch -> places.add("on branch " + branch));
        StringBuilder text = new StringBuilder("Version ")
                .append(elsewhere.consumerVersion().number())
                .append(" of ")
                .append(elsewhere.consumer())
                .append(", which is not there")
                .append(places.isEmpty() ? "" : " but " + String.join(" and ", places))
                .append(", would break by the OpenAPI document of version ")
                .append(elsewhere.providerVersion().number())
                .append(" of ")
                .append(elsewhere.provider());
        return fields(text, elsewhere.findings());
    }

    private static String numbers(List<VersionRef> versions) {
        return versions.stream().map(VersionRef::number).limit(MOST_VERSIONS).collect(Collectors.joining(" and "))
                + (versions.size() > MOST_VERSIONS ? ", ..." : "");
    }

    private static String fields(StringBuilder text, List<Finding> findings) {
        text.append(findings.isEmpty() ? "" : ":");
        findings.stream()
                .limit(MOST_FIELDS)
                .forEach(finding ->
                        text.append("\n  ").append(operation(finding)).append(finding.sentence()));
        return more(text, findings.size());
    }

    private static String more(StringBuilder text, int all) {
        int more = all - MOST_FIELDS;
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
