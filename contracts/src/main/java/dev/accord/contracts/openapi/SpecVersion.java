package dev.accord.contracts.openapi;

import java.util.Optional;

/** The specification that a document says it follows. */
public enum SpecVersion {
    /** Swagger 2.0. */
    SWAGGER_2_0,
    /** OpenAPI 3.0.x. */
    OPENAPI_3_0,
    /** OpenAPI 3.1.x. */
    OPENAPI_3_1,
    /** OpenAPI 3.2.x. */
    OPENAPI_3_2;

    /** Whether schemas are JSON Schema 2020-12: keywords beside {@code $ref} count, types may be lists. */
    public boolean hasJsonSchema2020() {
        return this == OPENAPI_3_1 || this == OPENAPI_3_2;
    }

    /** The version named by the value of {@code openapi}, by its first two numbers. */
    static Optional<SpecVersion> ofOpenApi(String text) {
        if (text.equals("3.0") || text.startsWith("3.0.")) return Optional.of(OPENAPI_3_0);
        if (text.equals("3.1") || text.startsWith("3.1.")) return Optional.of(OPENAPI_3_1);
        if (text.equals("3.2") || text.startsWith("3.2.")) return Optional.of(OPENAPI_3_2);
        return Optional.empty();
    }
}
