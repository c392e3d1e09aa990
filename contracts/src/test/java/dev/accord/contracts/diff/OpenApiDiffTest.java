package dev.accord.contracts.diff;

import static dev.accord.contracts.diff.Documents.diff;
import static dev.accord.contracts.diff.Documents.document;
import static dev.accord.contracts.diff.Documents.request;
import static dev.accord.contracts.diff.Documents.response;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OpenApiDiffTest {

    private static List<String> rules(String base, String revision) {
        return diff(base, revision).stream().map(Change::ruleId).toList();
    }

    @Nested
    class MeaningTheSame {

        @Test
        void anObjectSplitIntoPartsOfAllOf() {
            String whole = "{type: object, required: [a], properties: {a: {type: string}, b: {type: integer}}}";
            String split = "{allOf: [{type: object, required: [a], properties: {a: {type: string}}},"
                    + " {type: object, properties: {b: {type: integer}}}]}";

            assertThat(diff(request(whole), request(split))).isEmpty();
            assertThat(diff(response(split), response(whole))).isEmpty();
        }

        @Test
        void aSchemaMovedToAComponentOrRenamedThere() {
            String inPlace = response("{type: object, properties: {a: {type: string}}}");
            String component = response("{$ref: '#/components/schemas/NAME'}")
                    + "components: {schemas: {NAME: {type: object, properties: {a: {type: string}}}}}\n";

            assertThat(diff(inPlace, component)).isEmpty();
            assertThat(diff(component, component.replace("NAME", "Thing"))).isEmpty();
            assertThat(diff(
                            inPlace,
                            inPlace.replace("{type: object", "{allOf: [{type: object")
                                    .replace("}}}}}}", "}}}]}}}}")))
                    .isEmpty();
        }

        @Test
        void aRenamedPathParameterAndAHeaderInOtherLetters() {
            String before = document("""
                    /things/{id}:
                      get:
                        parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                        responses: {'200': {description: ok, headers: {X-Rate: {schema: {type: integer}}}}}
                    """);

            assertThat(diff(before, before.replace("{id}", "{thing}").replace("name: id", "name: thing")))
                    .isEmpty();
            assertThat(diff(before, before.replace("X-Rate", "x-rate"))).isEmpty();
        }

        @Test
        void aStatusThatBecameItsRange() {
            String before = response("{type: string}");

            assertThat(diff(before, before.replace("'200'", "2XX"))).isEmpty();
            assertThat(diff(before.replace("'200'", "2XX"), before))
                    .extracting(Change::level)
                    .doesNotContain(Level.ERROR);
        }

        @Test
        void aDocumentOfVersion30WrittenAs31() {
            String old = request("{type: object, properties: {a: {type: string, nullable: true},"
                            + " b: {type: integer, minimum: 1, exclusiveMinimum: true}}}")
                    .replace("3.1.0", "3.0.3");
            String fresh = request("{type: object, properties: {a: {type: [string, 'null']},"
                    + " b: {type: integer, exclusiveMinimum: 1}}}");

            assertThat(diff(old, fresh)).isEmpty();
        }

        @Test
        void aConstWrittenAsAListOfOne() {
            assertThat(diff(request("{const: a}"), request("{enum: [a]}"))).isEmpty();
        }
    }

    @Nested
    class Schemas {

        @Test
        void aChangeInARecursiveSchemaIsFoundFromEveryEntrance() {
            String base = document("""
                    /a: {get: {responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}}
                    /b: {get: {responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/B'}}}}}}}
                    """) + """
                    components:
                      schemas:
                        A: {type: object, properties: {b: {$ref: '#/components/schemas/B'}, x: {type: string}}}
                        B: {type: object, properties: {a: {$ref: '#/components/schemas/A'}}}
                    """;

            List<Change> changes = diff(base, base.replace("x: {type: string}", "x: {type: integer}"));

            assertThat(changes)
                    .extracting(Change::operation, Change::location)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("GET /a", "response 200 application/json/x"),
                            org.assertj.core.groups.Tuple.tuple("GET /b", "response 200 application/json/a/x"));
        }

        @Test
        void requiredPropertiesThatComeOrGoAreTold() {
            String one = "{type: object, required: [a], properties: {a: {type: string}}}";
            String two = "{type: object, required: [b], properties: {b: {type: string}}}";

            assertThat(rules(request(one), request(two)))
                    .containsExactlyInAnyOrder("request-property-removed", "new-required-request-property");
            assertThat(rules(response(one), response(two)))
                    .containsExactlyInAnyOrder(
                            "response-required-property-removed", "response-required-property-added");
        }

        @Test
        void aPartAddedToAllOfIsNewsOnlyWhereItSaysSomething() {
            String base = "{allOf: [{type: object, properties: {a: {type: string}}}]}";
            String more = "{allOf: [{type: object, properties: {a: {type: string}}}, {required: [a]}]}";
            String title = "{allOf: [{type: object, properties: {a: {type: string}}}, {title: T}]}";

            assertThat(rules(request(base), request(more)))
                    .contains("request-body-all-of-added", "request-property-became-required");
            assertThat(rules(request(base), request(title)))
                    .containsExactly("request-body-all-of-added-annotation-only");
        }

        @Test
        void alternativesAreAListOfTypesOnlyWhereTheySayNothingElse() {
            String list = "{type: [string, integer]}";

            assertThat(rules(request(list), request("{oneOf: [{type: string}, {type: integer}]}")))
                    .isEmpty();
            assertThat(rules(request(list), request("{oneOf: [{type: string, maxLength: 4}, {type: integer}]}")))
                    .isNotEmpty();
            assertThat(rules(request(list), request("{oneOf: [{type: string}, {type: integer, enum: [1]}]}")))
                    .isNotEmpty();
            assertThat(rules(
                            request("{type: [string, integer], maxLength: 4}"),
                            request("{anyOf: [{type: string}, {type: integer}]}")))
                    .isNotEmpty();
        }

        @Test
        void anObjectWrappedInAlternativesIsToldOnce() {
            String object = "{type: object, properties: {a: {type: string}}}";
            String wrapped = "{oneOf: [{type: object, properties: {a: {type: string}}},"
                    + " {type: object, properties: {b: {type: string}}}]}";

            assertThat(rules(request(object), request(wrapped))).containsExactly("request-body-wrapped-in-one-of");
        }

        @Test
        void aReferenceThatCannotBeFollowedIsTold() {
            assertThat(rules(request("{type: string}"), request("{$ref: 'other.yaml#/A'}")))
                    .containsExactly("schema-unresolvable");
            assertThat(rules(request("{$ref: 'other.yaml#/A'}"), request("{$ref: 'other.yaml#/A'}")))
                    .isEmpty();
        }

        @Test
        @Timeout(20)
        void schemasThatAllReferToEachOtherAreToldInBoundedTime() {
            StringBuilder schemas = new StringBuilder("components:\n  schemas:\n");
            for (int i = 0; i < 40; i++) {
                schemas.append("    S" + i + ": {type: object, properties: {");
                for (int j = 0; j < 40; j++) schemas.append("p" + j + ": {$ref: '#/components/schemas/S" + j + "'}, ");
                schemas.append("q: {type: " + (i == 0 ? "TYPE" : "string") + "}}}\n");
            }
            String base = response("{$ref: '#/components/schemas/S0'}") + schemas;

            List<Change> changes = diff(base.replace("TYPE", "string"), base.replace("TYPE", "integer"));

            assertThat(changes).extracting(Change::ruleId).contains("response-property-type-changed");
        }

        @Test
        void ofManyPathsToOneChangeOnlySomeAreTold() {
            StringBuilder schemas = new StringBuilder("components:\n  schemas:\n");
            for (int i = 0; i < 40; i++) {
                String next = "{$ref: '#/components/schemas/S" + (i + 1) + "'}";
                schemas.append("    S" + i + ": {type: object, properties: {l: " + next + ", r: " + next + "}}\n");
            }
            String base = response("{$ref: '#/components/schemas/S0'}") + schemas + "    S40: {type: string}\n";

            List<Change> changes = diff(base, base.replace("S40: {type: string}", "S40: {type: integer}"));

            assertThat(changes).hasSize(200);
        }
    }

    @Nested
    class Operations {

        private final String base = document("""
                /a:
                  get: {operationId: getA, tags: [x], responses: {'200': {description: ok}, '404': {description: no}}}
                  put: {deprecated: true, x-sunset: '2030-01-01', responses: {}}
                /b: {get: {responses: {}}}
                /c: {get: {x-stability-level: alpha, responses: {}}}
                """);

        @Test
        void whatIsRemovedIsJudgedByItsDeprecation() {
            String revision = document("/a: {get: {operationId: getA, tags: [x], responses: {'200': {description: ok},"
                    + " '404': {description: no}}}}");

            assertThat(rules(base, revision))
                    .containsExactly("api-removed-before-sunset", "api-path-removed-without-deprecation");
        }

        @Test
        void whatIsAddedAndRenamedIsTold() {
            String revision = base.replace("getA", "readA").replace("[x]", "[y]") + "  /d: {get: {responses: {}}}\n";

            assertThat(rules(base, revision))
                    .containsExactly("api-operation-id-removed", "api-tag-removed", "api-tag-added", "endpoint-added");
        }

        @Test
        void statusesAreJudgedBySuccess() {
            assertThat(rules(base, base.replace("'200'", "'201'")))
                    .containsExactly("response-success-status-removed", "response-success-status-added");
            assertThat(rules(base, base.replace("'404'", "'410'")))
                    .containsExactly("response-non-success-status-removed", "response-non-success-status-added");
        }

        @Test
        void parametersComeAndGo() {
            String with = document(
                    "/a: {get: {parameters: [{name: q, in: query, required: true, schema: {type: string}}], responses: {}}}");
            String without = document("/a: {get: {responses: {}}}");
            String shared =
                    document("/a: {parameters: [{name: q, in: query, schema: {type: string}}], get: {responses: {}}}");

            assertThat(rules(without, with)).containsExactly("new-required-request-parameter");
            assertThat(rules(with, without)).containsExactly("request-parameter-removed");
            assertThat(rules(without, shared))
                    .containsExactly("new-optional-request-default-parameter-to-existing-path");
            assertThat(rules(with, shared)).containsExactly("request-parameter-became-optional");
        }

        @Test
        void explodingMattersForListsOnly() {
            String list = Documents.parameter("{type: array, items: {type: string}}");
            String text = Documents.parameter("{type: string}");

            assertThat(rules(list, list.replace("in: query", "in: query, explode: false")))
                    .containsExactly("request-parameter-explode-changed");
            assertThat(rules(text, text.replace("in: query", "in: query, explode: false")))
                    .isEmpty();
        }

        @Test
        void bodiesMediaTypesAndHeadersComeAndGo() {
            String none = document("/a: {post: {responses: {'200': {description: ok}}}}");
            String full = document("/a: {post: {requestBody: {required: true, content: {text/plain: {}}},"
                    + " responses: {'200': {description: ok, content: {application/json: {}},"
                    + " headers: {X-A: {required: true, schema: {type: string}}}}}}}");

            assertThat(rules(none, full))
                    .containsExactly(
                            "request-body-added-required", "response-header-added", "response-media-type-added");
            assertThat(rules(full, none))
                    .containsExactly(
                            "request-body-removed", "required-response-header-removed", "response-media-type-removed");
            assertThat(rules(full, full.replace("application/json", "application/hal+json")))
                    .containsExactly("response-media-type-name-specialized");
        }

        @Test
        void credentialsThatBecomeNeededAreTold() {
            String secured = base.replace("/b: {get: {", "/b: {get: {security: [{key: []}], ");

            assertThat(rules(base, secured)).containsExactly("api-security-added", "api-security-became-required");
        }
    }

    @Test
    void webhooksAndCallbacksAreJudgedAsWhatIsSentToTheConsumer() {
        String base = "openapi: 3.1.0\nwebhooks: {paid: {post: {requestBody: {content: {application/json: {schema:"
                + " {type: object, required: [a], properties: {a: {type: string}}}}}}}}}\n";

        assertThat(rules(base, base.replace("paid", "settled"))).containsExactly("webhook-removed", "webhook-added");
        assertThat(rules(base, base.replace("required: [a], properties: {a: {type: string}}", "properties: {}")))
                .contains("response-required-property-removed");
    }

    @Test
    void serversSchemesAndTheVersionAreJudged() {
        String base = "openapi: 3.0.0\ninfo: {title: t, version: 1.0.0}\nservers: [{url: 'https://a/v1'}]\n"
                + "components: {securitySchemes: {k: {type: apiKey, in: header, name: X-Key}}}\npaths: {}\n";

        assertThat(rules(base, base.replace("/v1", "/v2")))
                .containsExactly("api-base-path-removed", "api-base-path-added");
        assertThat(rules(base, base.replace("https://a", "https://b"))).isEmpty();
        assertThat(rules(base, base.replace("X-Key", "X-Token")))
                .containsExactly("api-security-component-api-key-changed", "api-version-not-bumped");
    }

    @Test
    void aListThatIsTooLongEndsWithAWord() {
        String base = request("{type: object, properties: {a: {type: string}, b: {type: string}, c: {type: string}}}");
        DiffPolicy two = new DiffPolicy(Documents.POLICY.today(), 0, 0, 2);

        List<Change> changes = OpenApiDiff.compare(
                Documents.read(base), Documents.read(base.replace("{type: string}", "{type: integer}")), two);

        assertThat(changes)
                .extracting(Change::ruleId)
                .containsExactly("request-property-type-changed", "request-property-type-changed", "changes-truncated");
    }

    @Test
    void theReportSaysWhatChangedAndWhere() {
        String report = new DiffReport(diff(request("{type: string}"), request("{type: integer}")))
                .toJson()
                .toString();

        assertThat(report)
                .startsWith("{\"breaking\":true,\"changes\":[{\"id\":\"request-body-type-changed\",\"level\":\"error\","
                        + "\"operation\":\"POST /things\",\"direction\":\"request\",\"location\":\"request body"
                        + " application/json\",\"before\":\"string\",\"after\":\"integer\"")
                .contains("\"base\":{\"line\":6,", "\"pointer\":\"/paths/~1things/post/requestBody/");
    }
}
