package dev.accord.contracts.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accord.contracts.openapi.OpenApiReader;
import dev.accord.contracts.openapi.UnreadableDocumentException;
import dev.accord.contracts.pact.PactReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Compares our verdicts with those of the comparator whose corpus lies beside the checkout. */
class ComparatorCorpusTest {

    @Test
    void judgesContractsAndInteractionsAsTheReferenceDoes() throws Exception {
        Path corpus = corpus();
        assumeTrue(Files.exists(corpus), "the corpus lies beside the checkout");
        int contracts = 0;
        int agreed = 0;
        int interactions = 0;
        int alike = 0;
        List<String> differences = new ArrayList<>();
        for (JsonNode each :
                new ObjectMapper().readTree(corpus.resolve("cases.json").toFile())) {
            if (!each.path("kind").asText().equals("openapi")
                    || !each.path("document").isTextual()) {
                continue;
            }
            String document =
                    Files.readString(corpus.resolve(each.get("document").asText()));
            String pact = Files.readString(corpus.resolve(each.get("pact").asText()));

            contracts++;
            CompatibilityResult result;
            try {
                result = Compatibility.check(OpenApiReader.read(document), PactReader.read(pact));
            } catch (UnreadableDocumentException unreadable) {
                interactions += each.path("interactions").size();
                differences.add("contract " + each.get("name") + ": " + unreadable.getMessage());
                continue;
            }
            boolean right = result.compatible() == each.get("compatible").asBoolean();
            agreed += right ? 1 : 0;
            if (!right) {
                differences.add("contract " + each.get("name") + ": " + result.compatible());
            }
            Set<Integer> bad = new TreeSet<>();
            result.findings().stream()
                    .filter(f -> f.level() == Finding.Level.ERROR)
                    .forEach(f -> bad.add(f.interaction()));
            for (JsonNode interaction : each.path("interactions")) {
                if (interaction.path("compatible").isMissingNode()
                        || interaction.get("compatible").isNull()) {
                    continue;
                }
                interactions++;
                int index = interaction.get("index").asInt();
                if (bad.contains(index) != interaction.get("compatible").asBoolean()) {
                    alike++;
                } else {
                    differences.add("  " + each.get("name") + " " + index + " " + interaction.get("description")
                            + " expected " + interaction.get("codes") + " got "
                            + result.findings().stream()
                                    .filter(f -> f.interaction() == index)
                                    .map(f -> f.level() + " " + f.code() + " " + f.sentence())
                                    .toList());
                }
            }
        }
        assertThat(100.0 * agreed / contracts).as("contracts: " + differences).isGreaterThanOrEqualTo(97);
        assertThat(100.0 * alike / interactions)
                .as("interactions: " + differences)
                .isGreaterThanOrEqualTo(98);
    }

    static Path corpus() {
        Path beside = Path.of("../../shared/corpus/comparator");
        return Files.exists(beside) ? beside : Path.of("../../../shared/corpus/comparator");
    }
}
