package dev.accord.broker.matrix;

import dev.accord.broker.matrix.World.Publication;
import dev.accord.broker.matrix.World.Version;
import dev.accord.broker.matrix.decision.LatestBy;
import dev.accord.broker.matrix.decision.Selector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the matrix written down once more, slow and plain, over a {@link World}: the oracle for the fast path. It shares
 * nothing with it but the words of the query.
 */
final class ReferenceMatrix {

    private final World world;
    private final MatrixQuery query;

    private ReferenceMatrix(World world, MatrixQuery query) {
        this.world = world;
        this.query = query;
    }

    /**
     * What the rules say.
     *
     * @param rows    in their order, ignored ones last and marked
     * @param reasons kinds, by name, each once
     * @param elsewhere consumer versions that are not at the destination and would break there
     */
    record Answer(
            @Nullable Boolean deployable,
            int success,
            int failed,
            int unknown,
            @Nullable Integer ignored,
            List<String> rows,
            List<String> reasons,
            List<String> elsewhere) {}

    /** A selector with the versions that it means; null for every version. */
    private record Choice(Selector selector, @Nullable List<Version> versions, boolean specified) {
        boolean covers(Version version) {
            return selector.pacticipant().equals(version.app()) && (versions == null || versions.contains(version));
        }

        boolean missing() {
            return versions != null && versions.isEmpty();
        }

        int resolved() {
            return versions == null || versions.isEmpty() ? 1 : versions.size();
        }
    }

    private record Line(
            Publication pact,
            @Nullable Version providerVersion,
            @Nullable Boolean success,
            int number,
            List<World.Document> documents) {
        int providerOrder() {
            return providerVersion == null ? -1 : providerVersion.order();
        }

        @Override
        public String toString() {
            return "%s@%s r%d %s@%s %s"
                    .formatted(
                            pact.consumer().app(),
                            pact.consumer().number(),
                            pact.revision(),
                            pact.provider(),
                            providerVersion == null ? "-" : providerVersion.number(),
                            success);
        }
    }

    static Answer answer(World world, MatrixQuery query) {
        return new ReferenceMatrix(world, query).answer();
    }

    private Answer answer() {
        List<Choice> specified =
                query.selectors().stream().map(s -> choice(s, true)).toList();
        List<Choice> ignores =
                query.ignored().stream().map(s -> choice(s, false)).toList();
        int resolved = specified.stream().mapToInt(Choice::resolved).sum();
        boolean involving = query.destination().given() || resolved == 1;
        Map<List<String>, Boolean> integrations = involving ? involving(specified) : between(specified);
        List<Choice> selected = new ArrayList<>(specified);
        if (query.destination().given()) {
            Set<String> names = new TreeSet<>();
            integrations.keySet().forEach(names::addAll);
            specified.forEach(choice -> names.remove(choice.selector().pacticipant()));
            names.forEach(name -> selected.add(choice(query.destination().of(name), false)));
        }
        List<Line> lines = selected.stream().mapToInt(Choice::resolved).sum() == 1
                ? linesOfOne(selected.getFirst())
                : lines(specified, selected);
        lines = collapse(lines);
        if (query.successes() != null) {
            lines = lines.stream()
                    .filter(line -> query.successes().contains(line.success()))
                    .toList();
        }
        List<Line> ignored =
                sorted(lines.stream().filter(line -> ignored(ignores, line)).toList());
        List<Line> considered =
                sorted(lines.stream().filter(line -> !ignored(ignores, line)).toList());
        return decide(specified, ignores, integrations, considered, ignored, resolved);
    }

