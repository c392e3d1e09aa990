package dev.accord.contracts.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a change was and is: at the keyword that changed, or at the nearest node around what came or went. */
class ChangeSourceTest {

    private static final String BASE = """
            openapi: 3.1.0
            info: {title: t, version: 1.0.0}
            servers:
              - url: /v1
            security:
              - k: []
            paths:
              /a:
                get:
                  deprecated: true
                  parameters:
                    - name: q
                      in: query
                      schema: {type: string}
                  requestBody:
                    content:
                      application/json:
                        schema:
                          type: object
                          properties:
                            p:
                              type: integer
                              maximum: 5
                            r: {type: string}
                  responses:
                    '200':
                      content:
                        text/plain:
                          schema: {type: string}
                      headers:
                        X-A:
                          schema: {type: string}
                    '404': {}
              /b:
                get: {}
            components:
              securitySchemes:
                k: {type: http, scheme: basic}
              schemas:
                A: {type: string}
            """;

    private static List<String> sources(String found, String replacement) {
        assertThat(BASE).contains(found);
        return Documents.diff(BASE, BASE.replace(found, replacement)).stream()
                .map(each -> each.ruleId() + ": " + each.baseSource() + " → " + each.revisionSource())
                .toList();
    }

    @Test
    void aKeywordThatChanged() {
        assertThat(sources("maximum: 5", "maximum: 6"))
                .containsExactly(
                        "request-property-max-increased: " + at(23, 19, "p/maximum") + " → " + at(23, 19, "p/maximum"));
    }

    @Test
    void aKeywordThatCame() {
        assertThat(sources("maximum: 5", "maximum: 5\n                  minimum: 1"))
                .containsExactly("request-property-min-set: " + at(21, 17, "p") + " → " + at(24, 19, "p/minimum"));
    }

    @Test
    void aPropertyThatWent() {
        assertThat(sources("r: {type: string}\n", "\n"))
                .containsExactly("request-property-removed: " + at(24, 17, "r") + " → line 18, column 13"
                        + " (/paths/~1a/get/requestBody/content/application~1json/schema)");
    }

    private static String at(int line, int column, String property) {
        return "line " + line + ", column " + column
                + " (/paths/~1a/get/requestBody/content/application~1json/schema/properties/" + property + ")";
    }

    @Test
    void aParameterThatWentOrCame() {
        assertThat(sources("name: q", "name: s"))
                .containsExactly(
                        "request-parameter-removed: line 12, column 11 (/paths/~1a/get/parameters/0)"
                                + " → line 9, column 5 (/paths/~1a/get)",
                        "new-optional-request-parameter: line 9, column 5 (/paths/~1a/get)"
                                + " → line 12, column 11 (/paths/~1a/get/parameters/0)");
    }

    @Test
    void anOperationAndAPath() {
        assertThat(sources("/b:", "/c:"))
                .containsExactly(
                        "api-path-removed-without-deprecation: line 35, column 5 (/paths/~1b/get)"
                                + " → line 2, column 1 (/paths)",
                        "endpoint-added: line 2, column 1 (/paths) → line 35, column 5 (/paths/~1c/get)",
                        "api-version-not-bumped: line 2, column 1 (/info) → line 2, column 1 (/info)");
    }

    @Test
    void aMediaTypeAHeaderAndAStatus() {
        assertThat(sources("text/plain", "text/html"))
                .containsExactly(
                        "response-media-type-removed: line 28, column 13 (/paths/~1a/get/responses/200/content/text~1plain)"
                                + " → line 26, column 9 (/paths/~1a/get/responses/200)",
                        "response-media-type-added: line 26, column 9 (/paths/~1a/get/responses/200)"
                                + " → line 28, column 13 (/paths/~1a/get/responses/200/content/text~1html)",
                        "api-version-not-bumped: line 2, column 1 (/info) → line 2, column 1 (/info)");
        assertThat(sources("X-A", "X-B"))
                .containsExactly(
                        "optional-response-header-removed: line 31, column 13 (/paths/~1a/get/responses/200/headers/X-A)"
                                + " → line 26, column 9 (/paths/~1a/get/responses/200)",
                        "response-header-added: line 26, column 9 (/paths/~1a/get/responses/200)"
                                + " → line 31, column 13 (/paths/~1a/get/responses/200/headers/X-B)");
        assertThat(sources("'404'", "'410'"))
                .containsExactly(
                        "response-non-success-status-removed: line 33, column 9 (/paths/~1a/get/responses/404)"
                                + " → line 25, column 7 (/paths/~1a/get/responses)",
                        "response-non-success-status-added: line 25, column 7 (/paths/~1a/get/responses)"
                                + " → line 33, column 9 (/paths/~1a/get/responses/410)");
    }

    @Test
    void whatConcernsTheWholeDocument() {
        assertThat(sources("url: /v1", "url: /v2"))
                .contains("api-base-path-removed: line 4, column 5 (/servers/0) → line 4, column 5 (/servers/0)");
        assertThat(sources("scheme: basic", "scheme: bearer"))
                .contains(
                        "api-security-component-http-scheme-changed: line 38, column 5 (/components/securitySchemes/k)"
                                + " → line 38, column 5 (/components/securitySchemes/k)");
        assertThat(sources("    A: {type: string}", "    B: {type: integer}"))
                .containsExactly(
                        "api-schema-removed: line 40, column 5 (/components/schemas/A) → line 1, column 1 (/)");
        assertThat(sources("- k: []", "- m: []"))
                .contains("api-global-security-removed: line 6, column 5 (/security/0) → line 1, column 1 (/)");
    }
}
