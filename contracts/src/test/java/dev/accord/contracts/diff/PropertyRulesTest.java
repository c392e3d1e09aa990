package dev.accord.contracts.diff;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a change of the properties of an object is called, and which way it breaks. See {@link EditTable} for how to read it. */
class PropertyRulesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void propertiesThatComeAndGo(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> propertiesThatComeAndGo() {
        return EditTable.of("""
                {type: object} ⇄ {type: object, properties: {a: {type: string}}}
                  → request: info new-optional-request-property at /a
                  ← request: warning request-property-removed at /a
                  → response: info response-optional-property-added at /a
                  ← response: warning response-optional-property-removed at /a
                  → query: info new-optional-request-parameter-property at /a
                  ← query: warning request-parameter-property-removed at /a
                  → request header: info new-optional-request-parameter-property at /a
                  ← request header: warning request-parameter-property-removed at /a
                  → response header: info response-header-property-added at /a
                  ← response header: warning response-header-property-removed at /a
                  → request.p: info new-optional-request-property at /a
                  ← request.p: warning request-property-removed at /a
                  → response.p: info response-optional-property-added at /a
                  ← response.p: warning response-optional-property-removed at /a
                {type: object} ⇄ {type: object, required: [a], properties: {a: {type: string}}}
                  → request: error new-required-request-property at /a
                  ← request: warning request-property-removed at /a
                  → response: info response-required-property-added at /a
                  ← response: error response-required-property-removed at /a
                  → query: error new-required-request-parameter-property at /a
                  ← query: warning request-parameter-property-removed at /a
                  → request header: error new-required-request-header-property at /a
                  ← request header: warning request-parameter-property-removed at /a
                  → response header: info response-header-property-added at /a
                  ← response header: warning response-header-property-removed at /a
                {type: object} ⇄ {type: object, required: [a], properties: {a: {default: x}}}
                  → request: error new-required-request-property-with-default at /a
                  ← request: warning request-property-removed at /a
                  → response: info response-required-property-added at /a
                  ← response: error response-required-property-removed at /a
                  → query: error new-required-request-parameter-property at /a
                  ← query: warning request-parameter-property-removed at /a
                {type: object, required: [a]} ⇄ {type: object, required: [a], properties: {a: {type: string}}}
                  → request: info new-optional-request-property at /a
                  ← request: warning request-property-removed at /a
                  → response: info response-required-property-added at /a
                  ← response: error response-required-property-removed at /a
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void propertiesThatBecomeRequiredOrOptional(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> propertiesThatBecomeRequiredOrOptional() {
        return EditTable.of("""
                {properties: {a: {}}} ⇄ {required: [a], properties: {a: {}}}
                  → request: error request-property-became-required at /a
                  ← request: info request-property-became-optional at /a
                  → response: info response-property-became-required at /a
                  ← response: error response-property-became-optional at /a
                  → query: error request-parameter-property-became-required at /a
                  ← query: info request-parameter-property-became-optional at /a
                  → request header: error request-header-property-became-required at /a
                  ← request header: info request-parameter-property-became-optional at /a
                  → response header: info response-header-became-required at /a
                  ← response header: error response-header-became-optional at /a
                  → request.p: error request-property-became-required at /a
                  ← request.p: info request-property-became-optional at /a
                {properties: {a: {default: x}}} ⇄ {required: [a], properties: {a: {default: x}}}
                  → request: error request-property-became-required-with-default at /a
                  ← request: info request-property-became-optional at /a
                  → response: info response-property-became-required at /a
                  ← response: error response-property-became-optional at /a
                  → query: error request-parameter-property-became-required-with-default at /a
                  ← query: info request-parameter-property-became-optional at /a
                  → request header: error request-header-property-became-required at /a
                  ← request header: info request-parameter-property-became-optional at /a
                {type: object} ⇄ {type: object, required: [a]}
                  → request: error request-property-became-required at /a
                  ← request: info request-property-became-optional at /a
                  → response: info response-property-became-required at /a
                  ← response: error response-property-became-optional at /a
                {type: object, required: [b]} ⇄ {type: object, required: [a]}
                  → request: error request-property-became-required at /a
                  → request: info request-property-became-optional at /b
                  ← request: error request-property-became-required at /b
                  ← request: info request-property-became-optional at /a
                  → response: info response-property-became-required at /a
                  → response: error response-property-became-optional at /b
                  ← response: info response-property-became-required at /b
                  ← response: error response-property-became-optional at /a
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void readOnlyProperties(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> readOnlyProperties() {
        return EditTable.of("""
                {type: object} ⇄ {type: object, properties: {a: {readOnly: true}}}
                  → request: nothing
                  ← request: nothing
                  → response: info response-optional-property-added at /a
                  ← response: warning response-optional-property-removed at /a
                {type: object} ⇄ {type: object, required: [a], properties: {a: {readOnly: true}}}
                  → request: nothing
                  ← request: nothing
                  → response: info response-required-property-added at /a
                  ← response: error response-required-property-removed at /a
                {properties: {a: {readOnly: true}}} ⇄ {required: [a], properties: {a: {readOnly: true}}}
                  → request: nothing
                  ← request: nothing
                  → response: info response-property-became-required at /a
                  ← response: error response-property-became-optional at /a
                {properties: {a: {}}} ⇄ {required: [a], properties: {a: {readOnly: true}}}
                  → request: info request-optional-property-became-read-only at /a
                  ← request: info request-property-became-optional at /a
                  ← request: info request-required-property-became-not-read-only at /a
                  → response: info response-property-became-required at /a
                  → response: info response-optional-property-became-read-only at /a
                  ← response: error response-property-became-optional at /a
                  ← response: info response-required-property-became-not-read-only at /a
                {properties: {a: {}}} ⇄ {properties: {a: {readOnly: true}}}
                  → request: info request-optional-property-became-read-only at /a
                  ← request: info request-optional-property-became-not-read-only at /a
                  → response: info response-optional-property-became-read-only at /a
                  ← response: info response-optional-property-became-not-read-only at /a
                {required: [a], properties: {a: {}}} ⇄ {required: [a], properties: {a: {readOnly: true}}}
                  → request: info request-required-property-became-read-only at /a
                  ← request: info request-required-property-became-not-read-only at /a
                  → response: info response-required-property-became-read-only at /a
                  ← response: info response-required-property-became-not-read-only at /a
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void writeOnlyProperties(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> writeOnlyProperties() {
        return EditTable.of("""
                {type: object} ⇄ {type: object, properties: {a: {writeOnly: true}}}
                  → request: info new-optional-request-property at /a
                  ← request: warning request-property-removed at /a
                  → response: info response-optional-write-only-property-added at /a
                  ← response: info response-optional-write-only-property-removed at /a
                {type: object} ⇄ {type: object, required: [a], properties: {a: {writeOnly: true}}}
                  → request: error new-required-request-property at /a
                  ← request: warning request-property-removed at /a
                  → response: info response-required-write-only-property-added at /a
                  ← response: info response-required-write-only-property-removed at /a
                {properties: {a: {writeOnly: true}}} ⇄ {required: [a], properties: {a: {writeOnly: true}}}
                  → request: error request-property-became-required at /a
                  ← request: info request-property-became-optional at /a
                  → response: info response-write-only-property-became-required at /a
                  ← response: info response-write-only-property-became-optional at /a
                {properties: {a: {}}} ⇄ {required: [a], properties: {a: {writeOnly: true}}}
                  → request: error request-property-became-required at /a
                  → request: info request-optional-property-became-write-only at /a
                  ← request: info request-property-became-optional at /a
                  ← request: info request-required-property-became-not-write-only at /a
                  → response: info response-property-became-required at /a
                  → response: info response-optional-property-became-write-only at /a
                  ← response: info response-write-only-property-became-optional at /a
                  ← response: warning response-required-property-became-not-write-only at /a
                {properties: {a: {}}} ⇄ {properties: {a: {writeOnly: true}}}
                  → request: info request-optional-property-became-write-only at /a
                  ← request: info request-optional-property-became-not-write-only at /a
                  → response: info response-optional-property-became-write-only at /a
                  ← response: info response-optional-property-became-not-write-only at /a
                {required: [a], properties: {a: {}}} ⇄ {required: [a], properties: {a: {writeOnly: true}}}
                  → request: info request-required-property-became-write-only at /a
                  ← request: info request-required-property-became-not-write-only at /a
                  → response: info response-required-property-became-write-only at /a
                  ← response: warning response-required-property-became-not-write-only at /a
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void propertiesOfProperties(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> propertiesOfProperties() {
        return EditTable.of("""
                {properties: {a: {properties: {b: {type: string}}}}} ⇄ {properties: {a: {properties: {b: {type: integer}}}}}
                  → request: error request-property-type-changed at /a/b (string → integer)
                  ← request: error request-property-type-changed at /a/b (integer → string)
                  → response: error response-property-type-changed at /a/b (string → integer)
                  ← response: error response-property-type-changed at /a/b (integer → string)
                {properties: {a: {readOnly: true, properties: {b: {type: string}}}}} ⇄ {properties: {a: {readOnly: true, properties: {b: {type: integer}}}}}
                  → request: nothing
                  ← request: nothing
                  → response: error response-property-type-changed at /a/b (string → integer)
                  ← response: error response-property-type-changed at /a/b (integer → string)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void undeclaredProperties(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> undeclaredProperties() {
        return EditTable.of("""
                {type: object} ⇄ {type: object, additionalProperties: false}
                  → request: warning request-body-additional-properties-closed
                  ← request: info request-body-additional-properties-opened
                  → response: info response-body-additional-properties-closed
                  ← response: info response-body-additional-properties-opened
                {type: object} ⇄ {type: object, additionalProperties: true}
                  → request: nothing
                  ← request: nothing
                  → response: nothing
                  ← response: nothing
                {type: object} ⇄ {type: object, additionalProperties: {type: string}}
                  → request: warning request-body-additional-properties-restricted
                  ← request: info request-body-additional-properties-widened
                  → response: info response-body-additional-properties-restricted
                  ← response: warning response-body-additional-properties-widened
                {type: object, additionalProperties: {type: string}} ⇄ {type: object, additionalProperties: false}
                  → request: error request-body-map-removed
                  ← request: info request-body-additional-properties-opened
                  → response: error response-body-map-removed
                  ← response: info response-body-additional-properties-opened
                {type: object, additionalProperties: {type: string}} ⇄ {type: object, additionalProperties: {type: integer}}
                  → request: error request-property-type-changed at /* (string → integer)
                  ← request: error request-property-type-changed at /* (integer → string)
                  → response: error response-property-type-changed at /* (string → integer)
                  ← response: error response-property-type-changed at /* (integer → string)
                {type: object, additionalProperties: {type: string}} ⇄ {type: object, additionalProperties: {description: any}}
                  → request: info request-body-additional-properties-widened
                  ← request: warning request-body-additional-properties-restricted
                {type: object} ⇄ {type: object, unevaluatedProperties: false}
                  → request: warning request-body-additional-properties-closed
                  ← request: info request-body-additional-properties-opened
                  → response: info response-body-additional-properties-closed
                  ← response: info response-body-additional-properties-opened
                {type: object} ⇄ {type: object, unevaluatedProperties: {type: string}}
                  → request: error request-body-unevaluated-properties-added
                  ← request: info request-body-unevaluated-properties-removed
                  → response: info response-body-unevaluated-properties-added
                  ← response: error response-body-unevaluated-properties-removed
                {type: object} ⇄ {type: object, unevaluatedProperties: true}
                  → request: nothing
                  ← request: nothing
                {unevaluatedProperties: {type: string}} ⇄ {unevaluatedProperties: {type: integer}}
                  → request: error request-property-type-changed at /unevaluatedProperties (string → integer)
                  ← request: error request-property-type-changed at /unevaluatedProperties (integer → string)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void namesOfProperties(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> namesOfProperties() {
        return EditTable.of("""
                {type: object} ⇄ {type: object, propertyNames: {maxLength: 3}}
                  → request: error request-body-property-names-added
                  ← request: info request-body-property-names-removed
                  → response: info response-body-property-names-added
                  ← response: error response-body-property-names-removed
                {type: object, propertyNames: {maxLength: 4}} ⇄ {type: object, propertyNames: {maxLength: 3}}
                  → request: error request-property-max-length-decreased at /propertyNames (4 → 3)
                  ← request: info request-property-max-length-increased at /propertyNames (3 → 4)
                  → response: info response-property-max-length-decreased at /propertyNames (4 → 3)
                  ← response: error response-property-max-length-increased at /propertyNames (3 → 4)
                {type: object} ⇄ {type: object, patternProperties: {'^x': {type: string}}}
                  → request: error request-body-pattern-property-added (– → ^x)
                  ← request: info request-body-pattern-property-removed (^x → –)
                  → response: info response-body-pattern-property-added (– → ^x)
                  ← response: error response-body-pattern-property-removed (^x → –)
                {type: object, patternProperties: {'^x': {type: integer}}} ⇄ {type: object, patternProperties: {'^x': {type: string}}}
                  → request: error request-property-type-changed at /patternProperties[^x] (integer → string)
                  ← request: error request-property-type-changed at /patternProperties[^x] (string → integer)
                  → response: error response-property-type-changed at /patternProperties[^x] (integer → string)
                  ← response: error response-property-type-changed at /patternProperties[^x] (string → integer)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void propertiesThatBelongTogether(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> propertiesThatBelongTogether() {
        return EditTable.of("""
                {type: object} ⇄ {type: object, dependentRequired: {a: [b, c]}}
                  → request: error request-body-dependent-required-added (– → a with b, c)
                  ← request: info request-body-dependent-required-removed (a with b, c → –)
                  → response: info response-body-dependent-required-added (– → a with b, c)
                  ← response: error response-body-dependent-required-removed (a with b, c → –)
                {dependentRequired: {a: [c], z: [a]}} ⇄ {dependentRequired: {a: [b], z: [a]}}
                  → request: error request-body-dependent-required-changed (a with c → a with b)
                  ← request: error request-body-dependent-required-changed (a with b → a with c)
                  → response: error response-body-dependent-required-changed (a with c → a with b)
                  ← response: error response-body-dependent-required-changed (a with b → a with c)
                {type: object} ⇄ {type: object, dependentSchemas: {a: {minProperties: 2}}}
                  → request: error request-body-dependent-schema-added (– → a)
                  ← request: info request-body-dependent-schema-removed (a → –)
                  → response: info response-body-dependent-schema-added (– → a)
                  ← response: error response-body-dependent-schema-removed (a → –)
                {dependentSchemas: {a: {minProperties: 1}}} ⇄ {dependentSchemas: {a: {minProperties: 2}}}
                  → request: error request-property-min-properties-increased at /dependentSchemas[a] (1 → 2)
                  ← request: info request-property-min-properties-decreased at /dependentSchemas[a] (2 → 1)
                  → response: info response-property-min-properties-increased at /dependentSchemas[a] (1 → 2)
                  ← response: warning response-property-min-properties-decreased at /dependentSchemas[a] (2 → 1)
                """);
    }
}