    private Answer decide(
            List<Choice> specified,
            List<Choice> ignores,
            Map<List<String>, Boolean> integrations,
            List<Line> considered,
            List<Line> ignored,
            int resolved) {
        List<List<String>> withoutRow = integrations.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .filter(pair -> Stream.concat(considered.stream(), ignored.stream())
                        .noneMatch(line -> line.pact().consumer().app().equals(pair.get(0))
                                && line.pact().provider().equals(pair.get(1))))
                .toList();
        Set<String> reasons = new TreeSet<>();
        int success = 0;
        int failed = 0;
        for (Line line : considered) {
            Boolean stands = stands(line, specified, ignores, reasons);
            success += Boolean.TRUE.equals(stands) ? 1 : 0;
            failed += Boolean.FALSE.equals(stands) ? 1 : 0;
        }
        int unverified = considered.size() - success - failed;
        List<String> elsewhere = elsewhere(specified, ignores);
        if (!elsewhere.isEmpty()) {
            reasons.add("WouldBreakElsewhere");
        }
        boolean missing = specified.stream()
                .anyMatch(choice -> choice.missing()
                        && ignores.stream().noneMatch(i -> i.versions() == null && sameApp(i, choice)));
        Boolean deployable =
                missing ? Boolean.FALSE : unverified > 0 || !withoutRow.isEmpty() ? null : (Boolean) (failed == 0);
        boolean asItIs = reasons.contains("AlreadyBroken") || reasons.contains("FindingsAccepted");
        if (ignores.stream().anyMatch(choice -> choice.missing() || !known(choice))) {
            reasons.add("NothingToIgnore");
        }
        if (resolved == 1 && !query.destination().named()) {
            reasons.add("NoPlaceNamed");
        }
        if (specified.stream().anyMatch(choice -> !choice.selector().onlyName())
                && specified.stream().allMatch(choice -> choice.selector().version() == null)) {
            reasons.add("NoVersionNamed");
        }
        if (missing) {
            reasons.add("VersionMissing");
        } else {
            if (!withoutRow.isEmpty()) {
                reasons.add("NoVerifiedPact");
            }
            if (failed > 0) {
                reasons.add("failed");
            }
            if (unverified > 0) {
                reasons.add("NeverVerified");
            }
            if (Boolean.TRUE.equals(deployable)) {
                reasons.add(
                        considered.isEmpty() ? "NothingMissing" : asItIs ? "NothingStandsAgainst" : "AllSuccessful");
            }
        }
        List<String> rows = Stream.concat(
                        considered.stream().map(Line::toString),
                        ignored.stream().map(line -> line + " ignored"))
                .toList();
        return new Answer(
                deployable,
                success,
                failed,
                unverified + withoutRow.size(),
                query.ignored().isEmpty() ? null : (Integer) ignored.size(),
                rows,
                List.copyOf(reasons),
                elsewhere);
    }

    // ---- what a line means where it would go

    /** Whether a line counts for (true), against (false), or nothing is known (null). */
    private @Nullable Boolean stands(Line line, List<Choice> specified, List<Choice> ignores, Set<String> reasons) {
        if (line.documents().isEmpty()) {
            return line.success();
        }
        Set<String> against = new TreeSet<>();
        Set<String> before = new TreeSet<>();
        Set<String> doubts = new TreeSet<>();
        for (World.Document document : line.documents()) {
            if (line.success() != null && Boolean.FALSE.equals(document.selfVerified())) {
                return false;
            }
            weigh(line.pact(), document, isGated(line, document, specified, ignores), against, before, doubts);
        }
        String environment = query.destination().environment();
        if (environment != null && world.strict.contains(environment)) {
            against.addAll(doubts);
        } else if (!doubts.isEmpty()) {
            reasons.add("MayBreak");
        }
        if (!before.isEmpty()) {
            reasons.add("AlreadyBroken");
        }
        boolean accepted = against.removeIf(place -> environment != null
                && world.waivers.stream()
                        .anyMatch(waiver -> !waiver.expired()
                                && waiver.environment().equals(environment)
                                && waiver.place().equals(place)
                                && waiver.provider().equals(line.pact().provider())
                                && waiver.consumer()
                                        .equals(line.pact().consumer().app())));
        if (accepted) {
            reasons.add("FindingsAccepted");
        }
        return against.isEmpty() ? line.success() == null ? null : (Boolean) true : (Boolean) false;
    }

    /** The consumer is there now, and the version with this document was asked about and is not ignored. */
    private boolean isGated(Line line, World.Document document, List<Choice> specified, List<Choice> ignores) {
        Version provider = document.providerVersion();
        return query.destination().environment() != null
                && isThere(line.pact().consumer())
                && isAskedAbout(provider, specified, ignores);
    }

