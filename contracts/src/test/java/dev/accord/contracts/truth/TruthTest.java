package dev.accord.contracts.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accord.contracts.impact.ImpactResult.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The verdict against the truth: random documents, random changes, random pacts. A consumer is called unaffected: then
 * pact-jvm must accept what the changed provider answers wherever it accepted the old answers, and a reading of requests that
 * is not ours must admit what the consumer sends. A consumer is said to break: then some answer or request must show it.
 *
 * <p>{@code -Dtruth.cases=N} runs N cases, {@code -Dtruth.seed=S} other ones, {@code -Dtruth.report=FILE} writes down each
 * case that was not as told. Each case has its own seed, which a failure names.
 */
class TruthTest {

    private static final int CASES = Integer.getInteger("truth.cases", 800);
    private static final long SEED = Long.getLong("truth.seed", 20261122L);

    private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    private final Map<String, Map<Verdict, Integer>> byChange = new TreeMap<>();
    private final List<String> unsound = new ArrayList<>();
    private final List<String> idle = new ArrayList<>();

    @Test
    void theVerdictIsWhatHappens() {
        int cases = 0;
        for (long seed = SEED; cases < CASES; seed++) {
            Optional<Case> made = Case.of(seed);
            if (made.isPresent()) {
                cases++;
                judge(made.get());
            }
        }
        report();

        assertThat(unsound).isEmpty();
        assertThat(idle.size()).isLessThanOrEqualTo(Math.max(1, counts.getOrDefault(Verdict.BREAKS, 0) / 100));
        assertThat(counts.getOrDefault(Verdict.UNAFFECTED, 0)).isGreaterThan(cases / 10);
        assertThat(counts.getOrDefault(Verdict.BREAKS, 0)).isGreaterThan(cases / 50);
    }

    private void judge(Case each) {
        Verdict verdict = each.impact().verdict();
        counts.merge(verdict, 1, Integer::sum);
        byChange.computeIfAbsent(each.change(), c -> new EnumMap<>(Verdict.class))
                .merge(verdict, 1, Integer::sum);
        if (verdict == Verdict.UNAFFECTED) {
            each.shownBreak(20, false)
                    .ifPresent(b -> unsound.add(each.seed() + " " + each.change() + ": " + b + "\n" + each));
        } else if (verdict == Verdict.BREAKS && each.shownBreak(400, true).isEmpty()) {
            idle.add(each.seed() + " " + each.change() + ": " + each.impact().introduced() + "\n" + each);
        }
    }

    private void report() {
        StringBuilder table = new StringBuilder("change | breaks | cannot tell | unaffected\n");
        byChange.forEach((change, verdicts) -> {
            table.append(change);
            for (Verdict verdict : Verdict.values()) {
                table.append(" | ").append(verdicts.getOrDefault(verdict, 0));
            }
            table.append('\n');
        });
        System.out.println("truth: " + counts + ", unaffected that breaks " + unsound.size()
                + ", breaks that never breaks " + idle.size());
        unsound.stream().limit(3).forEach(System.out::println);
        idle.stream().limit(3).forEach(System.out::println);
        String file = System.getProperty("truth.report");
        if (file != null) {
            String text = table + "\nUNSOUND\n" + String.join("\n\n", unsound) + "\n\nIDLE\n"
                    + String.join("\n\n", idle) + "\n";
            try {
                Files.writeString(Path.of(file), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
