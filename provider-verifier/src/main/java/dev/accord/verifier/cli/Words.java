package dev.accord.verifier.cli;

import dev.accord.verifier.cli.Report.Kind;
import dev.accord.verifier.cli.Report.Severity;
import dev.accord.verifier.cli.Report.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words that all forms of a report share. */
final class Words {

    private Words() {}

    static String of(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    static String of(Report report, Verdict verdict) {
        boolean diff = report.kind() == Kind.DIFF;
        return switch (verdict) {
            case BREAKS -> diff ? "breaks" : "does not fit";
            case CANNOT_TELL -> "cannot tell";
            case UNAFFECTED -> diff ? "unaffected" : "fits";
        };
    }

    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** Returns the numbers in one line, such as {@code 3 findings: 1 error, 2 infos; 1 of 2 consumers breaks}. */
    static String summary(Report report) {
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long number = report.count(severity);
            if (number > 0) {
                parts.add(count(number, of(severity)));
            }
        }
        if (report.kind() == Kind.COMPARISON) {
            return consumers(report);
        }
        String findings = parts.isEmpty() ? "nothing found" : String.join(", ", parts);
        if (report.consumers().isEmpty()) {
            return findings;
        }
        return findings + "; " + consumers(report);
    }

    private static String consumers(Report report) {
        List<String> parts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            long number = report.consumers().stream()
                    .filter(consumer -> consumer.verdict() == verdict)
                    .count();
            if (number > 0) {
                parts.add(number + " " + of(report, verdict));
            }
        }
        return count(report.consumers().size(), "consumer") + ": " + String.join(", ", parts);
    }
}
