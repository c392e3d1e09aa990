package dev.accord.contracts.diff;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a change of a request body, a response, a header or a media type is called. See {@link EditTable} for how to read it. */
class BodyRulesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void requestBodies(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> requestBodies() {
        return EditTable.of("""
                – ⇄ requestBody: {content: {application/json: {}}}
                  → operation: info request-body-added-optional at request body
                  ← operation: error request-body-removed at request body
                – ⇄ requestBody: {required: true, content: {application/json: {}}}
                  → operation: error request-body-added-required at request body
                  ← operation: error request-body-removed at request body
                requestBody: {content: {application/json: {}}} ⇄ requestBody: {required: true, content: {application/json: {}}}
                  → operation: error request-body-became-required at request body
                  ← operation: info request-body-became-optional at request body
                requestBody: {content: {application/json: {}}} ⇄ requestBody: {content: {application/json: {}, text/plain: {}}}
                  → operation: info request-body-media-type-added at request body (– → text/plain)
                  ← operation: error request-body-media-type-removed at request body (text/plain → –)
                requestBody: {content: {application/json: {}}} ⇄ requestBody: {content: {application/json: {schema: {type: object}}}}
                  → operation: error request-body-media-type-schema-added at request body application/json
                  ← operation: info request-body-media-type-schema-removed at request body application/json
                requestBody: {content: {application/json: {schema: {type: string}}}} ⇄ requestBody: {content: {application/hal+json: {schema: {type: integer}}}}
                  → operation: error request-body-type-changed at request body application/hal+json (string → integer)
                  ← operation: error request-body-type-changed at request body application/json (integer → string)
                requestBody: {content: {application/json: {}}} ⇄ requestBody: {content: {Application/JSON: {}}}
                  → operation: nothing
                  ← operation: nothing
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void mediaTypesThatTellTypesApart(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> mediaTypesThatTellTypesApart() {
        return EditTable.of("""
                requestBody: {content: {text/json: {schema: {type: integer}}}} ⇄ requestBody: {content: {text/json: {schema: {type: string}}}}
                  → operation: error request-body-type-changed at request body text/json (integer → string)
                  ← operation: error request-body-type-changed at request body text/json (string → integer)
                requestBody: {content: {application/vnd.a+json: {schema: {type: integer}}}} ⇄ requestBody: {content: {application/vnd.a+json: {schema: {type: string}}}}
                  → operation: error request-body-type-changed at request body application/vnd.a+json (integer → string)
                  ← operation: error request-body-type-changed at request body application/vnd.a+json (string → integer)
                requestBody: {content: {application/json+xml: {schema: {type: integer}}}} ⇄ requestBody: {content: {application/json+xml: {schema: {type: string}}}}
                  → operation: info request-body-type-compatible at request body application/json+xml (integer → string)
                  ← operation: error request-body-type-changed at request body application/json+xml (string → integer)
                requestBody: {content: {application/xml: {schema: {type: integer}}}} ⇄ requestBody: {content: {application/xml: {schema: {type: string}}}}
                  → operation: info request-body-type-compatible at request body application/xml (integer → string)
                  ← operation: error request-body-type-changed at request body application/xml (string → integer)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void partsOfABody(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> partsOfABody() {
        return EditTable.of("""
                requestBody: {content: {multipart/form-data: {encoding: {a: {contentType: text/plain}}}}} ⇄ requestBody: {content: {multipart/form-data: {encoding: {a: {contentType: image/png, style: form, explode: true, allowReserved: true}}}}}
                  → operation: warning request-body-encoding-changed at request body multipart/form-data/a (text/plain → image/png style form explode true allowReserved)
                  ← operation: warning request-body-encoding-changed at request body multipart/form-data/a (image/png style form explode true allowReserved → text/plain)
                requestBody: {content: {multipart/form-data: {encoding: {a: {contentType: text/plain}}}}} ⇄ requestBody: {content: {multipart/form-data: {}}}
                  → operation: warning request-body-encoding-changed at request body multipart/form-data/a (text/plain → –)
                  ← operation: warning request-body-encoding-changed at request body multipart/form-data/a (– → text/plain)
                requestBody: {content: {multipart/form-data: {encoding: {a: {}}}}} ⇄ requestBody: {content: {multipart/form-data: {}}}
                  → operation: nothing
                  ← operation: nothing
                responses: {'200': {content: {multipart/mixed: {encoding: {a: {contentType: text/plain}}}}}} ⇄ responses: {'200': {content: {multipart/mixed: {encoding: {b: {contentType: text/plain}}}}}}
                  → operation: warning response-body-encoding-changed at response 200 multipart/mixed/a (text/plain → –)
                  → operation: warning response-body-encoding-changed at response 200 multipart/mixed/b (– → text/plain)
                  ← operation: warning response-body-encoding-changed at response 200 multipart/mixed/a (– → text/plain)
                  ← operation: warning response-body-encoding-changed at response 200 multipart/mixed/b (text/plain → –)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void statuses(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> statuses() {
        return EditTable.of("""
                responses: {'200': {}} ⇄ responses: {'200': {}, '202': {}}
                  → operation: info response-success-status-added (– → 202)
                  ← operation: error response-success-status-removed (202 → –)
                responses: {'200': {}} ⇄ responses: {'200': {}, '404': {}}
                  → operation: info response-non-success-status-added (– → 404)
                  ← operation: info response-non-success-status-removed (404 → –)
                responses: {'200': {}} ⇄ responses: {'200': {}, '199': {}}
                  → operation: info response-non-success-status-added (– → 199)
                  ← operation: info response-non-success-status-removed (199 → –)
                responses: {'200': {}} ⇄ responses: {'200': {}, '300': {}}
                  → operation: info response-non-success-status-added (– → 300)
                  ← operation: info response-non-success-status-removed (300 → –)
                responses: {'200': {}} ⇄ responses: {'200': {}, default: {}}
                  → operation: info response-default-added (– → default)
                  ← operation: info response-default-removed (default → –)
                responses: {default: {content: {application/json: {schema: {type: string}}}}} ⇄ responses: {'200': {content: {application/json: {schema: {type: integer}}}}}
                  → operation: info response-default-removed (default → –)
                  → operation: info response-success-status-added (– → 200)
                  ← operation: error response-success-status-removed (200 → –)
                  ← operation: info response-default-added (– → default)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void rangesOfStatuses(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> rangesOfStatuses() {
        return EditTable.of("""
                responses: {'200': {}} ⇄ responses: {'200': {}, 4XX: {}}
                  → operation: info response-status-range-added (– → 4XX)
                  ← operation: info response-status-range-removed (4XX → –)
                responses: {'200': {}} ⇄ responses: {'200': {}, 2XX: {}}
                  → operation: nothing
                  ← operation: error response-success-status-range-removed (2XX → –)
                responses: {'404': {}} ⇄ responses: {'404': {}, 2XX: {}}
                  → operation: info response-status-range-added (– → 2XX)
                  ← operation: error response-success-status-range-removed (2XX → –)
                responses: {'200': {content: {application/json: {schema: {type: string}}}}} ⇄ responses: {2XX: {content: {application/json: {schema: {type: integer}}}}}
                  → operation: error response-body-type-changed at response 2XX application/json (string → integer)
                  ← operation: error response-body-type-changed at response 200 application/json (integer → string)
                  ← operation: info response-status-range-removed (2XX → –)
                responses: {2XX: {content: {application/json: {schema: {type: string}}}}} ⇄ responses: {2XX: {content: {application/json: {schema: {type: string}}}}, '200': {content: {application/json: {schema: {type: integer}}}}}
                  → operation: error response-body-type-changed at response 200 application/json (string → integer)
                  ← operation: error response-body-type-changed at response 2XX application/json (integer → string)
                responses: {4XX: {content: {application/json: {schema: {type: string}}}}} ⇄ responses: {'404': {content: {application/json: {schema: {type: integer}}}}, '200': {}}
                  → operation: error response-body-type-changed at response 404 application/json (string → integer)
                  → operation: info response-status-range-removed (4XX → –)
                  → operation: info response-success-status-added (– → 200)
                  ← operation: error response-body-type-changed at response 4XX application/json (integer → string)
                  ← operation: error response-success-status-removed (200 → –)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void mediaTypesOfResponses(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> mediaTypesOfResponses() {
        return EditTable.of("""
                responses: {'200': {content: {application/json: {}}}} ⇄ responses: {'200': {content: {application/json: {schema: {type: object}}}}}
                  → operation: info response-body-media-type-schema-added at response 200 application/json
                  ← operation: warning response-body-media-type-schema-removed at response 200 application/json
                responses: {'200': {content: {application/json: {}}}} ⇄ responses: {'200': {content: {application/json: {}, text/plain: {}}}}
                  → operation: info response-media-type-added at response 200 (– → text/plain)
                  ← operation: error response-media-type-removed at response 200 (text/plain → –)
                responses: {'200': {content: {application/json: {}}}} ⇄ responses: {'200': {content: {application/hal+json: {}}}}
                  → operation: info response-media-type-name-specialized at response 200 application/hal+json (application/json → application/hal+json)
                  ← operation: error response-media-type-name-generalized at response 200 application/json (application/hal+json → application/json)
                responses: {'200': {content: {application/json: {}}}} ⇄ responses: {'200': {content: {application/json;v=1: {}}}}
                  → operation: info response-media-type-name-changed at response 200 application/json;v=1 (application/json → application/json;v=1)
                  ← operation: info response-media-type-name-changed at response 200 application/json (application/json;v=1 → application/json)
                responses: {'200': {content: {'application/json; v=1': {}}}} ⇄ responses: {'200': {content: {'Application/json;V="1"': {}}}}
                  → operation: nothing
                  ← operation: nothing
                responses: {'200': {content: {'application/json;v=1': {}}}} ⇄ responses: {'200': {content: {'application/json;v=2': {}}}}
                  → operation: info response-media-type-name-changed at response 200 application/json;v=2 (application/json;v=1 → application/json;v=2)
                  ← operation: info response-media-type-name-changed at response 200 application/json;v=1 (application/json;v=2 → application/json;v=1)
                responses: {'200': {content: {application/vnd.a+json: {}}}} ⇄ responses: {'200': {content: {application/vnd.b+json: {}}}}
                  → operation: error response-media-type-removed at response 200 (application/vnd.a+json → –)
                  → operation: info response-media-type-added at response 200 (– → application/vnd.b+json)
                  ← operation: error response-media-type-removed at response 200 (application/vnd.b+json → –)
                  ← operation: info response-media-type-added at response 200 (– → application/vnd.a+json)
                responses: {'200': {content: {text/a: {}, text/b: {}}}} ⇄ responses: {'200': {content: {text/b: {}, text/a: {}}}}
                  → operation: nothing
                  ← operation: nothing
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void headers(EditTable.Edit edit) {
        edit.isTold();
    }

    static Stream<EditTable.Edit> headers() {
        return EditTable.of("""
                responses: {'200': {}} ⇄ responses: {'200': {headers: {X-A: {schema: {type: string}}}}}
                  → operation: info response-header-added at response 200 header X-A
                  ← operation: warning optional-response-header-removed at response 200 header X-A
                responses: {'200': {}} ⇄ responses: {'200': {headers: {X-A: {required: true}}}}
                  → operation: info response-header-added at response 200 header X-A
                  ← operation: error required-response-header-removed at response 200 header X-A
                responses: {'200': {headers: {X-A: {}}}} ⇄ responses: {'200': {headers: {X-A: {required: true}}}}
                  → operation: info response-header-became-required at response 200 header X-A
                  ← operation: error response-header-became-optional at response 200 header X-A
                responses: {'200': {headers: {X-A: {}}}} ⇄ responses: {'200': {headers: {X-A: {deprecated: true}}}}
                  → operation: info response-header-deprecated at response 200 header X-A
                  ← operation: info response-header-reactivated at response 200 header X-A
                responses: {'200': {headers: {X-A: {}}}} ⇄ responses: {'200': {headers: {X-A: {schema: {type: string}}}}}
                  → operation: info response-header-schema-added at response 200 header X-A
                  ← operation: warning response-header-schema-removed at response 200 header X-A
                responses: {'200': {headers: {X-A: {schema: {type: integer}}}}} ⇄ responses: {'200': {headers: {x-a: {content: {text/plain: {schema: {type: boolean}}}}}}}
                  → operation: error response-header-type-changed at response 200 header x-a (integer → boolean)
                  ← operation: error response-header-type-changed at response 200 header X-A (boolean → integer)
                """);
    }
}
