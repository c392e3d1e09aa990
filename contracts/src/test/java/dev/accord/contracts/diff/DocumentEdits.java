package dev.accord.contracts.diff;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Pairs of documents that differ in one thing beyond schemas. */
final class DocumentEdits {

    /** Asks for a sunset half a year ahead. */
    static final DiffPolicy STRICT = new DiffPolicy(LocalDate.of(2026, 6, 1), 180, 180, 10_000);

    /** Lists a single change. */
    static final DiffPolicy SHORT = new DiffPolicy(LocalDate.of(2026, 6, 1), 0, 0, 1);

    /** Each row: the path items of two documents. */
    private static final List<EveryRuleTest.Edit> PATHS =
            """
            /a: {get: {responses: {}}} | {}
            /a: {get: {deprecated: true, x-sunset: '2026-01-01', responses: {}}} | {}
            /a: {get: {deprecated: true, x-sunset: '2027-01-01', responses: {}}} | {}
            /a: {get: {deprecated: true, x-sunset: soon, responses: {}}} | {}
            /a: {get: {responses: {}}, put: {responses: {}}} | /a: {put: {responses: {}}}
            /a: {get: {deprecated: true, x-sunset: '2026-01-01', responses: {}}, put: {}} | /a: {put: {}}
            /a: {get: {deprecated: true, x-sunset: '2027-01-01', responses: {}}, put: {}} | /a: {put: {}}
            /a: {get: {deprecated: true, x-sunset: soon, responses: {}}, put: {}} | /a: {put: {}}
            /a: {get: {responses: {}}} | /a: {get: {deprecated: true, responses: {}}}
            /a: {get: {responses: {}}} | /a: {get: {deprecated: true, x-sunset: '2026-06-02', responses: {}}}
            /a: {get: {responses: {}}} | /a: {get: {deprecated: true, x-sunset: '2028-01-01', responses: {}}}
            /a: {get: {responses: {}}} | /a: {get: {deprecated: true, x-sunset: soon, responses: {}}}
            /a: {get: {deprecated: true, x-sunset: '2027-08-01', responses: {}}} | /a: {get: {deprecated: true, x-sunset: '2026-07-01', responses: {}}}
            /a: {get: {deprecated: true, x-sunset: '2027-08-01', responses: {}}} | /a: {get: {deprecated: true, responses: {}}}
            /a: {get: {x-stability-level: stable, responses: {}}} | /a: {get: {x-stability-level: beta, responses: {}}}
            /a: {get: {x-stability-level: stable, responses: {}}} | /a: {get: {x-stability-level: odd, responses: {}}}
            /a: {get: {operationId: a, responses: {}}} | /a: {get: {operationId: b, responses: {}}}
            /a: {get: {responses: {}}} | /a: {get: {operationId: b, responses: {}}}
            /a: {get: {responses: {}}} | /a: {parameters: [{name: q, in: query, schema: {}}], get: {responses: {}}}
            /a: {get: {responses: {}}} | /a: {parameters: [{name: q, in: query, required: true, schema: {}}], get: {responses: {}}}
            /a: {get: {responses: {'200': {content: {'application/json;v=1': {}}}}}} | /a: {get: {responses: {'200': {content: {'application/json;v=2': {}}}}}}
            /a: {get: {tags: [a], responses: {}}} | /a: {get: {tags: [b], responses: {}}}
            /a: {get: {responses: {}}} | /a: {get: {parameters: [{name: q, in: query, schema: {}}], responses: {}}}
            /a: {get: {responses: {}}} | /a: {get: {parameters: [{name: q, in: query, required: true, schema: {}}], responses: {}}}
            /a: {get: {parameters: [{name: q, in: query, schema: {}}], responses: {}}} | /a: {get: {parameters: [{name: q, in: query, required: true, schema: {}}], responses: {}}}
            /a/{b}: {get: {responses: {}}} | /a/{b}: {get: {parameters: [{name: b, in: path, required: true, schema: {}}], responses: {}}}
            /a: {get: {parameters: [{name: q, in: query, deprecated: true, x-sunset: '2026-01-01', schema: {}}], responses: {}}} | /a: {get: {responses: {}}}
            /a: {get: {parameters: [{name: q, in: query, deprecated: true, x-sunset: '2027-01-01', schema: {}}], responses: {}}} | /a: {get: {responses: {}}}
            /a: {get: {parameters: [{name: q, in: query, schema: {}}], responses: {}}} | /a: {get: {parameters: [{name: q, in: query, deprecated: true, schema: {}}], responses: {}}}
            /a: {get: {parameters: [{name: q, in: query, schema: {}}], responses: {}}} | /a: {get: {parameters: [{name: q, in: query, deprecated: true, x-sunset: '2026-06-02', schema: {}}], responses: {}}}
            /a: {get: {parameters: [{name: q, in: query, schema: {}}], responses: {}}} | /a: {get: {parameters: [{name: q, in: query, deprecated: true, x-sunset: soon, schema: {}}], responses: {}}}
            /a: {get: {parameters: [{name: q, in: query, deprecated: true, x-sunset: '2027-08-01', schema: {}}], responses: {}}} | /a: {get: {parameters: [{name: q, in: query, deprecated: true, x-sunset: '2026-07-01', schema: {}}], responses: {}}}
            /a: {get: {parameters: [{name: q, in: query, deprecated: true, x-sunset: '2027-08-01', schema: {}}], responses: {}}} | /a: {get: {parameters: [{name: q, in: query, deprecated: true, schema: {}}], responses: {}}}
            /a: {get: {parameters: [{name: q, in: query, schema: {}}], responses: {}}} | /a: {get: {parameters: [{name: q, in: query, allowEmptyValue: true, schema: {}}], responses: {}}}
            /a: {get: {parameters: [{name: q, in: query, schema: {}}], responses: {}}} | /a: {get: {parameters: [{name: q, in: query, allowReserved: true, schema: {}}], responses: {}}}
            /a: {get: {parameters: [{name: q, in: query, schema: {type: array}}], responses: {}}} | /a: {get: {parameters: [{name: q, in: query, explode: false, schema: {type: array}}], responses: {}}}
            /a: {get: {parameters: [{name: q, in: query, explode: false, schema: {type: array}}], responses: {}}} | /a: {get: {parameters: [{name: q, in: query, explode: false, style: pipeDelimited, schema: {type: array}}], responses: {}}}
            /a: {get: {parameters: [{name: q, in: query, content: {application/json: {}}}], responses: {}}} | /a: {get: {parameters: [{name: q, in: query, content: {text/plain: {}}}], responses: {}}}
            /a: {get: {parameters: [{name: q, in: query}], responses: {}}} | /a: {get: {parameters: [{name: q, in: query, schema: {type: string}}], responses: {}}}
            /a: {put: {responses: {}}} | /a: {put: {requestBody: {content: {application/json: {}}}, responses: {}}}
            /a: {put: {responses: {}}} | /a: {put: {requestBody: {required: true, content: {application/json: {}}}, responses: {}}}
            /a: {put: {requestBody: {required: true, content: {application/json: {}}}, responses: {}}} | /a: {put: {requestBody: {content: {application/json: {}}}, responses: {}}}
            /a: {put: {requestBody: {content: {application/json: {}}}, responses: {}}} | /a: {put: {requestBody: {content: {application/json: {}, text/plain: {}}}, responses: {}}}
            /a: {put: {requestBody: {content: {application/json: {}}}, responses: {}}} | /a: {put: {requestBody: {content: {application/json: {schema: {type: object}}}}, responses: {}}}
            /a: {put: {requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {a: {}}}, encoding: {a: {contentType: text/plain}}}}}, responses: {}}} | /a: {put: {requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {a: {}}}, encoding: {a: {contentType: image/png}}}}}, responses: {}}}
            /a: {get: {responses: {'200': {content: {multipart/mixed: {schema: {type: object, properties: {a: {}}}, encoding: {a: {contentType: text/plain}}}}}}}} | /a: {get: {responses: {'200': {content: {multipart/mixed: {schema: {type: object, properties: {a: {}}}, encoding: {a: {contentType: image/png}}}}}}}}
            /a: {get: {responses: {'200': {content: {application/json: {}}}}}} | /a: {get: {responses: {'200': {content: {application/json: {schema: {type: object}}}}}}}
            /a: {get: {responses: {'200': {content: {application/json: {}}}}}} | /a: {get: {responses: {'200': {content: {application/json: {}, text/plain: {}}}}}}
            /a: {get: {responses: {'200': {content: {application/json: {}}}}}} | /a: {get: {responses: {'200': {content: {application/hal+json: {}}}}}}
            /a: {get: {responses: {'200': {content: {application/xml+hal: {}}}}}} | /a: {get: {responses: {'200': {content: {application/xml+atom: {}}}}}}
            /a: {get: {responses: {'200': {content: {application/vnd.a+json: {}}}}}} | /a: {get: {responses: {'200': {content: {application/vnd.b+json: {}}}}}}
            /a: {get: {responses: {'200': {}}}} | /a: {get: {responses: {'200': {headers: {X-A: {schema: {type: string}}}}}}}
            /a: {get: {responses: {'200': {}}}} | /a: {get: {responses: {'200': {headers: {X-A: {required: true, schema: {type: string}}}}}}}
            /a: {get: {responses: {'200': {headers: {X-A: {}}}}}} | /a: {get: {responses: {'200': {headers: {X-A: {schema: {type: string}}}}}}}
            /a: {get: {responses: {'200': {}}}} | /a: {get: {responses: {'200': {}, '202': {}}}}
            /a: {get: {responses: {'200': {}}}} | /a: {get: {responses: {'200': {}, '404': {}}}}
            /a: {get: {responses: {'200': {}}}} | /a: {get: {responses: {'200': {}, default: {}}}}
            /a: {get: {responses: {'200': {}}}} | /a: {get: {responses: {'200': {}, '4XX': {}}}}
            /a: {get: {responses: {'301': {}}}} | /a: {get: {responses: {'301': {}, '2XX': {}}}}
            /a: {get: {responses: {'200': {}}}} | /a: {get: {callbacks: {c: {'{$url}': {post: {responses: {}}}}}, responses: {'200': {}}}}
            /a: {get: {responses: {'200': {}}}} | /a: {get: {security: [{oauth: [read]}], responses: {'200': {}}}}
            /a: {get: {security: [{oauth: [read]}], responses: {'200': {}}}} | /a: {get: {security: [{oauth: [read, write]}], responses: {'200': {}}}}
            /a: {get: {security: [{oauth: [read]}, {}], responses: {'200': {}}}} | /a: {get: {security: [{oauth: [read]}], responses: {'200': {}}}}
            """.lines().map(EveryRuleTest.Edit::of).map(DocumentEdits::ofPaths).toList();

