package dev.accord.broker.selection;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.accord.broker.platform.Json;
import dev.accord.broker.selection.Selector.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells people, in the verifier's output, why a pact is verified and what a failure means. */
final class Notices {

    private static final int MOST_VERSIONS = 20;
    private static final String BEFORE = "before_verification";

    private final String provider;
    private final VerificationRequest request;
    private final VerifiablePact pact;
    private final ArrayNode notices = Json.array();

    private Notices(String provider, VerificationRequest request, VerifiablePact pact) {
        this.provider = provider;
        this.request = request;
        this.pact = pact;
    }

    /**
     * All notices of a pact.
     *
     * @param url        the address of its content
     * @param deprecated whether the request was made in the old form, which is told first
     */
    static ArrayNode of(
            String provider, VerificationRequest request, VerifiablePact pact, String url, boolean deprecated) {
        Notices notices = new Notices(provider, request, pact);
        if (deprecated) {
            notices.add(
                    BEFORE,
                    "WARNING: this client asks for its pacts with a GET, a form that is kept for old clients only."
                            + " Please upgrade the Pact library");
        }
        notices.add(BEFORE, notices.inclusion(url));
        if (request.pendingStatus()) {
            notices.addPending();
        }
        return notices.notices;
    }

    /** The reasons in short forms, joined by commas; verifiers make test names of it. */
    static String shortDescription(VerifiablePact pact) {
        Set<String> parts = new LinkedHashSet<>();
        for (SelectedRow reason : pact.reasons()) {
            parts.add(
                    switch (reason.kind()) {
                        case LATEST -> "latest";
                        case MAIN_BRANCH -> "latest from main branch";
                        case BRANCH, EACH_BRANCH -> "latest from branch " + reason.name();
                        case LATEST_TAG, FALLBACK_TAG -> "latest with tag " + reason.name();
                        case TAG -> "one of " + (reason.named() ? reason.consumer() + " " : "") + reason.name();
                        case DEPLOYED -> "deployed to " + reason.environment();
                        case RELEASED -> "released in " + reason.environment();
                        case ENVIRONMENT -> "in " + reason.environment();
                    });
        }
        return String.join(", ", parts);
    }

    private String inclusion(String url) {
        if (pact.wip()) {
            String heads = pact.reasons().stream()
                    .map(reason -> (reason.kind() == Kind.BRANCH ? "branch '" : "tag '") + reason.name() + "' ("
                            + reason.version() + ")")
                    .distinct()
                    .collect(Collectors.joining(", "));
            return "The pact at " + url + " is verified because it is work in progress: it is the latest of "
                    + pact.consumer() + " for " + heads + ", nobody selected it, and " + scope("no")
                    + " has verified it successfully while it was selected";
        }
        return "The pact at " + url + " is verified because its content belongs to what was selected:\n"
                + lines().stream().map(line -> "    * " + line).collect(Collectors.joining("\n"));
    }

    private List<String> lines() {
        Map<String, List<SelectedRow>> groups = new LinkedHashMap<>();
        for (SelectedRow reason : pact.reasons()) {
            boolean together = reason.environment() != null;
            groups.computeIfAbsent(
                            reason.kind() + "/" + (together ? "" : reason.name()) + "/" + reason.named(),
                            key -> new ArrayList<>())
                    .add(reason);
        }
        return groups.values().stream().map(this::line).toList();
    }

    private String line(List<SelectedRow> group) {
        SelectedRow first = group.getFirst();
        String whose = first.named() ? "version of " + first.consumer() : "consumer version";
        String versions = " (" + versions(group) + ")";
        return switch (first.kind()) {
            case LATEST -> "latest " + whose + " that has a pact with " + provider + versions;
            case MAIN_BRANCH -> "latest " + whose + " from the main branch '" + first.name() + "'" + versions;
            case BRANCH, EACH_BRANCH -> "latest " + whose + " from branch '" + first.name() + "'" + versions;
            case LATEST_TAG -> "latest " + whose + " tagged '" + first.name() + "'" + versions;
            case FALLBACK_TAG ->
                "latest " + whose + " tagged '" + first.name() + "', as nothing is tagged '" + first.instead() + "'"
                        + versions;
            case TAG -> "each " + whose + " tagged '" + first.name() + "'" + versions;
            case DEPLOYED -> whose + " deployed now to " + places(group);
            case RELEASED -> whose + " released and supported now in " + places(group);
            case ENVIRONMENT -> whose + " now in " + places(group);
        };
    }

    private static String versions(List<SelectedRow> group) {
        return bounded(
                group.reversed().stream().map(SelectedRow::version).distinct().toList());
    }

    private static String places(List<SelectedRow> group) {
        return bounded(group.stream()
                .map(reason -> reason.environment() + " (" + reason.version() + ")")
                .distinct()
                .toList());
    }

    private static String bounded(List<String> parts) {
        return parts.size() <= MOST_VERSIONS
                ? String.join(", ", parts)
                : String.join(", ", parts.subList(0, MOST_VERSIONS)) + " and " + (parts.size() - MOST_VERSIONS)
                        + " more";
    }

    private void addPending() {
        if (!Boolean.TRUE.equals(pact.pending())) {
            add(
                    BEFORE,
                    "This pact has been verified successfully before by " + scope("a") + ". If it fails now,"
                            + " the build fails");
            return;
        }
        add(
                BEFORE,
                "This pact is pending for " + provider + " because "
                        + (pact.wip()
                                ? "it is work in progress"
                                : "no result of " + scope("a") + " says yet that it works")
                        + ". If it fails now, the build does not fail");
        String still = "This pact stays pending for " + scope("any");
        add("after_verification:success_true_published_false", still + ", as the successful result was not published");
        add("after_verification:success_false_published_false", still + ", as no successful result was published");
        add(
                "after_verification:success_true_published_true",
                "This pact is no longer pending for " + scope("any") + ", as a successful result was published. If it"
                        + " fails later, the build fails");
        add("after_verification:success_false_published_true", still + ", as no successful result was published");
    }

    /** The provider versions that matter to this request: those of a branch, of tags, or all. */
    private String scope(String article) {
        String versions = article + " version of " + provider;
        if (request.branch() != null) {
            return versions + " from branch '" + request.branch() + "'";
        }
        List<String> tags = pact.newest().pendingTags().isEmpty()
                ? request.tags()
                : pact.newest().pendingTags();
        return tags.isEmpty()
                ? versions
                : versions + " tagged "
                        + tags.stream().map(tag -> "'" + tag + "'").collect(Collectors.joining(" or "));
    }

    private void add(String when, String text) {
        notices.addObject().put("when", when).put("text", text);
    }
}
