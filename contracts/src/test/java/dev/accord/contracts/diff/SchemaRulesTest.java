package dev.accord.contracts.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row is a claim: the edit of a property, and what it is called in a request and in a response. */
class SchemaRulesTest {

    @ParameterizedTest(name = "{0} → {1}: request {2}, response {3}")
    @CsvSource(delimiter = '|', textBlock = """
            {type: string} | {type: integer} | request-property-type-changed | response-property-type-changed
            {type: integer} | {type: number} | request-property-type-generalized | response-property-type-generalized
            {type: number} | {type: integer} | request-property-type-changed | response-property-type-specialized
            {type: string, format: date} | {type: string, format: uuid} | request-property-type-changed | response-property-type-changed
            {type: string} | {type: [string, 'null']} | request-property-became-nullable | response-property-became-nullable
            {type: [string, 'null']} | {type: string} | request-property-became-not-nullable | response-property-became-not-nullable
            {type: string} | {oneOf: [{type: string}, {type: integer}]} | request-property-list-of-types-widened | response-property-list-of-types-widened
            {enum: [a, b]} | {enum: [a]} | request-property-enum-value-removed | response-property-enum-value-removed
            {enum: [a]} | {enum: [a, b]} | request-property-enum-value-added | response-property-enum-value-added
            {type: string} | {type: string, enum: [a]} | request-property-became-enum | response-property-became-enum
            {type: string, const: a} | {type: string, const: b} | request-property-const-changed | response-property-const-changed
            {type: string} | {type: string, const: b} | request-property-const-added | response-property-const-added
            {type: integer, maximum: 9} | {type: integer, maximum: 8} | request-property-max-decreased | response-property-max-decreased
            {type: integer, maximum: 8} | {type: integer, maximum: 9} | request-property-max-increased | response-property-max-increased
            {type: integer} | {type: integer, minimum: 1} | request-property-min-set | response-property-min-set
            {type: integer, exclusiveMinimum: 1} | {type: integer, exclusiveMinimum: 2} | request-property-exclusive-min-increased | response-property-exclusive-min-increased
            {type: string, maxLength: 5} | {type: string} | request-property-max-length-unset | response-property-max-length-unset
            {type: string} | {type: string, minLength: 1} | request-property-min-length-increased | response-property-min-length-increased
            {type: array, minItems: 1} | {type: array} | request-property-min-items-decreased | response-property-min-items-decreased
            {type: object} | {type: object, minProperties: 2} | request-property-min-properties-increased | response-property-min-properties-increased
            {type: integer} | {type: integer, multipleOf: 5} | request-property-multiple-of-set | response-property-multiple-of-set
            {type: array} | {type: array, uniqueItems: true} | request-property-unique-items-added | response-property-unique-items-added
            {type: string} | {type: string, pattern: '^a$'} | request-property-pattern-added | response-property-pattern-added
            {type: string, pattern: a} | {type: string, pattern: '.*'} | request-property-pattern-generalized | response-property-pattern-changed
            {type: string} | {type: string, default: x} | request-property-default-value-added | response-property-default-value-added
            {type: string, contentEncoding: base64} | {type: string, contentEncoding: base32} | request-property-content-encoding-changed | response-property-content-encoding-changed
            {type: object} | {type: object, additionalProperties: false} | request-property-additional-properties-closed | response-property-additional-properties-closed
            {type: object, additionalProperties: {type: string}} | {type: object, additionalProperties: false} | request-property-map-removed | response-property-map-removed
            {type: object} | {type: object, propertyNames: {maxLength: 3}} | request-property-property-names-added | response-property-property-names-added
            {type: object} | {type: object, patternProperties: {'^x': {type: string}}} | request-property-pattern-property-added | response-property-pattern-property-added
            {type: object} | {type: object, dependentRequired: {a: [b]}} | request-property-dependent-required-added | response-property-dependent-required-added
            {type: object} | {type: object, unevaluatedProperties: {type: string}} | request-property-unevaluated-properties-added | response-property-unevaluated-properties-added
            {type: object} | {type: object, unevaluatedProperties: false} | request-property-additional-properties-closed | response-property-additional-properties-closed
            {type: 'null'} | {type: string} | request-property-became-not-nullable | response-property-became-not-nullable
            {type: array} | {type: array, contains: {const: 1}} | request-property-contains-added | response-property-contains-added
            {type: array, prefixItems: [{type: string}]} | {type: array} | request-property-prefix-items-removed | response-property-prefix-items-removed
            {not: {const: 1}} | {not: {const: 2}} | request-property-not-changed | response-property-not-changed
            {if: {const: 1}} | {} | request-property-if-removed | response-property-if-removed
            {type: string} | {type: string, deprecated: true} | request-property-deprecated | response-property-deprecated
            {type: string} | {type: string, deprecated: true, x-sunset: '2027-01-01'} | request-property-deprecated-with-sunset | response-property-deprecated-with-sunset
            {type: string} | {type: string, deprecated: true, x-sunset: '2026-01-01'} | request-property-sunset-date-too-small | response-property-sunset-date-too-small
            {type: string} | {type: string, deprecated: true, x-sunset: soon} | request-property-deprecated-sunset-invalid | response-property-deprecated-sunset-invalid
            {type: string} | {type: string, x-stability-level: beta} | request-property-stability-decreased | response-property-stability-decreased
            {type: string} | {type: string, readOnly: true} | request-optional-property-became-read-only | response-optional-property-became-read-only
            {oneOf: [{title: A, properties: {a: {}}}, {title: B, properties: {b: {}}}, {title: C, minProperties: 1}]} | {oneOf: [{title: A, properties: {a: {}}}, {title: B, properties: {b: {}}}]} | request-property-one-of-removed | response-property-one-of-removed
            """)
    void anEditHasOneNameInEachDirection(String before, String after, String inRequest, String inResponse) {
        List<Change> request =
                Documents.diff(Documents.request(Documents.object(before)), Documents.request(Documents.object(after)));
        List<Change> response = Documents.diff(
                Documents.response(Documents.object(before)), Documents.response(Documents.object(after)));

        assertThat(request).extracting(Change::ruleId).contains(inRequest);
        assertThat(response).extracting(Change::ruleId).contains(inResponse);
        assertThat(request).filteredOn(c -> c.ruleId().equals(inRequest)).allSatisfy(c -> {
            assertThat(c.location()).isEqualTo("request body application/json/p");
            assertThat(c.operation()).isEqualTo("POST /things");
            assertThat(c.level()).isEqualTo(Rules.get(inRequest).level());
            assertThat(c.sentence())
                    .startsWith("POST /things, request body application/json/p: ")
                    .endsWith(".");
        });
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            {type: integer} | {type: string} | request-parameter-type-generalized
            {type: string} | {type: integer} | request-parameter-type-changed
            {type: string} | {type: array, items: {type: string}} | request-parameter-type-generalized
            {type: string} | {type: array, items: {type: string, pattern: a}} | request-parameter-type-changed
            {type: string} | {type: string, enum: [a]} | request-parameter-became-enum
            {type: string, default: a} | {type: string, default: b} | request-parameter-default-value-changed
            {type: array, items: {enum: [a, b]}} | {type: array, items: {enum: [a]}} | request-parameter-property-enum-value-removed
            {type: string} | {type: string, maxLength: 5} | request-parameter-max-length-set
            """)
    void anEditOfAParameterHasItsOwnName(String before, String after, String rule) {
        assertThat(Documents.diff(Documents.parameter(before), Documents.parameter(after)))
                .extracting(Change::ruleId)
                .contains(rule);
    }
}
