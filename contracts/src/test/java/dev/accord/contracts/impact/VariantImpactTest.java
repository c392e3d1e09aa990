package dev.accord.contracts.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accord.contracts.diff.OpenApiDiff;
import dev.accord.contracts.openapi.OpenApiDocument;
import dev.accord.contracts.openapi.OpenApiReader;
import dev.accord.contracts.pact.PactReader;
import dev.accord.contracts.usage.Usage;
import org.junit.jupiter.api.Test;

/** A consumer that reads or sends one variant of several, and values that it may send; each was once judged wrong. */
class VariantImpactTest {

    private static final String CARD =
            "{properties: {kind: {const: card}, number: {type: string}}, required: [kind, number]}";
    private static final String CASH = "{properties: {kind: {const: cash}}, required: [kind]}";
    private static final String CHEQUE = "{properties: {kind: {const: cheque}}, required: [kind]}";
    private static final String READS_CARDS = "{\"kind\": \"card\", \"number\": \"1\"}";
    private static final String BY_KIND = "{\"$.kind\": {\"matchers\": [{\"match\": \"equality\"}]}}";

    @Test
    void oneMoreVariantIsNoNewsToWhoReadsOneOfSeveral() {
        assertThat(answered(oneOf(CARD, CASH), oneOf(CARD, CASH, CHEQUE), READS_CARDS, BY_KIND))
                .isEqualTo(ImpactResult.Verdict.UNAFFECTED);
    }

    @Test
    void aSecondVariantBreaksWhoKnewOnlyOne() {
        assertThat(answered(oneOf(CARD), oneOf(CARD, CASH), READS_CARDS, BY_KIND))
                .isEqualTo(ImpactResult.Verdict.BREAKS);
    }

    @Test
    void aTagThatIsNoLongerAlwaysSentBreaksWhoTellsVariantsApartByIt() {
        assertThat(answered(
                        oneOf(CARD, CASH), oneOf(CARD, CASH.replace(", required: [kind]", "")), READS_CARDS, BY_KIND))
                .isEqualTo(ImpactResult.Verdict.BREAKS);
    }

    @Test
    void aNumberThatBecomesAnIntegerIsNoNewKindToWhoAcceptsNeither() {
        String before = "{properties: {v: {type: [string, number]}}, required: [v]}";
        String after = "{properties: {v: {type: [string, integer]}}, required: [v]}";

        assertThat(answered(before, after, "{\"v\": \"x\"}", "{}")).isEqualTo(ImpactResult.Verdict.UNAFFECTED);
    }

    @Test
    void aValueThatIsListedNoMoreMayHaveBeenSent() {
        String before = "{properties: {v: {type: string, enum: [a, b]}}}";
        String after = "{properties: {v: {type: string, enum: [a]}}}";
        String anyText = "{\"$.v\": {\"matchers\": [{\"match\": \"type\"}]}}";

        assertThat(sent(before, after, "{\"v\": \"a\"}", anyText)).isEqualTo(ImpactResult.Verdict.CANNOT_TELL);
    }

    private static String oneOf(String... variants) {
        return "{oneOf: [" + String.join(", ", variants) + "]}";
    }

    private static ImpactResult.Verdict answered(String base, String revision, String body, String rules) {
        String part =
                "\"response\": {\"status\": 200, \"body\": " + body + ", \"matchingRules\": {\"body\": " + rules + "}}";
        return verdict("responses: {'200': {content: {application/json: {schema: ", "}}}}", base, revision, """
                "request": {"method": "POST", "path": "/a"}, """ + part);
    }

    private static ImpactResult.Verdict sent(String base, String revision, String body, String rules) {
        String part = "\"request\": {\"method\": \"POST\", \"path\": \"/a\", \"headers\": {\"Content-Type\":"
                + " \"application/json\"}, \"body\": " + body + ", \"matchingRules\": {\"body\": " + rules + "}}";
        return verdict(
                "responses: {'200': {}}, requestBody: {content: {application/json: {schema: ",
                "}}}",
                base,
                revision,
                part + ", \"response\": {\"status\": 200}");
    }

    private static ImpactResult.Verdict verdict(
            String before, String after, String base, String revision, String interaction) {
        OpenApiDocument one = document(before + base + after);
        OpenApiDocument other = document(before + revision + after);
        String pact =
                "{\"consumer\": {\"name\": \"c\"}, \"provider\": {\"name\": \"p\"}, \"interactions\": [{\"description\":"
                        + " \"d\", " + interaction
                        + "}], \"metadata\": {\"pactSpecification\": {\"version\": \"3.0.0\"}}}";
        return Impact.of(one, other, OpenApiDiff.compare(one, other), Usage.of(PactReader.read(pact)))
                .verdict();
    }

    private static OpenApiDocument document(String operation) {
        return OpenApiReader.read("openapi: 3.1.0\npaths: {/a: {post: {" + operation + "}}}\n");
    }
}
