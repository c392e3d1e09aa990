package dev.accord.contracts.diff;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a change of a bound is called, and which way it breaks: requests may grow, responses may shrink. See {@link EditTable} for how to read it. */
class BoundRulesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void numbers(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> numbers() {
        return EditTable.of("""
                {maximum: 5} ⇄ {maximum: 6}
                  → request: info request-body-max-increased (5 → 6)
                  ← request: error request-body-max-decreased (6 → 5)
                  → response: error response-body-max-increased (5 → 6)
                  ← response: info response-body-max-decreased (6 → 5)
                  → request.p: info request-property-max-increased (5 → 6)
                  ← request.p: error request-property-max-decreased (6 → 5)
                  → response.p: error response-property-max-increased (5 → 6)
                  ← response.p: info response-property-max-decreased (6 → 5)
                  → query: info request-parameter-max-increased (5 → 6)
                  ← query: error request-parameter-max-decreased (6 → 5)
                  → query.p: info request-parameter-property-max-increased (5 → 6)
                  ← query.p: error request-parameter-property-max-decreased (6 → 5)
                  → response header: warning response-header-max-increased (5 → 6)
                  ← response header: info response-header-max-decreased (6 → 5)
                {maximum: 5} ⇄ {}
                  → request.p: info request-property-max-unset (5 → –)
                  ← request.p: warning request-property-max-set (– → 5)
                  → response.p: warning response-property-max-unset (5 → –)
                  ← response.p: info response-property-max-set (– → 5)
                {minimum: 5} ⇄ {minimum: 6}
                  → request.p: error request-property-min-increased (5 → 6)
                  ← request.p: info request-property-min-decreased (6 → 5)
                  → response.p: info response-property-min-increased (5 → 6)
                  ← response.p: error response-property-min-decreased (6 → 5)
                {minimum: 5} ⇄ {}
                  → request.p: info request-property-min-unset (5 → –)
                  ← request.p: warning request-property-min-set (– → 5)
                  → response.p: warning response-property-min-unset (5 → –)
                  ← response.p: info response-property-min-set (– → 5)
                {minimum: 0} ⇄ {}
                  → request.p: info request-property-min-unset (0 → –)
                  ← request.p: warning request-property-min-set (– → 0)
                  → response.p: warning response-property-min-unset (0 → –)
                  ← response.p: info response-property-min-set (– → 0)
                {exclusiveMaximum: 5} ⇄ {exclusiveMaximum: 6}
                  → request.p: info request-property-exclusive-max-increased (5 → 6)
                  ← request.p: error request-property-exclusive-max-decreased (6 → 5)
                  → response.p: error response-property-exclusive-max-increased (5 → 6)
                  ← response.p: info response-property-exclusive-max-decreased (6 → 5)
                {exclusiveMaximum: 5} ⇄ {}
                  → request.p: info request-property-exclusive-max-unset (5 → –)
                  ← request.p: warning request-property-exclusive-max-set (– → 5)
                  → response.p: warning response-property-exclusive-max-unset (5 → –)
                  ← response.p: info response-property-exclusive-max-set (– → 5)
                {exclusiveMinimum: 5} ⇄ {exclusiveMinimum: 6}
                  → request.p: error request-property-exclusive-min-increased (5 → 6)
                  ← request.p: info request-property-exclusive-min-decreased (6 → 5)
                  → response.p: info response-property-exclusive-min-increased (5 → 6)
                  ← response.p: error response-property-exclusive-min-decreased (6 → 5)
                {exclusiveMinimum: 5} ⇄ {}
                  → request.p: info request-property-exclusive-min-unset (5 → –)
                  ← request.p: warning request-property-exclusive-min-set (– → 5)
                  → response.p: warning response-property-exclusive-min-unset (5 → –)
                  ← response.p: info response-property-exclusive-min-set (– → 5)
                {multipleOf: 5} ⇄ {multipleOf: 7}
                  → request.p: warning request-property-multiple-of-changed (5 → 7)
                  ← request.p: warning request-property-multiple-of-changed (7 → 5)
                  → response.p: warning response-property-multiple-of-changed (5 → 7)
                  ← response.p: warning response-property-multiple-of-changed (7 → 5)
                {multipleOf: 5} ⇄ {}
                  → request.p: info request-property-multiple-of-unset (5 → –)
                  ← request.p: warning request-property-multiple-of-set (– → 5)
                  → response.p: warning response-property-multiple-of-unset (5 → –)
                  ← response.p: info response-property-multiple-of-set (– → 5)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void numbersWrittenInAnotherWay(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> numbersWrittenInAnotherWay() {
        return EditTable.of("""
                {maximum: 10} ⇄ {maximum: 1e1}
                  → request.p: nothing
                  ← request.p: nothing
                  → response.p: nothing
                  ← response.p: nothing
                {multipleOf: 0.5} ⇄ {multipleOf: 0.50}
                  → request.p: nothing
                  ← request.p: nothing
                {maximum: 1e3} ⇄ {maximum: 2.50}
                  → request.p: error request-property-max-decreased (1000 → 2.50)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void lengths(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> lengths() {
        return EditTable.of("""
                {maxLength: 5} ⇄ {maxLength: 6}
                  → request.p: info request-property-max-length-increased (5 → 6)
                  ← request.p: error request-property-max-length-decreased (6 → 5)
                  → response.p: error response-property-max-length-increased (5 → 6)
                  ← response.p: info response-property-max-length-decreased (6 → 5)
                {maxLength: 5} ⇄ {}
                  → request.p: info request-property-max-length-unset (5 → –)
                  ← request.p: warning request-property-max-length-set (– → 5)
                  → response.p: error response-property-max-length-unset (5 → –)
                  ← response.p: info response-property-max-length-set (– → 5)
                {maxLength: 0} ⇄ {}
                  → request.p: info request-property-max-length-unset (0 → –)
                  ← request.p: warning request-property-max-length-set (– → 0)
                {minLength: 5} ⇄ {minLength: 6}
                  → request.p: error request-property-min-length-increased (5 → 6)
                  ← request.p: info request-property-min-length-decreased (6 → 5)
                  → response.p: info response-property-min-length-increased (5 → 6)
                  ← response.p: error response-property-min-length-decreased (6 → 5)
                {minLength: 5} ⇄ {}
                  → request.p: info request-property-min-length-decreased (5 → 0)
                  ← request.p: error request-property-min-length-increased (0 → 5)
                  → response.p: error response-property-min-length-decreased (5 → 0)
                  ← response.p: info response-property-min-length-increased (0 → 5)
                {minLength: 0} ⇄ {minLength: 1}
                  → request.p: error request-property-min-length-increased (0 → 1)
                  ← request.p: info request-property-min-length-decreased (1 → 0)
                {minLength: 0} ⇄ {}
                  → request.p: nothing
                  ← request.p: nothing
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void numbersOfItems(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> numbersOfItems() {
        return EditTable.of("""
                {maxItems: 5} ⇄ {maxItems: 6}
                  → request.p: info request-property-max-items-increased (5 → 6)
                  ← request.p: error request-property-max-items-decreased (6 → 5)
                  → response.p: warning response-property-max-items-increased (5 → 6)
                  ← response.p: info response-property-max-items-decreased (6 → 5)
                  → query: info request-parameter-max-items-increased (5 → 6)
                  ← query: error request-parameter-max-items-decreased (6 → 5)
                  → query.p: info request-parameter-property-max-items-increased (5 → 6)
                  ← query.p: error request-parameter-property-max-items-decreased (6 → 5)
                {maxItems: 5} ⇄ {}
                  → request.p: info request-property-max-items-unset (5 → –)
                  ← request.p: warning request-property-max-items-set (– → 5)
                  → response.p: warning response-property-max-items-unset (5 → –)
                  ← response.p: info response-property-max-items-set (– → 5)
                {minItems: 5} ⇄ {minItems: 6}
                  → request.p: error request-property-min-items-increased (5 → 6)
                  ← request.p: info request-property-min-items-decreased (6 → 5)
                  → response.p: info response-property-min-items-increased (5 → 6)
                  ← response.p: error response-property-min-items-decreased (6 → 5)
                {minItems: 5} ⇄ {}
                  → request.p: info request-property-min-items-decreased (5 → 0)
                  ← request.p: error request-property-min-items-increased (0 → 5)
                  → response.p: error response-property-min-items-decreased (5 → 0)
                  ← response.p: info response-property-min-items-increased (0 → 5)
                {type: array, items: {maxItems: 2}} ⇄ {type: array, items: {maxItems: 3}}
                  → query: info request-parameter-max-items-increased at /* (2 → 3)
                  ← query: error request-parameter-max-items-decreased at /* (3 → 2)
                  → request.p: info request-property-max-items-increased at /* (2 → 3)
                  ← request.p: error request-property-max-items-decreased at /* (3 → 2)
                {type: array, items: {maximum: 2}} ⇄ {type: array, items: {maximum: 3}}
                  → query: info request-parameter-property-max-increased at /* (2 → 3)
                  ← query: error request-parameter-property-max-decreased at /* (3 → 2)
                {type: object, properties: {a: {items: {maxItems: 2}}}} ⇄ {type: object, properties: {a: {items: {maxItems: 3}}}}
                  → query: info request-parameter-property-max-items-increased at /a/* (2 → 3)
                  ← query: error request-parameter-property-max-items-decreased at /a/* (3 → 2)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void numbersOfProperties(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> numbersOfProperties() {
        return EditTable.of("""
                {maxProperties: 5} ⇄ {maxProperties: 6}
                  → request.p: info request-property-max-properties-increased (5 → 6)
                  ← request.p: error request-property-max-properties-decreased (6 → 5)
                  → response.p: warning response-property-max-properties-increased (5 → 6)
                  ← response.p: info response-property-max-properties-decreased (6 → 5)
                {maxProperties: 5} ⇄ {}
                  → request.p: info request-property-max-properties-unset (5 → –)
                  ← request.p: warning request-property-max-properties-set (– → 5)
                  → response.p: warning response-property-max-properties-unset (5 → –)
                  ← response.p: info response-property-max-properties-set (– → 5)
                {minProperties: 5} ⇄ {minProperties: 6}
                  → request.p: error request-property-min-properties-increased (5 → 6)
                  ← request.p: info request-property-min-properties-decreased (6 → 5)
                  → response.p: info response-property-min-properties-increased (5 → 6)
                  ← response.p: warning response-property-min-properties-decreased (6 → 5)
                {minProperties: 5} ⇄ {}
                  → request.p: info request-property-min-properties-decreased (5 → 0)
                  ← request.p: error request-property-min-properties-increased (0 → 5)
                  → response.p: warning response-property-min-properties-decreased (5 → 0)
                  ← response.p: info response-property-min-properties-increased (0 → 5)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatIsNotSentThatWay(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> whatIsNotSentThatWay() {
        return EditTable.of("""
                {maximum: 3, readOnly: true} ⇄ {maximum: 4, readOnly: true}
                  → request.p: info request-property-max-increased (3 → 4)
                  ← request.p: info request-read-only-property-max-decreased (4 → 3)
                  → response.p: error response-property-max-increased (3 → 4)
                  ← response.p: info response-property-max-decreased (4 → 3)
                {minimum: 3, readOnly: true} ⇄ {minimum: 4, readOnly: true}
                  → request.p: info request-read-only-property-min-increased (3 → 4)
                  ← request.p: info request-property-min-decreased (4 → 3)
                {maximum: 3, readOnly: true} ⇄ {readOnly: true}
                  → request.p: info request-property-max-unset (3 → –)
                  ← request.p: nothing
                {maximum: 3, writeOnly: true} ⇄ {maximum: 4, writeOnly: true}
                  → request.p: info request-property-max-increased (3 → 4)
                  ← request.p: error request-property-max-decreased (4 → 3)
                  → response.p: nothing
                  ← response.p: nothing
                {maxLength: 3, writeOnly: true} ⇄ {writeOnly: true}
                  → request.p: info request-property-max-length-unset (3 → –)
                  ← request.p: warning request-property-max-length-set (– → 3)
                  → response.p: nothing
                  ← response.p: nothing
                {minItems: 3, writeOnly: true} ⇄ {minItems: 4, writeOnly: true}
                  → response.p: nothing
                  ← response.p: nothing
                {exclusiveMinimum: 3, writeOnly: true} ⇄ {writeOnly: true}
                  → response.p: nothing
                  ← response.p: nothing
                {writeOnly: true, properties: {a: {maximum: 3}}} ⇄ {writeOnly: true, properties: {a: {maximum: 4}}}
                  → response.p: nothing
                  ← response.p: nothing
                """);
    }
}
