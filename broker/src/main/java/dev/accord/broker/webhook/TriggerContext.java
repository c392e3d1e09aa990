package dev.accord.broker.webhook;

import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.selection.Metadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook's parameters speak of: a pact and, where there is one, a result.
 *
 * @param consumer the consumer's side
 * @param provider the provider's side; its version is null when no result is known
 * @param sha      content of the pact
 * @param result   public number of the result, or null when there is none
 * @param success  whether it was a success; null when there is no result
 * @param buildUrl the build behind the event, or null
 */
record TriggerContext(
        Party consumer,
        Party provider,
        String sha,
        @Nullable Long result,
        @Nullable Boolean success,
        @Nullable String buildUrl) {

    /** A pacticipant with one of its versions: the branch is the one it was put on last. */
    record Party(
            String name,
            List<String> labels,
            @Nullable String version,
            List<String> tags,
            @Nullable String branch) {

        Party {
            labels = List.copyOf(labels);
            tags = List.copyOf(tags);
        }
    }

    /** Stands in where nothing has been published yet. */
    static final TriggerContext EXAMPLE = new TriggerContext(
            new Party("Example Consumer", List.of("example"), "1", List.of("main"), "main"),
            new Party("Example Provider", List.of("example"), "2", List.of("main"), "main"),
            "0000000000000000000000000000000000000000",
            1L,
            true,
            "https://example.org/build/1");

    /** The parameters' values by name; what is not available is empty. */
    Map<String, String> parameters(String event, BrokerUrls urls) {
        Map<String, String> values = new LinkedHashMap<>();
        party(values, "consumer", consumer);
        party(values, "provider", provider);
        String content = urls.pactVersion(provider.name(), consumer.name(), sha);
        String version = consumer.version();
        values.put(
                "pactUrl",
                version == null
                        ? content
                        : content + "/metadata/"
                                + Metadata.published(version, consumer.tags()).encode());
        values.put(
                "verificationResultUrl",
                result == null ? "" : urls.verificationResult(provider.name(), consumer.name(), sha, result));
        values.put("providerVersionDescriptions", "");
        values.put("githubVerificationStatus", status("pending", "success", "failure"));
        values.put("bitbucketVerificationStatus", status("INPROGRESS", "SUCCESSFUL", "FAILED"));
        values.put("azureDevOpsVerificationStatus", status("pending", "succeeded", "failed"));
        values.put("gitlabVerificationStatus", status("pending", "success", "failed"));
        values.put("eventName", event);
        values.put("buildUrl", buildUrl == null ? "" : buildUrl);
        return values;
    }

    private static void party(Map<String, String> values, String role, Party party) {
        values.put(role + "Name", party.name());
        values.put(role + "VersionNumber", orEmpty(party.version()));
        values.put(role + "VersionTags", String.join(", ", party.tags()));
        values.put(role + "VersionBranch", orEmpty(party.branch()));
        values.put(role + "Labels", String.join(", ", party.labels()));
    }

    private String status(String pending, String passed, String failed) {
        return success == null ? pending : success ? passed : failed;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
