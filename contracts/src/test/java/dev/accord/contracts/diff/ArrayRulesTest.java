package dev.accord.contracts.diff;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a change of the items of a list is called, and which way it breaks. See {@link EditTable} for how to read it. */
class ArrayRulesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void theSchemaOfTheItems(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> theSchemaOfTheItems() {
        return EditTable.of("""
                {type: array, items: {type: string}} ⇄ {type: array}
                  → request: info request-body-items-schema-removed
                  ← request: warning request-body-items-schema-added
                  → response: warning response-body-items-schema-removed
                  ← response: info response-body-items-schema-added
                  → request.p: info request-property-items-schema-removed
                  ← request.p: warning request-property-items-schema-added
                  → response.p: warning response-property-items-schema-removed
                  ← response.p: info response-property-items-schema-added
                  → query: info request-parameter-items-schema-removed
                  ← query: warning request-parameter-items-schema-added
                  → response header: warning response-header-items-schema-removed
                  ← response header: info response-header-items-schema-added
                {type: array, items: {description: any}} ⇄ {type: array}
                  → request.p: nothing
                  ← request.p: nothing
                {type: array, items: {type: string}} ⇄ {type: array, items: {type: integer}}
                  → request.p: error request-property-type-changed at /* (string → integer)
                  ← request.p: error request-property-type-changed at /* (integer → string)
                  → response.p: error response-property-type-changed at /* (string → integer)
                  ← response.p: error response-property-type-changed at /* (integer → string)
                {items: {type: string}} ⇄ {type: array}
                  → request.p: error request-property-type-changed (any → array)
                  ← request.p: info request-property-type-generalized (array → any)
                {type: array, uniqueItems: true} ⇄ {type: array}
                  → request.p: info request-property-unique-items-removed
                  ← request.p: error request-property-unique-items-added
                  → response.p: warning response-property-unique-items-removed
                  ← response.p: info response-property-unique-items-added
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void theFirstItems(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> theFirstItems() {
        return EditTable.of("""
                {prefixItems: [{type: string}]} ⇄ {prefixItems: [{type: integer}]}
                  → request.p: error request-property-type-changed at /0 (string → integer)
                  ← request.p: error request-property-type-changed at /0 (integer → string)
                  → response.p: error response-property-type-changed at /0 (string → integer)
                  ← response.p: error response-property-type-changed at /0 (integer → string)
                {prefixItems: [{}]} ⇄ {prefixItems: [{}, {type: integer}]}
                  → request.p: info request-property-prefix-items-added (– → item 1)
                  ← request.p: error request-property-prefix-items-removed (item 1 → –)
                  → response.p: error response-property-prefix-items-added (– → item 1)
                  ← response.p: info response-property-prefix-items-removed (item 1 → –)
                {prefixItems: [{}]} ⇄ {prefixItems: [{}, {}, {type: integer}]}
                  → request.p: info request-property-prefix-items-added (– → items 1 to 2)
                  ← request.p: error request-property-prefix-items-removed (items 1 to 2 → –)
                  → response.p: error response-property-prefix-items-added (– → items 1 to 2)
                  ← response.p: info response-property-prefix-items-removed (items 1 to 2 → –)
                {prefixItems: [{}, {type: string}]} ⇄ {}
                  → request.p: error request-property-prefix-items-removed (items 0 to 1 → –)
                  ← request.p: info request-property-prefix-items-added (– → items 0 to 1)
                  → response.p: info response-property-prefix-items-removed (items 0 to 1 → –)
                  ← response.p: error response-property-prefix-items-added (– → items 0 to 1)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void itemsThatMustBeAmongThem(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> itemsThatMustBeAmongThem() {
        return EditTable.of("""
                {contains: {const: 1}} ⇄ {}
                  → request.p: info request-property-contains-removed
                  ← request.p: error request-property-contains-added
                  → response.p: error response-property-contains-removed
                  ← response.p: info response-property-contains-added
                {contains: {const: 1}} ⇄ {contains: {const: 2}}
                  → request.p: error request-property-const-changed at /contains (1 → 2)
                  ← request.p: error request-property-const-changed at /contains (2 → 1)
                  → response.p: error response-property-const-changed at /contains (1 → 2)
                  ← response.p: error response-property-const-changed at /contains (2 → 1)
                {contains: {}, minContains: 2} ⇄ {contains: {}, minContains: 3}
                  → request.p: error request-property-min-contains-increased (2 → 3)
                  ← request.p: info request-property-min-contains-decreased (3 → 2)
                  → response.p: info response-property-min-contains-increased (2 → 3)
                  ← response.p: error response-property-min-contains-decreased (3 → 2)
                {contains: {}} ⇄ {contains: {}, minContains: 1}
                  → request.p: nothing
                  ← request.p: nothing
                {contains: {}} ⇄ {contains: {}, minContains: 0}
                  → request.p: info request-property-min-contains-decreased (1 → 0)
                  ← request.p: error request-property-min-contains-increased (0 → 1)
                {contains: {}, maxContains: 2} ⇄ {contains: {}, maxContains: 3}
                  → request.p: info request-property-max-contains-increased (2 → 3)
                  ← request.p: error request-property-max-contains-decreased (3 → 2)
                  → response.p: error response-property-max-contains-increased (2 → 3)
                  ← response.p: info response-property-max-contains-decreased (3 → 2)
                {contains: {}, maxContains: 2} ⇄ {contains: {}}
                  → request.p: info request-property-max-contains-increased (2 → –)
                  ← request.p: error request-property-max-contains-decreased (– → 2)
                  → response.p: error response-property-max-contains-increased (2 → –)
                  ← response.p: info response-property-max-contains-decreased (– → 2)
                {minContains: 2} ⇄ {minContains: 3}
                  → request.p: nothing
                  ← request.p: nothing
                {contains: {const: 1}} ⇄ {minContains: 2, maxContains: 3}
                  → request.p: info request-property-contains-removed
                  ← request.p: error request-property-contains-added
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void itemsThatNothingElseDescribes(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> itemsThatNothingElseDescribes() {
        return EditTable.of("""
                {type: array} ⇄ {type: array, unevaluatedItems: false}
                  → request.p: error request-property-unevaluated-items-added
                  ← request.p: info request-property-unevaluated-items-removed
                  → response.p: info response-property-unevaluated-items-added
                  ← response.p: error response-property-unevaluated-items-removed
                {unevaluatedItems: {type: string}} ⇄ {unevaluatedItems: {type: integer}}
                  → request.p: error request-property-type-changed at /unevaluatedItems (string → integer)
                  ← request.p: error request-property-type-changed at /unevaluatedItems (integer → string)
                """);
    }
}
