package dev.accord.contracts.diff;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a change of a parameter is called, which parameter is which, and how its value is written. See {@link EditTable} for how to read it. */
class ParameterRulesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void parametersThatComeAndGo(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> parametersThatComeAndGo() {
        return EditTable.of("""
                – ⇄ parameters: [{name: q, in: query, schema: {}}]
                  → operation: info new-optional-request-parameter at query parameter q
                  ← operation: warning request-parameter-removed at query parameter q
                – ⇄ parameters: [{name: q, in: cookie, required: true, schema: {}}]
                  → operation: error new-required-request-parameter at cookie parameter q
                  ← operation: warning request-parameter-removed at cookie parameter q
                parameters: [{name: q, in: query}] ⇄ parameters: [{name: q, in: query, required: true}]
                  → operation: error request-parameter-became-required at query parameter q
                  ← operation: info request-parameter-became-optional at query parameter q
                parameters: [{name: q, in: query, schema: {default: a}}] ⇄ parameters: [{name: q, in: query, required: true, schema: {default: b}}]
                  → operation: error request-parameter-became-required at query parameter q
                  ← operation: info request-parameter-became-optional at query parameter q
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whichIsWhich(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> whichIsWhich() {
        return EditTable.of("""
                parameters: [{name: q, in: query}] ⇄ parameters: [{name: q, in: header}]
                  → operation: warning request-parameter-removed at query parameter q
                  → operation: info new-optional-request-parameter at header parameter q
                  ← operation: warning request-parameter-removed at header parameter q
                  ← operation: info new-optional-request-parameter at query parameter q
                parameters: [{name: q, in: query}] ⇄ parameters: [{name: Q, in: query}]
                  → operation: warning request-parameter-removed at query parameter q
                  → operation: info new-optional-request-parameter at query parameter Q
                  ← operation: warning request-parameter-removed at query parameter Q
                  ← operation: info new-optional-request-parameter at query parameter q
                parameters: [{name: q, in: header}] ⇄ parameters: [{name: Q, in: header}]
                  → operation: nothing
                  ← operation: nothing
                parameters: [{name: q, in: header}, {name: r, in: header}] ⇄ parameters: [{name: R, in: header, required: true}, {name: Q, in: header}]
                  → operation: error request-parameter-became-required at header parameter R
                  ← operation: info request-parameter-became-optional at header parameter r
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void parametersOfThePath(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> parametersOfThePath() {
        return EditTable.of("""
                /a: {get: {}} ⇄ /a: {parameters: [{name: q, in: query}], get: {}}
                  → paths: info new-optional-request-default-parameter-to-existing-path at GET /a, query parameter q
                  ← paths: warning request-parameter-removed at GET /a, query parameter q
                /a: {get: {}} ⇄ /a: {parameters: [{name: q, in: query, required: true}], get: {}}
                  → paths: error new-required-request-default-parameter-to-existing-path at GET /a, query parameter q
                  ← paths: warning request-parameter-removed at GET /a, query parameter q
                '/a/{b}': {get: {}} ⇄ '/a/{b}': {get: {parameters: [{name: b, in: path, required: true}]}}
                  → paths: error new-request-path-parameter at GET /a/{b}, path parameter b
                  ← paths: warning request-parameter-removed at GET /a/{b}, path parameter b
                '/a/{b}/{c}': {get: {parameters: [{name: b, in: path, schema: {type: string}}, {name: c, in: path, schema: {type: integer}}]}} ⇄ '/a/{c}/{b}': {get: {parameters: [{name: b, in: path, schema: {type: integer}}, {name: c, in: path, schema: {type: string}}]}}
                  → paths: nothing
                  ← paths: nothing
                '/a/{b}': {get: {parameters: [{name: b, in: path}, {name: z, in: path}]}} ⇄ '/a/{c}': {get: {parameters: [{name: c, in: path}, {name: z, in: path}]}}
                  → paths: nothing
                  ← paths: nothing
                /a: {get: {parameters: [{name: b, in: path}]}} ⇄ /a: {get: {parameters: [{name: c, in: path}]}}
                  → paths: warning request-parameter-removed at GET /a, path parameter b
                  → paths: error new-request-path-parameter at GET /a, path parameter c
                  ← paths: warning request-parameter-removed at GET /a, path parameter c
                  ← paths: error new-request-path-parameter at GET /a, path parameter b
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void howTheValueIsWritten(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> howTheValueIsWritten() {
        return EditTable.of("""
                parameters: [{name: q, in: query}] ⇄ parameters: [{name: q, in: query, allowEmptyValue: true}]
                  → operation: info request-parameter-allow-empty-value-added at query parameter q
                  ← operation: warning request-parameter-allow-empty-value-removed at query parameter q
                parameters: [{name: q, in: query}] ⇄ parameters: [{name: q, in: query, allowReserved: true}]
                  → operation: warning request-parameter-allow-reserved-changed at query parameter q (false → true)
                  ← operation: warning request-parameter-allow-reserved-changed at query parameter q (true → false)
                parameters: [{name: q, in: query, schema: {type: array}}] ⇄ parameters: [{name: q, in: query, explode: false, schema: {type: array}}]
                  → operation: warning request-parameter-explode-changed at query parameter q (true → false)
                  ← operation: warning request-parameter-explode-changed at query parameter q (false → true)
                parameters: [{name: q, in: query, schema: {type: object}}] ⇄ parameters: [{name: q, in: query, style: deepObject, schema: {type: object}}]
                  → operation: warning request-parameter-style-changed at query parameter q (form → deepObject)
                  ← operation: warning request-parameter-style-changed at query parameter q (deepObject → form)
                parameters: [{name: q, in: query, schema: {}}] ⇄ parameters: [{name: q, in: query, explode: false, schema: {}}]
                  → operation: warning request-parameter-explode-changed at query parameter q (true → false)
                  ← operation: warning request-parameter-explode-changed at query parameter q (false → true)
                parameters: [{name: q, in: query, schema: {type: string}}] ⇄ parameters: [{name: q, in: query, explode: false, schema: {type: string}}]
                  → operation: nothing
                  ← operation: nothing
                parameters: [{name: q, in: query}] ⇄ parameters: [{name: q, in: query, explode: false}]
                  → operation: nothing
                  ← operation: nothing
                parameters: [{name: q, in: query, explode: false, schema: {type: array}}] ⇄ parameters: [{name: q, in: query, style: pipeDelimited, schema: {type: array}}]
                  → operation: warning request-parameter-style-changed at query parameter q (form → pipeDelimited)
                  ← operation: warning request-parameter-style-changed at query parameter q (pipeDelimited → form)
                parameters: [{name: q, in: query, schema: {type: string}}] ⇄ parameters: [{name: q, in: query, explode: false, schema: {type: array, items: {type: string}}}]
                  → operation: error request-parameter-type-changed at query parameter q (string → array of string)
                parameters: [{name: q, in: query, style: spaceDelimited, explode: true, schema: {type: string}}] ⇄ parameters: [{name: q, in: query, style: spaceDelimited, explode: true, schema: {type: array, items: {type: string}}}]
                  → operation: error request-parameter-type-changed at query parameter q (string → array of string)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void mediaTypesOfTheValue(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> mediaTypesOfTheValue() {
        return EditTable.of("""
                parameters: [{name: q, in: query, content: {application/json: {}}}] ⇄ parameters: [{name: q, in: query, content: {text/plain: {}}}]
                  → operation: error request-parameter-content-type-changed at query parameter q (application/json → text/plain)
                  ← operation: error request-parameter-content-type-changed at query parameter q (text/plain → application/json)
                parameters: [{name: q, in: query, content: {application/json: {}}}] ⇄ parameters: [{name: q, in: query, content: {Application/JSON: {}}}]
                  → operation: nothing
                  ← operation: nothing
                parameters: [{name: q, in: query, content: {application/json: {schema: {type: array}}}}] ⇄ parameters: [{name: q, in: query, explode: false, schema: {type: array}}]
                  → operation: nothing
                  ← operation: nothing
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void theSchemaOfTheValue(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> theSchemaOfTheValue() {
        return EditTable.of("""
                parameters: [{name: q, in: query}] ⇄ parameters: [{name: q, in: query, schema: {type: string}}]
                  → operation: warning request-parameter-schema-added at query parameter q
                  ← operation: info request-parameter-schema-removed at query parameter q
                parameters: [{name: q, in: query}] ⇄ parameters: [{name: q, in: query, schema: {}}]
                  → operation: nothing
                  ← operation: nothing
                parameters: [{name: q, in: query, x-extensible-enum: [a, b]}] ⇄ parameters: [{name: q, in: query, x-extensible-enum: [b]}]
                  → operation: error request-parameter-x-extensible-enum-value-removed at query parameter q (a → –)
                  ← operation: nothing
                parameters: [{name: q, in: query, x-extensible-enum: [a, b]}] ⇄ parameters: [{name: q, in: query, x-extensible-enum: b}]
                  → operation: nothing
                  ← operation: nothing
                parameters: [{name: q, in: query, x-extensible-enum: [a, b]}] ⇄ parameters: [{name: q, in: query}]
                  → operation: nothing
                  ← operation: nothing
                """);
    }
}
