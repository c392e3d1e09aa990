package dev.accord.contracts.openapi;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A header of a response or of a part.
 *
 * @param name the name as written
 * @param required whether it is always sent
 * @param deprecated whether it is deprecated
 * @param schema the schema of the value; null where there is none
 * @param content the media type of the value, none or one
 * @param source where it stands
 */
public record Header(
        String name,
        boolean required,
        boolean deprecated,
        @Nullable Schema schema,
        Map<String, MediaType> content,
        Source source) {}
