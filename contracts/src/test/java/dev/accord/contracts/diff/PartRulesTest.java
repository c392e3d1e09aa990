package dev.accord.contracts.diff;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a change of the parts of allOf is called, and that nothing is said of a part that only says what held anyway. See {@link EditTable} for how to read it. */
class PartRulesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void partsThatMustAllHold(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> partsThatMustAllHold() {
        return EditTable.of("""
                {allOf: [{minimum: 1}, {title: B, multipleOf: 7}]} ⇄ {allOf: [{minimum: 1}]}
                  → request: info request-body-multiple-of-unset (7 → –)
                  → request: warning request-body-all-of-removed (B → –)
                  ← request: warning request-body-multiple-of-set (– → 7)
                  ← request: error request-body-all-of-added (– → B)
                  → response: warning response-body-multiple-of-unset (7 → –)
                  → response: info response-body-all-of-removed (B → –)
                  ← response: info response-body-multiple-of-set (– → 7)
                  ← response: info response-body-all-of-added (– → B)
                  → request.p: info request-property-multiple-of-unset (7 → –)
                  → request.p: warning request-property-all-of-removed (B → –)
                  ← request.p: warning request-property-multiple-of-set (– → 7)
                  ← request.p: error request-property-all-of-added (– → B)
                  → query: info request-parameter-multiple-of-unset (7 → –)
                  → query: warning request-parameter-all-of-removed (B → –)
                  ← query: warning request-parameter-multiple-of-set (– → 7)
                  ← query: error request-parameter-all-of-added (– → B)
                {minimum: 1, allOf: [{maximum: 5}]} ⇄ {minimum: 1, allOf: [{maximum: 5}, {minimum: 1}]}
                  → request: error request-body-all-of-added (– → an inline schema)
                  ← request: warning request-body-all-of-removed (an inline schema → –)
                {minimum: 1, allOf: [{maximum: 5}]} ⇄ {minimum: 1, allOf: [{maximum: 6}]}
                  → request: info request-body-max-increased (5 → 6)
                  ← request: error request-body-max-decreased (6 → 5)
                {minimum: 1} ⇄ {allOf: [{minimum: 1}]}
                  → request: nothing
                  ← request: nothing
                  → response: nothing
                  ← response: nothing
                {type: object} ⇄ {allOf: [{type: object}, {required: [a]}]}
                  → request: error request-property-became-required at /a
                  → request: error request-body-all-of-added (– → an inline schema)
                  ← request: info request-property-became-optional at /a
                  ← request: warning request-body-all-of-removed (an inline schema → –)
                {allOf: [{minLength: 1}, {maxLength: 3}]} ⇄ {allOf: [{minLength: 2}, {maxLength: 3}, {title: T, pattern: a}]}
                  → request: error request-body-min-length-increased (1 → 2)
                  → request: error request-body-pattern-added (– → a)
                  → request: error request-body-all-of-added (– → an inline schema, T)
                  → request: warning request-body-all-of-removed (an inline schema → –)
                  ← request: info request-body-min-length-decreased (2 → 1)
                  ← request: info request-body-pattern-removed (a → –)
                  ← request: error request-body-all-of-added (– → an inline schema)
                  ← request: warning request-body-all-of-removed (an inline schema, T → –)
                {allOf: [{minLength: 1}, {maxLength: 3}]} ⇄ {allOf: [{title: T, minLength: 1, maxLength: 3}]}
                  → request: nothing
                  ← request: nothing
                {allOf: [{oneOf: [{minimum: 1}, {minimum: 2}]}, {oneOf: [{maximum: 5}, {maximum: 6}]}]} ⇄ {allOf: [{oneOf: [{minimum: 1}, {minimum: 2}]}, {oneOf: [{maximum: 5}, {maximum: 7}]}]}
                  → request: info request-property-max-increased at /allOf[0]/oneOf[1] (6 → 7)
                  ← request: error request-property-max-decreased at /allOf[0]/oneOf[1] (7 → 6)
                  → response: error response-property-max-increased at /allOf[0]/oneOf[1] (6 → 7)
                  ← response: info response-property-max-decreased at /allOf[0]/oneOf[1] (7 → 6)
                {maxLength: 3, allOf: [{title: A, minLength: 1}]} ⇄ {maxLength: 3, allOf: [{title: A, minLength: 2}, {maxLength: 3}]}
                  → request: error request-body-min-length-increased (1 → 2)
                  ← request: info request-body-min-length-decreased (2 → 1)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void partsThatConstrainNothing(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> partsThatConstrainNothing() {
        return EditTable.of("""
                {allOf: [{minimum: 1}, {title: B}]} ⇄ {allOf: [{minimum: 1}]}
                  → request: info request-body-all-of-removed-annotation-only (B → –)
                  ← request: info request-body-all-of-added-annotation-only (– → B)
                  → response: info response-body-all-of-removed-annotation-only (B → –)
                  ← response: info response-body-all-of-added-annotation-only (– → B)
                {allOf: [{minimum: 1}, {description: B}]} ⇄ {allOf: [{minimum: 1}]}
                  → request: info request-body-all-of-removed-annotation-only (an inline schema → –)
                  ← request: info request-body-all-of-added-annotation-only (– → an inline schema)
                {allOf: [{minimum: 1}, {default: 3}]} ⇄ {allOf: [{minimum: 1}]}
                  → request: info request-body-all-of-removed-annotation-only (an inline schema → –)
                  → request: info request-body-default-value-removed (3 → –)
                  ← request: info request-body-all-of-added-annotation-only (– → an inline schema)
                  ← request: info request-body-default-value-added (– → 3)
                {allOf: [{minimum: 1}, {}]} ⇄ {allOf: [{minimum: 1}]}
                  → request: nothing
                  ← request: nothing
                {minLength: 1} ⇄ {allOf: [{minLength: 1}, {title: T}]}
                  → request: info request-body-all-of-added-annotation-only (– → T)
                  ← request: info request-body-all-of-removed-annotation-only (T → –)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void valuesSplitIntoParts(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> valuesSplitIntoParts() {
        return EditTable.of("""
                {type: string, maxLength: 3} ⇄ {allOf: [{type: string}, {maxLength: 3}]}
                  → request: nothing
                  ← request: nothing
                {type: string, format: date} ⇄ {allOf: [{type: string}, {format: date}]}
                  → request: nothing
                  ← request: nothing
                {pattern: a, minLength: 1} ⇄ {allOf: [{pattern: a}, {minLength: 1}]}
                  → request: nothing
                  ← request: nothing
                {contentEncoding: base64, minLength: 1} ⇄ {allOf: [{contentEncoding: base64}, {minLength: 1}]}
                  → request: nothing
                  ← request: nothing
                {contentMediaType: text/plain, minLength: 1} ⇄ {allOf: [{contentMediaType: text/plain}, {minLength: 1}]}
                  → request: nothing
                  ← request: nothing
                {multipleOf: 5, minimum: 1} ⇄ {allOf: [{multipleOf: 5.0}, {minimum: 1}]}
                  → request: nothing
                  ← request: nothing
                {uniqueItems: true, minItems: 1} ⇄ {allOf: [{uniqueItems: true}, {minItems: 1}]}
                  → request: nothing
                  ← request: nothing
                {enum: [a, b], minLength: 1} ⇄ {allOf: [{enum: [b, a]}, {minLength: 1}]}
                  → request: nothing
                  ← request: nothing
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void valuesThatAPartNarrows(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> valuesThatAPartNarrows() {
        return EditTable.of("""
                {type: string, maxLength: 3} ⇄ {allOf: [{type: string, maxLength: 3}, {maxLength: 2}]}
                  → request: error request-body-max-length-decreased (3 → 2)
                  → request: error request-body-all-of-added (– → an inline schema)
                {type: string, format: date} ⇄ {allOf: [{type: string, format: date}, {format: time}]}
                  → request: error request-body-all-of-added (– → an inline schema)
                {pattern: a} ⇄ {allOf: [{pattern: a}, {pattern: b}]}
                  → request: error request-body-all-of-added (– → an inline schema)
                {minimum: 1} ⇄ {allOf: [{minimum: 1}, {multipleOf: 5}]}
                  → request: warning request-body-multiple-of-set (– → 5)
                  → request: error request-body-all-of-added (– → an inline schema)
                {minItems: 1} ⇄ {allOf: [{minItems: 1}, {uniqueItems: true}]}
                  → request: error request-body-unique-items-added
                  → request: error request-body-all-of-added (– → an inline schema)
                {minLength: 1} ⇄ {allOf: [{minLength: 1}, {contentEncoding: base64}]}
                  → request: error request-body-content-encoding-changed (– → base64)
                  → request: error request-body-all-of-added (– → an inline schema)
                {enum: [a, b], minLength: 1} ⇄ {allOf: [{enum: [b]}, {minLength: 1}]}
                  → request: error request-body-enum-value-removed (a → –)
                  → request: error request-body-all-of-added (– → an inline schema)
                {minLength: 1} ⇄ {allOf: [{minLength: 1}, {type: string}]}
                  → request: error request-body-type-changed (any → string)
                  → request: error request-body-all-of-added (– → an inline schema (string))
                {minLength: 1} ⇄ {allOf: [{minLength: 1}, false]}
                  → request: error request-body-became-forbidden
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void objectsSplitIntoParts(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> objectsSplitIntoParts() {
        return EditTable.of("""
                {type: object, required: [a, b]} ⇄ {allOf: [{type: object, required: [b]}, {required: [a]}]}
                  → request: nothing
                  ← request: nothing
                {type: object, properties: {a: {type: string}}} ⇄ {allOf: [{type: object}, {properties: {a: {type: string}}}]}
                  → request: nothing
                  ← request: nothing
                {type: object, patternProperties: {x: {type: string}}} ⇄ {allOf: [{type: object}, {patternProperties: {x: {type: string}}}]}
                  → request: nothing
                  ← request: nothing
                {type: object, dependentSchemas: {x: {type: string}}} ⇄ {allOf: [{type: object}, {dependentSchemas: {x: {type: string}}}]}
                  → request: nothing
                  ← request: nothing
                {type: object, dependentRequired: {x: [y]}} ⇄ {allOf: [{type: object}, {dependentRequired: {x: [y]}}]}
                  → request: nothing
                  ← request: nothing
                {type: object, additionalProperties: {type: string}} ⇄ {allOf: [{type: object}, {additionalProperties: {type: string}}]}
                  → request: nothing
                  ← request: nothing
                {type: object, propertyNames: {maxLength: 4}} ⇄ {allOf: [{type: object}, {propertyNames: {maxLength: 4}}]}
                  → request: nothing
                  ← request: nothing
                {type: array, prefixItems: [{type: string}]} ⇄ {allOf: [{type: array}, {prefixItems: [{type: string}]}]}
                  → request: nothing
                  ← request: nothing
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void objectsThatAPartNarrows(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> objectsThatAPartNarrows() {
        return EditTable.of("""
                {type: object, properties: {a: {type: string}}} ⇄ {allOf: [{type: object}, {properties: {a: {type: integer}}}]}
                  → request: error request-body-all-of-added (– → an inline schema)
                  → request: error request-property-type-changed at /a (string → integer)
                {type: object} ⇄ {allOf: [{type: object}, {properties: {a: {type: integer}}}]}
                  → request: info new-optional-request-property at /a
                  → request: error request-body-all-of-added (– → an inline schema)
                {type: object} ⇄ {allOf: [{type: object}, {patternProperties: {x: {type: string}}}]}
                  → request: error request-body-all-of-added (– → an inline schema)
                  → request: error request-body-pattern-property-added (– → x)
                {type: object} ⇄ {allOf: [{type: object}, {dependentSchemas: {x: {type: string}}}]}
                  → request: error request-body-all-of-added (– → an inline schema)
                  → request: error request-body-dependent-schema-added (– → x)
                {type: object} ⇄ {allOf: [{type: object}, {dependentRequired: {x: [y]}}]}
                  → request: error request-body-all-of-added (– → an inline schema)
                  → request: error request-body-dependent-required-added (– → x with y)
                {type: object} ⇄ {allOf: [{type: object}, {additionalProperties: {type: string}}]}
                  → request: warning request-body-additional-properties-restricted
                  → request: error request-body-all-of-added (– → an inline schema)
                {type: object, propertyNames: {maxLength: 4}} ⇄ {allOf: [{type: object}, {propertyNames: {maxLength: 3}}]}
                  → request: error request-body-all-of-added (– → an inline schema)
                  → request: error request-property-max-length-decreased at /propertyNames (4 → 3)
                {type: array} ⇄ {allOf: [{type: array}, {prefixItems: [{type: string}]}]}
                  → request: info request-body-prefix-items-added (– → item 0)
                  → request: error request-body-all-of-added (– → an inline schema)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void alternativesSplitIntoParts(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> alternativesSplitIntoParts() {
        return EditTable.of("""
                {type: string, oneOf: [{minLength: 1}, {maxLength: 2}]} ⇄ {allOf: [{type: string}, {oneOf: [{maxLength: 2}, {minLength: 1}]}]}
                  → request: nothing
                  ← request: nothing
                {type: string, anyOf: [{minLength: 1}, {maxLength: 2}]} ⇄ {allOf: [{type: string}, {anyOf: [{maxLength: 2}, {minLength: 1}]}]}
                  → request: nothing
                  ← request: nothing
                {type: string, oneOf: [{minLength: 1}, {maxLength: 2}, {pattern: a}]} ⇄ {allOf: [{type: string}, {oneOf: [{maxLength: 2}, {minLength: 1}]}]}
                  → request: error request-body-one-of-removed (an inline schema → –)
                  → request: error request-body-all-of-added (– → an inline schema)
                {type: string, anyOf: [{minLength: 1}, {maxLength: 2}, {pattern: a}]} ⇄ {allOf: [{type: string}, {anyOf: [{maxLength: 2}, {minLength: 1}]}]}
                  → request: error request-body-any-of-removed (an inline schema → –)
                  → request: error request-body-all-of-added (– → an inline schema)
                """);
    }
}
