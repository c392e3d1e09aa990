package dev.accord.broker.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.platform.Json;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A provider of orders with an OpenAPI document, its consumers and an environment, each with names of its own, so that many
 * shops live in one broker.
 */
public final class Shop {

    /** Required text {@code id}, {@code total}, {@code status} of two values; {@code note} that nobody reads. */
    public static final String DOCUMENT = """
            openapi: 3.0.3
            info: { title: Orders, version: 1.0.0 }
            paths:
              /orders/{id}:
                get:
                  parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
                  responses:
                    '200':
                      description: an order
                      content:
                        application/json:
                          schema:
                            type: object
                            required: [id, total, status, note]
                            properties:
                              id: { type: integer }
                              total: { type: number }
                              status: { type: string, enum: [open, paid] }
                              note: { type: string }
            """;

    private final BrokerClient broker;
    private final String suffix = UUID.randomUUID().toString().substring(0, 8);
    private final String environmentId;

    /** A shop in a broker; creates its environment. */
    public Shop(BrokerClient broker) {
        this.broker = broker;
        this.environmentId = broker.environment(name("prod"), true);
    }

    /** The name of an application or environment of this shop. */
    public String name(String word) {
        return word + "-" + suffix;
    }

    /** The environment's identifier. */
    public String environmentId() {
        return environmentId;
    }

    /** The document without a property. */
    public static String without(String property) {
        return DOCUMENT.replaceFirst("(?m)^\\s+" + property + ": \\{.*\\}\\n", "")
                .replace(", " + property, "");
    }

    /** The document in which a property may be left out. */
    public static String optional(String property) {
        return DOCUMENT.replace(", " + property, "");
    }

    /** The document with a third status. */
    public static String withStatus() {
        return DOCUMENT.replace("[open, paid]", "[open, paid, lost]");
    }

    /** Publishes a document of a version on branch {@code main}, proven by the provider. */
    public Answer document(String version, String document) {
        return broker.post(
                        BrokerClient.path("provider-contracts", "provider", name("Orders"), "publish"),
                        Publications.document(version, "application/yaml", document.getBytes(StandardCharsets.UTF_8)))
                .expect(200);
    }

    /** Publishes a pact that reads fields; each field is {@code name=type} or {@code name=regex:…}. */
    public void pact(String consumer, String version, String branch, String... fields) {
        ObjectNode publication = Publications.publication(name(consumer), version, pact(consumer, fields));
        broker.publish(publication.put("branch", branch)).expect(200);
    }

    private ObjectNode pact(String consumer, String... fields) {
        ObjectNode pact = Json.object();
        pact.putObject("consumer").put("name", name(consumer));
        pact.putObject("provider").put("name", name("Orders"));
        ObjectNode interaction = pact.putArray("interactions").addObject();
        interaction.put("description", "an order");
        interaction.putObject("request").put("method", "GET").put("path", "/orders/1");
        ObjectNode response = interaction.putObject("response").put("status", 200);
        response.putObject("headers").put("Content-Type", "application/json");
        ObjectNode body = response.putObject("body");
        ObjectNode rules = response.putObject("matchingRules").putObject("body");
        for (String field : fields) {
            String[] parts = field.split("=", 2);
            if (parts[0].equals("total") || parts[0].equals("id")) {
                body.put(parts[0], 1);
            } else {
                body.put(parts[0], "open");
            }
            ArrayNode matchers = rules.putObject("$." + parts[0]).putArray("matchers");
            ObjectNode matcher = matchers.addObject();
            if (parts[1].startsWith("regex:")) {
                matcher.put("match", "regex").put("regex", parts[1].substring(6));
            } else {
                matcher.put("match", "type");
            }
        }
        pact.putObject("metadata").putObject("pactSpecification").put("version", "3.0.0");
        return pact;
    }

    /** Records that a version is now deployed to the environment, under an instance of its own unless that is empty. */
    public void deploy(String application, String version, String instance) {
        ObjectNode body = Json.object();
        if (!instance.isEmpty()) {
            body.put("applicationInstance", instance);
        }
        broker.post(
                        BrokerClient.path(
                                "pacticipants",
                                name(application),
                                "versions",
                                version,
                                "deployed-versions",
                                "environment",
                                environmentId),
                        body)
                .expect(201);
    }

    /** The address of the question whether a version may go to the environment. */
    public String question(String application, String version) {
        return "/can-i-deploy?pacticipant=" + name(application) + "&version=" + version + "&environment="
                + name("prod");
    }

    /** May a version go to the environment? */
    public JsonNode ask(String application, String version) {
        return broker.get(question(application, version)).expect(200).json();
    }
}
