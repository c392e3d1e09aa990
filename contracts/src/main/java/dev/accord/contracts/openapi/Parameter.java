package dev.accord.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of an operation.
 *
 * @param name the name as written; headers compare without regard to case
 * @param in where it is sent
 * @param required whether each request must send it; always true in the path
 * @param requiredAsWritten whether the document says that it is required, which a path parameter need not
 * @param lifecycle deprecation, sunset, stability
 * @param allowEmptyValue whether a query parameter may be sent without a value
 * @param style how arrays and objects are written, the default filled in ({@code form}, {@code simple}, ...);
 *     {@code tabDelimited} is Swagger 2.0's {@code tsv}
 * @param explode whether each element is a parameter of its own, the default filled in
 * @param allowReserved whether reserved characters stay unencoded
 * @param schema the schema of the value; null where {@code content} is used instead
 * @param content the media type of the value, none or one
 * @param extensibleEnum the value of {@code x-extensible-enum} on the parameter itself; null where there is none
 * @param source where it stands
 */
public record Parameter(
        String name,
        ParameterLocation in,
        boolean required,
        boolean requiredAsWritten,
        Lifecycle lifecycle,
        boolean allowEmptyValue,
        String style,
        boolean explode,
        boolean allowReserved,
        @Nullable Schema schema,
        Map<String, MediaType> content,
        @Nullable JsonNode extensibleEnum,
        Source source) {

    /** The schema of the value, also where it is given by a media type; null where there is none. */
    public @Nullable Schema effectiveSchema() {
        if (schema != null) return schema;
        return content.isEmpty() ? null : content.values().iterator().next().schema();
    }
}
