package dev.accord.contracts.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.accord.contracts.pact.Pact;
import dev.accord.contracts.pact.PactReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Reads every pact of the comparator's corpus and of the probes. */
class UsageCorpusTest {

    @TestFactory
    List<DynamicTest> theUsageOfEveryPactSurvivesItsJsonForm() throws IOException {
        Path corpus = Path.of("../../shared/corpus").toAbsolutePath().normalize();
        corpus = Files.exists(corpus) ? corpus : Path.of("../../../shared/corpus");
        assumeTrue(Files.exists(corpus), "the corpus lies beside the checkout");
        try (Stream<Path> files = Files.walk(corpus)) {
            return files.filter(f -> f.getFileName().toString().startsWith("pact"))
                    .sorted()
                    .map(f -> DynamicTest.dynamicTest(f.toString(), () -> {
                        Pact pact = PactReader.read(Files.readString(f));

                        Usage usage = Usage.of(pact);

                        assertThat(Usage.fromJson(usage.toJson())).isEqualTo(usage);
                        assertThat(usage.interactions()).hasSameSizeAs(pact.interactions());
                    }))
                    .toList();
        }
    }
}
