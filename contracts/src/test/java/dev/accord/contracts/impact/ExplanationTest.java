package dev.accord.contracts.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accord.contracts.diff.Change;
import dev.accord.contracts.diff.OpenApiDiff;
import dev.accord.contracts.openapi.OpenApiDocument;
import dev.accord.contracts.openapi.OpenApiReader;
import dev.accord.contracts.pact.PactReader;
import dev.accord.contracts.usage.Usage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which change a finding is put down to, what nobody needs, and what was wrong before. */
class ExplanationTest {

    private static final String BASE =
            "{type: object, required: [a, b, c], properties: {a: {type: string}, b: {type: string},"
                    + " c: {type: object, required: [a], properties: {a: {type: string}}}}}";

    @Nested
    class Causes {

        @Test
        void ofSeveralChangesTheOneAtTheFieldIsNamed() {
            String revision = BASE.replace("b: {type: string}", "b: {type: integer}")
                    .replace("properties: {a: {type: string}}}", "properties: {a: {type: boolean}}}");

            ImpactResult impact = OneOperation.answered(BASE, revision, "{\"b\": \"x\", \"c\": {\"a\": \"x\"}}", null);

            assertThat(impact.introduced())
                    .extracting(f -> f.finding().field() + " " + f.change())
                    .containsExactlyInAnyOrder(
                            "/b POST /things/{id}, response 200 application/json/b: the type changed from string to integer.",
                            "/c/a POST /things/{id}, response 200 application/json/c/a: the type changed from string to boolean.");
            assertThat(impact.unneeded()).isEmpty();
        }

        @Test
        void aChangeOfTheRequestIsNoCauseForTheResponse() {
            String operation =
                    "{requestBody: {content: {application/json: {schema: {type: object, properties: {a: A}}}}},"
                            + " responses: {'200': {content: {application/json: {schema: {type: object, required: [a], properties: {a: B}}}}}}}";

            ImpactResult impact = OneOperation.operation(
                    operation.replace("A}", "{type: string}}").replace("B}", "{type: string}}"),
                    operation.replace("A}", "{type: integer}}").replace("B}", "{type: integer}}"),
                    "{}",
                    "{\"status\": 200, \"body\": {\"a\": \"x\"}}");

            assertThat(impact.introduced())
                    .extracting(ImpactFinding::rule)
                    .containsExactly("response-property-type-changed");
            assertThat(impact.unneeded()).extracting(Change::ruleId).containsExactly("request-property-type-changed");
        }

        @Test
        void missingCredentialsComeFromAChangeOfSecurity() {
            String schemes = "{components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}}";

            ImpactResult impact = OneOperation.documents(
                    OneOperation.document("{responses: {'200': {}}}", schemes),
                    OneOperation.document(
                            "{parameters: [{name: q, in: query, required: true, schema: {}}], security: [{key: []}],"
                                    + " responses: {'200': {}}}",
                            schemes),
                    "/things/7",
                    "{}",
                    "{\"status\": 200}");

            assertThat(impact.introduced()).hasSize(2).allSatisfy(f -> {
                boolean credentials = f.finding().code().startsWith("request.authorization");
                assertThat(f.rule())
                        .as(f.finding().code())
                        .satisfies(r -> assertThat(r.contains("security")).isEqualTo(credentials));
            });
        }

        @Test
        void aFindingHasTheLinesOfItsChange() {
            String base = OneOperation.document(
                    "{responses: {'200': {content: {application/json: {schema: " + BASE + "}}}}}", "{}");
            String revision = base.replace("paths:", "\npaths:").replace("b: {type: string}", "\nb: {type: integer}");

            ImpactResult impact = OneOperation.documents(
                    base, revision, "/things/7", "{}", "{\"status\": 200, \"body\": {\"b\": \"x\"}}");

            assertThat(impact.introduced()).singleElement().satisfies(f -> {
                assertThat(f.baseLine()).isEqualTo(1);
                assertThat(f.revisionLine()).isEqualTo(3);
            });
        }
    }

    @Nested
    class InteractionsThatCannotBeJudged {

        private static final String OPAQUE = """
                {"type": "Synchronous/HTTP", "description": "p", "pluginConfiguration": {"proto": {}}}
                """;
        private static final String MESSAGE = """
                {"type": "Asynchronous/Messages", "description": "m", "contents": {"content": "x"}}
                """;

        @Test
        void leaveTheVerdictOpenWhereSomethingMayBreak() {
            ImpactResult impact = impact(BASE, BASE.replace("b: {type: string}", "b: {type: integer}"), OPAQUE);

            assertThat(impact.verdict()).isEqualTo(ImpactResult.Verdict.CANNOT_TELL);
            assertThat(impact.introduced())
                    .extracting(f -> f.finding().code())
                    .containsExactly("interaction.not-judged");
        }

        @Test
        void sayNothingWhereNothingMayBreak() {
            ImpactResult impact =
                    impact(BASE, BASE.replace("b: {type: string}", "b: {type: string, title: t}, d: {}"), OPAQUE);

            assertThat(impact.verdict()).isEqualTo(ImpactResult.Verdict.UNAFFECTED);
            assertThat(impact.introduced()).isEmpty();
        }

