package dev.accord.contracts.usage;

import dev.accord.contracts.compatibility.Compatibility;
import dev.accord.contracts.diff.OpenApiDiff;
import dev.accord.contracts.impact.Impact;
import dev.accord.contracts.openapi.OpenApiDocument;
import dev.accord.contracts.openapi.OpenApiReader;
import dev.accord.contracts.pact.Pact;
import dev.accord.contracts.pact.PactReader;
import dev.accord.contracts.pact.UnreadablePactException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The entry point of a coverage-guided fuzzer such as Jazzer: any bytes are either refused with a reason or read into a pact
 * whose usage survives being written and read, and which can be judged against documents. See docs/quality.md.
 */
public final class PactUsageFuzz {

    private static final OpenApiDocument BASE = OpenApiReader.read("""
            {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {
              "/a": {"get": {"parameters": [{"name": "q", "in": "query", "schema": {"type": "integer"}}],
                "responses": {"200": {"description": "", "headers": {"X": {"schema": {"type": "string"}}},
                  "content": {"application/json": {"schema": {"$ref": "#/components/schemas/T"}}}}}}},
              "/a/{id}": {"post": {"parameters": [{"name": "id", "in": "path", "required": true,
                  "schema": {"type": "string", "pattern": "^[a-z]+$"}}],
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/T"}},
                  "application/x-www-form-urlencoded": {"schema": {"type": "object"}}}},
                "responses": {"2XX": {"description": ""}, "default": {"description": ""}}}}},
             "components": {"schemas": {"T": {"type": "object", "required": ["a"], "properties": {
               "a": {"type": "string", "minLength": 1}, "b": {"type": ["number", "null"]},
               "c": {"type": "array", "items": {"$ref": "#/components/schemas/T"}},
               "d": {"oneOf": [{"type": "string", "format": "date"}, {"type": "integer"}]},
               "e": {"type": "object", "additionalProperties": {"enum": ["x", "y"]}}}}}}}
            """);
    private static final OpenApiDocument REVISION = OpenApiReader.read("""
            {"openapi": "3.1.0", "info": {"title": "t", "version": "2"}, "paths": {
              "/a": {"get": {"responses": {"200": {"description": "",
                  "content": {"application/json": {"schema": {"type": "object"}}}}}}}}}
            """);
    private static final Impact IMPACT = Impact.between(BASE, REVISION, OpenApiDiff.compare(BASE, REVISION));

    private PactUsageFuzz() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        Pact pact;
        try {
            pact = PactReader.read(new String(data, StandardCharsets.UTF_8));
        } catch (UnreadablePactException e) {
            if (e.reason().isEmpty()) throw new IllegalStateException("refused without a reason", e);
            return;
        }
        Usage usage = Usage.of(pact);
        if (!Usage.fromJson(usage.toJson()).equals(usage)) {
            throw new IllegalStateException("a usage is another one after it was written and read");
        }
        if (!Usage.merge(List.of(usage, usage)).equals(Usage.merge(List.of(usage)))) {
            throw new IllegalStateException("a usage merged with itself is another one");
        }
        usage.facts();
        Compatibility.check(BASE, usage);
        IMPACT.on(usage);
    }
}