    private boolean isAskedAbout(Version provider, List<Choice> specified, List<Choice> ignores) {
        return specified.stream()
                        .anyMatch(choice ->
                                choice.versions() != null && choice.versions().contains(provider))
                && ignores.stream().noneMatch(ignore -> ignore.covers(provider));
    }

    private boolean isThere(Version version) {
        String environment = query.destination().environment();
        return environment != null && world.there(version.app(), environment).contains(version);
    }

    /** Place by place: what is hard or weak counts against, unless everything that is there now has it, too. */
    private void weigh(
            Publication pact,
            World.Document document,
            boolean gated,
            Set<String> against,
            Set<String> before,
            Set<String> doubts) {
        World.Verdict verdict = world.verdict(pact, document.name()).orElse(null);
        if (verdict == null) {
            return;
        }
        List<Version> there = gated
                ? world.there(
                        pact.provider(),
                        Objects.requireNonNull(query.destination().environment()))
                : List.of();
        for (String place : verdict.broken()) {
            boolean hard = verdict.hard().contains(place);
            boolean everywhere = !there.isEmpty();
            boolean news = false;
            for (Version version : there) {
                World.Document now = world.document(version).orElse(null);
                boolean has = now != null
                        && world.verdict(pact, now.name())
                                .orElseThrow()
                                .broken()
                                .contains(place);
                everywhere &= has && !provenByRun(pact, version);
                news |= now != null && !has;
            }
            if (news || (hard && !everywhere)) {
                against.add(place);
            } else if (hard) {
                before.add(place);
            }
        }
        for (String place : verdict.vague()) {
            for (Version version : there) {
                World.Document now = world.document(version).orElse(null);
                if (now != null
                        && !world.verdict(pact, now.name())
                                .orElseThrow()
                                .vague()
                                .contains(place)) {
                    doubts.add(place);
                }
            }
        }
    }

    private boolean provenByRun(Publication pact, Version version) {
        return runs(pact).stream()
                .filter(run -> run.providerVersion().equals(version))
                .reduce((earlier, later) -> later)
                .map(World.Result::success)
                .orElse(false);
    }

    /** Heads of branches and what is in any environment, of consumers that the question does not name. */
    private List<String> elsewhere(List<Choice> specified, List<Choice> ignores) {
        Set<String> broken = new TreeSet<>();
        if (query.destination().environment() == null) {
            return List.of();
        }
        for (World.Document document : world.documents) {
            for (Publication pact : current()) {
                Version consumer = pact.consumer();
                boolean candidate = world.presences.stream()
                                .anyMatch(there -> there.version().equals(consumer))
                        || world.onBranches.stream().anyMatch(member -> on(consumer, member.branch(), true));
                boolean named = names(specified).contains(consumer.app())
                        || ignores.stream()
                                .anyMatch(ignore -> ignore.versions() == null
                                        && ignore.selector().pacticipant().equals(consumer.app()));
                boolean run = runs(pact).stream()
                        .anyMatch(result -> result.providerVersion().equals(document.providerVersion()));
                if (candidate
                        && !named
                        && !run
                        && !isThere(consumer)
                        && pact.provider().equals(document.providerVersion().app())
                        && isAskedAbout(document.providerVersion(), specified, ignores)) {
                    Set<String> against = new TreeSet<>();
                    weigh(pact, document, true, against, new TreeSet<>(), new TreeSet<>());
                    if (!against.isEmpty()) {
                        broken.add(consumer.app() + "@" + consumer.number() + " by "
                                + document.providerVersion().number());
                    }
                }
            }
        }
        return List.copyOf(broken);
    }

    private boolean known(Choice choice) {
        return world.apps.containsKey(choice.selector().pacticipant());
    }

    private static boolean sameApp(Choice one, Choice other) {
        return one.selector().pacticipant().equals(other.selector().pacticipant());
    }

    private boolean ignored(List<Choice> ignores, Line line) {
        return ignores.stream().anyMatch(ignore -> {
            String app = ignore.selector().pacticipant();
            if (ignore.versions() == null) {
                return app.equals(line.pact().consumer().app())
                        || app.equals(line.pact().provider());
            }
            return ignore.versions().contains(line.pact().consumer())
                    || line.providerVersion() != null && ignore.versions().contains(line.providerVersion());
        });
    }

