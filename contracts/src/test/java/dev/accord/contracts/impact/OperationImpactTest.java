package dev.accord.contracts.impact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes of whole operations that were once judged wrong, each found by running random consumers. */
class OperationImpactTest {

    @ParameterizedTest(name = "{0}: {4}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            parameter in the path gets a label                     | {}                             | {style: label}                 | /things/5       | BREAKS
            parameter in the path loses its label                  | {style: label}                 | {}                             | /things/.5      | BREAKS
            parameter in the path becomes a matrix parameter       | {}                             | {style: matrix}                | /things/5       | BREAKS
            list in the path is exploded after its label           | {style: label, LIST}           | {style: label, explode: true, LIST} | /things/.5,6 | BREAKS
            list in the path, simple in both, is said to explode   | {LIST}                         | {explode: true, LIST}          | /things/5,6     | UNAFFECTED
            """)
    void theStyleOfAPathParameter(String change, String base, String revision, String path, String verdict) {
        ImpactResult impact = OneOperation.documents(withId(base), withId(revision), path, "{}", "{\"status\": 200}");

        assertThat(impact.verdict()).as(impact.toString()).hasToString(verdict);
    }

    @ParameterizedTest(name = "{0}: {5}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            boolean becomes text, any text is taken                | {type: boolean} | {type: string, minLength: 1}  | true | {"match": "regex", "regex": ".+"}   | UNAFFECTED
            boolean becomes a number, any text is taken            | {type: boolean} | {type: integer}               | true | {"match": "regex", "regex": ".+"}   | UNAFFECTED
            integer becomes a number, digits are taken             | {type: integer, minimum: 0} | {type: number, minimum: 0} | 7 | {"match": "regex", "regex": "[0-9]+"} | BREAKS
            boolean becomes text, a text is read                   | {type: boolean} | {type: string}                | true | {"match": "type"}                   | BREAKS
            the example is too great now, any number is taken      | {type: integer} | {type: integer, maximum: 9}   | 12   | {"match": "type"}                   | UNAFFECTED
            the example is too great now, digits are taken         | {type: integer, minimum: 0} | {type: integer, minimum: 0, maximum: 9} | 12 | {"match": "regex", "regex": "[0-9]+"} | UNAFFECTED
            integer becomes nullable, digits are taken             | {type: integer} | {type: [integer, "null"]} | 7 | {"match": "regex", "regex": "[0-9]+"} | BREAKS
            the only value that is taken cannot come any more      | {type: integer} | {type: integer, maximum: 9}   | 12   | {"match": "equality"}               | BREAKS
            """)
    void theRuleOfAHeader(String change, String base, String revision, String example, String rule, String verdict) {
        String operation = "{responses: {'200': {headers: {X-A: {required: true, schema: SCHEMA}}}}}";
        String response = "{\"status\": 200, \"headers\": {\"X-A\": \"" + example
                + "\"}, \"matchingRules\": {\"header\": {\"X-A\": {\"matchers\": [" + rule + "]}}}}";

        ImpactResult impact = OneOperation.operation(
                operation.replace("SCHEMA", base), operation.replace("SCHEMA", revision), "{}", response);

        assertThat(impact.verdict()).as(impact.toString()).hasToString(verdict);
    }

    @ParameterizedTest(name = "{0}: {5}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            what is accepted remains for errors only               | {'200': {JSON}, 4XX: {JSON}} | {'200': {CSV}, 4XX: {JSON}} | application/json | 200 | BREAKS
            what is accepted is gone for errors only               | {'200': {JSON}, 4XX: {JSON}} | {'200': {JSON}, 4XX: {CSV}} | application/json | 404 | UNAFFECTED
            what is accepted is one of several                     | {'200': {JSON}}              | {'200': {BOTH}}             | application/json | 200 | UNAFFECTED
            what is liked better is offered, too                   | {'200': {JSON}}              | {'200': {BOTH}}             | application/json;q=0.5, text/csv | 200, "headers": {"Content-Type": "application/json"} | BREAKS
            what is liked less is offered, too                     | {'200': {JSON}}              | {'200': {BOTH}}             | application/json, text/csv;q=0.5 | 200, "headers": {"Content-Type": "application/json"} | UNAFFECTED
            what is liked less by its own range is offered, too    | {'200': {JSON}}              | {'200': {BOTH}}             | application/json;q=0.5, */*, text/csv;q=0.1 | 200, "headers": {"Content-Type": "application/json"} | UNAFFECTED
            """)
    void theMediaTypeOfTheExpectedResponse(
            String change, String base, String revision, String accept, String status, String verdict) {
        ImpactResult impact = OneOperation.operation(
                "{responses: " + contents(base) + "}",
                "{responses: " + contents(revision) + "}",
                "{\"headers\": {\"Accept\": \"" + accept + "\"}}",
                "{\"status\": " + status + "}");

        assertThat(impact.verdict()).as(impact.toString()).hasToString(verdict);
    }

    @Test
    void aCookieThatIsLookedForInTheQueryBreaksWhoSendsIt() {
        String operation = "{parameters: [{name: theme, in: PLACE, schema: {type: string}}], responses: {'200': {}}}";

        ImpactResult impact = OneOperation.operation(
                operation.replace("PLACE", "cookie"),
                operation.replace("PLACE", "query"),
                "{\"headers\": {\"Cookie\": \"theme=dark\"}}",
                "{\"status\": 200}");

        assertThat(impact.verdict()).as(impact.toString()).isEqualTo(ImpactResult.Verdict.BREAKS);
    }

    @Test
    void whatOneVariantOfARequestAlwaysRefusedIsNoNews() {
        String variants = "{oneOf: [{properties: {kind: {const: a}, v: {type: integer, maximum: 9}}, required: [kind]},"
                + " {properties: {kind: {const: b}, v: {type: integer}}, required: [kind]}]}";
        String body = "{type: array, items: " + variants + "}";
        String operation = "{requestBody: {content: {application/json: {schema: " + body + "}}}, responses: ";

        ImpactResult impact = OneOperation.operation(
                operation + "{'200': {}, '202': {}}}",
                operation + "{'200': {}}}",
                "{\"headers\": {\"Content-Type\": \"application/json\"}, \"body\": [{\"kind\": \"a\", \"v\": 1},"
                        + " {\"kind\": \"b\", \"v\": 20}], \"matchingRules\": {\"body\": {\"$[*].v\": {\"matchers\":"
                        + " [{\"match\": \"integer\"}]}}}}",
                "{\"status\": 200}");

        assertThat(impact.verdict()).as(impact.toString()).isEqualTo(ImpactResult.Verdict.UNAFFECTED);
    }

    private static String contents(String responses) {
        return responses
                .replace("JSON", "content: {application/json: {}}")
                .replace("CSV", "content: {text/csv: {}}")
                .replace("BOTH", "content: {text/csv: {}, application/json: {}}");
    }

    private static String withId(String members) {
        String inner = members.substring(1, members.length() - 1);
        String schema = inner.contains("LIST") ? "{type: array, items: {type: string}}" : "{type: string}";
        String id = "{name: id, in: path, required: true, schema: " + schema
                + (inner.isBlank() ? "" : ", " + inner.replaceFirst("(, )?LIST", "")) + "}";
        return OneOperation.document("{parameters: [" + id.replace(", }", "}") + "], responses: {'200': {}}}", "{}");
    }
}
