package dev.accord.contracts.impact;

import dev.accord.contracts.compatibility.ApiJudge;
import dev.accord.contracts.compatibility.Compatibility;
import dev.accord.contracts.compatibility.Finding;
import dev.accord.contracts.compatibility.Judgement;
import dev.accord.contracts.compatibility.Violation;
import dev.accord.contracts.compatibility.ViolationKind;
import dev.accord.contracts.diff.Change;
import dev.accord.contracts.diff.Level;
import dev.accord.contracts.openapi.OpenApiDocument;
import dev.accord.contracts.usage.InteractionUsage;
import dev.accord.contracts.usage.Usage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Works out what a change of a document does to consumers. One instance stands for one pair of documents and serves any
 * number of usages; it touches only the operations that a usage calls. Safe for use by many threads.
 */
public final class Impact {

    private final ApiJudge base;
    private final ApiJudge revision;
    private final List<Change> changes;
    private final Causes causes;

    private Impact(ApiJudge base, ApiJudge revision, List<Change> changes) {
        this.base = base;
        this.revision = revision;
        this.changes = List.copyOf(changes);
        this.causes = new Causes(changes);
    }

    /**
     * Returns the impact of a pair of documents on any usage.
     *
     * @param changes the changes between the two, which explain the findings
     */
    public static Impact between(OpenApiDocument base, OpenApiDocument revision, List<Change> changes) {
        return new Impact(ApiJudge.of(base), ApiJudge.of(revision), changes);
    }

    /** Returns what the change from one document to the other does to one usage. */
    public static ImpactResult of(OpenApiDocument base, OpenApiDocument revision, List<Change> changes, Usage usage) {
        return between(base, revision, changes).on(usage);
    }

    /** Returns what the change does to a usage. */
    public ImpactResult on(Usage usage) {
        List<ImpactFinding> introduced = new ArrayList<>();
        List<ImpactFinding> already = new ArrayList<>();
        List<ImpactFinding> improvements = new ArrayList<>();
        Set<Change> guilty = Collections.newSetFromMap(new IdentityHashMap<>());
        ViolationKind.Weight worst = ViolationKind.Weight.NONE;
        for (InteractionUsage interaction : usage.interactions()) {
            if (interaction.request() == null) {
                worst = worse(worst, unjudged(interaction, introduced));
                continue;
            }
            Judgement before = base.judge(interaction);
            Judgement after = revision.judgeRevision(before);
            Comparison comparison = new Comparison(before, after);
            for (Violation violation : after.violations()) {
                ViolationKind.Weight weight = violation.kind().weight();
                if (comparison.isIntroduced(violation) && weight != ViolationKind.Weight.NONE) {
                    Optional<Change> cause = causes.of(violation, before, after);
                    cause.ifPresent(guilty::add);
                    introduced.add(finding(after, violation, level(weight), cause.orElse(null)));
                    worst = worse(worst, weight);
                } else if (isTold(violation)) {
                    already.add(finding(after, violation, level(violation), null));
                }
            }
            Set<Violation.Identity> left =
                    after.violations().stream().map(Violation::identity).collect(Collectors.toSet());
            for (Violation violation : before.violations()) {
                if (isTold(violation) && !left.contains(violation.identity())) {
                    improvements.add(finding(before, violation, Finding.Level.INFO, null));
                }
            }
        }
        return new ImpactResult(verdict(worst), introduced, already, improvements, unneeded(guilty));
    }

    /** An interaction that nobody can look into may use whatever changed; a message uses nothing of an HTTP API. */
    private ViolationKind.Weight unjudged(InteractionUsage interaction, List<ImpactFinding> introduced) {
        boolean changed = changes.stream().anyMatch(c -> c.level() != Level.INFO);
        if (interaction.origin().message() || !changed) {
            return ViolationKind.Weight.NONE;
        }
        InteractionUsage.Origin origin = interaction.origin();
        introduced.add(new ImpactFinding(
                origin.consumer(),
                new Finding(
                        "interaction.not-judged",
                        Finding.Level.WARNING,
                        origin.index(),
                        origin.description(),
                        null,
                        "",
                        "/interactions/" + origin.index(),
                        "",
                        1,
                        1,
                        "the interaction could not be judged: " + interaction.unknown()),
                null,
                null,
                0,
                0));
        return ViolationKind.Weight.DOUBT;
    }

    private List<Change> unneeded(Set<Change> guilty) {
        return changes.stream()
                .filter(c -> c.level() == Level.ERROR && !guilty.contains(c))
                .toList();
    }

    private static boolean isTold(Violation violation) {
        return switch (violation.kind().level()) {
            case ERROR, WARNING, UNJUDGED -> true;
            case INFO, NONE -> false;
        };
    }

    private static ViolationKind.Weight worse(ViolationKind.Weight one, ViolationKind.Weight other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static ImpactResult.Verdict verdict(ViolationKind.Weight worst) {
        return switch (worst) {
            case BREAK -> ImpactResult.Verdict.BREAKS;
            case DOUBT -> ImpactResult.Verdict.CANNOT_TELL;
            case NOTICE, NONE -> ImpactResult.Verdict.UNAFFECTED;
        };
    }

    private static Finding.Level level(ViolationKind.Weight weight) {
        return switch (weight) {
            case BREAK -> Finding.Level.ERROR;
            case DOUBT -> Finding.Level.WARNING;
            case NOTICE, NONE -> Finding.Level.INFO;
        };
    }

    private static Finding.Level level(Violation violation) {
        return violation.kind().level() == ViolationKind.Level.ERROR ? Finding.Level.ERROR : Finding.Level.WARNING;
    }

    private static ImpactFinding finding(
            Judgement judgement, Violation violation, Finding.Level level, @Nullable Change change) {
        return new ImpactFinding(
                judgement.interaction().origin().consumer(),
                Compatibility.finding(judgement, violation, level),
                change == null ? null : change.ruleId(),
                change == null ? null : change.sentence(),
                change == null ? 0 : change.baseSource().line(),
                change == null ? 0 : change.revisionSource().line());
    }
}
