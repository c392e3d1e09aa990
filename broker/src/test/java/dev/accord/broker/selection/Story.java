package dev.accord.broker.selection;

import static dev.accord.broker.testing.Publications.base64;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.platform.Json;
import dev.accord.broker.testing.Answer;
import dev.accord.broker.testing.BrokerClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Plays the parts of a consumer's and a provider's build over HTTP, as their clients do. Every story has names of its own,
 * so that stories share a broker without seeing each other; in requests and answers a name is written with a tilde before it.
 */
public final class Story {

    private final BrokerClient client;
    private final String own = UUID.randomUUID().toString().substring(0, 8) + "-";

    /** A story on the broker at an address. */
    public Story(URI base) {
        client = new BrokerClient(base);
    }

    /** A pact for verification, as the provider's build sees it. */
    public record Given(
            String consumer,
            String version,
            String why,
            @Nullable Boolean pending,
            boolean wip,
            List<String> whens,
            List<String> texts,
            String url) {
        /** Consumer and version, such as {@code Web 1}. */
        public String pact() {
            return consumer + " " + version;
        }
    }

    /** The name that the broker knows. */
    public String name(String name) {
        return own + name;
    }

    /** One consumer version publishes a content with each of the providers; branch and tags may be null. */
    public Story publish(
            String consumer,
            String version,
            @Nullable String branch,
            List<String> tags,
            String content,
            String... providers) {
        ObjectNode body = Json.object().put("pacticipantName", name(consumer)).put("pacticipantVersionNumber", version);
        if (branch != null) {
            body.put("branch", branch);
        }
        tags.forEach(body.putArray("tags")::add);
        for (String provider : providers) {
            body.withArray("contracts")
                    .addObject()
                    .put("consumerName", name(consumer))
                    .put("providerName", name(provider))
                    .put("specification", "pact")
                    .put("contentType", "application/json")
                    .put("content", base64(pact(content).getBytes(UTF_8)));
        }
        assertThat(post("/contracts/publish", body.toString()).status()).isEqualTo(200);
        return this;
    }

    /** The usual publication: one provider named Shop, one branch, no tags. */
    public Story publish(String consumer, String version, String branch, String content) {
        return publish(consumer, version, branch, List.of(), content, "Shop");
    }

    /** A provider version is on a branch. */
    public Story branch(String pacticipant, String version, String branch) {
        Answer answer = put(
                "/pacticipants/~" + pacticipant + "/branches/" + BrokerUrls.encode(branch) + "/versions/" + version);
        assertThat(answer.status()).isIn(200, 201);
        return this;
    }

    /** A version has a tag. */
    public Story tag(String pacticipant, String version, String tag) {
        assertThat(put("/pacticipants/~" + pacticipant + "/versions/" + version + "/tags/" + tag)
                        .status())
                .isIn(200, 201);
        return this;
    }

    /** Makes an environment and tells its UUID. */
    public String environment(String name, boolean production) {
        return client.environment(name(name), production);
    }

    /** A version is deployed; the instance may be null. */
    public Story deploy(String pacticipant, String version, String environment, @Nullable String instance) {
        Answer answer = post(
                "/pacticipants/~" + pacticipant + "/versions/" + version + "/deployed-versions/environment/"
                        + environment,
                instance == null ? "{}" : "{\"applicationInstance\":\"" + instance + "\"}");
        assertThat(answer.status()).isEqualTo(201);
        return this;
    }

    /** A version is released. */
    public Story release(String pacticipant, String version, String environment) {
        Answer answer = post(
                "/pacticipants/~" + pacticipant + "/versions/" + version + "/released-versions/environment/"
                        + environment,
                "{}");
        assertThat(answer.status()).isIn(200, 201);
        return this;
    }

    /** Asks for the pacts of the provider Shop; the body is JSON. */
    public List<Given> ask(String body) {
        Answer answer = post("/pacts/provider/~Shop/for-verification", body);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        return given(answer.json());
    }

    /** The pacts of an answer. */
    public List<Given> given(JsonNode json) {
        List<Given> pacts = new ArrayList<>();
        for (JsonNode item : json.path("_embedded").path("pacts")) {
            JsonNode properties = item.path("verificationProperties");
            String[] words = item.at("/_links/self/name").asText().split("[ ()]+");
            pacts.add(new Given(
                    words[2],
                    words[3],
                    item.path("shortDescription").asText(),
                    properties.has("pending")
                            ? (Boolean) properties.path("pending").asBoolean()
                            : null,
                    properties.path("wip").asBoolean(),
                    texts(properties.path("notices"), "when"),
                    texts(properties.path("notices"), "text"),
                    item.at("/_links/self/href").asText()));
        }
        return pacts;
    }

    /** The provider's build reports a result for a pact it was given, through the pact's own link. */
    public Answer report(Given pact, String providerVersion, boolean success) {
        String results = get(pact.url())
                .json()
                .at("/_links/pb:publish-verification-results/href")
                .asText();
        return post(
                results, "{\"success\":" + success + ",\"providerApplicationVersion\":\"" + providerVersion + "\"}");
    }

    /** GET, as HAL. */
    public Answer get(String path) {
        return send("GET", path, null, "application/json", "application/hal+json");
    }

    /** POST of JSON. */
    public Answer post(String path, String body) {
        return send("POST", path, body, "application/json", "application/hal+json");
    }

    /** PUT of an empty object. */
    public Answer put(String path) {
        return send("PUT", path, "{}", "application/json", "application/hal+json");
    }

    /** DELETE. */
    public Answer delete(String path) {
        return send("DELETE", path, null, "application/json", "application/hal+json");
    }

    /** Any request; a tilde in path and body stands for the story's own prefix. */
    public Answer send(String method, String path, @Nullable String body, String type, String accept) {
        Answer answer = client.send(
                method,
                path.replace("~", own),
                body == null ? "" : body.replace("~", own),
                "Content-Type",
                type,
                "Accept",
                accept);
        // links must stay as they are, all else is told without the prefix
        return new Answer(
                answer.status(), answer.headers(), restored(answer.body().replace(own, "")));
    }

    private String restored(String text) {
        return text.replaceAll("/provider/([A-Za-z])", "/provider/" + own + "$1")
                .replaceAll("/consumer/([A-Za-z])", "/consumer/" + own + "$1")
                .replaceAll("/pacticipants/([A-Za-z])", "/pacticipants/" + own + "$1");
    }

    private static List<String> texts(JsonNode items, String key) {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> texts.add(item.path(key).asText()));
        return texts;
    }

    private static String pact(String content) {
        return "{\"interactions\":[{\"description\":\"" + content
                + "\",\"request\":{\"method\":\"GET\",\"path\":\"/\"},\"response\":{\"status\":200}}],"
                + "\"metadata\":{\"pactSpecification\":{\"version\":\"2.0.0\"}}}";
    }
}
