package dev.accord.contracts.openapi;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keywords that are interpreted, object by object, for each version. Written as {@code keyword} for a plain value,
 * {@code keyword:Kind} for an object, {@code keyword:Kind[]} for an array of them and {@code keyword:Kind{}} for a map.
 */
final class Grammar {

    /** What stands at a keyword. */
    record Child(@Nullable String kind, Form form) {}

    /** How many of them. */
    enum Form {
        PLAIN,
        ONE,
        LIST,
        MAP
    }

    private static final String INFO = "title summary description termsOfService contact license version";
    private static final String OPERATION =
            "tags summary description externalDocs operationId deprecated security parameters:Parameter[] responses:Response{} ";
    private static final String METHODS_2 = "get:Operation put:Operation post:Operation delete:Operation "
            + "options:Operation head:Operation patch:Operation parameters:Parameter[] $ref ";
    private static final String METHODS_3 = METHODS_2 + "trace:Operation summary description servers:Server[] ";
    private static final String SCHEMA_COMMON = "$ref title description type format default enum multipleOf maximum "
            + "exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems "
            + "maxProperties minProperties required readOnly example externalDocs xml discriminator "
            + "allOf:Schema[] items:Schema properties:Schema{} additionalProperties:Schema ";
    private static final String SCHEMA_3 =
            SCHEMA_COMMON + "anyOf:Schema[] oneOf:Schema[] not:Schema writeOnly deprecated ";
    private static final String SCHEMA_3_1 = SCHEMA_3
            + "const examples $comment $schema $anchor $defs:Schema{} prefixItems:Schema[] contains:Schema "
            + "minContains maxContains unevaluatedItems:Schema patternProperties:Schema{} propertyNames:Schema "
            + "unevaluatedProperties:Schema dependentRequired dependentSchemas:Schema{} if:Schema then:Schema else:Schema "
            + "contentEncoding contentMediaType contentSchema:Schema ";
    private static final String ITEMS_2 = "type format items:Schema collectionFormat default maximum exclusiveMaximum "
            + "minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems enum multipleOf ";

    private final Map<String, Map<String, Child>> kinds = new HashMap<>();

    private Grammar() {}

    static Grammar of(SpecVersion version) {
        return version == SpecVersion.SWAGGER_2_0 ? swagger2() : openApi3(version);
    }

    /** The keywords of an object; every key of a kind without a list is a name. */
    Map<String, Child> keywords(String kind) {
        return kinds.getOrDefault(kind, Map.of());
    }

    private static Grammar swagger2() {
        Grammar g = new Grammar();
        g.kind(
                "Document",
                "swagger info:Info host basePath schemes consumes produces paths:PathItem{} definitions:Schema{} "
                        + "parameters:Parameter{} responses:Response{} securityDefinitions:SecurityScheme{} security tags "
                        + "externalDocs");
        g.kind("Info", INFO);
        g.kind("PathItem", METHODS_2);
        g.kind("Operation", OPERATION + "consumes produces schemes");
        g.kind("Parameter", ITEMS_2 + "$ref name in description required schema:Schema allowEmptyValue");
        g.kind("Response", "$ref description schema:Schema headers:Header{} examples");
        g.kind("Header", ITEMS_2 + "description");
        g.kind("Schema", SCHEMA_COMMON + "collectionFormat");
        g.kind("SecurityScheme", "type description name in flow authorizationUrl tokenUrl scopes");
        return g;
    }

    private static Grammar openApi3(SpecVersion version) {
        Grammar g = new Grammar();
        boolean modern = version.hasJsonSchema2020();
        boolean is32 = version == SpecVersion.OPENAPI_3_2;
        g.kind(
                "Document",
                "openapi info:Info servers:Server[] paths:PathItem{} components:Components security tags externalDocs "
                        + (modern ? "webhooks:PathItem{} jsonSchemaDialect " : "")
                        + (is32 ? "$self" : ""));
        g.kind("Info", INFO);
        g.kind("Server", "url description variables" + (is32 ? " name" : ""));
        g.kind(
                "Components",
                "schemas:Schema{} responses:Response{} parameters:Parameter{} examples requestBodies:RequestBody{} "
                        + "headers:Header{} securitySchemes:SecurityScheme{} links callbacks:Callback{} "
                        + (modern ? "pathItems:PathItem{} " : "")
                        + (is32 ? "mediaTypes:MediaType{}" : ""));
        g.kind("PathItem", METHODS_3 + (is32 ? "query:Operation additionalOperations:Operation{}" : ""));
        g.kind("Operation", OPERATION + "requestBody:RequestBody callbacks:Callback{} servers:Server[]");
        g.kind(
                "Parameter",
                "$ref name in description required deprecated allowEmptyValue style explode allowReserved schema:Schema "
                        + "content:MediaType{} example examples");
        g.kind(
                "Header",
                "$ref description required deprecated style explode schema:Schema content:MediaType{} example examples");
        g.kind("RequestBody", "$ref description content:MediaType{} required");
        g.kind(
                "MediaType",
                "schema:Schema example examples encoding:Encoding{} "
                        + (is32 ? "$ref itemSchema:Schema prefixEncoding:Encoding[] itemEncoding:Encoding" : ""));
        g.kind("Encoding", "contentType headers:Header{} style explode allowReserved");
        g.kind("Response", "$ref description headers:Header{} content:MediaType{} links" + (is32 ? " summary" : ""));
        g.kind(
                "SecurityScheme",
                "$ref type description name in scheme bearerFormat flows openIdConnectUrl"
                        + (is32 ? " oauth2MetadataUrl deprecated" : ""));
        g.kind("Schema", modern ? SCHEMA_3_1 : SCHEMA_3 + "nullable ");

        return g;
    }

    private void kind(String name, String keywords) {
        Map<String, Child> children = new HashMap<>();
        for (String each : keywords.trim().split(" +")) {
            int colon = each.indexOf(':');
            if (colon < 0) {
                children.put(each, new Child(null, Form.PLAIN));
                continue;
            }
            String kind = each.substring(colon + 1);
            Form form = kind.endsWith("[]") ? Form.LIST : kind.endsWith("{}") ? Form.MAP : Form.ONE;
            String plain = form == Form.ONE ? kind : kind.substring(0, kind.length() - 2);
            children.put(each.substring(0, colon), new Child(plain, form));
        }
        kinds.put(name, children);
    }
}
