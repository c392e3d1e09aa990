package dev.accord.broker.verification;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Answers with a result in the form that the client prefers: HAL, the same as plain JSON, or extended by tags. */
@RequestScoped
class VerificationForms {

    /** The media type of plain JSON answers. */
    static final String PLAIN = "application/json;charset=utf-8";

    /** The media type of extended answers. */
    static final String EXTENDED = "application/vnd.pactbrokerextended.v1+json;charset=utf-8";

    private final VerificationQueries queries;
    private final Call call;
    private final HttpHeaders headers;

    VerificationForms(VerificationQueries queries, Call call, HttpHeaders headers) {
        this.queries = queries;
        this.call = call;
        this.headers = headers;
    }

    /** 200 with the result; one statement more when it is extended. */
    RestResponse<JsonNode> answer(VerificationResult result) {
        String form = form();
        Hal document = form.equals(EXTENDED)
                ? VerificationDocuments.extended(
                        result, queries.tags(result.provider(), result.providerVersion()), call.urls())
                : VerificationDocuments.result(result, call.urls());
        return ResponseBuilder.<JsonNode>ok(document.toJson())
                .header(HttpHeaders.CONTENT_TYPE, form)
                .build();
    }

    private String form() {
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            String subtype = accepted.getSubtype();
            if (subtype.equals("json")) {
                return PLAIN;
            }
            if (subtype.equals("vnd.pactbrokerextended.v1+json")) {
                return EXTENDED;
            }
            if (subtype.equals("hal+json") || accepted.isWildcardSubtype()) {
                return Hal.JSON;
            }
        }
        return Hal.JSON;
    }
}
