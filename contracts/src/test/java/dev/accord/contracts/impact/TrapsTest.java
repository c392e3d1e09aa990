package dev.accord.contracts.impact;

import static dev.accord.contracts.impact.ImpactResult.Verdict.BREAKS;
import static dev.accord.contracts.impact.ImpactResult.Verdict.CANNOT_TELL;
import static dev.accord.contracts.impact.ImpactResult.Verdict.UNAFFECTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accord.contracts.diff.OpenApiDiff;
import dev.accord.contracts.openapi.OpenApiReader;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where comparisons of documents with what consumers use go wrong easily. */
class TrapsTest {

    private static final String NAMED =
            "{components: {schemas: {Id: {type: string}, Node: {type: object, required: [name],"
                    + " properties: {name: {type: string}, next: {$ref: '#/components/schemas/Node'}}}}}}";

    @Nested
    class Null {

        @ParameterizedTest(name = "{0}: {1} → {2} is {3}")
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                beside a type, it is allowed in 3.0            | {type: string} | {type: string, nullable: true} | BREAKS
                beside a reference, it says nothing in 3.0     | {$ref: '#/components/schemas/Id'} | {$ref: '#/components/schemas/Id', nullable: true} | UNAFFECTED
                around a reference in allOf, it says nothing, for the part has no null | {allOf: [{$ref: '#/components/schemas/Id'}]} | {nullable: true, allOf: [{$ref: '#/components/schemas/Id'}]} | BREAKS
                a list of values without it forbids it         | {type: string, enum: [a]} | {type: string, nullable: true, enum: [a]} | UNAFFECTED
                a list of values with it allows it             | {type: string, enum: [a]} | {type: string, nullable: true, enum: [a, null]} | BREAKS
                """)
        void inDocumentsOf30(String trap, String base, String revision, ImpactResult.Verdict verdict) {
            assertThat(answered("3.0.3", base, revision, "\"a\"").verdict()).isEqualTo(verdict);
        }

        @ParameterizedTest(name = "{0}: {1} → {2} is {3}")
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                as one of several types                        | {type: string} | {type: [string, 'null']} | BREAKS
                as an alternative                              | {type: string} | {oneOf: [{type: string}, {type: 'null'}]} | BREAKS
                a list of types and an alternative are the same | {type: [string, 'null']} | {anyOf: [{type: string}, {type: 'null'}]} | UNAFFECTED
                beside a reference, siblings count             | {$ref: '#/components/schemas/Id'} | {$ref: '#/components/schemas/Id', enum: [a, b, null]} | UNAFFECTED
                the keyword of 3.0 says nothing in 3.1         | {type: string} | {type: string, nullable: true} | UNAFFECTED
                """)
        void inDocumentsOf31(String trap, String base, String revision, ImpactResult.Verdict verdict) {
            assertThat(answered("3.1.0", base, revision, "\"a\"").verdict()).isEqualTo(verdict);
        }