    // ---- which versions a selector means

    private Choice choice(Selector selector, boolean specified) {
        if (selector.onlyName()) {
            return new Choice(selector, null, specified);
        }
        List<Version> versions = new ArrayList<>(world.versions.stream()
                .filter(version -> version.app().equals(selector.pacticipant()))
                .filter(version ->
                        selector.version() == null || selector.version().equals(version.number()))
                .filter(version ->
                        selector.tag() == null || world.tags.contains(new World.Tagged(version, selector.tag())))
                .filter(version -> selector.environment() == null
                        || world.presences.stream()
                                .anyMatch(there -> there.version().equals(version)
                                        && there.environment().equals(selector.environment())))
                .filter(version -> selector.branch() == null || on(version, selector.branch(), selector.latest()))
                .filter(version -> !selector.mainBranch()
                        || on(version, world.app(selector.pacticipant()).mainBranch, selector.latest()))
                .sorted(Comparator.comparingInt(Version::order).reversed())
                .toList());
        boolean one = selector.latest() && !versions.isEmpty();
        return new Choice(selector, one ? List.of(versions.getFirst()) : versions, specified);
    }

    private boolean on(Version version, @Nullable String branch, boolean head) {
        List<World.OnBranch> members = world.onBranches.stream()
                .filter(member -> member.version().app().equals(version.app())
                        && member.branch().equals(branch))
                .toList();
        return head
                ? !members.isEmpty() && members.getLast().version().equals(version)
                : members.stream().anyMatch(member -> member.version().equals(version));
    }

    // ---- which pairs of applications matter

    private Map<List<String>, Boolean> involving(List<Choice> specified) {
        Map<List<String>, Boolean> pairs = new LinkedHashMap<>();
        for (Publication pact : current()) {
            if (specified.stream().anyMatch(choice -> choice.covers(pact.consumer()))) {
                pairs.put(List.of(pact.consumer().app(), pact.provider()), true);
            }
        }
        for (World.Integration integration : world.integrations) {
            if (names(specified).contains(integration.provider())) {
                pairs.putIfAbsent(List.of(integration.consumer(), integration.provider()), false);
            }
        }
        return pairs;
    }

    private Map<List<String>, Boolean> between(List<Choice> specified) {
        Map<List<String>, Boolean> pairs = new LinkedHashMap<>();
        for (Publication pact : current()) {
            if (specified.stream().anyMatch(choice -> choice.covers(pact.consumer()))
                    && names(specified).contains(pact.provider())) {
                pairs.put(List.of(pact.consumer().app(), pact.provider()), true);
            }
        }
        return pairs;
    }

    private static Set<String> names(List<Choice> choices) {
        Set<String> names = new TreeSet<>();
        choices.forEach(choice -> names.add(choice.selector().pacticipant()));
        return names;
    }

    private List<Publication> current() {
        return world.publications.stream()
                .filter(pact -> world.publications.stream()
                        .noneMatch(later -> later.consumer().equals(pact.consumer())
                                && later.provider().equals(pact.provider())
                                && later.revision() > pact.revision()))
                .toList();
    }

    // ---- the lines

    private List<Publication> publications() {
        return query.latestBy() == null ? world.publications : current();
    }

    private List<Line> lines(List<Choice> specified, List<Choice> selected) {
        List<Line> lines = new ArrayList<>();
        for (Publication pact : publications()) {
            boolean chosen = selected.stream().anyMatch(choice -> choice.covers(pact.consumer()))
                    && names(selected).contains(pact.provider())
                    && (names(specified).contains(pact.consumer().app())
                            || names(specified).contains(pact.provider()));
            if (chosen) {
                List<Line> known = results(pact).stream()
                        .filter(line -> selected.stream()
                                .anyMatch(choice -> choice.covers(Objects.requireNonNull(line.providerVersion()))))
                        .toList();
                lines.addAll(known.isEmpty() ? List.of(unverified(pact, selected)) : known);
            }
        }
        return lines;
    }