        @Test
        void useNothingOfAnApiWhenTheyAreMessages() {
            ImpactResult impact = impact(BASE, BASE.replace("b: {type: string}", "b: {type: integer}"), MESSAGE);

            assertThat(impact.verdict()).isEqualTo(ImpactResult.Verdict.UNAFFECTED);
            assertThat(impact.introduced()).isEmpty();
        }

        private static ImpactResult impact(String base, String revision, String interaction) {
            String operation = "{responses: {'200': {content: {application/json: {schema: SCHEMA}}}}}";
            OpenApiDocument one = OpenApiReader.read(OneOperation.document(operation.replace("SCHEMA", base), "{}"));
            OpenApiDocument other =
                    OpenApiReader.read(OneOperation.document(operation.replace("SCHEMA", revision), "{}"));
            Usage usage = Usage.of(PactReader.read("{\"consumer\": {\"name\": \"c\"}, \"provider\": {\"name\": \"p\"},"
                    + " \"interactions\": [" + interaction
                    + "], \"metadata\": {\"pactSpecification\": {\"version\": \"4.0\"}}}"));
            return Impact.of(one, other, OpenApiDiff.compare(one, other), usage);
        }
    }

    /** What the older document did not offer is not taken away. */
    @ParameterizedTest(name = "{0}: {5}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a status that was missing comes with another body | {'201': {}} | {'200': {content: {application/json: {schema: {type: integer}}}}} | {} | {"status": 200, "body": "x"} | UNAFFECTED
            a body that was missing comes with another kind   | {'200': {}} | {'200': {content: {application/json: {schema: {type: integer}}}}} | {} | {"status": 200, "headers": {"Content-Type": "application/json"}, "body": "x"} | UNAFFECTED
            a field that was missing may be null              | {'200': {content: {application/json: {schema: {type: object, properties: {b: {}}, additionalProperties: false}}}}} | {'200': {content: {application/json: {schema: {type: object, required: [a], properties: {a: {type: [string, 'null']}}}}}}} | {} | {"status": 200, "body": {"a": "x"}} | UNAFFECTED
            a field that could be null may be a number        | {'200': {content: {application/json: {schema: {type: object, required: [a], properties: {a: {type: [string, 'null']}}}}}}} | {'200': {content: {application/json: {schema: {type: object, required: [a], properties: {a: {type: [string, integer]}}}}}}} | {} | {"status": 200, "body": {"a": "x"}} | BREAKS
            a field that could be a number may be null        | {'200': {content: {application/json: {schema: {type: object, required: [a], properties: {a: {type: [string, number]}}}}}}} | {'200': {content: {application/json: {schema: {type: object, required: [a], properties: {a: {type: [string, 'null']}}}}}}} | {} | {"status": 200, "body": {"a": "x"}} | BREAKS
            a field that could be anything may be null        | {'200': {content: {application/json: {schema: {type: object, required: [a], properties: {a: {}}}}}}} | {'200': {content: {application/json: {schema: {type: object, required: [a], properties: {a: {type: [string, 'null']}}}}}}} | {} | {"status": 200, "body": {"a": "x"}} | UNAFFECTED
            an integer header becomes a number                | {'200': {headers: {X-A: {required: true, schema: {type: integer}}}}} | {'200': {headers: {X-A: {required: true, schema: {type: number}}}}} | {} | {"status": 200, "headers": {"X-A": "1"}} | BREAKS
            an integer header becomes a text                  | {'200': {headers: {X-A: {required: true, schema: {type: integer}}}}} | {'200': {headers: {X-A: {required: true, schema: {type: string}}}}} | {} | {"status": 200, "headers": {"X-A": "1"}} | BREAKS
            a number header becomes an integer                | {'200': {headers: {X-A: {required: true, schema: {type: number}}}}} | {'200': {headers: {X-A: {required: true, schema: {type: integer}}}}} | {} | {"status": 200, "headers": {"X-A": "1"}} | UNAFFECTED
            a text header becomes an integer                  | {'200': {headers: {X-A: {required: true, schema: {type: string}}}}} | {'200': {headers: {X-A: {required: true, schema: {type: integer}}}}} | {} | {"status": 200, "headers": {"X-A": "1"}} | UNAFFECTED
            a number of any size gets a wide format           | {'200': {content: {application/json: {schema: {type: integer}}}}} | {'200': {content: {application/json: {schema: {type: integer, format: int64}}}}} | {} | {"status": 200, "body": 1} | UNAFFECTED
            a bound number loses its format                   | {'200': {content: {application/json: {schema: {type: integer, format: int64}}}}} | {'200': {content: {application/json: {schema: {type: integer, format: int32}}}}} | {} | {"status": 200, "body": 1} | UNAFFECTED
            """)
    void whatWasMissing(String change, String base, String revision, String request, String response, String verdict) {
        ImpactResult impact =
                OneOperation.operation("{responses: " + base + "}", "{responses: " + revision + "}", request, response);

        assertThat(impact.verdict()).as(impact.toString()).hasToString(verdict);
    }

    @Test
    void whatIsWorthKnowingOnlyIsNotToldAsWrongBefore() {
        String schema = "{type: object, properties: {a: {}}}";

        ImpactResult impact = OneOperation.sent(schema, schema, "{\"b\": 1}", null);

        assertThat(impact.alreadyUnsatisfied()).isEmpty();
        assertThat(impact.improvements()).isEmpty();
    }
}
