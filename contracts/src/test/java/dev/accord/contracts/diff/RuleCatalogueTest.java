package dev.accord.contracts.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The catalogue in the documentation is made from the code; {@code -Drules.write=true} writes it anew. */
class RuleCatalogueTest {

    private static final String BEGIN = "<!-- catalogue: made by RuleCatalogueTest -->\n";
    private static final String END = "<!-- end of catalogue -->\n";
    private static final Path DOCUMENT = Path.of("../docs/breaking-changes.md");

    @Test
    void theDocumentationListsEveryRuleWithItsLevel() throws IOException {
        String text = Files.readString(DOCUMENT);
        int from = text.indexOf(BEGIN) + BEGIN.length();
        int to = text.indexOf(END);

        if (Boolean.getBoolean("rules.write")) {
            Files.writeString(DOCUMENT, text.substring(0, from) + catalogue() + text.substring(to));
            return;
        }

        assertThat(text.substring(from, to)).isEqualTo(catalogue());
    }

    @Test
    void everyRuleOfOasdiffIsThere() {
        assertThat(Rules.all()).filteredOn(each -> !each.own()).hasSize(509);
    }

    @Test
    void anIdIsLowerCaseWordsAndTheTextHasNoOtherPlaceholders() {
        assertThat(Rules.all()).allSatisfy(each -> {
            assertThat(each.id()).matches("[a-z0-9]+(-[a-z0-9]+)+");
            assertThat(each.text().replace("{0}", "").replace("{1}", ""))
                    .doesNotContain("{")
                    .isNotBlank();
        });
    }

    private static String catalogue() {
        TreeMap<String, List<Rule>> groups =
                new TreeMap<>(Rules.all().stream().collect(Collectors.groupingBy(Rule::group)));
        StringBuilder text = new StringBuilder();
        groups.forEach((group, rules) -> {
            text.append("\n### ").append(group).append("\n\n| rule | level | finds |\n| --- | --- | --- |\n");
            rules.stream()
                    .sorted(Comparator.comparing(Rule::id))
                    .forEach(rule -> text.append("| `")
                            .append(rule.id())
                            .append('`')
                            .append(rule.own() ? " ＋" : "")
                            .append(" | ")
                            .append(rule.level().keyword())
                            .append(" | ")
                            .append(rule.text().replace("{0}", "_before_").replace("{1}", "_after_"))
                            .append(" |\n"));
        });
        return text.append('\n').toString();
    }
}
