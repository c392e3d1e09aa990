package dev.accord.verifier.cli;

import static dev.accord.verifier.cli.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** {@code diff}, {@code compare} and {@code usage}: exit codes and whole outputs. */
class ComparisonCommandsTest {

    private static final String CLI = "src/test/resources/cli/";
    private static final String BASE = CLI + "base.yaml";
    private static final String NO_EMAIL = CLI + "no-email.yaml";
    private static final String NO_FAX = CLI + "no-fax.yaml";
    private static final String RETITLED = CLI + "retitled.yaml";
    private static final String WEB = CLI + "web.json";
    private static final String MOBILE = CLI + "mobile.json";
    private static final String PLUGIN = CLI + "plugin.json";

    @TempDir
    Path folder;

    private static int exitCode(String... args) {
        return CommandRun.of(args).exitCode();
    }

    @Nested
    class TheExitCodeOfDiff {

        @Test
        void isZeroWhenNothingBreaks() {
            assertThat(exitCode("diff", BASE, RETITLED)).isZero();
        }

        @Test
        void isOneForABreakingChange() {
            assertThat(exitCode("diff", BASE, NO_EMAIL)).isEqualTo(1);
        }

        @Test
        void isZeroForABreakOnPaperThatNoGivenConsumerNeeds() {
            assertThat(exitCode("diff", BASE, NO_FAX, "--pact", WEB, "--pact", MOBILE))
                    .isZero();
        }

        @Test
        void isOneWhenAGivenConsumerBreaks() {
            assertThat(exitCode("diff", BASE, NO_EMAIL, "--pact", WEB, MOBILE)).isEqualTo(1);
        }

        @Test
        void isOneForABreakOnPaperWhenAskedTo() {
            assertThat(exitCode("diff", BASE, NO_FAX, "--pact", WEB, "--fail-on", "breaking"))
                    .isEqualTo(1);
        }

        @Test
        void isTwoWhenItCannotBeToldAndThatMatters() {
            assertThat(exitCode("diff", BASE, NO_EMAIL, "--pact", PLUGIN)).isZero();
            assertThat(exitCode("diff", BASE, NO_EMAIL, "--pact", PLUGIN, "--fail-on-cannot-tell"))
                    .isEqualTo(2);
        }

        @ParameterizedTest
        @CsvSource({
            "diff nowhere.yaml " + BASE + ", there is no file nowhere.yaml",
            "diff " + BASE + ", Missing required parameter",
            "diff " + BASE + " " + WEB + ", is not an OpenAPI document",
            "diff " + BASE + " " + NO_FAX + " --fail-on consumer-break, give --pact",
            "diff " + BASE + " " + NO_FAX + " --fail-on never, never",
            "diff " + BASE + " " + NO_FAX + " --pact " + BASE + ", is not a pact",
            "difference, Unmatched",
            "compare " + BASE + ", PACT",
            "usage " + NO_FAX + ", is not a pact",
        })
        void isThreeForWrongOptionsAndInput(String line, String said) {
            CommandRun run = CommandRun.of(line.split(" "));

            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).startsWith("accord: ").contains(said);
            assertThat(run.out()).isEmpty();
        }

