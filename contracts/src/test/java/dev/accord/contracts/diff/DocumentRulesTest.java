package dev.accord.contracts.diff;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a change of a whole document is called: its paths, credentials, servers, components, version, and what it sends itself. See {@link EditTable} for how to read it. */
class DocumentRulesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void pathsAndWhatOperationsAreCalled(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> pathsAndWhatOperationsAreCalled() {
        return EditTable.of("""
                '/a/{x}': {get: {}}, /b: {get: {}} ⇄ '/a/{y}': {get: {}}, /c: {get: {}}
                  → paths: error api-path-removed-without-deprecation at GET /b
                  → paths: info endpoint-added at GET /c
                  ← paths: error api-path-removed-without-deprecation at GET /c
                  ← paths: info endpoint-added at GET /b
                '/a/{x}': {get: {}}, /a/b: {get: {}} ⇄ '/a/{x}': {get: {}}, '/a/b/{y}': {get: {}}
                  → paths: error api-path-removed-without-deprecation at GET /a/b
                  → paths: info endpoint-added at GET /a/b/{y}
                  ← paths: error api-path-removed-without-deprecation at GET /a/b/{y}
                  ← paths: info endpoint-added at GET /a/b
                /a: {get: {tags: [x, y]}} ⇄ /a: {get: {tags: [y, z]}}
                  → paths: info api-tag-removed at GET /a (x → –)
                  → paths: info api-tag-added at GET /a (– → z)
                  ← paths: info api-tag-removed at GET /a (z → –)
                  ← paths: info api-tag-added at GET /a (– → x)
                /a: {get: {operationId: a}} ⇄ /a: {get: {operationId: b}}
                  → paths: info api-operation-id-removed at GET /a (a → b)
                  ← paths: info api-operation-id-removed at GET /a (b → a)
                /a: {get: {operationId: a}} ⇄ /a: {get: {}}
                  → paths: info api-operation-id-removed at GET /a (a → –)
                  ← paths: info api-operation-id-added at GET /a (– → a)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void credentialsOfAnOperation(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> credentialsOfAnOperation() {
        return EditTable.of("""
                – ⇄ security: [{k: []}]
                  → operation: info api-security-added (– → k)
                  → operation: warning api-security-became-required
                  ← operation: info api-security-removed (k → –)
                  ← operation: info api-security-became-optional
                – ⇄ security: []
                  → operation: nothing
                  ← operation: nothing
                security: [{k: []}] ⇄ security: [{l: []}]
                  → operation: info api-security-removed (k → –)
                  → operation: info api-security-added (– → l)
                  ← operation: info api-security-removed (l → –)
                  ← operation: info api-security-added (– → k)
                security: [{k: []}] ⇄ security: [{k: []}, {l: [], m: []}]
                  → operation: info api-security-added (– → l and m)
                  ← operation: info api-security-removed (l and m → –)
                security: [{k: []}] ⇄ security: [{k: []}, {}]
                  → operation: info api-security-became-optional
                  ← operation: warning api-security-became-required
                security: [{k: [r, s]}] ⇄ security: [{k: [s, t]}]
                  → operation: info api-security-scope-removed (k r → –)
                  → operation: info api-security-scope-added (– → k t)
                  ← operation: info api-security-scope-removed (k t → –)
                  ← operation: info api-security-scope-added (– → k r)
                security: [{k: [], l: []}] ⇄ security: [{l: [], k: []}]
                  → operation: nothing
                  ← operation: nothing
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void credentialsOfTheDocument(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> credentialsOfTheDocument() {
        return EditTable.of("""
                security: [{k: []}], paths: {/a: {get: {}}} ⇄ paths: {/a: {get: {}}}
                  → document: info api-security-became-optional at GET /a
                  → document: info api-global-security-removed at security (k → –)
                  ← document: warning api-security-became-required at GET /a
                  ← document: info api-global-security-added at security (– → k)
                security: [{k: [r]}], paths: {/a: {get: {}}} ⇄ security: [{k: [r, w]}], paths: {/a: {get: {}}}
                  → document: info api-global-security-scope-added at security (– → k w)
                  ← document: info api-global-security-scope-removed at security (k w → –)
                security: [{k: []}], paths: {/a: {get: {}}} ⇄ security: [{k: []}], paths: {/a: {get: {security: [{k: []}]}}}
                  → document: info api-security-added at GET /a (– → k)
                  ← document: info api-security-removed at GET /a (k → –)
                security: [{k: []}], paths: {/a: {get: {}}} ⇄ security: [{k: []}], paths: {/a: {get: {security: []}}}
                  → document: info api-security-became-optional at GET /a
                  ← document: warning api-security-became-required at GET /a
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void kindsOfCredentials(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> kindsOfCredentials() {
        return EditTable.of("""
                components: {securitySchemes: {k: {type: http, scheme: basic}}} ⇄ components: {}
                  → document: info api-security-component-removed at security (k → –)
                  ← document: info api-security-component-added at security (– → k)
                components: {securitySchemes: {k: {type: http, scheme: basic}}} ⇄ components: {securitySchemes: {k: {type: http, scheme: bearer}}}
                  → document: error api-security-component-http-scheme-changed at security scheme k (basic → bearer)
                  ← document: error api-security-component-http-scheme-changed at security scheme k (bearer → basic)
                components: {securitySchemes: {k: {type: http, scheme: basic}}} ⇄ components: {securitySchemes: {k: {type: apiKey, in: header, name: K}}}
                  → document: info api-security-component-type-changed at security scheme k (http → apiKey)
                  ← document: info api-security-component-type-changed at security scheme k (apiKey → http)
                components: {securitySchemes: {k: {type: apiKey, in: header, name: K}}} ⇄ components: {securitySchemes: {k: {type: apiKey, in: header, name: k}}}
                  → document: nothing
                  ← document: nothing
                components: {securitySchemes: {k: {type: apiKey, in: query, name: K}}} ⇄ components: {securitySchemes: {k: {type: apiKey, in: query, name: k}}}
                  → document: error api-security-component-api-key-changed at security scheme k (query K → query k)
                  ← document: error api-security-component-api-key-changed at security scheme k (query k → query K)
                components: {securitySchemes: {k: {type: apiKey, in: query, name: K}}} ⇄ components: {securitySchemes: {k: {type: apiKey, in: header, name: K}}}
                  → document: error api-security-component-api-key-changed at security scheme k (query K → header K)
                  ← document: error api-security-component-api-key-changed at security scheme k (header K → query K)
                components: {securitySchemes: {k: {type: openIdConnect, openIdConnectUrl: /a}}} ⇄ components: {securitySchemes: {k: {type: openIdConnect, openIdConnectUrl: /b}}}
                  → document: info api-security-component-open-id-connect-url-changed at security scheme k (/a → /b)
                  ← document: info api-security-component-open-id-connect-url-changed at security scheme k (/b → /a)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void flowsAndScopes(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> flowsAndScopes() {
        return EditTable.of("""
                components: {securitySchemes: {k: {type: oauth2, flows: {implicit: {authorizationUrl: /a, scopes: {r: x, s: x}}}}}} ⇄ components: {securitySchemes: {k: {type: oauth2, flows: {implicit: {authorizationUrl: /b, scopes: {r: y, s: x}}}}}}
                  → document: info api-security-component-oauth-url-changed at security scheme k (/a → /b)
                  → document: info api-security-component-oauth-scope-changed at security scheme k (x → y)
                  ← document: info api-security-component-oauth-url-changed at security scheme k (/b → /a)
                  ← document: info api-security-component-oauth-scope-changed at security scheme k (y → x)
                components: {securitySchemes: {k: {type: oauth2, flows: {password: {tokenUrl: /a, scopes: {r: x}}}}}} ⇄ components: {securitySchemes: {k: {type: oauth2, flows: {password: {tokenUrl: /b, scopes: {w: x}}}}}}
                  → document: info api-security-component-oauth-token-url-changed at security scheme k (/a → /b)
                  → document: info api-security-component-oauth-scope-removed at security scheme k (r → –)
                  → document: info api-security-component-oauth-scope-added at security scheme k (– → w)
                  ← document: info api-security-component-oauth-token-url-changed at security scheme k (/b → /a)
                  ← document: info api-security-component-oauth-scope-added at security scheme k (– → r)
                  ← document: info api-security-component-oauth-scope-removed at security scheme k (w → –)
                components: {securitySchemes: {k: {type: oauth2, flows: {password: {tokenUrl: /a}}}}} ⇄ components: {securitySchemes: {k: {type: oauth2, flows: {implicit: {authorizationUrl: /a}}}}}
                  → document: info api-security-component-oauth-flow-added at security scheme k (– → implicit)
                  → document: warning api-security-component-oauth-flow-removed at security scheme k (password → –)
                  ← document: warning api-security-component-oauth-flow-removed at security scheme k (implicit → –)
                  ← document: info api-security-component-oauth-flow-added at security scheme k (– → password)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void servers(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> servers() {
        return EditTable.of("""
                servers: [{url: /v1}] ⇄ servers: [{url: /v2}]
                  → document: warning api-base-path-removed at servers (/v1 → –)
                  → document: info api-base-path-added at servers (– → /v2)
                  ← document: warning api-base-path-removed at servers (/v2 → –)
                  ← document: info api-base-path-added at servers (– → /v1)
                servers: [{url: 'https://a/v1'}] ⇄ servers: [{url: 'https://b/v1'}, {url: 'https://a'}]
                  → document: info api-base-path-added at servers (– → /)
                  ← document: warning api-base-path-removed at servers (/ → –)
                servers: [{url: /}] ⇄ components: {}
                  → document: nothing
                  ← document: nothing
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void componentsThatAreGoneOrRenamed(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> componentsThatAreGoneOrRenamed() {
        return EditTable.of("""
                components: {schemas: {A: {type: string}}} ⇄ components: {}
                  → document: info api-schema-removed at components (A → –)
                  ← document: nothing
                components: {schemas: {A: {type: string}}} ⇄ components: {schemas: {B: {type: string}}}
                  → document: nothing
                  ← document: nothing
                components: {schemas: {A: {type: string}}} ⇄ components: {schemas: {B: {type: integer}}}
                  → document: info api-schema-removed at components (A → –)
                  ← document: info api-schema-removed at components (B → –)
                components: {schemas: {A: {type: string}, B: {type: string}}} ⇄ components: {schemas: {B: {type: string}}}
                  → document: info api-schema-removed at components (A → –)
                  ← document: nothing
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void theVersionOfADocumentThatBreaksSomething(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> theVersionOfADocumentThatBreaksSomething() {
        return EditTable.of("""
                info: {version: 1.2.0}, paths: {/a: {get: {}}} ⇄ info: {version: 1.2.0}
                  → document: error api-path-removed-without-deprecation at GET /a
                  → document: info api-version-not-bumped at info (1.2.0 → 1.2.0)
                  ← document: info endpoint-added at GET /a
                info: {version: 1.2.3}, paths: {/a: {get: {}}} ⇄ info: {version: v1.2.3+build}
                  → document: error api-path-removed-without-deprecation at GET /a
                  → document: info api-version-not-bumped at info (1.2.3 → v1.2.3+build)
                info: {version: 1.2.0}, paths: {/a: {get: {}}} ⇄ info: {version: 1.1.9}
                  → document: error api-path-removed-without-deprecation at GET /a
                  → document: info api-version-decreased at info (1.2.0 → 1.1.9)
                info: {version: 1.2.0}, paths: {/a: {get: {}}} ⇄ info: {version: 0.9.9}
                  → document: error api-path-removed-without-deprecation at GET /a
                  → document: info api-version-decreased at info (1.2.0 → 0.9.9)
                info: {version: 1.2.3}, paths: {/a: {get: {}}} ⇄ info: {version: 1.2.2}
                  → document: error api-path-removed-without-deprecation at GET /a
                  → document: info api-version-decreased at info (1.2.3 → 1.2.2)
                info: {version: 1.2.0}, paths: {/a: {get: {}}} ⇄ info: {version: 1.3.0}
                  → document: error api-path-removed-without-deprecation at GET /a
                  → document: info api-major-version-not-bumped at info (1.2.0 → 1.3.0)
                info: {version: 1.2.0}, paths: {/a: {get: {}}} ⇄ info: {version: 2.0.0}
                  → document: error api-path-removed-without-deprecation at GET /a
                info: {version: 1.2.0}, paths: {/a: {get: {}}} ⇄ info: {version: 10.0.0-rc1}
                  → document: error api-path-removed-without-deprecation at GET /a
                info: {version: 0.2.0}, paths: {/a: {get: {}}} ⇄ info: {version: 0.3.0}
                  → document: error api-path-removed-without-deprecation at GET /a
                info: {version: 0.2.0}, paths: {/a: {get: {}}} ⇄ info: {version: 0.2.1}
                  → document: error api-path-removed-without-deprecation at GET /a
                  → document: info api-major-version-not-bumped at info (0.2.0 → 0.2.1)
                info: {version: 0.2.0}, paths: {/a: {get: {}}} ⇄ info: {version: 1.0.0}
                  → document: error api-path-removed-without-deprecation at GET /a
                info: {version: 1.2.0}, paths: {/a: {get: {}}} ⇄ info: {version: '2'}
                  → document: error api-path-removed-without-deprecation at GET /a
                info: {version: summer}, paths: {/a: {get: {}}} ⇄ info: {version: 2.0.0}
                  → document: error api-path-removed-without-deprecation at GET /a
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void webhooks(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> webhooks() {
        return EditTable.of("""
                webhooks: {paid: {post: {}}} ⇄ webhooks: {settled: {post: {}}}
                  → document: error webhook-removed at webhook paid (paid → –)
                  → document: info webhook-added at webhook settled (– → settled)
                  ← document: error webhook-removed at webhook settled (settled → –)
                  ← document: info webhook-added at webhook paid (– → paid)
                webhooks: {paid: {post: {}}} ⇄ webhooks: {paid: {put: {}}}
                  → document: error webhook-operation-removed at webhook paid POST (POST → –)
                  → document: info webhook-operation-added at webhook paid PUT (– → PUT)
                  → document: error api-removed-without-deprecation at POST webhook:paid
                  ← document: error webhook-operation-removed at webhook paid PUT (PUT → –)
                  ← document: info webhook-operation-added at webhook paid POST (– → POST)
                  ← document: error api-removed-without-deprecation at PUT webhook:paid
                webhooks: {paid: {post: {requestBody: {content: {application/json: {schema: {type: integer}}}}}}} ⇄ webhooks: {paid: {post: {requestBody: {content: {application/json: {schema: {type: number}}}}}}}
                  → document: error response-body-type-generalized at webhook paid POST request body application/json (integer → number)
                  → document: info request-body-type-generalized at POST webhook:paid, request body application/json (integer → number)
                  ← document: info response-body-type-specialized at webhook paid POST request body application/json (number → integer)
                  ← document: error request-body-type-changed at POST webhook:paid, request body application/json (number → integer)
                webhooks: {paid: {post: {requestBody: {content: {application/json: {}}}}}} ⇄ webhooks: {paid: {post: {requestBody: {content: {application/json: {schema: {type: number}}}}}}}
                  → document: error request-body-media-type-schema-added at POST webhook:paid, request body application/json
                  ← document: info request-body-media-type-schema-removed at POST webhook:paid, request body application/json
                webhooks: {paid: {post: {}}} ⇄ webhooks: {paid: {post: {requestBody: {content: {application/json: {schema: {type: number}}}}}}}
                  → document: info request-body-added-optional at POST webhook:paid, request body
                  ← document: error request-body-removed at POST webhook:paid, request body
                webhooks: {paid: {post: {requestBody: {content: {application/xml: {schema: {type: integer}}}}}}} ⇄ webhooks: {paid: {post: {requestBody: {content: {application/xml: {schema: {type: string}}}}}}}
                  → document: error response-body-type-changed at webhook paid POST request body application/xml (integer → string)
                  → document: info request-body-type-compatible at POST webhook:paid, request body application/xml (integer → string)
                  ← document: info response-body-type-compatible at webhook paid POST request body application/xml (string → integer)
                  ← document: error request-body-type-changed at POST webhook:paid, request body application/xml (string → integer)
                webhooks: {paid: {post: {responses: {'200': {content: {application/json: {schema: {type: integer}}}}}}}} ⇄ webhooks: {paid: {post: {responses: {'200': {content: {application/json: {schema: {type: number}}}}}}}}
                  → document: info request-body-type-generalized at webhook paid POST response 200 application/json (integer → number)
                  → document: error response-body-type-generalized at POST webhook:paid, response 200 application/json (integer → number)
                  ← document: error request-body-type-changed at webhook paid POST response 200 application/json (number → integer)
                  ← document: info response-body-type-specialized at POST webhook:paid, response 200 application/json (number → integer)
                webhooks: {paid: {post: {responses: {'200': {content: {application/json: {schema: {type: integer}}}}}}}} ⇄ webhooks: {paid: {post: {responses: {'201': {content: {application/json: {schema: {type: number}}}}}}}}
                  → document: error response-success-status-removed at POST webhook:paid (200 → –)
                  → document: info response-success-status-added at POST webhook:paid (– → 201)
                  ← document: error response-success-status-removed at POST webhook:paid (201 → –)
                  ← document: info response-success-status-added at POST webhook:paid (– → 200)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void callbacks(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> callbacks() {
        return EditTable.of("""
                – ⇄ callbacks: {c: {'{$url}': {post: {}}}}
                  → operation: info callback-added at callback c {$url} (– → c)
                  ← operation: warning callback-removed at callback c {$url} (c → –)
                callbacks: {c: {'{$url}': {post: {}}}} ⇄ callbacks: {c: {'{$uri}': {post: {}}}}
                  → operation: warning callback-removed at callback c {$url} (c → –)
                  → operation: info callback-added at callback c {$uri} (– → c)
                  ← operation: warning callback-removed at callback c {$uri} (c → –)
                  ← operation: info callback-added at callback c {$url} (– → c)
                callbacks: {c: {'{$url}': {post: {}}}} ⇄ callbacks: {d: {'{$url}': {post: {}}}}
                  → operation: warning callback-removed at callback c {$url} (c → –)
                  → operation: info callback-added at callback d {$url} (– → d)
                  ← operation: warning callback-removed at callback d {$url} (d → –)
                  ← operation: info callback-added at callback c {$url} (– → c)
                callbacks: {c: {'{$url}': {post: {}}}} ⇄ callbacks: {c: {'{$url}': {put: {}}}}
                  → operation: warning callback-removed at callback c {$url} POST (POST → –)
                  → operation: info callback-added at callback c {$url} PUT (– → PUT)
                  ← operation: warning callback-removed at callback c {$url} PUT (PUT → –)
                  ← operation: info callback-added at callback c {$url} POST (– → POST)
                callbacks: {c: {'{$url}': {post: {requestBody: {content: {application/json: {schema: {type: integer}}}}}}}} ⇄ callbacks: {c: {'{$url}': {post: {requestBody: {content: {application/json: {schema: {type: number}}}}}}}}
                  → operation: error response-body-type-generalized at callback c {$url} POST request body application/json (integer → number)
                  ← operation: info response-body-type-specialized at callback c {$url} POST request body application/json (number → integer)
                callbacks: {c: {'{$url}': {post: {responses: {'200': {content: {application/json: {schema: {type: integer}}}}}}}}} ⇄ callbacks: {c: {'{$url}': {post: {responses: {'200': {content: {application/json: {schema: {type: number}}}}}}}}}
                  → operation: info request-body-type-generalized at callback c {$url} POST response 200 application/json (integer → number)
                  ← operation: error request-body-type-changed at callback c {$url} POST response 200 application/json (number → integer)
                """);
    }
}
