package dev.accord.contracts.openapi;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A body as one media type.
 *
 * @param name the media type or range as written, such as {@code application/json; charset=utf-8}
 * @param schema the schema of the body; null where none is given, which allows anything
 * @param itemSchema the schema of each item of a sequential media type (OpenAPI 3.2); null where there is none
 * @param encoding how parts of a form or multipart body are written, by property
 * @param source where it stands
 */
public record MediaType(
        String name,
        @Nullable Schema schema,
        @Nullable Schema itemSchema,
        Map<String, Encoding> encoding,
        Source source) {

    /**
     * How one part of a body is written.
     *
     * @param contentType the media types of the part; null for the default
     * @param headers the headers of the part, by lower-case name
     * @param style as for a query parameter; null for the default
     * @param explode as for a query parameter; null for the default
     * @param allowReserved whether reserved characters stay unencoded
     * @param source where it stands
     */
    public record Encoding(
            @Nullable String contentType,
            Map<String, Header> headers,
            @Nullable String style,
            @Nullable Boolean explode,
            boolean allowReserved,
            Source source) {}
}
