package dev.accord.broker.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.hal.Link;
import dev.accord.broker.platform.Json;
import dev.accord.broker.problem.ProblemException;
import dev.accord.broker.selection.Metadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Answers with a pact in the form that the client likes best, and with what remains after one was deleted. */
@ApplicationScoped
class PactAnswers {

    private final Call call;
    private final PactQueries queries;

    PactAnswers(Call call, PactQueries queries) {
        this.call = call;
        this.queries = queries;
    }

    /** A pact fetched by its version, or 404. */
    RestResponse<String> found(Optional<PublishedPact> pact) {
        return answer(200, pact.orElseThrow(ProblemException::notFound), null, null)
                .build();
    }

    /** The latest pact, in general or under a tag (null for none), or 404. */
    RestResponse<String> latest(Optional<PublishedPact> found, @Nullable String tag) {
        PublishedPact pact = found.orElseThrow(ProblemException::notFound);
        String metadata = Metadata.latest(pact.version(), tag).encode();
        return answer(200, pact, metadata, null)
                .header("X-Pact-Consumer-Version", headerValue(pact.version()))
                .build();
    }

    /** A pact fetched by its content, with the segment that says why, or 404. */
    RestResponse<String> selected(Optional<PublishedPact> pact, String segment, Metadata metadata) {
        List<String> versions = metadata.consumerVersions();
        return answer(200, pact.orElseThrow(ProblemException::notFound), segment, versions.isEmpty() ? null : versions)
                .build();
    }

    /** A pact that was just published. */
    RestResponse<String> published(PublishedPact pact, boolean created) {
        return answer(created ? 201 : 200, pact, null, null).build();
    }

    /** What remains of a pair after a deletion. */
    RestResponse<com.fasterxml.jackson.databind.JsonNode> deleted(String provider, String consumer) {
        Hal body = new Hal().link("index", Link.to(call.urls().base()));
        if (queries.latest(provider, consumer).isPresent()) {
            body.link(
                    "pb:latest-pact-version",
                    Link.to(call.urls().pair(provider, consumer) + "/latest").titled("Latest pact"));
        }
        ObjectNode document = body.toJson();
        return RestResponse.ok(document);
    }

    private ResponseBuilder<String> answer(
            int status, PublishedPact pact, @Nullable String metadata, @Nullable List<String> versions) {
        PactForm form = PactForm.of(call);
        PactRepresentation representation = new PactRepresentation(call.urls());
        String text = switch (form) {
            case HAL, JSON -> representation.withLinks(pact, metadata, versions);
            case EXTENDED -> representation.extended(pact, metadata, versions);
            case HTML -> PactPage.of(pact, Json.stored(pact.content()), call.urls());
        };
        return ResponseBuilder.<String>create(status)
                .header("Content-Type", form.contentType())
                .entity(text);
    }

    /** Version numbers are free text; a header holds only printable ASCII. */
    private static String headerValue(String version) {
        return version.chars().allMatch(c -> c >= 0x20 && c < 0x7F)
                ? version
                : dev.accord.broker.hal.BrokerUrls.encode(version);
    }
}
