package dev.accord.contracts.diff;

import dev.accord.contracts.openapi.OpenApiDocument;
import dev.accord.contracts.openapi.OpenApiReader;
import java.time.LocalDate;
import java.util.List;

/** Small documents around one schema, and their changes. */
final class Documents {

    static final DiffPolicy POLICY = new DiffPolicy(LocalDate.of(2026, 6, 1), 0, 0, 10_000);

    private Documents() {}

    static OpenApiDocument read(String text) {
        return OpenApiReader.read(text);
    }

    static List<Change> diff(String base, String revision) {
        return OpenApiDiff.compare(read(base), read(revision), POLICY);
    }

    /** A document that takes the schema as its JSON request body. */
    static String request(String schema) {
        return document("""
                /things:
                  post:
                    requestBody: {content: {application/json: {schema: SCHEMA}}}
                    responses: {}
                """.replace("SCHEMA", schema));
    }

    /** A document that answers with the schema. */
    static String response(String schema) {
        return document("""
                /things:
                  get:
                    responses: {'200': {description: ok, content: {application/json: {schema: SCHEMA}}}}
                """.replace("SCHEMA", schema));
    }

    /** A document with a query parameter of the schema. */
    static String parameter(String schema) {
        return document("""
                /things:
                  get:
                    parameters: [{name: q, in: query, schema: SCHEMA}]
                    responses: {}
                """.replace("SCHEMA", schema));
    }

    static String document(String paths) {
        return "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths:\n" + paths.indent(2);
    }

    static String object(String property) {
        return "{type: object, properties: {p: " + property + "}}";
    }
}
