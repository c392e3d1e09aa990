package dev.accord.contracts.diff;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What deprecation, sunset and stability are called, of properties, of operations and of parameters; today is 2026-06-01. See {@link EditTable} for how to read it. */
class LifecycleRulesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void propertiesThatAreDeprecated(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> propertiesThatAreDeprecated() {
        return EditTable.of("""
                {} ⇄ {deprecated: true}
                  → request.p: info request-property-deprecated
                  ← request.p: info request-property-reactivated
                  → response.p: info response-property-deprecated
                  ← response.p: info response-property-reactivated
                  → request: nothing
                  ← request: nothing
                  → request.p, 180 days: error request-property-deprecated-sunset-missing
                  → response.p, 180 days: error response-property-deprecated-sunset-missing
                {} ⇄ {deprecated: true, x-sunset: '2027-01-01'}
                  → request.p: info request-property-deprecated-with-sunset (– → 2027-01-01)
                  ← request.p: info request-property-reactivated
                  → response.p: info response-property-deprecated-with-sunset (– → 2027-01-01)
                  ← response.p: info response-property-reactivated
                {} ⇄ {deprecated: true, x-sunset: '2026-06-01'}
                  → request.p: info request-property-deprecated-with-sunset (– → 2026-06-01)
                  → request.p, 180 days: error request-property-sunset-date-too-small (– → 2026-06-01)
                {} ⇄ {deprecated: true, x-sunset: '2026-05-31'}
                  → request.p: error request-property-sunset-date-too-small (– → 2026-05-31)
                {} ⇄ {deprecated: true, x-sunset: '2026-11-28'}
                  → request.p, 180 days: info request-property-deprecated-with-sunset (– → 2026-11-28)
                {} ⇄ {deprecated: true, x-sunset: '2026-11-27'}
                  → request.p, 180 days: error request-property-sunset-date-too-small (– → 2026-11-27)
                {} ⇄ {deprecated: true, x-sunset: '2027-01-01T00:00:00Z'}
                  → request.p: info request-property-deprecated-with-sunset (– → 2027-01-01T00:00:00Z)
                {} ⇄ {deprecated: true, x-sunset: soon}
                  → request.p: error request-property-deprecated-sunset-invalid (– → soon)
                  → response.p: error response-property-deprecated-sunset-invalid (– → soon)
                {} ⇄ {deprecated: true, x-sunset: 20270101}
                  → request.p: error request-property-deprecated-sunset-invalid (– → 20270101)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void howFirmlyPropertiesArePromised(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> howFirmlyPropertiesArePromised() {
        return EditTable.of("""
                {x-stability-level: stable} ⇄ {x-stability-level: beta}
                  → request.p: error request-property-stability-decreased (stable → beta)
                  ← request.p: info request-property-stability-increased (beta → stable)
                  → response.p: error response-property-stability-decreased (stable → beta)
                  ← response.p: info response-property-stability-increased (beta → stable)
                {} ⇄ {x-stability-level: beta}
                  → request.p: error request-property-stability-decreased (stable → beta)
                  ← request.p: info request-property-stability-increased (beta → stable)
                {} ⇄ {x-stability-level: stable}
                  → request.p: nothing
                  ← request.p: nothing
                {x-stability-level: alpha} ⇄ {x-stability-level: stable}
                  → request.p: nothing
                  ← request.p: error request-property-stability-decreased (stable → alpha)
                {x-stability-level: draft} ⇄ {x-stability-level: alpha}
                  → request.p: nothing
                  ← request.p: nothing
                {x-stability-level: beta} ⇄ {x-stability-level: odd}
                  → request.p: error api-invalid-stability-level (beta → odd)
                  ← request.p: error api-invalid-stability-level (odd → beta)
                {x-stability-level: odd} ⇄ {x-stability-level: 5}
                  → request.p: error api-invalid-stability-level (odd → 5)
                  ← request.p: error api-invalid-stability-level (5 → odd)
                {x-stability-level: odd} ⇄ {x-stability-level: odd, title: T}
                  → request.p: nothing
                  ← request.p: nothing
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void operationsThatAreRemoved(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> operationsThatAreRemoved() {
        return EditTable.of("""
                /a: {get: {}} ⇄ –
                  → paths: error api-path-removed-without-deprecation at GET /a
                  ← paths: info endpoint-added at GET /a
                /a: {get: {deprecated: true}} ⇄ –
                  → paths: info api-path-removed-with-deprecation at GET /a
                /a: {get: {deprecated: true, x-sunset: '2026-06-01'}} ⇄ –
                  → paths: info api-path-removed-with-deprecation at GET /a (2026-06-01 → –)
                /a: {get: {deprecated: true, x-sunset: '2026-06-02'}} ⇄ –
                  → paths: error api-path-removed-before-sunset at GET /a (2026-06-02 → –)
                /a: {get: {deprecated: true, x-sunset: soon}} ⇄ –
                  → paths: error api-path-sunset-parse at GET /a (soon → –)
                /a: {get: {x-stability-level: beta}} ⇄ –
                  → paths: error api-path-removed-without-deprecation at GET /a
                /a: {get: {x-stability-level: alpha}} ⇄ –
                  → paths: nothing
                /a: {get: {x-stability-level: odd}} ⇄ –
                  → paths: error api-invalid-stability-level at GET /a (odd → –)
                /a: {get: {}, put: {}} ⇄ /a: {get: {}}
                  → paths: error api-removed-without-deprecation at PUT /a
                  ← paths: info endpoint-added at PUT /a
                /a: {get: {}, put: {deprecated: true}} ⇄ /a: {get: {}}
                  → paths: info api-removed-with-deprecation at PUT /a
                /a: {get: {}, put: {deprecated: true, x-sunset: '2026-06-02'}} ⇄ /a: {get: {}}
                  → paths: error api-removed-before-sunset at PUT /a (2026-06-02 → –)
                /a: {get: {}, put: {deprecated: true, x-sunset: soon}} ⇄ /a: {get: {}}
                  → paths: error api-path-sunset-parse at PUT /a (soon → –)
                /a: {get: {}, put: {x-stability-level: draft}} ⇄ /a: {get: {}}
                  → paths: nothing
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void operationsThatAreDeprecated(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> operationsThatAreDeprecated() {
        return EditTable.of("""
                – ⇄ deprecated: true
                  → operation: info endpoint-deprecated
                  ← operation: info endpoint-reactivated
                  → operation, 180 days: error api-deprecated-sunset-missing
                – ⇄ deprecated: true, x-sunset: '2026-05-31'
                  → operation: error api-sunset-date-too-small (– → 2026-05-31)
                – ⇄ deprecated: true, x-sunset: '2026-06-01'
                  → operation: info endpoint-deprecated-with-sunset (– → 2026-06-01)
                – ⇄ deprecated: true, x-sunset: '2026-11-28'
                  → operation, 180 days: info endpoint-deprecated-with-sunset (– → 2026-11-28)
                – ⇄ deprecated: true, x-sunset: '2026-11-27'
                  → operation, 180 days: error api-sunset-date-too-small (– → 2026-11-27)
                – ⇄ deprecated: true, x-sunset: soon
                  → operation: error api-deprecated-sunset-parse (– → soon)
                x-stability-level: beta ⇄ x-stability-level: beta, deprecated: true, x-sunset: '2026-08-30'
                  → operation, 180 days: info endpoint-deprecated-with-sunset (– → 2026-08-30)
                x-stability-level: beta ⇄ x-stability-level: beta, deprecated: true, x-sunset: '2026-08-29'
                  → operation, 180 days: error api-sunset-date-too-small (– → 2026-08-29)
                x-stability-level: alpha ⇄ x-stability-level: alpha, deprecated: true
                  → operation, 180 days: nothing
                  ← operation, 180 days: nothing
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void sunsetsThatMove(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> sunsetsThatMove() {
        return EditTable.of("""
                deprecated: true, x-sunset: '2027-08-01' ⇄ deprecated: true
                  → operation: error sunset-deleted (2027-08-01 → –)
                  ← operation: nothing
                deprecated: true, x-sunset: '2027-08-01' ⇄ –
                  → operation: info endpoint-reactivated
                deprecated: true, x-sunset: '2027-08-01' ⇄ deprecated: true, x-sunset: '2026-05-31'
                  → operation: error api-sunset-date-changed-too-small (2027-08-01 → 2026-05-31)
                  ← operation: nothing
                deprecated: true, x-sunset: '2027-08-01' ⇄ deprecated: true, x-sunset: '2026-06-01'
                  → operation: nothing
                  ← operation: nothing
                deprecated: true, x-sunset: '2027-08-01' ⇄ deprecated: true, x-sunset: '2026-11-27'
                  → operation, 180 days: error api-sunset-date-changed-too-small (2027-08-01 → 2026-11-27)
                deprecated: true, x-sunset: '2026-05-01' ⇄ deprecated: true, x-sunset: '2026-05-01T00:00:00Z'
                  → operation: nothing
                  ← operation: nothing
                deprecated: true, x-sunset: '2027-08-01' ⇄ deprecated: true, x-sunset: soon
                  → operation: error api-path-sunset-parse (2027-08-01 → soon)
                  ← operation: error api-path-sunset-parse (soon → 2027-08-01)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void howFirmlyOperationsArePromised(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> howFirmlyOperationsArePromised() {
        return EditTable.of("""
                x-stability-level: stable ⇄ x-stability-level: beta
                  → operation: error api-stability-decreased (stable → beta)
                  ← operation: info api-stability-increased (beta → stable)
                – ⇄ x-stability-level: stable
                  → operation: nothing
                  ← operation: nothing
                x-stability-level: stable, operationId: a ⇄ x-stability-level: alpha, operationId: b
                  → operation: error api-stability-decreased (stable → alpha)
                  ← operation: info api-operation-id-removed (b → a)
                x-stability-level: alpha, operationId: a ⇄ x-stability-level: alpha, operationId: b
                  → operation: nothing
                  ← operation: nothing
                x-stability-level: alpha ⇄ x-stability-level: draft
                  → operation: nothing
                  ← operation: nothing
                x-stability-level: odd ⇄ –
                  → operation: error api-invalid-stability-level (odd → –)
                  ← operation: error api-invalid-stability-level (– → odd)
                x-stability-level: odd ⇄ x-stability-level: odd, tags: [a]
                  → operation: info api-tag-added (– → a)
                  → operation: error api-invalid-stability-level (odd → odd)
                  ← operation: info api-tag-removed (a → –)
                  ← operation: error api-invalid-stability-level (odd → odd)
                x-stability-level: odd ⇄ x-stability-level: odd, summary: s
                  → operation: nothing
                  ← operation: nothing
                x-stability-level: odd, deprecated: true ⇄ x-stability-level: odd
                  → operation: nothing
                  ← operation: nothing
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void parametersThatAreRemoved(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> parametersThatAreRemoved() {
        return EditTable.of("""
                parameters: [{name: q, in: query, deprecated: true}] ⇄ –
                  → operation: info request-parameter-removed-with-deprecation at query parameter q
                parameters: [{name: q, in: query, deprecated: true, x-sunset: '2026-06-01'}] ⇄ –
                  → operation: info request-parameter-removed-with-deprecation at query parameter q (2026-06-01 → –)
                parameters: [{name: q, in: query, deprecated: true, x-sunset: '2026-06-02'}] ⇄ –
                  → operation: error request-parameter-removed-before-sunset at query parameter q (2026-06-02 → –)
                parameters: [{name: q, in: query, deprecated: true, x-sunset: soon}] ⇄ –
                  → operation: error request-parameter-sunset-parse at query parameter q (soon → –)
                parameters: [{name: q, in: query, x-sunset: '2027-01-01'}] ⇄ –
                  → operation: warning request-parameter-removed at query parameter q (2027-01-01 → –)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void parametersThatAreDeprecated(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> parametersThatAreDeprecated() {
        return EditTable.of("""
                parameters: [{name: q, in: query}] ⇄ parameters: [{name: q, in: query, deprecated: true}]
                  → operation: info request-parameter-deprecated at query parameter q
                  ← operation: info request-parameter-reactivated at query parameter q
                  → operation, 180 days: error request-parameter-deprecated-sunset-missing at query parameter q
                parameters: [{name: q, in: query}] ⇄ parameters: [{name: q, in: query, deprecated: true, x-sunset: '2026-05-31'}]
                  → operation: error request-parameter-sunset-date-too-small at query parameter q (– → 2026-05-31)
                parameters: [{name: q, in: query}] ⇄ parameters: [{name: q, in: query, deprecated: true, x-sunset: '2026-06-01'}]
                  → operation: info request-parameter-deprecated at query parameter q (– → 2026-06-01)
                parameters: [{name: q, in: query}] ⇄ parameters: [{name: q, in: query, deprecated: true, x-sunset: '2026-11-28'}]
                  → operation, 180 days: info request-parameter-deprecated at query parameter q (– → 2026-11-28)
                parameters: [{name: q, in: query}] ⇄ parameters: [{name: q, in: query, deprecated: true, x-sunset: '2026-11-27'}]
                  → operation, 180 days: error request-parameter-sunset-date-too-small at query parameter q (– → 2026-11-27)
                parameters: [{name: q, in: query}] ⇄ parameters: [{name: q, in: query, deprecated: true, x-sunset: soon}]
                  → operation: error request-parameter-sunset-parse at query parameter q (– → soon)
                x-stability-level: beta, parameters: [{name: q, in: query}] ⇄ x-stability-level: beta, parameters: [{name: q, in: query, deprecated: true, x-sunset: '2026-08-30'}]
                  → operation, 180 days: info request-parameter-deprecated at query parameter q (– → 2026-08-30)
                x-stability-level: beta, parameters: [{name: q, in: query}] ⇄ x-stability-level: beta, parameters: [{name: q, in: query, deprecated: true, x-sunset: '2026-08-29'}]
                  → operation, 180 days: error request-parameter-sunset-date-too-small at query parameter q (– → 2026-08-29)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void sunsetsOfParametersThatMove(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> sunsetsOfParametersThatMove() {
        return EditTable.of("""
                parameters: [{name: q, in: query, deprecated: true, x-sunset: '2027-08-01'}] ⇄ parameters: [{name: q, in: query, deprecated: true, x-sunset: '2026-05-31'}]
                  → operation: error request-parameter-sunset-date-changed-too-small at query parameter q (2027-08-01 → 2026-05-31)
                  ← operation: nothing
                parameters: [{name: q, in: query, deprecated: true, x-sunset: '2027-08-01'}] ⇄ parameters: [{name: q, in: query, deprecated: true, x-sunset: '2026-06-01'}]
                  → operation: nothing
                  ← operation: nothing
                parameters: [{name: q, in: query, deprecated: true, x-sunset: '2027-08-01'}] ⇄ parameters: [{name: q, in: query, deprecated: true}]
                  → operation: error request-parameter-sunset-deleted at query parameter q (2027-08-01 → –)
                  ← operation: nothing
                parameters: [{name: q, in: query, deprecated: true, x-sunset: '2027-08-01'}] ⇄ parameters: [{name: q, in: query}]
                  → operation: info request-parameter-reactivated at query parameter q
                parameters: [{name: q, in: query, deprecated: true, x-sunset: '2027-08-01'}] ⇄ parameters: [{name: q, in: query, deprecated: true, x-sunset: soon}]
                  → operation: error request-parameter-sunset-parse at query parameter q (2027-08-01 → soon)
                  ← operation: error request-parameter-sunset-parse at query parameter q (soon → 2027-08-01)
                parameters: [{name: q, in: query, deprecated: true, x-sunset: '2026-05-01'}] ⇄ parameters: [{name: q, in: query, deprecated: true, x-sunset: '2026-05-01T00:00:00Z'}]
                  → operation: nothing
                  ← operation: nothing
                """);
    }
}
