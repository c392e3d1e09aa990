package dev.accord.broker.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.hal.Answers;
import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.hal.Call;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.hal.Link;
import dev.accord.broker.platform.Json;
import dev.accord.broker.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Publishes the contracts of a consumer version in one request. */
@Path("/")
@RunOnVirtualThread
class PublishContractsResource {

    private final PublicationReader reader;
    private final PublishingService service;
    private final Call call;

    PublishContractsResource(PublicationReader reader, PublishingService service, Call call) {
        this.reader = reader;
        this.service = service;
        this.call = call;
    }

    @POST
    @Path("/contracts/publish")
    @Consumes("*/*")
    @Produces(Hal.JSON)
    public RestResponse<JsonNode> publish(@HeaderParam("Content-Type") @Nullable String type, byte[] body) {
        if (type == null || !type.toLowerCase(Locale.ROOT).contains("json")) {
            throw ProblemException.bare(415);
        }
        Publication publication = reader.read(Json.body(body));
        try {
            return Answers.ok(represent(service.publish(publication)));
        } catch (PublicationRefusedException refused) {
            throw ProblemException.document(409, represent(refused.conflicts()));
        }
    }

    private ObjectNode represent(List<Conflict> conflicts) {
        ObjectNode body = Json.object();
        List<Notice> notices = PublicationNotices.of(conflicts, call.urls().base());
        body.set("notices", represent(notices, "type", "text"));
        ArrayNode errors = body.putObject("errors").putArray("contracts");
        notices.stream().filter(notice -> notice.type().equals("error")).forEach(notice -> errors.add(notice.text()));
        return body;
    }

    private Hal represent(Published published) {
        BrokerUrls urls = call.urls();
        Publication publication = published.publication();
        List<Notice> notices = PublicationNotices.of(published, urls);
        ArrayNode logs = represent(notices, "level", "message");
        logs.forEach(log -> ((ObjectNode) log).put("deprecationWarning", "Replaced by notices"));
        String consumer = publication.consumer();
        String number = publication.number();
        Link version = Link.to(urls.version(consumer, number)).named(number);
        return new Hal()
                .put("logs", logs)
                .put("notices", represent(notices, "type", "text"))
                .embed("pacticipant", new Hal().put("name", consumer).link("self", Link.to(urls.pacticipant(consumer))))
                .embed("version", new Hal().put("number", number).link("self", version.titled("Version")))
                .link(
                        "pb:pacticipant",
                        Link.to(urls.pacticipant(consumer))
                                .titled("Pacticipant")
                                .named(consumer))
                .link("pb:pacticipant-version", version.titled("Pacticipant version"))
                .links(
                        "pb:pacticipant-version-tags",
                        publication.tags().stream()
                                .map(tag -> Link.to(urls.tag(consumer, number, tag))
                                        .titled("Tag")
                                        .named(tag))
                                .toList())
                .links(
                        "pb:contracts",
                        published.contracts().stream()
                                .map(outcome -> Link.to(urls.pact(outcome.provider(), consumer, number))
                                        .titled("Pact")
                                        .named("Pact between " + consumer + " (" + number + ") and "
                                                + outcome.provider()))
                                .toList());
    }

    private static ArrayNode represent(List<Notice> notices, String type, String text) {
        ArrayNode array = Json.array();
        notices.forEach(notice -> array.addObject().put(type, notice.type()).put(text, notice.text()));
        return array;
    }
}