    /** Each row: everything of two documents but their version of OpenAPI. */
    private static final List<EveryRuleTest.Edit> WHOLE =
            """
            servers: [{url: /v1}] | servers: [{url: /v2}]
            security: [{oauth: [read]}] | {}
            security: [{oauth: [read]}] | security: [{oauth: [read, write]}]
            components: {schemas: {A: {type: string}}} | {}
            components: {securitySchemes: {k: {type: http, scheme: basic}}} | {}
            components: {securitySchemes: {k: {type: http, scheme: basic}}} | components: {securitySchemes: {k: {type: http, scheme: bearer}}}
            components: {securitySchemes: {k: {type: http, scheme: basic}}} | components: {securitySchemes: {k: {type: apiKey, in: header, name: K}}}
            components: {securitySchemes: {k: {type: apiKey, in: query, name: K}}} | components: {securitySchemes: {k: {type: apiKey, in: header, name: K}}}
            components: {securitySchemes: {k: {type: openIdConnect, openIdConnectUrl: /a}}} | components: {securitySchemes: {k: {type: openIdConnect, openIdConnectUrl: /b}}}
            components: {securitySchemes: {k: {type: oauth2, flows: {implicit: {authorizationUrl: /a, scopes: {r: x}}}}}} | components: {securitySchemes: {k: {type: oauth2, flows: {implicit: {authorizationUrl: /b, scopes: {r: y}}}}}}
            components: {securitySchemes: {k: {type: oauth2, flows: {password: {tokenUrl: /a, scopes: {r: x}}}}}} | components: {securitySchemes: {k: {type: oauth2, flows: {password: {tokenUrl: /b, scopes: {w: x}}}}}}
            components: {securitySchemes: {k: {type: oauth2, flows: {password: {tokenUrl: /a, scopes: {}}}}}} | components: {securitySchemes: {k: {type: oauth2, flows: {implicit: {authorizationUrl: /a, scopes: {}}}}}}
            webhooks: {paid: {post: {responses: {}}}} | {}
            webhooks: {paid: {post: {responses: {}}}} | webhooks: {paid: {put: {responses: {}}}}
            {info: {title: t, version: 1.2.0}, paths: {/a: {get: {responses: {}}}}} | {info: {title: t, version: 1.2.0}, paths: {}}
            {info: {title: t, version: 1.2.0}, paths: {/a: {get: {responses: {}}}}} | {info: {title: t, version: 1.1.0}, paths: {}}
            {info: {title: t, version: 1.2.0}, paths: {/a: {get: {responses: {}}}}} | {info: {title: t, version: 1.3.0}, paths: {}}
            """.lines().map(EveryRuleTest.Edit::of).map(DocumentEdits::ofWhole).toList();

    static final List<EveryRuleTest.Edit> ALL =
            Stream.of(PATHS, WHOLE).flatMap(List::stream).toList();

    private DocumentEdits() {}

    private static EveryRuleTest.Edit ofPaths(EveryRuleTest.Edit edit) {
        return new EveryRuleTest.Edit(paths(edit.one()), paths(edit.other()));
    }

    private static String paths(String items) {
        return "openapi: 3.1.0\ninfo: {title: t, version: '1'}\ncomponents: {securitySchemes: {oauth: {type: oauth2, flows: {}}}}\n"
                + "paths:" + (items.equals("{}") ? " {}\n" : "\n  " + items + "\n");
    }

    private static EveryRuleTest.Edit ofWhole(EveryRuleTest.Edit edit) {
        return new EveryRuleTest.Edit(whole(edit.one()), whole(edit.other()));
    }

    private static String whole(String keys) {
        if (keys.startsWith("{info")) return "{openapi: 3.1.0, " + keys.substring(1) + "\n";
        String secured = keys.startsWith("security:") ? "paths: {/a: {get: {responses: {}}}}\n" : "";
        return "openapi: 3.1.0\n" + secured + (keys.equals("{}") ? "" : keys + "\n");
    }
}
