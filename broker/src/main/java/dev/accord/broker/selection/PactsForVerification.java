package dev.accord.broker.selection;

import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Settings;
import dev.accord.broker.platform.Time;
import dev.accord.broker.problem.ProblemException;
import dev.accord.broker.selection.Selector.Kind;
import dev.accord.broker.selection.WorkInProgressQueries.Head;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Answers which pacts a provider's build should verify. Two statements: the provider with the environments named, and all
 * selectors with the pending state of what they find; one more for work in progress, and one more for its dynamic window.
 */
@ApplicationScoped
class PactsForVerification {

    private final SelectionQueries selection;
    private final WorkInProgressQueries workInProgress;
    private final Database database;
    private final Settings settings;
    private final Time time;

    PactsForVerification(
            SelectionQueries selection,
            WorkInProgressQueries workInProgress,
            Database database,
            Settings settings,
            Time time) {
        this.selection = selection;
        this.workInProgress = workInProgress;
        this.database = database;
        this.settings = settings;
        this.time = time;
    }

    /** The pacts, those selected first, and the request that they answer. */
    record Answer(VerificationRequest request, List<VerifiablePact> pacts) {}

    /**
     * Finds the pacts for a provider.
     *
     * @param environments the environments that the request names
     * @param reader       makes the request, told which of them exist
     * @throws ProblemException 400 when the request does not fit, 404 when the provider is unknown
     */
    Answer find(
            String provider,
            Collection<String> environments,
            Function<Collection<String>, VerificationRequest> reader) {
        var found = selection.provider(provider, environments);
        // what is wrong with the request is told before that the provider is unknown
        VerificationRequest request = reader.apply(
                found.map(SelectionQueries.Provider::environments).orElseGet(() -> List.copyOf(environments)));
        long providerId = found.orElseThrow(
                        () -> ProblemException.notFound("No provider with name '" + provider + "' found"))
                .id();
        List<VerifiablePact> pacts = request.wantsWorkInProgress()
                // what was selected is never work in progress too, whatever is published meanwhile
                ? database.consistently(() -> withWorkInProgress(providerId, request))
                : selected(selection.find(providerId, request));
        return new Answer(request, pacts);
    }

    private List<VerifiablePact> withWorkInProgress(long providerId, VerificationRequest request) {
        List<SelectedRow> rows = withoutNeedlessFallbacks(selection.find(providerId, request));
        Set<Long> contents = new HashSet<>();
        rows.forEach(row -> contents.add(row.pactVersionId()));
        List<VerifiablePact> pacts = new ArrayList<>(selected(rows));
        Instant since = settings.dynamicWipWindow() ? dynamicWindow(providerId) : request.workInProgress();
        if (since == null) {
            return pacts;
        }
        List<Head> heads = request.branch() == null
                ? workInProgress.forTags(providerId, request.tags(), since, contents)
                : workInProgress.forBranch(
                        providerId,
                        request.branch(),
                        since,
                        contents,
                        time.now().minus(Duration.ofDays(settings.verifiedByOtherBranchLookbackDays())));
        pacts.addAll(grouped(heads.stream().map(PactsForVerification::row).toList(), true));
        return pacts;
    }

    private static List<VerifiablePact> selected(List<SelectedRow> rows) {
        return grouped(withoutNeedlessFallbacks(rows), false).stream()
                .sorted(VerifiablePact.ORDER)
                .toList();
    }

    /** A fallback tag counts only when no pact at all has the tag that it stands in for. */
    private static List<SelectedRow> withoutNeedlessFallbacks(List<SelectedRow> rows) {
        Set<String> foundTags = new HashSet<>();
        for (SelectedRow row : rows) {
            if (row.kind() == Kind.LATEST_TAG && row.name() != null) {
                foundTags.add(row.name());
            }
        }
        return rows.stream()
                .filter(row -> row.instead() == null || !foundTags.contains(row.instead()))
                .toList();
    }

    private static List<VerifiablePact> grouped(List<SelectedRow> rows, boolean wip) {
        Map<String, List<SelectedRow>> byContent = new LinkedHashMap<>();
        for (SelectedRow row : rows) {
            byContent
                    .computeIfAbsent(row.consumer() + "\n" + row.sha(), key -> new ArrayList<>())
                    .add(row);
        }
        return byContent.values().stream()
                .map(same -> VerifiablePact.of(same, wip))
                .toList();
    }

    private static SelectedRow row(Head head) {
        boolean branch = head.branch() != null;
        return new SelectedRow(
                branch ? Kind.BRANCH : Kind.LATEST_TAG,
                false,
                branch ? head.branch() : head.tag(),
                null,
                null,
                false,
                head.consumer(),
                head.versionId(),
                head.version(),
                0,
                head.sha(),
                true,
                head.providerTags());
    }

    /** Since when pacts are work in progress when the broker decides: so that four in five unverified ones are covered. */
    private Instant dynamicWindow(long providerId) {
        List<Integer> ages = workInProgress.unverifiedAges(
                providerId, time.now().minus(Duration.ofDays(settings.maxWipLookbackDays())));
        int days = settings.defaultWipWindowDays();
        if (!ages.isEmpty()) {
            int age = ages.get(Math.max(0, (int) Math.ceil(ages.size() * 0.8) - 1));
            days = Math.max(settings.minWipWindowDays(), Math.min(settings.maxWipLookbackDays(), age));
        }
        return LocalDate.ofInstant(time.now(), ZoneOffset.UTC)
                .minusDays(days)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
