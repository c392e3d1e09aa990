package dev.accord.verifier;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.consumer.BuildIdentity;
import dev.accord.consumer.broker.BrokerConnection;
import dev.accord.consumer.broker.Notice;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Sends a provider's OpenAPI document to a broker.
 *
 * {@snippet class="dev.accord.verifier.Snippets" region="publishDocument"}
 *
 * <p>Immutable and safe for use by many threads; each method that sets something returns another publisher. Without {@link
 * #verifiedBy} nothing is said about the provider's own tests, which the broker takes as unknown and not as failed.
 */
public final class ProviderContractPublisher {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final BrokerConnection broker;
    private final BuildIdentity identity;
    private final List<String> tags;
    private final Optional<SelfVerification> selfVerification;

    private ProviderContractPublisher(
            BrokerConnection broker,
            BuildIdentity identity,
            List<String> tags,
            Optional<SelfVerification> selfVerification) {
        this.broker = broker;
        this.identity = identity;
        this.tags = tags;
        this.selfVerification = selfVerification;
    }

    /**
     * Returns a publisher to the given broker.
     *
     * @param broker where to
     * @param identity the provider's version, its branch and build
     */
    public static ProviderContractPublisher to(BrokerConnection broker, BuildIdentity identity) {
        return new ProviderContractPublisher(broker, identity, List.of(), Optional.empty());
    }

    /** Returns this publisher with one more tag for the version. */
    public ProviderContractPublisher tagged(String tag) {
        List<String> more = new ArrayList<>(tags);
        more.add(tag);
        return new ProviderContractPublisher(broker, identity, List.copyOf(more), selfVerification);
    }

    /** Returns this publisher with what the provider's own tests said. */
    public ProviderContractPublisher verifiedBy(SelfVerification result) {
        return new ProviderContractPublisher(broker, identity, tags, Optional.of(result));
    }

    /**
     * Publishes a document from a file; {@code .json} files are sent as JSON, all others as YAML.
     *
     * @param provider the name by which the broker knows the provider
     * @param document the file
     * @return the broker's notices
     * @throws IOException when the file cannot be read
     * @throws dev.accord.consumer.broker.BrokerException when the broker does not accept, for example because the document
     *     is not an OpenAPI document; nothing is stored then
     */
    public List<Notice> publish(String provider, Path document) throws IOException {
        boolean json =
                document.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json");
        return publish(provider, Files.readAllBytes(document), json ? "application/json" : "application/yaml");
    }

    /**
     * Publishes a document.
     *
     * @param provider the name by which the broker knows the provider
     * @param document its bytes, sent unchanged
     * @param contentType {@code application/json} or {@code application/yaml}
     * @return the broker's notices
     * @throws dev.accord.consumer.broker.BrokerException when the broker does not accept
     */
    public List<Notice> publish(String provider, byte[] document, String contentType) {
        String path = "/provider-contracts/provider/" + encoded(provider) + "/publish";
        return Notice.of(broker.post(path, body(document, contentType).toString()));
    }

    private ObjectNode body(byte[] document, String contentType) {
        ObjectNode body = JSON.createObjectNode().put("pacticipantVersionNumber", identity.version());
        identity.branch().ifPresent(branch -> body.put("branch", branch));
        identity.buildUrl().ifPresent(url -> body.put("buildUrl", url));
        if (!tags.isEmpty()) {
            ArrayNode names = body.putArray("tags");
            tags.forEach(names::add);
        }
        ObjectNode contract = body.putObject("contract")
                .put("content", base64(document))
                .put("contentType", contentType)
                .put("specification", "oas");
        selfVerification.ifPresent(result -> add(contract.putObject("selfVerificationResults"), result));
        return body;
    }

    private static void add(ObjectNode json, SelfVerification result) {
        json.put("success", result.success());
        result.results().ifPresent(output -> json.put("content", base64(output.getBytes(StandardCharsets.UTF_8))));
        result.contentType().ifPresent(type -> json.put("contentType", type));
        result.verifier().ifPresent(name -> json.put("verifier", name));
        result.verifierVersion().ifPresent(version -> json.put("verifierVersion", version));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
