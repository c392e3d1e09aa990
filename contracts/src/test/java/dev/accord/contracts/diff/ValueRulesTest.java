package dev.accord.contracts.diff;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a change of the values that a schema lists or describes is called, and which way it breaks. See {@link EditTable} for how to read it. */
class ValueRulesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void listsOfValues(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> listsOfValues() {
        return EditTable.of("""
                {enum: [a, b]} ⇄ {enum: [a]}
                  → request: error request-body-enum-value-removed (b → –)
                  ← request: info request-body-enum-value-added (– → b)
                  → response: info response-mediatype-enum-value-removed (b → –)
                  ← response: warning response-body-enum-value-added (– → b)
                  → request.p: error request-property-enum-value-removed (b → –)
                  ← request.p: info request-property-enum-value-added (– → b)
                  → response.p: info response-property-enum-value-removed (b → –)
                  ← response.p: warning response-property-enum-value-added (– → b)
                  → query: error request-parameter-enum-value-removed (b → –)
                  ← query: info request-parameter-enum-value-added (– → b)
                  → response header: info response-header-enum-value-removed (b → –)
                  ← response header: warning response-header-enum-value-added (– → b)
                {type: string} ⇄ {type: string, enum: [a]}
                  → request.p: error request-property-became-enum (– → a)
                  ← request.p: error request-property-enum-value-removed (a → –)
                  → response.p: info response-property-became-enum (– → a)
                  ← response.p: warning response-property-enum-unset (a → –)
                  → query: error request-parameter-became-enum (– → a)
                  ← query: error request-parameter-enum-value-removed (a → –)
                  → query.p: error request-parameter-property-became-enum (– → a)
                  ← query.p: error request-parameter-property-enum-value-removed (a → –)
                  → request header: error request-parameter-became-enum (– → a)
                  → request header: error request-header-property-became-enum (– → a)
                  ← request header: error request-parameter-enum-value-removed (a → –)
                  → request header.p: error request-header-property-became-enum (– → a)
                  ← request header.p: error request-parameter-property-enum-value-removed (a → –)
                {enum: [a, b, c]} ⇄ {enum: [c, d, a]}
                  → request.p: error request-property-enum-value-removed (b → –)
                  → request.p: info request-property-enum-value-added (– → d)
                {enum: [1, 2]} ⇄ {enum: [2.0, 1.0]}
                  → request.p: nothing
                {enum: [a, b], readOnly: true} ⇄ {enum: [a], readOnly: true}
                  → request.p: info request-read-only-property-enum-value-removed (b → –)
                  ← request.p: info request-property-enum-value-added (– → b)
                  → response.p: info response-property-enum-value-removed (b → –)
                  ← response.p: warning response-property-enum-value-added (– → b)
                {enum: [a, b], writeOnly: true} ⇄ {enum: [a], writeOnly: true}
                  → request.p: error request-property-enum-value-removed (b → –)
                  ← request.p: info request-property-enum-value-added (– → b)
                  → response.p: info response-property-enum-value-removed (b → –)
                  ← response.p: info response-write-only-property-enum-value-added (– → b)
                {x-extensible-enum: [a, b]} ⇄ {x-extensible-enum: [a]}
                  → request.p: error request-property-x-extensible-enum-value-removed (b → –)
                  ← request.p: nothing
                  → response.p: nothing
                  ← response.p: nothing
                  → query: error request-parameter-x-extensible-enum-value-removed (b → –)
                  ← query: nothing
                  → query.p: error request-parameter-property-x-extensible-enum-value-removed (b → –)
                  ← query.p: nothing
                {x-extensible-enum: [a]} ⇄ {}
                  → request.p: nothing
                  ← request.p: nothing
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void theOnlyValue(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> theOnlyValue() {
        return EditTable.of("""
                {const: a} ⇄ {const: b}
                  → request.p: error request-property-const-changed (a → b)
                  ← request.p: error request-property-const-changed (b → a)
                  → response.p: error response-property-const-changed (a → b)
                  ← response.p: error response-property-const-changed (b → a)
                {type: string, const: a} ⇄ {type: string}
                  → request.p: info request-property-const-removed (a → –)
                  ← request.p: error request-property-const-added (– → a)
                  → response.p: error response-property-const-removed (a → –)
                  ← response.p: info response-property-const-added (– → a)
                {const: 1} ⇄ {const: 1.0}
                  → request.p: nothing
                {const: {a: 1, b: [2]}} ⇄ {const: {b: [2.0], a: 1.0}}
                  → request.p: nothing
                {const: 1} ⇄ {const: '1'}
                  → request.p: error request-property-const-changed (1 → "1")
                {const: 'null'} ⇄ {const: null}
                  → request.p: error request-property-const-changed ("null" → null)
                {const: ''} ⇄ {const: '2026-01-01'}
                  → request.p: error request-property-const-changed ("" → 2026-01-01)
                {const: '-1.5e+3'} ⇄ {const: '1.5e'}
                  → request.p: error request-property-const-changed ("-1.5e+3" → 1.5e)
                {const: 'true'} ⇄ {const: 'False'}
                  → request.p: error request-property-const-changed ("true" → False)
                {const: a} ⇄ {enum: [a]}
                  → request.p: nothing
                  ← request.p: nothing
                {const: a} ⇄ {enum: [a, b]}
                  → request.p: info request-property-enum-value-added (– → b)
                  ← request.p: error request-property-enum-value-removed (b → –)
                  → response.p: warning response-property-enum-value-added (– → b)
                  ← response.p: info response-property-enum-value-removed (b → –)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void defaults(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> defaults() {
        return EditTable.of("""
                {default: a} ⇄ {default: b}
                  → request.p: info request-property-default-value-changed (a → b)
                  ← request.p: info request-property-default-value-changed (b → a)
                  → response.p: info response-property-default-value-changed (a → b)
                  ← response.p: info response-property-default-value-changed (b → a)
                  → query: error request-parameter-default-value-changed (a → b)
                  ← query: error request-parameter-default-value-changed (b → a)
                  → required query: nothing
                  ← required query: nothing
                  → query.p: error request-parameter-property-default-value-changed (a → b)
                  ← query.p: error request-parameter-property-default-value-changed (b → a)
                {default: a} ⇄ {}
                  → request.p: info request-property-default-value-removed (a → –)
                  ← request.p: info request-property-default-value-added (– → a)
                  → response.p: info response-property-default-value-removed (a → –)
                  ← response.p: info response-property-default-value-added (– → a)
                  → query: error request-parameter-default-value-removed (a → –)
                  ← query: error request-parameter-default-value-added (– → a)
                  → required query: nothing
                  ← required query: nothing
                  → query.p: error request-parameter-property-default-value-removed (a → –)
                  ← query.p: error request-parameter-property-default-value-added (– → a)
                {default: 1} ⇄ {default: 1.0}
                  → request.p: nothing
                  ← request.p: nothing
                {default: {a: 1, b: [x]}} ⇄ {default: null}
                  → request.p: info request-property-default-value-changed ({"a":1,"b":["x"]} → null)
                  ← request.p: info request-property-default-value-changed (null → {"a":1,"b":["x"]})
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void patterns(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> patterns() {
        return EditTable.of("""
                {pattern: '^a'} ⇄ {pattern: '^b'}
                  → request.p: warning request-property-pattern-changed (^a → ^b)
                  ← request.p: warning request-property-pattern-changed (^b → ^a)
                  → response.p: info response-property-pattern-changed (^a → ^b)
                  ← response.p: info response-property-pattern-changed (^b → ^a)
                {pattern: '^a'} ⇄ {}
                  → request.p: info request-property-pattern-removed (^a → –)
                  ← request.p: error request-property-pattern-added (– → ^a)
                  → response.p: info response-property-pattern-removed (^a → –)
                  ← response.p: info response-property-pattern-added (– → ^a)
                {pattern: '^a'} ⇄ {pattern: '.*'}
                  → request: info request-body-pattern-generalized (^a → .*)
                  ← request: warning request-body-pattern-changed (.* → ^a)
                  → response: info response-body-pattern-changed (^a → .*)
                  ← response: info response-body-pattern-changed (.* → ^a)
                  → request.p: info request-property-pattern-generalized (^a → .*)
                  ← request.p: warning request-property-pattern-changed (.* → ^a)
                  → response.p: info response-property-pattern-changed (^a → .*)
                  ← response.p: info response-property-pattern-changed (.* → ^a)
                {} ⇄ {pattern: '.*'}
                  → request.p: error request-property-pattern-added (– → .*)
                  ← request.p: info request-property-pattern-removed (.* → –)
                  → response.p: info response-property-pattern-added (– → .*)
                  ← response.p: info response-property-pattern-removed (.* → –)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void theContentOfATextAndWhatItIsWrittenIn(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> theContentOfATextAndWhatItIsWrittenIn() {
        return EditTable.of("""
                {contentEncoding: base64} ⇄ {contentEncoding: base32}
                  → request.p: error request-property-content-encoding-changed (base64 → base32)
                  ← request.p: error request-property-content-encoding-changed (base32 → base64)
                  → response.p: error response-property-content-encoding-changed (base64 → base32)
                  ← response.p: error response-property-content-encoding-changed (base32 → base64)
                {contentEncoding: base64} ⇄ {}
                  → request.p: error request-property-content-encoding-changed (base64 → –)
                  ← request.p: error request-property-content-encoding-changed (– → base64)
                  → response.p: error response-property-content-encoding-changed (base64 → –)
                  ← response.p: error response-property-content-encoding-changed (– → base64)
                {contentMediaType: text/plain} ⇄ {contentMediaType: image/png}
                  → request.p: error request-property-content-media-type-changed (text/plain → image/png)
                  ← request.p: error request-property-content-media-type-changed (image/png → text/plain)
                  → response.p: error response-property-content-media-type-changed (text/plain → image/png)
                  ← response.p: error response-property-content-media-type-changed (image/png → text/plain)
                {contentSchema: {type: object}} ⇄ {}
                  → request.p: info request-property-content-schema-removed
                  ← request.p: error request-property-content-schema-added
                  → response.p: error response-property-content-schema-removed
                  ← response.p: info response-property-content-schema-added
                {contentSchema: {type: object}} ⇄ {contentSchema: {type: array}}
                  → request.p: error request-property-type-changed at /contentSchema (object → array)
                  ← request.p: error request-property-type-changed at /contentSchema (array → object)
                  → response.p: error response-property-type-changed at /contentSchema (object → array)
                  ← response.p: error response-property-type-changed at /contentSchema (array → object)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void conditionsAndWhatIsForbidden(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> conditionsAndWhatIsForbidden() {
        return EditTable.of("""
                {not: {const: 1}} ⇄ {not: {const: 2}}
                  → request.p: error request-property-not-changed
                  ← request.p: error request-property-not-changed
                  → response.p: error response-property-not-changed
                  ← response.p: error response-property-not-changed
                {not: {const: 1}} ⇄ {}
                  → request.p: info request-property-not-removed
                  ← request.p: warning request-property-not-added
                  → response.p: warning response-property-not-removed
                  ← response.p: info response-property-not-added
                {not: {const: 1}} ⇄ {not: {enum: [1]}}
                  → request.p: nothing
                  ← request.p: nothing
                {if: {const: 1}, then: {minimum: 1}, else: {maximum: 3}} ⇄ {}
                  → request.p: info request-property-if-removed
                  → request.p: info request-property-then-removed
                  → request.p: info request-property-else-removed
                  ← request.p: error request-property-if-added
                  ← request.p: error request-property-then-added
                  ← request.p: error request-property-else-added
                  → response.p: error response-property-if-removed
                  → response.p: error response-property-then-removed
                  → response.p: error response-property-else-removed
                  ← response.p: info response-property-if-added
                  ← response.p: info response-property-then-added
                  ← response.p: info response-property-else-added
                {if: {const: 1}} ⇄ {if: {const: 2}}
                  → request.p: error request-property-const-changed at /if (1 → 2)
                  ← request.p: error request-property-const-changed at /if (2 → 1)
                  → response.p: error response-property-const-changed at /if (1 → 2)
                  ← response.p: error response-property-const-changed at /if (2 → 1)
                false ⇄ {}
                  → request: info request-body-became-permitted
                  ← request: error request-body-became-forbidden
                  → response: warning response-body-became-permitted
                  ← response: warning response-body-became-forbidden
                  → request.p: info request-property-became-permitted
                  ← request.p: error request-property-became-forbidden
                  → response.p: warning response-property-became-permitted
                  ← response.p: warning response-property-became-forbidden
                false ⇄ {type: string}
                  → request.p: info request-property-became-permitted
                  ← request.p: error request-property-became-forbidden
                true ⇄ {}
                  → request.p: nothing
                  ← request.p: nothing
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void referencesThatLeaveTheDocument(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> referencesThatLeaveTheDocument() {
        return EditTable.of("""
                {$ref: 'https://elsewhere.example/a.json'} ⇄ {$ref: 'https://elsewhere.example/b.json'}
                  → request: warning schema-unresolvable (https://elsewhere.example/a.json → https://elsewhere.example/b.json)
                  ← request: warning schema-unresolvable (https://elsewhere.example/b.json → https://elsewhere.example/a.json)
                  → response.p: warning schema-unresolvable (https://elsewhere.example/a.json → https://elsewhere.example/b.json)
                  ← response.p: warning schema-unresolvable (https://elsewhere.example/b.json → https://elsewhere.example/a.json)
                {$ref: 'https://elsewhere.example/a.json'} ⇄ {type: string}
                  → request.p: warning schema-unresolvable (https://elsewhere.example/a.json → –)
                  ← request.p: warning schema-unresolvable (– → https://elsewhere.example/a.json)
                  → response.p: warning schema-unresolvable (https://elsewhere.example/a.json → –)
                  ← response.p: warning schema-unresolvable (– → https://elsewhere.example/a.json)
                {$ref: 'https://elsewhere.example/a.json'} ⇄ {$ref: 'https://elsewhere.example/a.json'}
                  → request: nothing
                  ← request: nothing
                """);
    }
}
