package dev.accord.contracts.diff;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which component is which, in alternatives and discriminators, when components are renamed, swapped or changed. See {@link EditTable} for how to read it. */
class ComponentRulesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void componentsThatAreRenamed(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> componentsThatAreRenamed() {
        return EditTable.of("""
                Root: {oneOf: [$A, $B]}, A: {type: object, title: A}, B: {minimum: 1} ⇄ Root: {oneOf: [$C, $B]}, C: {type: object, title: A}, B: {minimum: 1}
                  → components: nothing
                  ← components: nothing
                Root: {allOf: [$A, {maximum: 5}]}, A: {minimum: 1} ⇄ Root: {allOf: [$B, {maximum: 5}]}, B: {minimum: 1}
                  → components: nothing
                  ← components: nothing
                Root: {properties: {a: $A}}, A: {minimum: 1} ⇄ Root: {properties: {a: $B}}, B: {minimum: 1}
                  → components: nothing
                  ← components: nothing
                Root: {properties: {a: $A}}, A: {minimum: 1} ⇄ Root: {properties: {a: $B}}, B: {minimum: 2}
                  → components: info response-property-min-increased at GET /things, response 200 application/json/a (1 → 2)
                  → components: info api-schema-removed at components (A → –)
                  ← components: error response-property-min-decreased at GET /things, response 200 application/json/a (2 → 1)
                  ← components: info api-schema-removed at components (B → –)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void componentsThatAreChanged(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> componentsThatAreChanged() {
        return EditTable.of("""
                Root: {oneOf: [$A, $B]}, A: {minimum: 1}, B: {minimum: 9} ⇄ Root: {oneOf: [$B, $A]}, A: {minimum: 2}, B: {minimum: 9}
                  → components: info response-property-min-increased at GET /things, response 200 application/json/oneOf[A] (1 → 2)
                  ← components: error response-property-min-decreased at GET /things, response 200 application/json/oneOf[A] (2 → 1)
                Root: {anyOf: [$A, $B, {multipleOf: 3}]}, A: {minimum: 1}, B: {minimum: 9} ⇄ Root: {anyOf: [$A, {multipleOf: 3}]}, A: {minimum: 1}, B: {minimum: 9}
                  → components: info response-body-any-of-removed at GET /things, response 200 application/json (B → –)
                  ← components: info response-body-any-of-added at GET /things, response 200 application/json (– → B)
                Root: {oneOf: [$A, {minimum: 5}]}, A: {minimum: 1} ⇄ Root: {oneOf: [$A, {minimum: 6}]}, A: {minimum: 1}
                  → components: info response-property-min-increased at GET /things, response 200 application/json/oneOf[1] (5 → 6)
                  ← components: error response-property-min-decreased at GET /things, response 200 application/json/oneOf[1] (6 → 5)
                Root: {oneOf: [$A, {minimum: 5}]}, A: {minimum: 1} ⇄ Root: {oneOf: [$B, {minimum: 5}]}, B: {minimum: 2}
                  → components: error response-body-one-of-added at GET /things, response 200 application/json (– → B)
                  → components: info response-body-one-of-removed at GET /things, response 200 application/json (A → –)
                  → components: info api-schema-removed at components (A → –)
                  ← components: error response-body-one-of-added at GET /things, response 200 application/json (– → A)
                  ← components: info response-body-one-of-removed at GET /things, response 200 application/json (B → –)
                  ← components: info api-schema-removed at components (B → –)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void oneComponentSwappedForAnotherWhileBothExist(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> oneComponentSwappedForAnotherWhileBothExist() {
        return EditTable.of("""
                Root: {oneOf: [$A, $C]}, A: {minimum: 1}, B: {minimum: 1}, C: {maximum: 9} ⇄ Root: {oneOf: [$B, $C]}, A: {minimum: 1}, B: {minimum: 1}, C: {maximum: 9}
                  → components: error response-body-one-of-added at GET /things, response 200 application/json (– → B)
                  → components: info response-body-one-of-removed at GET /things, response 200 application/json (A → –)
                  ← components: error response-body-one-of-added at GET /things, response 200 application/json (– → A)
                  ← components: info response-body-one-of-removed at GET /things, response 200 application/json (B → –)
                Root: {oneOf: [$A, $C]}, A: {minimum: 1}, C: {maximum: 9} ⇄ Root: {oneOf: [$B, $C]}, A: {minimum: 1}, B: {minimum: 1}, C: {maximum: 9}
                  → components: nothing
                  ← components: info api-schema-removed at components (B → –)
                Root: {oneOf: [$A, $C]}, A: {minimum: 1}, B: {minimum: 1}, C: {maximum: 9} ⇄ Root: {oneOf: [$B, $C]}, B: {minimum: 1}, C: {maximum: 9}
                  → components: info api-schema-removed at components (A → –)
                  ← components: nothing
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void componentsWrittenInPlace(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> componentsWrittenInPlace() {
        return EditTable.of("""
                Root: {oneOf: [$A, {maximum: 9}]}, A: {minimum: 1} ⇄ Root: {oneOf: [{minimum: 1}, {maximum: 9}]}, A: {minimum: 1}
                  → components: nothing
                  ← components: nothing
                Root: $A, A: {minimum: 1} ⇄ Root: {minimum: 1}, A: {minimum: 1}
                  → components: nothing
                  ← components: nothing
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void namesInDiscriminators(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> namesInDiscriminators() {
        return EditTable.of("""
                Root: {oneOf: [$A, $B], discriminator: {propertyName: t, mapping: {a: A, b: B}}}, A: {title: A, minimum: 1}, B: {maximum: 9} ⇄ Root: {oneOf: [$C, $B], discriminator: {propertyName: t, mapping: {a: '#/components/schemas/C', b: B}}}, C: {minimum: 1}, B: {maximum: 9}
                  → components: nothing
                  ← components: nothing
                Root: {anyOf: [$A, $B], discriminator: {propertyName: t, mapping: {a: A, b: B}}}, A: {title: A, minimum: 1}, B: {maximum: 9} ⇄ Root: {anyOf: [$C, $B], discriminator: {propertyName: t, mapping: {a: C, b: B}}}, C: {minimum: 1}, B: {maximum: 9}
                  → components: nothing
                  ← components: nothing
                Root: {oneOf: [$A, $B], discriminator: {propertyName: t, mapping: {a: A, b: B}}}, A: {minimum: 1}, B: {maximum: 9} ⇄ Root: {oneOf: [$A, $B], discriminator: {propertyName: t, mapping: {a: B, c: A}}}, A: {minimum: 1}, B: {maximum: 9}
                  → components: info response-body-discriminator-mapping-changed at GET /things, response 200 application/json (a to A → a to B)
                  → components: info response-body-discriminator-mapping-deleted at GET /things, response 200 application/json (b → –)
                  → components: info response-body-discriminator-mapping-added at GET /things, response 200 application/json (– → c)
                  ← components: info response-body-discriminator-mapping-changed at GET /things, response 200 application/json (a to B → a to A)
                  ← components: info response-body-discriminator-mapping-deleted at GET /things, response 200 application/json (c → –)
                  ← components: info response-body-discriminator-mapping-added at GET /things, response 200 application/json (– → b)
                Root: {oneOf: [$A, $B], discriminator: {propertyName: t, mapping: {a: A}}}, A: {minimum: 1}, B: {maximum: 9} ⇄ Root: {oneOf: [$A, $B], discriminator: {propertyName: t, mapping: {a: D}}}, A: {minimum: 1}, B: {maximum: 9}
                  → components: info response-body-discriminator-mapping-changed at GET /things, response 200 application/json (a to A → a to D)
                  ← components: info response-body-discriminator-mapping-changed at GET /things, response 200 application/json (a to D → a to A)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void recursiveComponents(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> recursiveComponents() {
        return EditTable.of("""
                Root: {properties: {next: $Root, v: {type: integer}}} ⇄ Root: {properties: {next: $Root, v: {type: number}}}
                  → components: error response-property-type-generalized at GET /things, response 200 application/json/v (integer → number)
                  ← components: info response-property-type-specialized at GET /things, response 200 application/json/v (number → integer)
                Root: {properties: {next: $Root, v: {type: integer}}} ⇄ Root: {properties: {next: $Node, v: {type: integer}}}, Node: {properties: {next: $Node, v: {type: integer}}}
                  → components: nothing
                  ← components: info api-schema-removed at components (Node → –)
                Root: {oneOf: [$A, $B]}, A: {properties: {next: $A, v: {type: integer}}}, B: {maximum: 9} ⇄ Root: {oneOf: [$C, $B]}, C: {properties: {next: $C, v: {type: integer}}}, B: {maximum: 9}
                  → components: nothing
                  ← components: nothing
                Root: {oneOf: [$A, $B]}, A: {properties: {next: $A, v: {type: integer}}}, B: {maximum: 9} ⇄ Root: {oneOf: [$C, $B]}, C: {properties: {next: $C, v: {type: number}}}, B: {maximum: 9}
                  → components: error response-body-one-of-added at GET /things, response 200 application/json (– → C)
                  → components: info response-body-one-of-removed at GET /things, response 200 application/json (A → –)
                  → components: info api-schema-removed at components (A → –)
                  ← components: error response-body-one-of-added at GET /things, response 200 application/json (– → A)
                  ← components: info response-body-one-of-removed at GET /things, response 200 application/json (C → –)
                  ← components: info api-schema-removed at components (C → –)
                """);
    }
}
