package dev.accord.contracts.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is never sent breaks nobody by admitting fewer values: read-only in a request, write-only in a response. */
class UnsentPropertyTest {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            type: array, minItems: 1             | type: array, minItems: 2
            type: array, maxItems: 2             | type: array, maxItems: 1
            type: array                          | type: array, uniqueItems: true
            type: integer, multipleOf: 2         | type: integer, multipleOf: 3
            type: object                         | type: object, additionalProperties: false
            type: object                         | type: object, unevaluatedProperties: false
            type: object, minProperties: 1       | type: object, minProperties: 2
            type: string, not: {const: a}        | type: string, not: {const: b}
            """)
    void mayBeNarrowedAndWidened(String one, String other) {
        assertThat(Documents.diff(request(one), request(other))).allMatch(each -> each.level() == Level.INFO);
        assertThat(Documents.diff(request(other), request(one))).allMatch(each -> each.level() == Level.INFO);
        assertThat(Documents.diff(response(one), response(other))).allMatch(each -> each.level() == Level.INFO);
        assertThat(Documents.diff(response(other), response(one))).allMatch(each -> each.level() == Level.INFO);
    }

    private static String request(String keywords) {
        return Documents.request(Documents.object("{readOnly: true, " + keywords + "}"));
    }

    private static String response(String keywords) {
        return Documents.response(Documents.object("{writeOnly: true, " + keywords + "}"));
    }
}