        @Test
        void isTheSameInBothVersions() {
            String base = document("3.0.3", answers("{type: string, nullable: true}"));
            String revision = document("3.1.0", answers("{type: [string, 'null']}"));

            assertThat(OpenApiDiff.compare(OpenApiReader.read(base), OpenApiReader.read(revision)))
                    .isEmpty();
        }
    }

    @Nested
    class Cycles {

        private static final String NODE = "{$ref: '#/components/schemas/Node'}";
        private static final String DEEP =
                "{\"name\": \"a\", \"next\": {\"name\": \"b\", \"next\": {\"name\": \"c\"}}}";

        @Test
        void areFollowedAsDeepAsTheConsumerReads() {
            String base = document("3.1.0", answers(NODE));
            String revision = base.replace("required: [name]", "required: []");

            ImpactResult impact = documents(base, revision, "{\"v\": " + DEEP + "}", "{}");

            assertThat(impact.verdict()).isEqualTo(BREAKS);
            assertThat(impact.introduced())
                    .extracting(f -> f.finding().field())
                    .containsExactly("/v/name", "/v/next/name", "/v/next/next/name");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{$ref: '#/components/schemas/Loop'}",
                    "{allOf: [{$ref: '#/components/schemas/Loop'}]}",
                    "{oneOf: [{$ref: '#/components/schemas/Loop'}, {type: string}]}",
                    "{not: {$ref: '#/components/schemas/Loop'}}",
                    "{items: {$ref: '#/components/schemas/Loop'}}"
                })
        void withoutAnEndDoNotHang(String loop) {
            String base = document("3.1.0", answers("{$ref: '#/components/schemas/Loop'}"))
                    .replace("schemas: {", "schemas: {Loop: " + loop + ", ");
            String revision = base.replace("200", "201");

            assertThat(documents(base, revision, "{\"v\": \"a\"}", "{}").verdict())
                    .isEqualTo(BREAKS);
        }
    }

    @Nested
    class RequiredNames {

        @Test
        void ofAllPartsCount() {
            String parts = "{allOf: [{required: [a], properties: {a: {type: string}}}, {required: [b], properties: {b:"
                    + " {type: string}}}]}";
            String read = "{\"a\": \"x\", \"b\": \"y\"}";

            assertThat(answered("3.1.0", parts, parts.replace("required: [b], ", ""), read)
                            .introduced())
                    .extracting(f -> f.finding().field())
                    .containsExactly("/v/b");
        }

        @Test
        void countWithoutADeclaration() {
            assertThat(sent("{type: object}", "{type: object, required: [b]}", "{\"a\": 1}")
                            .verdict())
                    .isEqualTo(BREAKS);
        }

        @Test
        void ofReadOnlyPropertiesCountInAnswersOnlyAndOfWriteOnlyOnesInRequestsOnly() {
            String none = "{type: object, properties: {a: {type: string}}}";
            String readOnly = "{type: object, required: [b], properties: {a: {type: string}, b: {readOnly: true}}}";
            String writeOnly = readOnly.replace("readOnly", "writeOnly");

            assertThat(sent(none, readOnly, "{\"a\": \"x\"}").verdict()).isEqualTo(UNAFFECTED);
            assertThat(sent(none, writeOnly, "{\"a\": \"x\"}").verdict()).isEqualTo(BREAKS);
            assertThat(answered("3.1.0", readOnly, writeOnly, "{\"b\": \"x\"}").verdict())
                    .isEqualTo(BREAKS);
        }
    }

    @Nested
    class Alternatives {

        private static final String CARD = "{required: [k, n], properties: {k: {const: card}, n: {type: string}}}";
        private static final String CASH = "{required: [k], properties: {k: {const: cash}}}";

        @Test
        void ofAnAnswerMustAllSatisfyTheNeedUnlessATagTellsThemApart() {
            String one = "{oneOf: [{required: [n], properties: {n: {type: string}}}]}";
            String two = "{oneOf: [{required: [n], properties: {n: {type: string}}}, {required: [m]}]}";

            assertThat(answered("3.1.0", one, two, "{\"n\": \"1\"}").verdict()).isEqualTo(BREAKS);
            assertThat(answered(
                                    "3.1.0",
                                    "{oneOf: [" + CARD + ", " + CASH + "]}",
                                    "{oneOf: [" + CARD + ", " + CASH.replace("[k]", "[k, m]") + "]}",
                                    "{\"k\": \"card\", \"n\": \"1\"}")
                            .verdict())
                    .isEqualTo(UNAFFECTED);
        }

        @Test
        void ofARequestMustTakeItAndOneOfThemOnlyWhereOneIsAskedFor() {
            String base = "{oneOf: [{required: [a]}, {required: [b]}]}";
            String revision = "{oneOf: [{required: [a]}, {required: [b]}, {maxProperties: 1}]}";

            assertThat(sent(base, revision, "{\"a\": 1}").verdict()).isEqualTo(BREAKS);
            assertThat(sent(base.replace("oneOf", "anyOf"), revision.replace("oneOf", "anyOf"), "{\"a\": 1}")
                            .verdict())
                    .isEqualTo(UNAFFECTED);
        }
    }

    @Nested
    class Statuses {

        @ParameterizedTest(name = "{0} → {1} is {2}")
        @CsvSource(delimiter = '|', textBlock = """
                {'200': A, default: B} | {2XX: A, default: B}        | UNAFFECTED
                {2XX: A}               | {'200': A, 2XX: B}          | UNAFFECTED
                {2XX: A}               | {'200': B, 2XX: A}          | BREAKS
                {2XX: A, default: A}   | {default: A}                | CANNOT_TELL
                {default: A}           | {'200': A}                  | UNAFFECTED
                {'201': B, '200': A}   | {'200': A}                  | UNAFFECTED
                """)
        void areLookedUpInEachDocumentByItself(String base, String revision, ImpactResult.Verdict verdict) {
            assertThat(documents(statuses(base), statuses(revision), "{\"v\": \"a\"}", "{}")
                            .verdict())
                    .isEqualTo(verdict);
        }

        private String statuses(String responses) {
            String body =
                    "{content: {application/json: {schema: {type: object, required: [v], properties: {v: {type: T}}}}}}";
            return document(
                    "3.1.0",
                    responses
                            .replace(": A", ": " + body.replace("T}", "string}"))
                            .replace(": B", ": " + body.replace("T}", "integer}")));
        }
    }

    @Nested
    class NamesOfPathParameters {

        @Test
        void sayNothingUnlessTheStyleWritesThem() {
            String simple = document("3.1.0", "{'200': {}}");
            String matrix = simple.replace("in: path,", "in: path, style: matrix,");

            assertThat(renamed(simple, "/things/7").verdict()).isEqualTo(UNAFFECTED);
            assertThat(renamed(matrix, "/things/;id=7").verdict()).isEqualTo(BREAKS);
        }

        private ImpactResult renamed(String base, String path) {
            String revision = base.replace("{id}", "{number}").replace("name: id", "name: number");
            return OneOperation.documents(base, revision, path, "{}", "{\"status\": 200}");
        }
    }

    @Nested
    class Numbers {

        @Test
        void withoutAFractionAreIntegersHoweverTheyAreWritten() {
            assertThat(sent("{type: number}", "{type: integer}", "1.0").verdict())
                    .isEqualTo(UNAFFECTED);
            assertThat(sent("{type: number}", "{type: integer}", "1.5").verdict())
                    .isEqualTo(BREAKS);
        }

        @Test
        void widenInAnswersAndNarrowInRequests() {
            assertThat(answered("3.1.0", "{type: integer}", "{type: number}", "1", "{\"match\": \"integer\"}")
                            .verdict())
                    .isEqualTo(BREAKS);
            assertThat(answered("3.1.0", "{type: number}", "{type: integer}", "1", "{\"match\": \"number\"}")
                            .verdict())
                    .isEqualTo(UNAFFECTED);
        }
    }

    @Nested
    class TheEmptySchema {

        @Test
        void isAnythingWhichBreaksWhoReadsAndNeverWhoSends() {
            assertThat(answered("3.1.0", "{type: string}", "{}", "\"a\"").verdict())
                    .isEqualTo(BREAKS);
            assertThat(sent("{type: string}", "{}", "\"a\"").verdict()).isEqualTo(UNAFFECTED);
        }
    }

    @Nested
    class Formats {

        @Test
        void areHintsUnlessARuleExcludesWhatMayCome() {
            String uuid = "\"7b3c1d8e-6f0a-4c55-9a57-0d8c1a2b3c4d\"";

            assertThat(answered("3.1.0", "{type: string, format: uuid}", "{type: string}", uuid)
                            .verdict())
                    .isEqualTo(CANNOT_TELL);
            assertThat(answered(
                                    "3.1.0",
                                    "{type: string, format: uuid}",
                                    "{type: string}",
                                    uuid,
                                    "{\"match\": \"type\"}")
                            .verdict())
                    .isEqualTo(UNAFFECTED);
            assertThat(answered(
                                    "3.1.0",
                                    "{type: string, format: uuid}",
                                    "{type: string}",
                                    uuid,
                                    "{\"match\": \"regex\", \"regex\": \"[0-9a-f-]{36}\"}")
                            .verdict())
                    .isEqualTo(BREAKS);
        }
    }

    @Nested
    class BodiesOfOtherKinds {

        @Test
        void aBodyOfAGetCountsLikeAnyOther() {
            String base = document("3.1.0", "{'200': {}}, requestBody: {content: {application/json: {schema: {}}}}")
                    .replace("post:", "get:");
            String revision = base.replace("schema: {}", "schema: {required: [b]}");

            ImpactResult impact = OneOperation.documents(
                    base,
                    revision,
                    "/things/7",
                    "{\"method\": \"GET\", \"headers\": {\"Content-Type\": \"application/json\"}, \"body\": {\"a\": 1}}",
                    "{\"status\": 200}");

            assertThat(impact.verdict()).isEqualTo(BREAKS);
        }

        @Test
        void aPartOfAFormMayCarryJson() {
            String base = form("{type: object, properties: {o: {type: object}}}");
            String revision = form("{type: object, properties: {o: {type: object, required: [b]}}}");

            assertThat(OneOperation.documents(
                                    base, revision, "/things/7", multipart("{\\\"a\\\": 1}"), "{\"status\": 200}")
                            .verdict())
                    .isEqualTo(BREAKS);
        }

        @Test
        void aFileCountsByItsPresence() {
            String base = form("{type: object}");
            String file = form("{type: object, required: [o], properties: {o: {type: string, format: binary}}}");
            String other = file.replace("[o]", "[p]");

            assertThat(OneOperation.documents(base, file, "/things/7", multipart("x"), "{\"status\": 200}")
                            .verdict())
                    .isEqualTo(UNAFFECTED);
            assertThat(OneOperation.documents(base, other, "/things/7", multipart("x"), "{\"status\": 200}")
                            .verdict())
                    .isEqualTo(BREAKS);
        }

        private static String form(String schema) {
            return document(
                    "3.1.0", "{'200': {}}, requestBody: {content: {multipart/form-data: {schema: " + schema + "}}}");
        }

        private static String multipart(String part) {
            return "{\"headers\": {\"Content-Type\": \"multipart/form-data; boundary=b\"}, \"body\": \"--b\\r\\n"
                    + "Content-Disposition: form-data; name=\\\"o\\\"\\r\\n\\r\\n" + part + "\\r\\n--b--\\r\\n\"}";
        }
    }

    @Nested
    class RequestsThatAreWrongOnPurpose {

        @Test
        void countByOperationStatusAndAnswerOnly() {
            String base = document(
                    "3.1.0", "{'200': {}, '422': {}}, requestBody: {content: {application/json: {schema: {}}}}");
            String request = "{\"headers\": {\"Content-Type\": \"application/json\"}, \"body\": {\"a\": 1}}";

            assertThat(OneOperation.documents(
                                    base,
                                    base.replace("schema: {}", "schema: {required: [b]}"),
                                    "/things/7",
                                    request,
                                    "{\"status\": 422}")
                            .verdict())
                    .isEqualTo(UNAFFECTED);
            assertThat(OneOperation.documents(
                                    base, base.replace("'422'", "'400'"), "/things/7", request, "{\"status\": 422}")
                            .verdict())
                    .isEqualTo(BREAKS);
        }
    }

    private static String answers(String schema) {
        return "{'200': {content: {application/json: {schema: {type: object, required: [v], properties: {v: " + schema
                + "}}}}}}";
    }

    private static String document(String version, String responses) {
        return OneOperation.document("{responses: " + responses + "}", NAMED).replace("3.1.0", version);
    }

    private static ImpactResult answered(String version, String base, String revision, String value) {
        return answered(version, base, revision, value, null);
    }

    private static ImpactResult answered(String version, String base, String revision, String value, String rule) {
        String rules = rule == null ? "{}" : "{\"body\": {\"$.v\": {\"matchers\": [" + rule + "]}}}";
        return documents(
                document(version, answers(base)),
                document(version, answers(revision)),
                "{\"v\": " + value + "}",
                rules);
    }

    private static ImpactResult sent(String base, String revision, String value) {
        return OneOperation.sent(base, revision, value, null);
    }

    private static ImpactResult documents(String base, String revision, String body, String rules) {
        return OneOperation.documents(
                base,
                revision,
                "/things/7",
                "{}",
                "{\"status\": 200, \"body\": " + body + ", \"matchingRules\": " + rules + "}");
    }
}
