package dev.accord.contracts.openapi;

import java.util.Optional;

/** Where a parameter is sent. */
public enum ParameterLocation {
    /** In the path. */
    PATH("path"),
    /** In the query, by name. */
    QUERY("query"),
    /** The whole query (OpenAPI 3.2). */
    QUERYSTRING("querystring"),
    /** A header. */
    HEADER("header"),
    /** A cookie. */
    COOKIE("cookie");

    private final String keyword;

    ParameterLocation(String keyword) {
        this.keyword = keyword;
    }

    /** The value of {@code in}. */
    public String keyword() {
        return keyword;
    }

    static Optional<ParameterLocation> of(String keyword) {
        for (ParameterLocation each : values()) if (each.keyword.equals(keyword)) return Optional.of(each);
        return Optional.empty();
    }
}
