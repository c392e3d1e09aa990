package dev.accord.contracts.impact;

import static dev.accord.contracts.impact.ImpactResult.Verdict.BREAKS;
import static dev.accord.contracts.impact.ImpactResult.Verdict.CANNOT_TELL;
import static dev.accord.contracts.impact.ImpactResult.Verdict.UNAFFECTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.contracts.diff.OpenApiDiff;
import dev.accord.contracts.openapi.OpenApiDocument;
import dev.accord.contracts.openapi.OpenApiReader;
import dev.accord.contracts.pact.PactReader;
import dev.accord.contracts.usage.Usage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One change at a time against one consumer: who breaks, who does not, and when it cannot be told. */
class ImpactTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String DOCUMENT = """
            {"openapi": "3.1.0", "info": {"title": "Parcels", "version": "1"},
             "paths": {
              "/parcels/{id}": {"get": {
                "parameters": [
                  {"name": "id", "in": "path", "required": true, "schema": {"type": "string"}},
                  {"name": "sort", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}}],
                "responses": {"200": {"description": "ok",
                  "headers": {"X-Left": {"required": true, "schema": {"type": "string"}}},
                  "content": {"application/json": {"schema": {"type": "object",
                    "required": ["id", "state", "weight", "labels", "sent", "size"],
                    "properties": {
                      "id": {"type": "integer"},
                      "state": {"type": "string", "enum": ["NEW", "SENT"]},
                      "weight": {"type": "number", "maximum": 30},
                      "labels": {"type": "array", "minItems": 1, "uniqueItems": true, "items": {"type": "string"}},
                      "sent": {"type": "string", "format": "date"},
                      "size": {"type": "object", "additionalProperties": {"type": "string"}},
                      "code": {"type": "string", "pattern": "^a"},
                      "unread": {"type": "string"}}}}}}}}},
              "/parcels": {"post": {
                "security": [{"key": []}],
                "requestBody": {"required": true, "content": {"application/json": {"schema": {"type": "object",
                  "required": ["to"],
                  "properties": {
                    "to": {"type": "string"},
                    "count": {"type": "integer"},
                    "labels": {"type": "array", "items": {"type": "string"}},
                    "bag": {"type": "object"}}}}}},
                "responses": {"201": {"description": "created"}}}}},
             "components": {"securitySchemes": {
               "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
               "login": {"type": "oauth2", "flows": {}},
               "token": {"type": "http", "scheme": "bearer"}}}}
            """;

    private static final String PACT = """
            {"consumer": {"name": "Web"}, "provider": {"name": "Parcels"},
             "interactions": [
              {"description": "a parcel", "request": {"method": "GET", "path": "/parcels/1"},
               "response": {"status": 200,
                "headers": {"Content-Type": "application/json", "X-Left": "5"},
                "body": {"id": 1, "state": "NEW", "weight": 9.5, "labels": ["a"], "sent": "2020-01-01",
                         "size": {"height": "b"}},
                "matchingRules": {"body": {
                  "$.id": {"matchers": [{"match": "integer"}]},
                  "$.state": {"matchers": [{"match": "regex", "regex": "NEW|SENT"}]},
                  "$.labels": {"matchers": [{"match": "type", "min": 1}]}}}}},
              {"description": "a new parcel",
               "request": {"method": "POST", "path": "/parcels",
                "headers": {"Content-Type": "application/json", "X-Key": "1"},
                "body": {"to": "x", "count": 2, "labels": ["a", "a"], "bag": {"z": 1}},
                "matchingRules": {"body": {
                  "$.count": {"matchers": [{"match": "integer"}]},
                  "$.to": {"matchers": [{"match": "type"}]}}}},
               "response": {"status": 201}}],
             "metadata": {"pactSpecification": {"version": "3.0.0"}}}
            """;

    private static final String GET = "/paths/~1parcels~1{id}/get";
    private static final String ANSWER = GET + "/responses/200/content/application~1json/schema";
    private static final String READ = ANSWER + "/properties";
    private static final String POST = "/paths/~1parcels/post";
    private static final String BODY = POST + "/requestBody/content/application~1json/schema";
    private static final String SENT = BODY + "/properties";

    static Stream<Arguments> changes() {
        return Stream.of(
                change("nothing", UNAFFECTED, "/info", "{'title': 'Other', 'version': '2'}"),
                change(
                        "a read field may be left out",
                        BREAKS,
                        ANSWER + "/required",
                        "['state', 'weight', 'labels', 'sent', 'size']"),
                change("a read field may be null", BREAKS, READ + "/id", "{'type': ['integer', 'null']}"),
                change(
                        "an accepted list of values grows",
                        BREAKS,
                        READ + "/state",
                        "{'type': 'string', 'enum': ['NEW', 'SENT', 'LOST']}"),
                change("a list of values is dropped", BREAKS, READ + "/state", "{'type': 'string'}"),
                change("a list of values shrinks", UNAFFECTED, READ + "/state", "{'type': 'string', 'enum': ['NEW']}"),
                change("an integer becomes a number", BREAKS, READ + "/id", "{'type': 'number'}"),
                change(
                        "a field becomes an integer or a text",
                        BREAKS,
                        READ + "/id",
                        "{'oneOf': [{'type': 'integer'}, {'type': 'string'}]}"),
                change(
                        "a list may be empty",
                        CANNOT_TELL,
                        READ + "/labels",
                        "{'type': 'array', 'items': {'type': 'string'}}"),
                change("elements may be null", BREAKS, READ + "/labels/items", "{'type': ['string', 'null']}"),
                change("the body may be null", BREAKS, ANSWER + "/type", "['object', 'null']"),
                change("a header may be left out", BREAKS, GET + "/responses/200/headers/X-Left/required", "false"),
                change(
                        "another media type is offered, too",
                        UNAFFECTED,
                        GET + "/responses/200/content/application~1xml",
                        "{}"),
                change("a read field is gone", BREAKS, READ + "/id", null),
                change("an unread field is gone", UNAFFECTED, READ + "/unread", null),
                change("a bound of a read number is gone", UNAFFECTED, READ + "/weight", "{'type': 'number'}"),
                change("the pattern of an unread text is gone", UNAFFECTED, READ + "/code", "{'type': 'string'}"),
                change(
                        "a date becomes a date with time",
                        BREAKS,
                        READ + "/sent",
                        "{'type': 'string', 'format': 'date-time'}"),
                change("elements may be equal", UNAFFECTED, READ + "/labels/uniqueItems", null),
                change(
                        "values of a map become numbers",
                        BREAKS,
                        READ + "/size/additionalProperties",
                        "{'type': 'integer'}"),
                change("a map is closed", BREAKS, READ + "/size/additionalProperties", "false"),
                change(
                        "a field gets another alternative",
                        BREAKS,
                        READ + "/weight",
                        "{'anyOf': [{'type': 'number'}, {'type': 'string'}]}"),
                change(
                        "a read field is never sent again",
                        BREAKS,
                        READ + "/id",
                        "{'type': 'integer', 'writeOnly': true}"),
                change(
                        "a sent number is bounded below the example",
                        BREAKS,
                        SENT + "/count",
                        "{'type': 'integer', 'maximum': 1}"),
                change(
                        "a sent number is bounded above the example",
                        CANNOT_TELL,
                        SENT + "/count",
                        "{'type': 'integer', 'maximum': 5}"),
                change(
                        "a sent text must be one of two",
                        CANNOT_TELL,
                        SENT + "/to",
                        "{'type': 'string', 'enum': ['x', 'y']}"),
                change("a sent field is forgotten", CANNOT_TELL, SENT + "/count", null),
                change("a new field is required", BREAKS, BODY + "/required", "['to', 'from']"),
                change(
                        "a sent field becomes read-only",
                        CANNOT_TELL,
                        SENT + "/to",
                        "{'type': 'string', 'readOnly': true}"),
                change("the body is closed to other keys", UNAFFECTED, BODY + "/additionalProperties", "false"),
                change(
                        "a nested object is closed",
                        BREAKS,
                        SENT + "/bag",
                        "{'type': 'object', 'additionalProperties': false}"),
                change(
                        "a sent number must be a multiple",
                        BREAKS,
                        SENT + "/count",
                        "{'type': 'integer', 'multipleOf': 5}"),
                change("sent elements must differ", BREAKS, SENT + "/labels/uniqueItems", "true"),
                change("more keys are demanded", BREAKS, BODY + "/minProperties", "5"),
                change(
                        "an unsent list is written otherwise",
                        UNAFFECTED,
                        GET + "/parameters/1/style",
                        "'pipeDelimited'"),
                change(
                        "a cookie is demanded",
                        BREAKS,
                        GET + "/parameters/1",
                        "{'name': 's', 'in': 'cookie', 'required': true, 'schema': {'type': 'string'}}"),
                change(
                        "a query parameter is demanded",
                        BREAKS,
                        GET + "/parameters/1",
                        "{'name': 'q', 'in': 'query', 'required': true, 'schema': {'type': 'string'}}"),
                change("a login is demanded", BREAKS, GET + "/security", "[{'login': []}]"),
                change("a token is demanded", BREAKS, GET + "/security", "[{'token': []}]"),
                change("a token may be sent, or nothing", UNAFFECTED, GET + "/security", "[{'token': []}, {}]"),
                change("the key's header is renamed", BREAKS, "/components/securitySchemes/key/name", "'X-Api-Key'"),
                change("the server moves below a path", BREAKS, "/servers", "[{'url': 'https://parcels.example/v2'}]"),
                change(
                        "the server moves to another host",
                        UNAFFECTED,
                        "/servers",
                        "[{'url': 'https://other.example'}]"),
                change("an operation is gone", BREAKS, GET, null),
                change(
                        "another status is answered, too",
                        UNAFFECTED,
                        GET + "/responses/204",
                        "{'description': 'none'}"),
                change("the operation is deprecated", UNAFFECTED, GET + "/deprecated", "true"),
                change(
                        "the path's parameter must be a number, and is",
                        UNAFFECTED,
                        GET + "/parameters/0/schema/type",
                        "'integer'"),
                change("the path's parameter must be a UUID", BREAKS, GET + "/parameters/0/schema/format", "'uuid'"),
                change("the media type is replaced", BREAKS, GET + "/responses/200/content", "{'text/plain': {}}"),
                change("the sent media type is refused", BREAKS, POST + "/requestBody/content", "{'text/plain': {}}"));
    }

    private static Arguments change(String name, ImpactResult.Verdict verdict, String pointer, String value) {
        return Arguments.of(name, verdict, pointer, value == null ? "" : value.replace('\'', '"'));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("changes")
    void oneChange(String name, ImpactResult.Verdict verdict, String pointer, String value) throws Exception {
        ImpactResult impact = impact(DOCUMENT, with(DOCUMENT, pointer, value), PACT);

        assertThat(impact.verdict()).as(impact.introduced().toString()).isEqualTo(verdict);
        assertThat(impact.alreadyUnsatisfied().stream()
                        .filter(f -> f.finding().level().json().equals("error")))
                .isEmpty();
    }

    @Nested
    class Refactorings {

        @Test
        void aStatusAsARangeIsTheSameAnswer() {
            String revision = DOCUMENT.replace("\"200\"", "\"2XX\"");

            assertThat(impact(DOCUMENT, revision, PACT).verdict()).isEqualTo(UNAFFECTED);
        }

        @Test
        void theDefaultAnswerLeavesTheStatusOpen() {
            String revision = DOCUMENT.replace("\"200\"", "\"default\"");

            assertThat(impact(DOCUMENT, revision, PACT).verdict()).isEqualTo(CANNOT_TELL);
        }

        @Test
        void namesOfPathParametersAndTheCaseOfHeadersSayNothing() {
            String revision = DOCUMENT.replace("{id}", "{number}")
                    .replace("\"name\": \"id\"", "\"name\": \"number\"")
                    .replace("X-Left", "x-left");

            assertThat(impact(DOCUMENT, revision, PACT).verdict()).isEqualTo(UNAFFECTED);
        }

        @Test
        void aPrefixMayMoveFromTheServerToThePaths() throws Exception {
            String base = with(DOCUMENT, "/servers", "[{\"url\": \"/v1\"}]");
            String revision = DOCUMENT.replace("\"/parcels", "\"/v1/parcels");

            assertThat(impact(base, revision, PACT).verdict()).isEqualTo(UNAFFECTED);
        }
    }

    @Nested
    class WhatWasThereBefore {

        @Test
        void isSaidAndDoesNotBlock() throws Exception {
            String base = with(DOCUMENT, READ + "/id", "");
            String revision = with(base, READ + "/unread", "");

            ImpactResult impact = impact(base, revision, PACT);

            assertThat(impact.verdict()).isEqualTo(UNAFFECTED);
            assertThat(impact.alreadyUnsatisfied())
                    .anyMatch(f -> f.finding().field().equals("/id"));
        }

        @Test
        void andIsGoneNowIsAnImprovement() throws Exception {
            String base = with(DOCUMENT, READ + "/id", "");

            ImpactResult impact = impact(base, DOCUMENT, PACT);

            assertThat(impact.verdict()).isEqualTo(UNAFFECTED);
            assertThat(impact.improvements()).anyMatch(f -> f.finding().field().equals("/id"));
        }
    }

    @Test
    void aBreakNamesItsInteractionItsFieldAndItsCause() throws Exception {
        String revision = with(DOCUMENT, READ + "/id", "{\"type\": [\"integer\", \"null\"]}");

        ImpactFinding finding = impact(DOCUMENT, revision, PACT).introduced().getFirst();

        assertThat(finding.consumer()).isEqualTo("Web");
        assertThat(finding.finding().description()).isEqualTo("a parcel");
        assertThat(finding.finding().operation()).isEqualTo("GET /parcels/{id}");
        assertThat(finding.finding().field()).isEqualTo("/id");
        assertThat(finding.rule()).isEqualTo("response-property-became-nullable");
    }

    @Test
    void aBreakOnPaperThatNobodyNeedsIsListedAsSuch() throws Exception {
        String revision = with(DOCUMENT, READ + "/code", "{\"type\": \"integer\"}");

        ImpactResult impact = impact(DOCUMENT, revision, PACT);

        assertThat(impact.verdict()).isEqualTo(UNAFFECTED);
        assertThat(impact.unneeded()).isNotEmpty();
    }

    @Test
    void theJsonFormHasVerdictAndFindings() throws Exception {
        String json = JSON.writeValueAsString(impact(DOCUMENT, with(DOCUMENT, GET, ""), PACT));

        assertThat(JSON.readTree(json).get("verdict").asText()).isEqualTo("breaks");
        assertThat(JSON.readTree(json).at("/findings/0/level").asText()).isEqualTo("error");
    }

    private static ImpactResult impact(String base, String revision, String pact) {
        OpenApiDocument before = OpenApiReader.read(base);
        OpenApiDocument after = OpenApiReader.read(revision);
        return Impact.of(before, after, OpenApiDiff.compare(before, after), Usage.of(PactReader.read(pact)));
    }

    /** Returns the document with a value at a pointer, or without it where the value is empty. */
    private static String with(String document, String pointer, String value) throws JsonProcessingException {
        ObjectNode root = (ObjectNode) JSON.readTree(document);
        int slash = pointer.lastIndexOf('/');
        var parent = root.at(pointer.substring(0, slash));
        String name = pointer.substring(slash + 1).replace("~1", "/");
        if (parent instanceof com.fasterxml.jackson.databind.node.ArrayNode array) {
            array.set(Integer.parseInt(name), JSON.readTree(value));
        } else if (value.isEmpty()) {
            ((ObjectNode) parent).remove(name);
        } else {
            ((ObjectNode) parent).set(name, JSON.readTree(value));
        }
        return root.toString();
    }
}
