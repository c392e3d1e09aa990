package dev.accord.broker.hal;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The usual answers of a resource. */
public final class Answers {

    private Answers() {}

    /** 200 with a document. */
    public static RestResponse<JsonNode> ok(Hal document) {
        return RestResponse.ok(document.toJson());
    }

    /** Any status with a document. */
    public static RestResponse<JsonNode> status(int status, Hal document) {
        return ResponseBuilder.<JsonNode>create(status)
                .entity(document.toJson())
                .build();
    }

    /** 201 with the address of what was made, and the document. */
    public static RestResponse<JsonNode> created(String location, Hal document) {
        return status(201, location, document);
    }

    /** A status with the address of what was made or changed, and the document. */
    public static RestResponse<JsonNode> status(int status, String location, Hal document) {
        return ResponseBuilder.<JsonNode>create(status)
                .location(URI.create(location))
                .entity(document.toJson())
                .build();
    }

    /** 204. */
    public static RestResponse<Void> gone() {
        return RestResponse.noContent();
    }
}
