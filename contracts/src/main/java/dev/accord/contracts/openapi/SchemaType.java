package dev.accord.contracts.openapi;

import java.util.Optional;

/** The types of JSON Schema. {@link #INTEGER} is contained in {@link #NUMBER}. */
public enum SchemaType {
    /** {@code null}. */
    NULL("null"),
    /** {@code true} or {@code false}. */
    BOOLEAN("boolean"),
    /** A number without a fraction. */
    INTEGER("integer"),
    /** Any number. */
    NUMBER("number"),
    /** A string. */
    STRING("string"),
    /** An array. */
    ARRAY("array"),
    /** An object. */
    OBJECT("object");

    private final String keyword;

    SchemaType(String keyword) {
        this.keyword = keyword;
    }

    /** The word in a schema, such as {@code integer}. */
    public String keyword() {
        return keyword;
    }

    /** The type of that name; Swagger 2.0's {@code file} is a string. */
    public static Optional<SchemaType> of(String keyword) {
        for (SchemaType each : values()) if (each.keyword.equals(keyword)) return Optional.of(each);
        return keyword.equals("file") ? Optional.of(STRING) : Optional.empty();
    }
}
