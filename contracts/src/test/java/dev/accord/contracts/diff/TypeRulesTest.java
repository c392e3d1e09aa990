package dev.accord.contracts.diff;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a change of type or format is called, which way it breaks, and where the wire does not show it. See {@link EditTable} for how to read it. */
class TypeRulesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void typesThatHaveNothingInCommon(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> typesThatHaveNothingInCommon() {
        return EditTable.of("""
                {type: string} ⇄ {type: integer}
                  → request: error request-body-type-changed (string → integer)
                  ← request: error request-body-type-changed (integer → string)
                  → response: error response-body-type-changed (string → integer)
                  ← response: error response-body-type-changed (integer → string)
                  → request.p: error request-property-type-changed (string → integer)
                  ← request.p: error request-property-type-changed (integer → string)
                  → response.p: error response-property-type-changed (string → integer)
                  ← response.p: error response-property-type-changed (integer → string)
                {type: string} ⇄ {type: text}
                  → request.p: error request-property-type-changed (string → text)
                  ← request.p: error request-property-type-changed (text → string)
                  → response.p: error response-property-type-changed (string → text)
                  ← response.p: error response-property-type-changed (text → string)
                {type: string} ⇄ {type: 'null'}
                  → request.p: info request-property-became-nullable
                  → request.p: error request-property-type-changed (string → null)
                  ← request.p: error request-property-became-not-nullable
                  ← request.p: error request-property-type-changed (null → string)
                  → response.p: error response-property-became-nullable
                  → response.p: error response-property-type-changed (string → null)
                  ← response.p: info response-property-became-not-nullable
                  ← response.p: error response-property-type-changed (null → string)
                {type: [integer, string]} ⇄ {type: [number, boolean]}
                  → request.p: error request-property-type-changed (integer or string → boolean or number)
                  ← request.p: error request-property-type-changed (boolean or number → integer or string)
                  → response.p: error response-property-type-changed (integer or string → boolean or number)
                  ← response.p: error response-property-type-changed (boolean or number → integer or string)
                {type: array, items: {type: string}} ⇄ {type: string}
                  → request.p: error request-property-type-changed (array of string → string)
                  ← request.p: error request-property-type-changed (string → array of string)
                  → response.p: error response-property-type-changed (array of string → string)
                  ← response.p: error response-property-type-changed (string → array of string)
                {type: array, items: {type: [string, integer]}} ⇄ {type: array, items: {type: boolean}}
                  → request.p: error request-property-type-changed at /* (integer or string → boolean)
                  ← request.p: error request-property-type-changed at /* (boolean → integer or string)
                  → response.p: error response-property-type-changed at /* (integer or string → boolean)
                  ← response.p: error response-property-type-changed at /* (boolean → integer or string)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aTypeThatContainsTheOther(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> aTypeThatContainsTheOther() {
        return EditTable.of("""
                {type: integer} ⇄ {type: number}
                  → request.p: info request-property-type-generalized (integer → number)
                  ← request.p: error request-property-type-changed (number → integer)
                  → response.p: error response-property-type-generalized (integer → number)
                  ← response.p: info response-property-type-specialized (number → integer)
                  → query: info request-parameter-type-generalized (integer → number)
                  ← query: error request-parameter-type-changed (number → integer)
                  → xml request.p: info request-property-type-generalized (integer → number)
                  ← xml request.p: error request-property-type-changed (number → integer)
                  → xml response.p: error response-property-type-generalized (integer → number)
                  ← xml response.p: info response-property-type-specialized (number → integer)
                {type: string} ⇄ {type: [string, boolean]}
                  → request.p: info request-property-type-generalized (string → boolean or string)
                  ← request.p: error request-property-type-changed (boolean or string → string)
                  → response.p: error response-property-type-generalized (string → boolean or string)
                  ← response.p: info response-property-type-specialized (boolean or string → string)
                {type: [integer, string]} ⇄ {type: [number, string]}
                  → request.p: info request-property-type-generalized (integer or string → number or string)
                  ← request.p: error request-property-type-changed (number or string → integer or string)
                  → response.p: error response-property-type-generalized (integer or string → number or string)
                  ← response.p: info response-property-type-specialized (number or string → integer or string)
                {type: string} ⇄ {}
                  → request.p: info request-property-type-generalized (string → any)
                  ← request.p: error request-property-type-changed (any → string)
                  → response.p: error response-property-type-changed (string → any)
                  ← response.p: info response-property-type-specialized (any → string)
                {type: [string, 'null']} ⇄ {}
                  → request.p: info request-property-type-generalized (string → any)
                  ← request.p: error request-property-type-changed (any → string)
                  → response.p: error response-property-type-changed (string → any)
                  ← response.p: info response-property-type-specialized (any → string)
                {type: array, items: {type: integer}} ⇄ {type: [array, string], items: {type: integer}}
                  → request.p: info request-property-type-generalized (array of integer → array of integer or string)
                  ← request.p: error request-property-type-changed (array of integer or string → array of integer)
                  → response.p: error response-property-type-generalized (array of integer → array of integer or string)
                  ← response.p: info response-property-type-specialized (array of integer or string → array of integer)
                {type: array, items: {type: string}} ⇄ {type: array, items: {}}
                  → request.p: info request-property-type-generalized at /* (string → any)
                  ← request.p: error request-property-type-changed at /* (any → string)
                  → response.p: error response-property-type-changed at /* (string → any)
                  ← response.p: info response-property-type-specialized at /* (any → string)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whereEverythingIsWrittenAsText(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> whereEverythingIsWrittenAsText() {
        return EditTable.of("""
                {type: string} ⇄ {type: integer}
                  → xml request.p: error request-property-type-changed (string → integer)
                  ← xml request.p: info request-property-type-compatible (integer → string)
                  → xml response.p: info response-property-type-compatible (string → integer)
                  ← xml response.p: error response-property-type-changed (integer → string)
                  → query: error request-parameter-type-changed (string → integer)
                  ← query: info request-parameter-type-generalized (integer → string)
                  → query.p: error request-parameter-property-type-specialized (string → integer)
                  ← query.p: warning request-parameter-property-type-changed (integer → string)
                  → required query: error request-parameter-type-changed (string → integer)
                  ← required query: info request-parameter-type-generalized (integer → string)
                  → request header: error request-parameter-type-changed (string → integer)
                  ← request header: info request-parameter-type-generalized (integer → string)
                  → response header: info response-header-type-compatible (string → integer)
                  ← response header: error response-header-type-changed (integer → string)
                {type: integer} ⇄ {type: boolean}
                  → xml request.p: error request-property-type-changed (integer → boolean)
                  ← xml request.p: error request-property-type-changed (boolean → integer)
                  → query: error request-parameter-type-changed (integer → boolean)
                  ← query: error request-parameter-type-changed (boolean → integer)
                  → query.p: error request-parameter-property-type-specialized (integer → boolean)
                  ← query.p: error request-parameter-property-type-specialized (boolean → integer)
                {type: [string, integer]} ⇄ {type: [boolean, integer]}
                  → query: error request-parameter-type-changed (integer or string → boolean or integer)
                  ← query: info request-parameter-type-generalized (boolean or integer → integer or string)
                  → query.p: error request-parameter-property-type-specialized (integer or string → boolean or integer)
                  ← query.p: warning request-parameter-property-type-changed (boolean or integer → integer or string)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aSingleValueOfAQueryThatBecomesAList(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> aSingleValueOfAQueryThatBecomesAList() {
        return EditTable.of("""
                {type: string} ⇄ {type: array, items: {type: string}}
                  → query: info request-parameter-type-generalized (string → array of string)
                  → request header: error request-parameter-type-changed (string → array of string)
                  → query.p: error request-parameter-property-type-specialized (string → array of string)
                {type: integer} ⇄ {type: array, items: {type: number}}
                  → query: info request-parameter-type-generalized (integer → array of number)
                {type: integer} ⇄ {type: array, items: {}}
                  → query: info request-parameter-type-generalized (integer → array)
                {type: integer} ⇄ {type: array, items: {type: string}}
                  → query: info request-parameter-type-generalized (integer → array of string)
                {type: number} ⇄ {type: array, items: {type: integer}}
                  → query: error request-parameter-type-changed (number → array of integer)
                {type: string} ⇄ {type: array, items: {type: string, maxLength: 3}}
                  → query: error request-parameter-type-changed (string → array of string)
                {type: string, format: date} ⇄ {type: array, items: {type: string, format: date}}
                  → query: info request-parameter-type-generalized (string (date) → array of string)
                {} ⇄ {type: array, items: {type: string}}
                  → query: error request-parameter-type-changed (any → array of string)
                {type: string} ⇄ {type: array}
                  → query: error request-parameter-type-changed (string → array)
                {type: integer} ⇄ {type: [boolean, array], items: {type: integer}}
                  → query: error request-parameter-type-changed (integer → array of integer or boolean)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void formats(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> formats() {
        return EditTable.of("""
                {type: string, format: date} ⇄ {type: string}
                  → request.p: info request-property-type-generalized (string (date) → string)
                  ← request.p: error request-property-type-changed (string → string (date))
                  → response.p: error response-property-type-changed (string (date) → string)
                  ← response.p: info response-property-type-specialized (string → string (date))
                  → query: info request-parameter-type-generalized (string (date) → string)
                  ← query: error request-parameter-type-changed (string → string (date))
                  → query.p: info request-parameter-property-type-generalized (string (date) → string)
                  ← query.p: error request-parameter-property-type-specialized (string → string (date))
                {type: string, format: date} ⇄ {type: string, format: date-time}
                  → request.p: info request-property-type-generalized (string (date) → string (date-time))
                  ← request.p: error request-property-type-changed (string (date-time) → string (date))
                  → response.p: error response-property-type-changed (string (date) → string (date-time))
                  ← response.p: info response-property-type-specialized (string (date-time) → string (date))
                {type: string, format: time} ⇄ {type: string, format: date-time}
                  → request.p: info request-property-type-generalized (string (time) → string (date-time))
                  ← request.p: error request-property-type-changed (string (date-time) → string (time))
                  → response.p: error response-property-type-changed (string (time) → string (date-time))
                  ← response.p: info response-property-type-specialized (string (date-time) → string (time))
                {type: string, format: uuid} ⇄ {type: string, format: date-time}
                  → request.p: error request-property-type-changed (string (uuid) → string (date-time))
                  ← request.p: error request-property-type-changed (string (date-time) → string (uuid))
                {type: string, format: date} ⇄ {type: string, format: time}
                  → request.p: error request-property-type-changed (string (date) → string (time))
                  ← request.p: error request-property-type-changed (string (time) → string (date))
                {type: integer, format: int32} ⇄ {type: integer, format: int64}
                  → request.p: info request-property-type-generalized (integer (int32) → integer (int64))
                  ← request.p: error request-property-type-changed (integer (int64) → integer (int32))
                  → response.p: error response-property-type-changed (integer (int32) → integer (int64))
                  ← response.p: info response-property-type-specialized (integer (int64) → integer (int32))
                {type: integer, format: int32} ⇄ {type: integer, format: bigint}
                  → request.p: info request-property-type-generalized (integer (int32) → integer (bigint))
                  ← request.p: error request-property-type-changed (integer (bigint) → integer (int32))
                {type: integer, format: int64} ⇄ {type: integer, format: bigint}
                  → request.p: info request-property-type-generalized (integer (int64) → integer (bigint))
                  ← request.p: error request-property-type-changed (integer (bigint) → integer (int64))
                {type: integer, format: odd} ⇄ {type: integer, format: bigint}
                  → request.p: error request-property-type-changed (integer (odd) → integer (bigint))
                  ← request.p: error request-property-type-changed (integer (bigint) → integer (odd))
                {type: integer, format: odd} ⇄ {type: integer, format: int64}
                  → request.p: error request-property-type-changed (integer (odd) → integer (int64))
                  ← request.p: error request-property-type-changed (integer (int64) → integer (odd))
                {type: number, format: float} ⇄ {type: number, format: double}
                  → request.p: info request-property-type-generalized (number (float) → number (double))
                  ← request.p: error request-property-type-changed (number (double) → number (float))
                  → response.p: error response-property-type-changed (number (float) → number (double))
                  ← response.p: info response-property-type-specialized (number (double) → number (float))
                {type: number, format: odd} ⇄ {type: number, format: double}
                  → request.p: error request-property-type-changed (number (odd) → number (double))
                  ← request.p: error request-property-type-changed (number (double) → number (odd))
                {type: boolean, format: a} ⇄ {type: boolean, format: b}
                  → request.p: error request-property-type-changed (boolean (a) → boolean (b))
                  ← request.p: error request-property-type-changed (boolean (b) → boolean (a))
                {type: [string, integer], format: date} ⇄ {type: [string, integer], format: date-time}
                  → request.p: error request-property-type-changed (integer or string (date) → integer or string (date-time))
                  ← request.p: error request-property-type-changed (integer or string (date-time) → integer or string (date))
                {type: integer, format: int32} ⇄ {type: number}
                  → request.p: info request-property-type-generalized (integer (int32) → number)
                  ← request.p: error request-property-type-changed (number → integer (int32))
                  → response.p: error response-property-type-generalized (integer (int32) → number)
                  ← response.p: info response-property-type-specialized (number → integer (int32))
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void nullability(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> nullability() {
        return EditTable.of("""
                {type: string} ⇄ {type: [string, 'null']}
                  → request: info request-body-became-nullable
                  ← request: error request-body-became-not-nullable
                  → response: error response-body-became-nullable
                  ← response: info response-body-became-not-nullable
                  → request.p: info request-property-became-nullable
                  ← request.p: error request-property-became-not-nullable
                  → response.p: error response-property-became-nullable
                  ← response.p: info response-property-became-not-nullable
                  → query: info request-parameter-became-nullable
                  ← query: error request-parameter-became-not-nullable
                  → query.p: info request-parameter-property-became-nullable
                  ← query.p: error request-parameter-property-became-not-nullable
                  → response header: error response-header-became-nullable
                  ← response header: info response-header-became-not-nullable
                {type: array, items: {type: string}} ⇄ {type: array, items: {type: [string, 'null']}}
                  → request.p: info request-property-became-nullable at /*
                  ← request.p: error request-property-became-not-nullable at /*
                  → response.p: error response-property-became-nullable at /*
                  ← response.p: info response-property-became-not-nullable at /*
                {type: [string, 'null'], enum: [a, b, null]} ⇄ {type: string, enum: [a]}
                  → request.p: error request-property-became-not-nullable
                  → request.p: error request-property-enum-value-removed (b → –)
                  ← request.p: info request-property-became-nullable
                  ← request.p: info request-property-enum-value-added (– → b)
                  → response.p: info response-property-became-not-nullable
                  → response.p: info response-property-enum-value-removed (b → –)
                  ← response.p: error response-property-became-nullable
                  ← response.p: warning response-property-enum-value-added (– → b)
                {type: [string, 'null']} ⇄ {enum: [a]}
                  → request.p: error request-property-became-not-nullable
                  → request.p: info request-property-type-generalized (string → any)
                  → request.p: error request-property-became-enum (– → a)
                  ← request.p: info request-property-became-nullable
                  ← request.p: error request-property-type-changed (any → string)
                  ← request.p: error request-property-enum-value-removed (a → –)
                {type: [string, 'null']} ⇄ {type: text}
                  → request.p: error request-property-became-not-nullable
                  → request.p: error request-property-type-changed (string → text)
                  ← request.p: info request-property-became-nullable
                  ← request.p: error request-property-type-changed (text → string)
                {enum: [a, null]} ⇄ {enum: [a]}
                  → request.p: error request-property-enum-value-removed (null → –)
                  ← request.p: info request-property-enum-value-added (– → null)
                  → response.p: info response-property-enum-value-removed (null → –)
                  ← response.p: warning response-property-enum-value-added (– → null)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatIsNotSentThatWay(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> whatIsNotSentThatWay() {
        return EditTable.of("""
                {type: string, readOnly: true} ⇄ {type: integer, readOnly: true}
                  → request.p: nothing
                  ← request.p: nothing
                  → response.p: error response-property-type-changed (string → integer)
                  ← response.p: error response-property-type-changed (integer → string)
                """);
    }
}
