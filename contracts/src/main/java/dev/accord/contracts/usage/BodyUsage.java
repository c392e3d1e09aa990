package dev.accord.contracts.usage;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;

/** What is sent or expected as a body. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = BodyUsage.Unmentioned.class, name = "unmentioned"),
    @JsonSubTypes.Type(value = BodyUsage.Empty.class, name = "empty"),
    @JsonSubTypes.Type(value = BodyUsage.Structured.class, name = "structured"),
    @JsonSubTypes.Type(value = BodyUsage.Opaque.class, name = "opaque"),
})
public sealed interface BodyUsage {

    /** Nothing is said: no body is sent, any body is accepted. */
    record Unmentioned() implements BodyUsage {}

    /** No body is sent or accepted. */
    record Empty() implements BodyUsage {}

    /**
     * A body that can be looked into.
     *
     * @param format how it is written
     * @param example the whole example; for forms an object of texts and lists of texts
     */
    record Structured(Format format, JsonNode example, Need need) implements BodyUsage {}

    /** How a structured body is written. */
    enum Format {
        /** JSON. */
        JSON,
        /** {@code application/x-www-form-urlencoded}. */
        FORM,
        /** {@code multipart/form-data}; parts that are files have the example {@code ""} and accept any text. */
        MULTIPART
    }

    /** A body that cannot be looked into, and why. */
    record Opaque(String reason) implements BodyUsage {}
}
