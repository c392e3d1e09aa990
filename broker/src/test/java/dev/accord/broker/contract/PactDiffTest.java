package dev.accord.broker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.platform.Json;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What changed between two pacts, as text. */
class PactDiffTest {

    @Test
    void orderAndIdentifiersAreNoDifference() {
        assertThat(PactDiff.between(
                        json("{'interactions':[{'_id':'1','a':1,'b':2},{'c':3}]}"),
                        json("{'interactions':[{'c':3},{'b':2,'a':1}]}")))
                .isEmpty();
    }

    @Test
    void changedLinesHaveASignAndSomeLinesAroundThem() {
        assertThat(PactDiff.between(json("{'a':1,'b':{'c':'x'}}"), json("{'a':1,'b':{'c':'y'},'d':[]}")))
                .isEqualTo(String.join(
                        "\n",
                        " {",
                        "   \"a\": 1,",
                        "   \"b\": {",
                        "-    \"c\": \"x\"",
                        "-  }",
                        "+    \"c\": \"y\"",
                        "+  },",
                        "+  \"d\": []",
                        " }"));
    }

    @Test
    void applyingADifferenceToTheEarlierLinesGivesTheLaterOnes() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<String> before = lines(random);
            List<String> after = lines(random);

            List<String> shown = LineDiff.between(before, after).lines().toList();

            assertThat(shown.stream().filter(line -> line.startsWith("-")).count()
                            - shown.stream()
                                    .filter(line -> line.startsWith("+"))
                                    .count())
                    .as("round %d: %s -> %s", round, before, after)
                    .isEqualTo(before.size() - after.size());
            if (!shown.isEmpty() && !shown.contains(" ...")) {
                assertThat(signed(shown, "-")).isSubsetOf(before);
                assertThat(signed(shown, "+")).isSubsetOf(after);
            }
            assertThat(shown.isEmpty()).isEqualTo(before.equals(after));
        }
    }

    @Test
    void hugeContentsThatHaveNothingInCommonAreComparedInBoundedTimeAndSpace() {
        List<String> before = IntStream.range(0, 200_000).mapToObj(i -> "b" + i).toList();
        List<String> after = IntStream.range(0, 200_000).mapToObj(i -> "a" + i).toList();

        String difference = Assertions.assertTimeout(Duration.ofSeconds(20), () -> LineDiff.between(before, after));

        assertThat(difference.lines().count()).isLessThan(5_000);
        assertThat(difference).endsWith("... and further differences");
    }

    private static List<String> signed(List<String> lines, String sign) {
        return lines.stream()
                .filter(line -> line.startsWith(sign))
                .map(line -> line.substring(1))
                .toList();
    }

    private static List<String> lines(Random random) {
        return Stream.generate(() -> String.valueOf((char) ('a' + random.nextInt(4))))
                .limit(random.nextInt(12))
                .toList();
    }

    private static JsonNode json(String text) {
        return Json.stored(text.replace('\'', '"'));
    }
}