        @Test
        void isThreeForADocumentThatCannotBeReadAndTheMessageSaysWhere() throws IOException {
            Path broken = Files.writeString(folder.resolve("broken.json"), "{\"openapi\": \"3.0.0\",\n \"paths\": {]}");

            CommandRun run = CommandRun.of("diff", BASE, broken.toString());

            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).contains(broken + ":2:");
        }
    }

    @Nested
    class TheOutputOfDiff {

        @ParameterizedTest
        @ValueSource(strings = {"text", "markdown", "junit", "sarif", "json"})
        void isAsInTheGoldenFile(String format) throws IOException {
            CommandRun run = CommandRun.of("diff", BASE, NO_EMAIL, "--pact", WEB, MOBILE, "--format", format);

            assertGolden("diff." + format, run.out());
            assertThat(run.err()).isEmpty();
        }

        @Test
        void isShortWhenNothingChanged() {
            assertThat(CommandRun.of("diff", BASE, BASE).out())
                    .isEqualTo("Changes from " + BASE + " to " + BASE + "\n\nnothing found\n");
        }

        @Test
        void goesToAFileWhenAskedTo() throws IOException {
            Path report = folder.resolve("report.md");

            CommandRun run = CommandRun.of("diff", BASE, NO_EMAIL, "--format", "markdown", "-o", report.toString());

            assertThat(run.out()).isEmpty();
            assertThat(Files.readString(report)).startsWith("## Changes from ");
        }

        @Test
        void isWellFormedXmlWhateverTheNamesHold() throws Exception {
            String pact = Files.readString(Path.of(WEB)).replace("get user", "<get> & \\\"user\\\" \\u0001\\n|");
            Path file = Files.writeString(folder.resolve("a&b.json"), pact);

            String xml = CommandRun.of("diff", BASE, NO_EMAIL, "--pact", file.toString(), "--format", "junit")
                    .out();

            assertThat(DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(xml)))
                            .getElementsByTagName("testcase")
                            .getLength())
                    .isGreaterThan(1);
        }

        @Test
        void namesTheConsumerTheInteractionAndTheFieldInJson() throws IOException {
            JsonNode json = new ObjectMapper()
                    .readTree(CommandRun.of("diff", BASE, NO_EMAIL, "--pact", WEB, MOBILE, "--format", "json")
                            .out());

            assertThat(json.path("breaking").asBoolean()).isTrue();
            JsonNode web = json.path("consumers").path(0);
            assertThat(web.path("consumer").asText()).isEqualTo("Web");
            assertThat(web.path("verdict").asText()).isEqualTo("breaks");
            assertThat(web.path("findings").path(0).path("description").asText())
                    .isEqualTo("get user");
            assertThat(web.path("findings").path(0).path("field").asText()).contains("email");
            assertThat(json.path("consumers").path(1).path("verdict").asText()).isEqualTo("unaffected");
        }
    }

    @Nested
    class Compare {

        @Test
        void isZeroWhenTheDocumentOffersEverything() {
            assertThat(exitCode("compare", BASE, WEB, MOBILE)).isZero();
        }

        @Test
        void isOneWhenItDoesNot() {
            assertThat(exitCode("compare", NO_EMAIL, WEB, MOBILE)).isEqualTo(1);
        }

        @Test
        void isTwoWhenAnInteractionCannotBeJudgedAndThatMatters() {
            assertThat(exitCode("compare", BASE, PLUGIN)).isZero();
            assertThat(exitCode("compare", BASE, PLUGIN, "--fail-on-cannot-tell"))
                    .isEqualTo(2);
        }

        @ParameterizedTest
        @ValueSource(strings = {"text", "markdown", "junit", "sarif", "json"})
        void outputIsAsInTheGoldenFile(String format) throws IOException {
            CommandRun run = CommandRun.of("compare", NO_EMAIL, WEB, MOBILE, PLUGIN, "--format", format);

            assertGolden("compare." + format, run.out());
        }
    }

    @Nested
    class UsageOfPacts {

        @Test
        void isShownFieldByField() throws IOException {
            CommandRun run = CommandRun.of("usage", WEB, PLUGIN);

            assertThat(run.exitCode()).isZero();
            assertGolden("usage.text", run.out());
        }

        @Test
        void canBeHadAsJson() throws IOException {
            JsonNode json = new ObjectMapper()
                    .readTree(CommandRun.of("usage", WEB, "--format", "json").out());

            assertThat(json.path(0).path("consumer").asText()).isEqualTo("Web");
            assertThat(json.path(0).path("needs").findValuesAsText("location"))
                    .anyMatch(path -> path.contains("email"));
        }

        @Test
        void namesTheFirstInteractionsOfManyThatNeedTheSame() throws IOException {
            String interactions =
                    IntStream.rangeClosed(1, 5).mapToObj(i -> """
                            {"description": "call %d", "request": {"method": "GET", "path": "/users"},
                             "response": {"status": 200, "body": {"id": 1}}}""".formatted(i)).collect(Collectors.joining(","));
            Path pact = Files.writeString(folder.resolve("many.json"), """
                    {"consumer": {"name": "Many"}, "provider": {"name": "Users"}, "interactions": [%s],
                     "metadata": {"pactSpecification": {"version": "3.0.0"}}}""".formatted(interactions));

            assertThat(CommandRun.of("usage", pact.toString()).out())
                    .contains("/id: number (soft, from \"call 1\", \"call 2\", \"call 3\" and 2 more)");
        }

        @Test
        void takesAFolder() throws IOException {
            Files.copy(Path.of(WEB), folder.resolve("web.json"));
            Files.copy(Path.of(MOBILE), folder.resolve("mobile.json"));

            assertThat(CommandRun.of("usage", folder.toString()).out()).contains("Mobile uses Users", "Web uses Users");
        }
    }

    @Test
    void longWorkTellsItsStepsOnTheErrorStream() throws IOException {
        String padding = "#" + "x".repeat(78) + "\n";
        Path large = Files.writeString(
                folder.resolve("large.yaml"), Files.readString(Path.of(BASE)) + padding.repeat(30_000));

        CommandRun run = CommandRun.of("diff", large.toString(), BASE);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("accord: reading " + large + " (2 MB) …", "accord: comparing …");
        assertThat(run.out()).doesNotContain("reading");
    }
}
