package dev.accord.verifier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Words a report for a person. */
final class VerificationText {

    private VerificationText() {}

    static String of(VerificationReport report) {
        if (report.isEmpty()) {
            return report.provider() + ": nothing was verified, because the broker selected no pact."
                    + "\n  next: check the provider's name and the selectors, or allow this while there is no consumer";
        }
        StringBuilder text = new StringBuilder(
                report.provider() + ": " + count(report.pacts().size(), "pact") + " verified, "
                        + (report.published() ? "results published.\n" : "results not published.\n"));
        report.pacts().forEach(pact -> addPact(text, pact));
        return text.toString().stripTrailing();
    }

    private static void addPact(StringBuilder text, PactVerification pact) {
        String verdict = pact.passed() ? "passed" : pact.failsTheBuild() ? "FAILED" : "pending";
        text.append(verdict)
                .append("  ")
                .append(pact.consumer())
                .append(", ")
                .append(count(pact.interactions(), "interaction"));
        if (!pact.passed() && !pact.failsTheBuild()) {
            text.append("; failures of a pending pact do not fail this build");
        }
        text.append("\n        ").append(pact.source()).append('\n');
        Map<String, List<InteractionFailure>> byInteraction = pact.failures().stream()
                .collect(Collectors.groupingBy(
                        InteractionFailure::interaction, LinkedHashMap::new, Collectors.toList()));
        byInteraction.forEach((interaction, failures) -> addInteraction(text, pact, interaction, failures));
    }

    private static void addInteraction(
            StringBuilder text, PactVerification pact, String interaction, List<InteractionFailure> failures) {
        if (!interaction.isEmpty()) {
            List<String> states = failures.getFirst().states();
            text.append("    ").append(interaction);
            text.append(states.isEmpty() ? "\n" : ", given " + String.join(" and ", states) + "\n");
        }
        for (InteractionFailure failure : failures) {
            text.append("      ")
                    .append(failure.location())
                    .append(": ")
                    .append(indented(failure.explanation()))
                    .append('\n');
            addValue(text, "expected", failure.expected());
            addValue(text, "actual", failure.actual());
        }
        if (!interaction.isEmpty()) {
            text.append("      run it alone: --only-consumer ")
                    .append(quoted(pact.consumer()))
                    .append(" --only-interaction ")
                    .append(quoted(interaction))
                    .append('\n');
        }
    }

    private static void addValue(StringBuilder text, String label, String value) {
        if (!value.isEmpty()) {
            text.append("        ")
                    .append(label)
                    .append(": ")
                    .append(indented(value))
                    .append('\n');
        }
    }

    private static String indented(String value) {
        return value.strip().replace("\n", "\n          ");
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
