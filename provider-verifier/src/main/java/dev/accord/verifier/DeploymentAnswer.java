package dev.accord.verifier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accord.consumer.broker.BrokerException;
import dev.accord.consumer.broker.BrokerResponse;
import dev.accord.consumer.broker.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A broker's answer to the question whether versions may be deployed.
 *
 * @param verdict yes, no, or not known
 * @param reason the broker's reasons, one a line
 * @param rows each pair of versions that was looked at, in the broker's order
 * @param notices what the broker said, in its order
 * @param json the whole answer, with what only some brokers say
 */
public record DeploymentAnswer(Verdict verdict, String reason, List<Row> rows, List<Notice> notices, String json) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whether it may be deployed. */
    public enum Verdict {
        /** Everything that counts was verified and passed. */
        YES,
        /** Something that counts failed or does not exist. */
        NO,
        /** Something that counts has not been verified. */
        UNKNOWN
    }

    /** What is known of a pair of versions. */
    public enum Result {
        /** It was verified and passed. */
        PASSED,
        /** It was verified and failed. */
        FAILED,
        /** It was not verified. */
        UNKNOWN
    }

    /**
     * One pair of versions.
     *
     * @param consumer the consumer's name
     * @param consumerVersion its version
     * @param provider the provider's name
     * @param providerVersion its version; empty when no version of it has verified the pact
     * @param result what is known
     * @param verificationType {@code CDCT} for a run against the provider, {@code BDCT} for a comparison with its document;
     *     empty when not verified, or when the broker does not say
     * @param ignored whether the row does not count, because a pacticipant is ignored
     */
    public record Row(
            String consumer,
            String consumerVersion,
            String provider,
            Optional<String> providerVersion,
            Result result,
            Optional<String> verificationType,
            boolean ignored) {}

    /** Copies the lists. */
    public DeploymentAnswer {
        rows = List.copyOf(rows);
        notices = List.copyOf(notices);
    }

    /** Returns whether the answer is yes. */
    public boolean isYes() {
        return verdict == Verdict.YES;
    }

    static DeploymentAnswer of(String request, BrokerResponse response) {
        JsonNode json;
        try {
            json = JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw BrokerException.unexpected(request, response, "a matrix in JSON");
        }
        JsonNode summary = json.path("summary");
        if (!summary.has("deployable")) {
            throw BrokerException.unexpected(request, response, "a matrix with summary.deployable");
        }
        JsonNode deployable = summary.path("deployable");
        Verdict verdict = deployable.isNull() ? Verdict.UNKNOWN : deployable.asBoolean() ? Verdict.YES : Verdict.NO;
        List<Row> rows = new ArrayList<>();
        json.path("matrix").forEach(row -> rows.add(row(row)));
        return new DeploymentAnswer(
                verdict, summary.path("reason").asText(""), rows, Notice.of(response), response.body());
    }

    private static Row row(JsonNode row) {
        JsonNode success = row.path("verificationResult").path("success");
        return new Row(
                row.path("consumer").path("name").asText(),
                row.path("consumer").path("version").path("number").asText(),
                row.path("provider").path("name").asText(),
                text(row.path("provider").path("version").path("number")),
                !success.isBoolean() ? Result.UNKNOWN : success.asBoolean() ? Result.PASSED : Result.FAILED,
                text(row.path("verificationType"))
                        .or(() -> text(row.path("verificationResult").path("verificationType"))),
                row.path("ignored").asBoolean(false));
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }
}