    /** Nothing is known; documents of selected versions that settle nothing may still be known to break something. */
    private Line unverified(Publication pact, List<Choice> selected) {
        List<World.Document> open = world.documents.stream()
                .filter(document -> document.providerVersion().app().equals(pact.provider())
                        && selected.stream().anyMatch(choice -> choice.covers(document.providerVersion())))
                .toList();
        return new Line(pact, null, null, -1, open);
    }

    private List<Line> linesOfOne(Choice only) {
        List<Line> lines = new ArrayList<>();
        for (Publication pact : publications()) {
            List<Line> known = results(pact);
            if (only.covers(pact.consumer())) {
                lines.addAll(known.isEmpty() ? List.of(new Line(pact, null, null, -1, List.of())) : known);
            } else {
                known.stream()
                        .filter(line -> only.covers(Objects.requireNonNull(line.providerVersion())))
                        .forEach(lines::add);
            }
        }
        return lines;
    }

    /** Runs, only the newest for each provider version unless history is asked for; then documents without a run. */
    private List<Line> results(Publication pact) {
        List<World.Result> runs = runs(pact);
        List<Line> lines = new ArrayList<>();
        for (World.Result run : runs) {
            boolean superseded = runs.stream()
                    .anyMatch(later -> later.providerVersion().equals(run.providerVersion()) && later.at() > run.at());
            if (query.latestBy() == null || !superseded) {
                lines.add(new Line(pact, run.providerVersion(), run.success(), run.at(), List.of()));
            }
        }
        for (World.Document document : world.documents) {
            Version version = document.providerVersion();
            boolean verified =
                    runs.stream().anyMatch(run -> run.providerVersion().equals(version));
            String verdict = world.verdicts.stream()
                    .filter(v -> v.consumer().equals(pact.consumer().app())
                            && v.provider().equals(pact.provider())
                            && v.content().equals(pact.content())
                            && v.document().equals(document.name()))
                    .map(World.Verdict::verdict)
                    .findFirst()
                    .orElse("absent");
            boolean self = !Boolean.FALSE.equals(document.selfVerified());
            boolean settles = verdict.equals("compatible") || verdict.equals("incompatible") || !self;
            if (version.app().equals(pact.provider()) && !verified && settles) {
                lines.add(new Line(pact, version, verdict.equals("compatible") && self, -1, List.of(document)));
            }
        }
        return lines;
    }

    private List<World.Result> runs(Publication pact) {
        return world.results.stream()
                .filter(run -> run.consumer().equals(pact.consumer().app())
                        && run.provider().equals(pact.provider())
                        && run.content().equals(pact.content()))
                .toList();
    }

    private List<Line> collapse(List<Line> lines) {
        LatestBy latestBy = query.latestBy();
        if (latestBy == null) {
            return lines;
        }
        Map<List<String>, List<Line>> groups = new LinkedHashMap<>();
        for (Line line : lines) {
            String cv = latestBy == LatestBy.CP ? "" : line.pact().consumer().number();
            String pv = latestBy == LatestBy.CVPV ? "" + line.providerOrder() : "";
            groups.computeIfAbsent(
                            List.of(
                                    line.pact().consumer().app(),
                                    cv,
                                    line.pact().provider(),
                                    pv),
                            key -> new ArrayList<>())
                    .add(line);
        }
        return groups.values().stream()
                .map(group -> group.stream()
                        .max(Comparator.comparingInt(Line::providerOrder)
                                .thenComparingInt(line -> line.pact().consumer().order()))
                        .orElseThrow())
                .toList();
    }

    private static List<Line> sorted(List<Line> lines) {
        return lines.stream()
                .sorted(Comparator.comparing(
                                (Line line) -> line.pact().consumer().app())
                        .thenComparing(line -> -line.pact().consumer().order())
                        .thenComparing(line -> -line.pact().revision())
                        .thenComparing(line -> line.pact().provider())
                        .thenComparing(
                                line -> line.providerVersion() == null ? Integer.MIN_VALUE : -line.providerOrder())
                        .thenComparing(line -> -line.number()))
                .toList();
    }
}
