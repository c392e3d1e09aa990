package dev.accord.contracts.diff;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a change of alternatives is called, which is which, and when they only say in other words what was there. See {@link EditTable} for how to read it. */
class AlternativeRulesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void alternativesThatComeAndGo(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> alternativesThatComeAndGo() {
        return EditTable.of("""
                {oneOf: [{title: A, minimum: 1}, {title: B, minimum: 7}, {multipleOf: 3}]} ⇄ {oneOf: [{title: A, minimum: 1}, {title: B, minimum: 7}]}
                  → request: error request-body-one-of-removed (an inline schema → –)
                  ← request: info request-body-one-of-added (– → an inline schema)
                  → response: info response-body-one-of-removed (an inline schema → –)
                  ← response: error response-body-one-of-added (– → an inline schema)
                  → request.p: error request-property-one-of-removed (an inline schema → –)
                  ← request.p: info request-property-one-of-added (– → an inline schema)
                  → response.p: info response-property-one-of-removed (an inline schema → –)
                  ← response.p: error response-property-one-of-added (– → an inline schema)
                  → query: error request-parameter-one-of-removed (an inline schema → –)
                  ← query: info request-parameter-one-of-added (– → an inline schema)
                {anyOf: [{title: A, minimum: 1}, {title: B, minimum: 7}, {multipleOf: 3}]} ⇄ {anyOf: [{title: A, minimum: 1}, {title: B, minimum: 7}]}
                  → request: error request-body-any-of-removed (an inline schema → –)
                  ← request: info request-body-any-of-added (– → an inline schema)
                  → response: info response-body-any-of-removed (an inline schema → –)
                  ← response: info response-body-any-of-added (– → an inline schema)
                {oneOf: [{type: object, title: A}, {type: object, properties: {a: {}}}, {type: [string, integer]}]} ⇄ {oneOf: [{type: object, title: A}, {type: object, properties: {a: {}}}]}
                  → request: error request-body-one-of-removed (an inline schema (integer or string) → –)
                  ← request: info request-body-one-of-added (– → an inline schema (integer or string))
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void alternativesThatChange(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> alternativesThatChange() {
        return EditTable.of("""
                {oneOf: [{minimum: 1}, {minimum: 7}]} ⇄ {oneOf: [{minimum: 7}, {minimum: 1}]}
                  → request: nothing
                  ← request: nothing
                  → response: nothing
                  ← response: nothing
                {oneOf: [{title: A, minimum: 1}, {title: B, minimum: 7}]} ⇄ {oneOf: [{title: B, minimum: 8}, {title: A, minimum: 1}]}
                  → request: error request-property-min-increased at /oneOf[B] (7 → 8)
                  ← request: info request-property-min-decreased at /oneOf[B] (8 → 7)
                  → response: info response-property-min-increased at /oneOf[B] (7 → 8)
                  ← response: error response-property-min-decreased at /oneOf[B] (8 → 7)
                {anyOf: [{title: A, minimum: 1}, {title: B, minimum: 7}]} ⇄ {anyOf: [{title: B, minimum: 8}, {title: A, minimum: 1}]}
                  → request: error request-property-min-increased at /anyOf[B] (7 → 8)
                  ← request: info request-property-min-decreased at /anyOf[B] (8 → 7)
                {oneOf: [{minimum: 1}, {minimum: 7}]} ⇄ {oneOf: [{minimum: 1}, {minimum: 8}]}
                  → request: error request-property-min-increased at /oneOf[1] (7 → 8)
                  ← request: info request-property-min-decreased at /oneOf[1] (8 → 7)
                  → response: info response-property-min-increased at /oneOf[1] (7 → 8)
                  ← response: error response-property-min-decreased at /oneOf[1] (8 → 7)
                {oneOf: [{minimum: 1}, {minimum: 7}]} ⇄ {oneOf: [{minimum: 2}, {minimum: 8}]}
                  → request: info request-body-one-of-added (– → an inline schema, an inline schema)
                  → request: error request-body-one-of-removed (an inline schema, an inline schema → –)
                  ← request: info request-body-one-of-added (– → an inline schema, an inline schema)
                  ← request: error request-body-one-of-removed (an inline schema, an inline schema → –)
                  → response: error response-body-one-of-added (– → an inline schema, an inline schema)
                  → response: info response-body-one-of-removed (an inline schema, an inline schema → –)
                  ← response: error response-body-one-of-added (– → an inline schema, an inline schema)
                  ← response: info response-body-one-of-removed (an inline schema, an inline schema → –)
                {oneOf: [{minimum: 1}, {title: A, minimum: 7}]} ⇄ {oneOf: [{minimum: 1}, {minimum: 8}]}
                  → request: info request-body-one-of-added (– → an inline schema)
                  → request: error request-body-one-of-removed (A → –)
                  ← request: info request-body-one-of-added (– → A)
                  ← request: error request-body-one-of-removed (an inline schema → –)
                  → response: error response-body-one-of-added (– → an inline schema)
                  → response: info response-body-one-of-removed (A → –)
                  ← response: error response-body-one-of-added (– → A)
                  ← response: info response-body-one-of-removed (an inline schema → –)
                {oneOf: [{minimum: 1}, {title: A, minimum: 7}]} ⇄ {oneOf: [{minimum: 1}, {title: B, minimum: 8}]}
                  → request: info request-body-one-of-added (– → B)
                  → request: error request-body-one-of-removed (A → –)
                  ← request: info request-body-one-of-added (– → A)
                  ← request: error request-body-one-of-removed (B → –)
                {oneOf: [{minimum: 1}, {minimum: 7}]} ⇄ {oneOf: [{minimum: 1}, {minimum: 8}, {minimum: 9}]}
                  → request: info request-body-one-of-added (– → an inline schema, an inline schema)
                  → request: error request-body-one-of-removed (an inline schema → –)
                  ← request: info request-body-one-of-added (– → an inline schema)
                  ← request: error request-body-one-of-removed (an inline schema, an inline schema → –)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void listsOfTypes(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> listsOfTypes() {
        return EditTable.of("""
                {type: string} ⇄ {oneOf: [{type: string}, {type: integer}]}
                  → request: info request-body-list-of-types-widened (string → integer)
                  ← request: error request-body-list-of-types-narrowed (integer → string)
                  → response: error response-body-list-of-types-widened (string → integer)
                  ← response: info response-body-list-of-types-narrowed (integer → string)
                  → request.p: info request-property-list-of-types-widened (string → integer)
                  ← request.p: error request-property-list-of-types-narrowed (integer → string)
                  → response.p: error response-property-list-of-types-widened (string → integer)
                  ← response.p: info response-property-list-of-types-narrowed (integer → string)
                {type: string} ⇄ {anyOf: [{type: string}, {type: integer}]}
                  → request: info request-body-list-of-types-widened (string → integer)
                  ← request: error request-body-list-of-types-narrowed (integer → string)
                  → response: error response-body-list-of-types-widened (string → integer)
                  ← response: info response-body-list-of-types-narrowed (integer → string)
                {oneOf: [{type: string}, {type: integer}, {type: boolean}]} ⇄ {oneOf: [{type: string}, {type: integer}]}
                  → request: error request-body-list-of-types-narrowed (boolean → string, integer)
                  ← request: info request-body-list-of-types-widened (string, integer → boolean)
                  → response: info response-body-list-of-types-narrowed (boolean → string, integer)
                  ← response: error response-body-list-of-types-widened (string, integer → boolean)
                {type: [string, integer]} ⇄ {oneOf: [{type: string}, {type: integer}]}
                  → request: nothing
                  ← request: nothing
                  → response: nothing
                  ← response: nothing
                {type: string} ⇄ {oneOf: [{type: integer}, {type: boolean}]}
                  → request: error request-body-list-of-types-narrowed (string → boolean, integer)
                  ← request: error request-body-list-of-types-narrowed (boolean, integer → string)
                  → response: error response-body-list-of-types-widened (string → boolean, integer)
                  ← response: error response-body-list-of-types-widened (boolean, integer → string)
                {oneOf: [{type: string}, {type: integer}]} ⇄ {oneOf: [{type: string}, {type: integer, maximum: 5}]}
                  → request: warning request-property-max-set at /oneOf[1] (– → 5)
                  ← request: info request-property-max-unset at /oneOf[1] (5 → –)
                {oneOf: [{type: string}, {type: integer}]} ⇄ {oneOf: [{type: string, format: date}, {type: integer}]}
                  → request: error request-property-type-changed at /oneOf[0] (string → string (date))
                  ← request: info request-property-type-generalized at /oneOf[0] (string (date) → string)
                {oneOf: [{type: string}, {type: array}]} ⇄ {oneOf: [{type: string, enum: [a]}, {type: array}]}
                  → request: error request-property-became-enum at /oneOf[0] (– → a)
                  ← request: error request-property-enum-value-removed at /oneOf[0] (a → –)
                {oneOf: [{type: string}, {type: array}]} ⇄ {oneOf: [{type: string}, {type: array, items: {type: string}}]}
                  → request: warning request-property-items-schema-added at /oneOf[1]
                  ← request: info request-property-items-schema-removed at /oneOf[1]
                {oneOf: [{type: string}, {type: array}]} ⇄ {oneOf: [{type: string, pattern: a}, {type: array}]}
                  → request: error request-property-pattern-added at /oneOf[0] (– → a)
                  ← request: info request-property-pattern-removed at /oneOf[0] (a → –)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void anObjectThatBecameOneOfSeveral(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> anObjectThatBecameOneOfSeveral() {
        return EditTable.of("""
                {type: object, properties: {a: {type: string}}} ⇄ {oneOf: [{title: A, properties: {a: {type: string}}}, {title: B, properties: {b: {type: string}}}]}
                  → request: error request-body-wrapped-in-one-of (– → A, B)
                  → response: error response-body-wrapped-in-one-of (– → A, B)
                {type: object, properties: {a: {type: string}, c: {}}} ⇄ {oneOf: [{properties: {a: {type: string}}}, {properties: {b: {type: string}}}]}
                  → request: error request-body-wrapped-in-one-of (– → an inline schema, an inline schema)
                  → request: warning request-property-removed at /c
                {properties: {a: {}}} ⇄ {type: object, oneOf: [{title: A, properties: {a: {}}}, {title: B, properties: {b: {}}}]}
                  → request: error request-body-type-changed (any → object)
                  → request: warning request-property-removed at /a
                  → request: info request-body-one-of-added (– → A, B)
                {properties: {a: {}}} ⇄ {properties: {c: {}}, oneOf: [{title: A, properties: {a: {}}}, {title: B, properties: {b: {}}}]}
                  → request: warning request-property-removed at /a
                  → request: info new-optional-request-property at /c
                  → request: info request-body-one-of-added (– → A, B)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void discriminators(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> discriminators() {
        return EditTable.of("""
                {oneOf: [{title: A, minimum: 1}, {title: B, minimum: 2}]} ⇄ {oneOf: [{title: A, minimum: 1}, {title: B, minimum: 2}], discriminator: {propertyName: t}}
                  → request: info request-body-discriminator-added (– → t)
                  ← request: info request-body-discriminator-removed (t → –)
                  → response.p: info response-property-discriminator-added (– → t)
                  ← response.p: info response-property-discriminator-removed (t → –)
                {discriminator: {propertyName: t}, oneOf: [{minimum: 1}, {minimum: 2}]} ⇄ {discriminator: {propertyName: u}, oneOf: [{minimum: 1}, {minimum: 2}]}
                  → request: info request-body-discriminator-property-name-changed (t → u)
                  ← request: info request-body-discriminator-property-name-changed (u → t)
                  → response.p: info response-property-discriminator-property-name-changed (t → u)
                  ← response.p: info response-property-discriminator-property-name-changed (u → t)
                {discriminator: {propertyName: t}, oneOf: [{minimum: 1}, {minimum: 2}]} ⇄ {discriminator: {propertyName: t, mapping: {x: '#/components/schemas/A'}}, oneOf: [{minimum: 1}, {minimum: 2}]}
                  → request: info request-body-discriminator-mapping-added (– → x)
                  ← request: info request-body-discriminator-mapping-deleted (x → –)
                  → response.p: info response-property-discriminator-mapping-added (– → x)
                  ← response.p: info response-property-discriminator-mapping-deleted (x → –)
                {discriminator: {propertyName: t, mapping: {x: B, y: A}}, oneOf: [{minimum: 1}, {minimum: 2}]} ⇄ {discriminator: {propertyName: t, mapping: {x: '#/components/schemas/A', y: '#/components/schemas/A'}}, oneOf: [{minimum: 1}, {minimum: 2}]}
                  → request: info request-body-discriminator-mapping-changed (x to B → x to A)
                  ← request: info request-body-discriminator-mapping-changed (x to A → x to B)
                  → response.p: info response-property-discriminator-mapping-changed (x to B → x to A)
                  ← response.p: info response-property-discriminator-mapping-changed (x to A → x to B)
                """);
    }
}
