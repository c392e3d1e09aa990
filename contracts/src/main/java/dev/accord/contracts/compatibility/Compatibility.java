package dev.accord.contracts.compatibility;

import dev.accord.contracts.openapi.OpenApiDocument;
import dev.accord.contracts.openapi.Operation;
import dev.accord.contracts.openapi.Source;
import dev.accord.contracts.pact.Pact;
import dev.accord.contracts.usage.InteractionUsage;
import dev.accord.contracts.usage.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Checks whether a document offers what a consumer uses. */
public final class Compatibility {

    private static final Pattern ANY_ELEMENT = Pattern.compile("/\\*(?=/|$)");

    private Compatibility() {}

    /** Checks a pact against a document. */
    public static CompatibilityResult check(OpenApiDocument document, Pact pact) {
        return check(document, Usage.of(pact));
    }

    /** Checks a usage against a document. To check several, make one {@link ApiJudge} and use the other method. */
    public static CompatibilityResult check(OpenApiDocument document, Usage usage) {
        return check(ApiJudge.of(document), usage);
    }

    /** Checks a usage by a judge. */
    public static CompatibilityResult check(ApiJudge judge, Usage usage) {
        List<Finding> findings = new ArrayList<>();
        boolean unjudged = false;
        for (InteractionUsage interaction : usage.interactions()) {
            Judgement judgement = judge.judge(interaction);
            if (interaction.unknown() != null) {
                unjudged = true;
                findings.add(notJudged(interaction));
            }
            for (Violation violation : judgement.violations()) {
                ViolationKind.Level level = violation.kind().level();
                unjudged |= level == ViolationKind.Level.UNJUDGED;
                if (level != ViolationKind.Level.NONE) {
                    findings.add(finding(judgement, violation, level(level)));
                }
            }
        }
        boolean compatible = findings.stream().noneMatch(f -> f.level() == Finding.Level.ERROR);
        CompatibilityResult.Verdict verdict = !compatible
                ? CompatibilityResult.Verdict.INCOMPATIBLE
                : unjudged ? CompatibilityResult.Verdict.CANNOT_TELL : CompatibilityResult.Verdict.COMPATIBLE;
        return new CompatibilityResult(compatible, verdict, findings);
    }

    private static Finding.Level level(ViolationKind.Level level) {
        return switch (level) {
            case ERROR -> Finding.Level.ERROR;
            case WARNING, UNJUDGED -> Finding.Level.WARNING;
            case INFO, NONE -> Finding.Level.INFO;
        };
    }

    private static Finding notJudged(InteractionUsage interaction) {
        return new Finding(
                "interaction.not-judged",
                Finding.Level.WARNING,
                interaction.origin().index(),
                interaction.origin().description(),
                null,
                "",
                "/interactions/" + interaction.origin().index(),
                "",
                1,
                1,
                "the interaction could not be judged: " + interaction.unknown());
    }

    /** Returns a violation as a finding. */
    public static Finding finding(Judgement judgement, Violation violation, Finding.Level level) {
        Operation operation = judgement.operation();
        Source source = violation.source();
        InteractionUsage.Origin origin = judgement.interaction().origin();
        return new Finding(
                violation.kind().code(),
                level,
                origin.index(),
                origin.description(),
                operation == null ? null : operation.key().toString(),
                field(violation.place()),
                pactLocation(origin, violation.place()),
                source.pointer(),
                source.line(),
                source.column(),
                violation.sentence());
    }

    private static String field(String place) {
        boolean body = place.startsWith(Places.RESPONSE_BODY) || place.startsWith(Places.REQUEST_BODY);
        return body ? Places.shown(place) : "";
    }

    /** Elements of arrays are shown by the first one, as pacts write them. */
    private static String pactLocation(InteractionUsage.Origin origin, String place) {
        String root = "/interactions/" + origin.index();
        if (place.isEmpty()) {
            return root + "/request/path";
        }
        String at = ANY_ELEMENT.matcher(place).replaceAll("/0");
        if (at.startsWith(Places.RESPONSE_BODY) || at.startsWith(Places.REQUEST_BODY)) {
            return root + "/" + at;
        }
        at = at.replaceFirst("^(request|response)/header/", "$1/headers/");
        at = at.replaceFirst("^request/(credentials|accept|content-type|cookie/.*)$", "request/headers");
        at = at.replaceFirst("^response/content-type$", "response/headers");
        at = at.replaceFirst("^request/path/.*$", "request/path");
        at = at.equals("response") ? "response/status" : at;
        return root + "/" + at;
    }
}
