package dev.accord.contracts.impact;

import static dev.accord.contracts.impact.ImpactResult.Verdict.UNAFFECTED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a consumer is told without being affected. */
class NoticeTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            the operation     | {'200': R}, deprecated: true, x-sunset: '2030-01-01' | POST /things/{id} is deprecated and goes on 2030-01-01
            a field           | {'200': R} | /v is deprecated
            another status    | {'200': R, '202': {}} | the status 202 may be answered instead of the expected 200
            """)
    void sayWhatTheConsumerShouldKnowWithoutAVerdict(String what, String revision, String sentence) {
        String body =
                "{content: {application/json: {schema: {type: object, required: [v], properties: {v: {type: string D}}}}}}";
        String deprecated = what.equals("a field") ? ", deprecated: true" : "";

        ImpactResult impact = read(
                document("{'200': " + body.replace(" D", "") + "}"),
                document(revision.replace("R", body.replace(" D", deprecated))),
                "{\"v\": \"a\"}",
                "{}");

        assertThat(impact.verdict()).isEqualTo(UNAFFECTED);
        assertThat(impact.introduced()).extracting(f -> f.finding().sentence()).containsExactly(sentence);
    }

    @Test
    void areNoNewsWhereTheyWereThereBefore() {
        String base = document("{'200': {}, 2XX: {}}, deprecated: true");
        String revision = document("{'200': {}, '202': {}}, deprecated: true");

        assertThat(OneOperation.documents(base, revision, "/things/7", "{}", "{\"status\": 200}")
                        .introduced())
                .isEmpty();
    }

    private static String document(String members) {
        return OneOperation.document("{responses: " + members + "}", "{}");
    }

    private static ImpactResult read(String base, String revision, String body, String rules) {
        return OneOperation.documents(
                base,
                revision,
                "/things/7",
                "{}",
                "{\"status\": 200, \"body\": " + body + ", \"matchingRules\": " + rules + "}");
    }
}
