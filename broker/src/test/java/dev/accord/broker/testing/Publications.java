package dev.accord.broker.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.platform.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Bodies of publications, and the pacts in them. Members can be changed by the caller. */
public final class Publications {

    private Publications() {}

    /** A publication of one content for one provider, without a branch. */
    public static ObjectNode publication(String consumer, String version, String provider, String content) {
        ObjectNode body = Json.object().put("pacticipantName", consumer).put("pacticipantVersionNumber", version);
        body.putArray("contracts").add(contract(consumer, provider, content.getBytes(StandardCharsets.UTF_8)));
        return body;
    }

    /** A publication of pacts that name their providers, on branch {@code main}. */
    public static ObjectNode publication(String consumer, String version, ObjectNode... pacts) {
        ObjectNode body = Json.object()
                .put("pacticipantName", consumer)
                .put("pacticipantVersionNumber", version)
                .put("branch", "main");
        var contracts = body.putArray("contracts");
        for (ObjectNode pact : pacts) {
            contracts.add(contract(
                    consumer,
                    pact.at("/provider/name").asText(),
                    Json.write(pact).getBytes(StandardCharsets.UTF_8)));
        }
        return body;
    }

    /** One member of a publication's {@code contracts}. */
    public static ObjectNode contract(String consumer, String provider, byte[] content) {
        return Json.object()
                .put("consumerName", consumer)
                .put("providerName", provider)
                .put("specification", "pact")
                .put("contentType", "application/json")
                .put("content", base64(content));
    }

    /** A pact with one interaction for each of the words, without names. */
    public static String pact(String... words) {
        ObjectNode pact = Json.object();
        var interactions = pact.putArray("interactions");
        for (String word : words) {
            ObjectNode interaction = interactions.addObject().put("description", word);
            interaction.putObject("request").put("method", "GET").put("path", "/" + word);
            interaction.putObject("response").put("status", 200);
        }
        return Json.write(pact);
    }

    /** A pact with one interaction, which reads a name. */
    public static ObjectNode pactBetween(String consumer, String provider, String description) {
        ObjectNode pact = Json.object();
        pact.putObject("consumer").put("name", consumer);
        pact.putObject("provider").put("name", provider);
        ObjectNode interaction = pact.putArray("interactions").addObject();
        interaction.put("description", description);
        interaction.putObject("request").put("method", "GET").put("path", "/things");
        interaction.putObject("response").put("status", 200).putObject("body").put("name", description);
        pact.putObject("metadata").putObject("pactSpecification").put("version", "2.0.0");
        return pact;
    }

    /** A publication of a provider's document on branch {@code main}, proven by the provider's own tests. */
    public static ObjectNode document(String version, String contentType, byte[] content) {
        ObjectNode body = Json.object().put("pacticipantVersionNumber", version).put("branch", "main");
        body.putObject("contract")
                .put("content", base64(content))
                .put("contentType", contentType)
                .put("specification", "oas")
                .putObject("selfVerificationResults")
                .put("success", true);
        return body;
    }

    /** Bytes as members of a publication carry them. */
    public static String base64(byte[] content) {
        return Base64.getEncoder().encodeToString(content);
    }
}
