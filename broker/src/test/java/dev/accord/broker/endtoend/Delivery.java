package dev.accord.broker.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.consumer.broker.BrokerConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What the stories of a delivery ask of a broker beside what the libraries offer. */
final class Delivery {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final BrokerConnection broker;

    Delivery(PackagedBroker broker) {
        this.broker = BrokerConnection.to(broker.uri("").toString());
    }

    BrokerConnection broker() {
        return broker;
    }

    String url() {
        return broker.baseUrl();
    }

    /** Makes an environment. */
    void createEnvironment(String name) {
        ObjectNode body = JSON.createObjectNode()
                .put("name", name)
                .put("displayName", name)
                .put("production", true);
        broker.post("/environments", body.toString());
    }

    /** Records that a version has been deployed, by following the version's link as clients do. */
    void recordDeployment(String pacticipant, String version, String environment) {
        JsonNode links = resource("/pacticipants/" + pacticipant + "/versions/" + version)
                .path("_links")
                .path("pb:record-deployment");
        for (JsonNode link : links) {
            if (link.path("name").asText().equals(environment)) {
                broker.post(link.path("href").asText().substring(url().length()), "{}");
                return;
            }
        }
        throw new AssertionError("no link to record a deployment to " + environment + " in " + links);
    }

    /** Returns a resource as JSON. */
    JsonNode resource(String path) {
        String text = broker.get(path).body();
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    /** Returns the names of the tags of a version. */
    List<String> tagsOf(String pacticipant, String version) {
        return embeddedNames(pacticipant, version, "tags");
    }

    /** Returns the names of the branches that a version is on. */
    List<String> branchesOf(String pacticipant, String version) {
        return embeddedNames(pacticipant, version, "branchVersions");
    }

    private List<String> embeddedNames(String pacticipant, String version, String relation) {
        JsonNode embedded = resource("/pacticipants/" + pacticipant + "/versions/" + version)
                .path("_embedded")
                .path(relation);
        List<String> names = new ArrayList<>();
        embedded.forEach(item -> names.add(item.path("name").asText()));
        return names;
    }
}
