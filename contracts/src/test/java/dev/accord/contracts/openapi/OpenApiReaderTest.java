package dev.accord.contracts.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenApiReaderTest {

    private static OpenApiDocument withSchemas(String version, String schemas) {
        return OpenApiReader.read("openapi: " + version
                + "\ninfo: {title: t, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n" + schemas.indent(4));
    }

    private static Schema schema(OpenApiDocument document, String name) {
        return document.components().schemas().get(name);
    }

    @Nested
    class Swagger2 {

        private final OpenApiDocument document = OpenApiReader.read("""
                swagger: '2.0'
                info: {title: Orders, version: 1.2.3}
                host: api.example.org
                basePath: /v2
                schemes: [https]
                consumes: [application/json]
                produces: [application/json, text/csv]
                securityDefinitions:
                  key: {type: apiKey, in: header, name: X-Key}
                  login: {type: basic}
                security: [{key: []}]
                definitions:
                  Order:
                    type: object
                    required: [id]
                    properties:
                      id: {type: integer, minimum: 0, exclusiveMinimum: true}
                      note: {type: string, x-nullable: true}
                paths:
                  /orders/{id}:
                    parameters:
                      - {name: id, in: path, required: true, type: integer}
                    get:
                      parameters:
                        - {name: tags, in: query, type: array, items: {type: string}, collectionFormat: pipes}
                      responses:
                        '200':
                          description: ok
                          schema: {$ref: '#/definitions/Order'}
                          headers:
                            X-Rate: {type: integer}
                    put:
                      parameters:
                        - {name: body, in: body, required: true, schema: {$ref: '#/definitions/Order'}}
                      responses: {'204': {description: done}}
                  /upload:
                    post:
                      parameters:
                        - {name: file, in: formData, type: file, required: true}
                        - {name: note, in: formData, type: string}
                      responses: {}
                """);

        @Test
        void hostAndBasePathBecomeServers() {
            assertThat(document.version()).isEqualTo(SpecVersion.SWAGGER_2_0);
            assertThat(document.servers()).extracting(Server::url).containsExactly("https://api.example.org/v2");
            assertThat(document.servers().getFirst().basePaths()).containsExactly("/v2");
        }

        @Test
        void aBodyParameterBecomesARequestBodyOfTheConsumedTypes() {
            RequestBody body =
                    document.operation("PUT", "/orders/{id}").orElseThrow().requestBody();

            assertThat(body.required()).isTrue();
            assertThat(body.content()).containsOnlyKeys("application/json");
            assertThat(body.content().get("application/json").schema()).isSameAs(schema(document, "Order"));
        }

        @Test
        void formParametersBecomeTheirObject() {
            RequestBody body =
                    document.operation("POST", "/upload").orElseThrow().requestBody();

            Schema form = body.content().get("multipart/form-data").schema();
            assertThat(form.properties()).containsOnlyKeys("file", "note");
            assertThat(form.required()).containsExactly("file");
        }

        @Test
        void pathParametersAreMergedAndCollectionFormatsBecomeStyles() {
            Operation get = document.operation("GET", "/orders/{id}").orElseThrow();

            assertThat(get.parameters()).extracting(Parameter::name).containsExactly("tags", "id");
            assertThat(get.parameters().getFirst().style()).isEqualTo("pipeDelimited");
            assertThat(get.parameters().getLast().schema().types()).containsExactly(SchemaType.INTEGER);
        }

        @Test
        void producedTypesAndHeadersBelongToTheResponse() {
            Response ok = document.operation("GET", "/orders/{id}")
                    .orElseThrow()
                    .responses()
                    .find(200)
                    .orElseThrow()
                    .response();

            assertThat(ok.content()).containsOnlyKeys("application/json", "text/csv");
            assertThat(ok.headers()).containsOnlyKeys("x-rate");
        }

        @Test
        void booleanExclusiveBoundsAndNullabilityAreUnified() {
            Schema order = schema(document, "Order");

            Schema id = order.properties().get("id");
            assertThat(id.minimum()).isNull();
            assertThat(id.exclusiveMinimum()).isEqualByComparingTo(BigDecimal.ZERO);
            assertThat(order.properties().get("note").nullable()).isTrue();
        }

        @Test
        void securitySchemesAreNamedAsInOpenApi3() {
            assertThat(document.components().securitySchemes().get("login").type())
                    .isEqualTo("http");
            assertThat(document.operation("POST", "/upload").orElseThrow().security())
                    .hasSize(1);
        }
    }

    @Nested
    class OpenApi3 {

        @Test
        void pathLevelParametersAreInheritedUnlessOverridden() {
            OpenApiDocument document = OpenApiReader.read("""
                    {"openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "paths": {"/a/{id}": {
                      "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}},
                                     {"name": "q", "in": "query", "schema": {"type": "string"}}],
                      "get": {"parameters": [{"name": "q", "in": "query", "schema": {"type": "integer"}}],
                              "responses": {"2xx": {"description": "ok"}, "default": {"description": "no"}}}}}}""");

            Operation get = document.operation("GET", "/a/{id}").orElseThrow();
            assertThat(get.parameters()).extracting(Parameter::name).containsExactly("q", "id");
            assertThat(get.parameter(ParameterLocation.QUERY, "q")
                            .orElseThrow()
                            .schema()
                            .types())
                    .containsExactly(SchemaType.INTEGER);
            assertThat(get.pathParameters()).extracting(Parameter::name).containsExactly("id");
        }

        @Test
        void aStatusIsFoundExactlyThenByRangeThenByDefault() {
            Responses responses =
                    OpenApiReader.read("""
                    openapi: 3.1.0
                    paths:
                      /a:
                        get:
                          responses:
                            '200': {description: exact}
                            2XX: {description: range}
                            default: {description: rest}
                    """).operation("GET", "/a").orElseThrow().responses();

            assertThat(responses.find(200).orElseThrow().match()).isEqualTo(Responses.Match.EXACT);
            assertThat(responses.find(204).orElseThrow().match()).isEqualTo(Responses.Match.RANGE);
            assertThat(responses.find(404).orElseThrow().match()).isEqualTo(Responses.Match.DEFAULT);
        }

        @Test
        void keywordsBesideAReferenceCountFromVersion31On() {
            String schemas = """
                    A: {type: string}
                    B: {$ref: '#/components/schemas/A', maxLength: 5}
                    """;

            assertThat(schema(withSchemas("3.0.3", schemas), "B").effective().maxLength())
                    .isNull();
            assertThat(schema(withSchemas("3.1.0", schemas), "B").effective().maxLength())
                    .isEqualTo(5);
        }

        @Test
        void nullableTypeListsAndNullAlternativesAreOneThing() {
            Schema old = schema(withSchemas("3.0.3", "A: {type: string, nullable: true}"), "A");
            Schema list = schema(withSchemas("3.1.0", "A: {type: [string, 'null']}"), "A");
            Schema choice = schema(withSchemas("3.2.0", "A: {oneOf: [{type: string}, {type: 'null'}]}"), "A");

            assertThat(List.of(old, list, choice))
                    .allSatisfy(each -> assertThat(each.effective().types())
                            .containsExactlyInAnyOrder(SchemaType.STRING, SchemaType.NULL));
        }

        @Test
        void partsOfAllOfAreFoldedIntoOneSchema() {
            Schema dog = schema(withSchemas("3.0.3", """
                    Pet: {type: object, required: [name], properties: {name: {type: string, minLength: 1}}}
                    Dog:
                      allOf:
                        - $ref: '#/components/schemas/Pet'
                        - {required: [breed], properties: {breed: {type: string}, name: {type: string, maxLength: 9}}}
                    """), "Dog").effective();

            assertThat(dog.types()).containsExactly(SchemaType.OBJECT);
            assertThat(dog.required()).containsExactly("name", "breed");
            Schema name = dog.properties().get("name").effective();
            assertThat(name.minLength()).isEqualTo(1);
            assertThat(name.maxLength()).isEqualTo(9);
        }

        @Test
        void recursiveSchemasEndInThemselves() {
            OpenApiDocument document = withSchemas("3.1.0", """
                    Node: {type: object, properties: {next: {$ref: '#/components/schemas/Node'}}}
                    Both: {allOf: [{$ref: '#/components/schemas/Both'}, {$ref: '#/components/schemas/Node'}]}
                    Loop: {$ref: '#/components/schemas/Loop'}
                    Nulls: {oneOf: [{type: 'null'}, {$ref: '#/components/schemas/Nulls'}]}
                    """);

            Schema node = schema(document, "Node");
            assertThat(node.properties().get("next")).isSameAs(node);
            assertThat(schema(document, "Both").effective().properties()).containsOnlyKeys("next");
            assertThat(schema(document, "Loop").unresolvedReference()).isEqualTo("#/components/schemas/Loop");
            assertThat(schema(document, "Nulls").effective().nullable()).isTrue();
        }

        @Test
        void whatIsNotInterpretedIsReportedWithItsPlace() {
            OpenApiDocument document = withSchemas("3.0.3", """
                    A: {type: string, prefixItems: [], $ref2: x}
                    B: {$ref: 'other.yaml#/B'}
                    C: {type: text}
                    """);

            assertThat(document.uninterpreted())
                    .extracting(Uninterpreted::keyword)
                    .containsExactly("prefixItems", "$ref2", "other.yaml#/B", "type");
            assertThat(document.uninterpreted().getFirst().source().line()).isEqualTo(6);
        }

        @Test
        void serverVariablesGiveAllTheirBasePaths() {
            Server server = OpenApiReader.read("""
                    openapi: 3.0.3
                    paths: {}
                    servers: [{url: 'https://{host}/{stage}/api/', variables: {host: {default: h}, stage: {default: live, enum: [live, test]}}}]
                    """).servers().getFirst();

            assertThat(server.basePaths()).containsExactly("/live/api", "/test/api");
        }
    }

    @Nested
    class Positions {

        @Test
        void yamlNodesKnowTheLineAndColumnOfTheirKey() {
            OpenApiDocument document = withSchemas("3.0.3", "A:\n  type: string\n  maxLength: 3\n");

            assertThat(schema(document, "A").source()).isEqualTo(new Source("/components/schemas/A", 6, 5));
            assertThat(schema(document, "A").source("maxLength"))
                    .isEqualTo(new Source("/components/schemas/A/maxLength", 8, 7));
        }

        @Test
        void jsonNodesKnowTheLineAndColumnOfTheirKey() {
            OpenApiDocument document = OpenApiReader.read("""
                    {"openapi": "3.0.3",
                     "paths": {
                       "/a~b/c": {"get": {"responses": {}}}}}""");

            assertThat(document.operations().values().iterator().next().source())
                    .isEqualTo(new Source("/paths/~1a~0b~1c/get", 3, 15));
        }

        @Test
        void brokenTextIsReportedWithItsPlace() {
            UnreadableDocumentException e = catchThrowableOfType(
                    UnreadableDocumentException.class, () -> OpenApiReader.read("{\n  \"openapi\": oops\n}}"));

            assertThat(e.problems().getFirst().source().line()).isEqualTo(2);
        }
    }

    @Nested
    class Refusals {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "   ",
                    "[]",
                    "42",
                    "{}",
                    "{\"openapi\": \"4.0.0\"}",
                    "{\"swagger\": \"1.2\"}",
                    "openapi: 3.0.0\npaths: []",
                    "a: [",
                    "a: *nothing",
                    "a: &a [*a]",
                    "openapi: 3.0.0\n---\nopenapi: 3.0.0",
                    "{\"openapi\": \"3.0.0\"} trailing",
                    "openapi: 1e999999999",
                    "\"f\\x",
                    "\u0000"
                })
        void whatIsNoDocumentIsRefusedWithAProblem(String text) {
            assertThatThrownBy(() -> OpenApiReader.read(text))
                    .isInstanceOfSatisfying(
                            UnreadableDocumentException.class,
                            e -> assertThat(e.problems()).isNotEmpty());
        }

        @Test
        void anAliasBombIsRefusedBeforeItExpands() {
            StringBuilder bomb = new StringBuilder("openapi: 3.0.0\npaths: {}\nx-a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
            for (int i = 1; i < 30; i++) {
                bomb.append("x-a").append(i).append(": &a").append(i).append(" [");
                bomb.append(("*a" + (i - 1) + ",").repeat(10)).append("]\n");
            }

            assertThatThrownBy(() -> OpenApiReader.read(bomb.toString())).hasMessageContaining("aliases");
        }

        @Test
        void depthIsLimitedInBothNotationsAndThroughAliases() {
            String deepJson = "{\"openapi\": \"3.0.0\", \"x-deep\": " + "[".repeat(5000) + "]".repeat(5000) + "}";
            StringBuilder chain = new StringBuilder("openapi: 3.0.0\nx-a0: &a0 [x]\n");
            for (int i = 1; i < 1000; i++) chain.append("x-a" + i + ": &a" + i + " [*a" + (i - 1) + "]\n");

            assertThatThrownBy(() -> OpenApiReader.read(deepJson)).isInstanceOf(UnreadableDocumentException.class);
            assertThatThrownBy(() -> OpenApiReader.read("x: " + "[".repeat(5000)))
                    .isInstanceOf(UnreadableDocumentException.class);
            assertThatThrownBy(() -> OpenApiReader.read(chain.toString())).hasMessageContaining("deeper");
        }

        @Test
        void sizeValuesReferencesAndTimeAreLimited() {
            String text = "openapi: 3.0.0\npaths: {}\nx-list: [{$ref: '#/a'}, {$ref: '#/b'}, {$ref: '#/c'}]\n";
            Duration long_ = Duration.ofMinutes(1);

            assertThatThrownBy(() -> OpenApiReader.read(text, new ReadLimits(20, 50, 100, 100, long_)))
                    .hasMessageContaining("characters");
            assertThatThrownBy(() -> OpenApiReader.read(text, new ReadLimits(2000, 50, 3, 100, long_)))
                    .hasMessageContaining("values");
            assertThatThrownBy(() -> OpenApiReader.read(text, new ReadLimits(2000, 50, 100, 2, long_)))
                    .hasMessageContaining("references");
            String large = "openapi: 3.0.0\nx-list: [" + "1,".repeat(20_000) + "1]";
            assertThatThrownBy(() -> OpenApiReader.read(large, new ReadLimits(200_000, 50, 50_000, 9, Duration.ZERO)))
                    .hasMessageContaining("seconds");
        }
    }

    @Nested
    class Yaml {

        @Test
        void scalarsFollowTheCoreSchemaSoThatYesIsAString() {
            Schema schema =
                    schema(withSchemas("3.0.3", "A: {enum: [yes, on, 1, 1.5, 0x10, ~, true, 2020-01-01]}"), "A");

            assertThat(schema.enumValues().toString())
                    .isEqualTo("[\"yes\", \"on\", 1, 1.5, 16, null, true, \"2020-01-01\"]");
        }

        @Test
        void mergeKeysGiveWayToOwnKeys() {
            Schema schema = schema(withSchemas("3.0.3", """
                    A: &base {type: string, maxLength: 3}
                    B: {<<: *base, maxLength: 5}
                    """), "B");

            assertThat(schema.types()).isEqualTo(Set.of(SchemaType.STRING));
            assertThat(schema.maxLength()).isEqualTo(5);
        }

        @Test
        void aKeyThatStandsTwiceIsReported() {
            OpenApiDocument document = withSchemas("3.0.3", "A: {type: string, type: integer}");

            assertThat(document.uninterpreted())
                    .extracting(Uninterpreted::keyword)
                    .containsExactly("type");
        }
    }
}
