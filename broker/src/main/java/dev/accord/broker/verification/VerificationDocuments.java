package dev.accord.broker.verification;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.hal.BrokerUrls;
import dev.accord.broker.hal.Hal;
import dev.accord.broker.hal.Link;
import dev.accord.broker.platform.Json;
import dev.accord.broker.selection.Metadata;
import dev.accord.broker.verification.VerificationQueries.VersionTag;
import dev.accord.broker.verification.VerificationQueries.WithProvider;
import java.util.ArrayList;
import java.util.List;

/** Writes results as documents. */
final class VerificationDocuments {

    private VerificationDocuments() {}

    /** The address of a result. */
    static String url(VerificationResult result, BrokerUrls urls) {
        return urls.verificationResult(result.provider(), result.consumer(), result.sha(), result.number());
    }

    /** One result with all that was posted. */
    static Hal result(VerificationResult result, BrokerUrls urls) {
        String pact =
                "Pact between " + result.consumer() + " (" + result.consumerVersion() + ") and " + result.provider();
        String self = url(result, urls);
        JsonNode verifiedBy = result.verifiedBy() == null ? Json.object() : Json.stored(result.verifiedBy());
        JsonNode output = result.testResults() == null ? null : Json.stored(result.testResults());
        return new Hal()
                .put("providerName", result.provider())
                .put("providerApplicationVersion", result.providerVersion())
                .put("success", (Boolean) result.success())
                .put("verificationDate", result.createdAt())
                .put("buildUrl", result.buildUrl())
                .put("testResults", output)
                .put("verifiedBy", verifiedBy)
                .link(
                        "self",
                        Link.to(self)
                                .titled("Verification result")
                                .named("Verification result " + result.number() + " for " + pact))
                .link(
                        "pb:pact-version",
                        Link.to(urls.pactVersion(result.provider(), result.consumer(), result.sha()) + "/metadata/"
                                        + Metadata.latest(result.consumerVersion(), null)
                                                .encode())
                                .titled("Pact")
                                .named(pact))
                .link(
                        "pb:triggered-webhooks",
                        Link.to(self + "/triggered-webhooks").titled("Webhooks triggered by this result"));
    }

    /** One result with the tags of its provider version. */
    static Hal extended(VerificationResult result, List<VersionTag> tags, BrokerUrls urls) {
        return result(result, urls)
                .embed(
                        "tags",
                        tags.stream()
                                .map(tag -> new Hal()
                                        .put("name", tag.name())
                                        .put("latest", (Boolean) tag.latest())
                                        .link(
                                                "self",
                                                Link.to(urls.tag(
                                                                result.provider(),
                                                                result.providerVersion(),
                                                                tag.name()))
                                                        .titled("Tag")
                                                        .named(tag.name())))
                                .toList());
    }

    /** What is known of all pacts of a consumer version. */
    static Hal summary(String consumer, String version, List<WithProvider> providers, BrokerUrls urls, String self) {
        var summary = Json.object();
        var successful = summary.putArray("successful");
        var failed = summary.putArray("failed");
        var unknown = summary.putArray("unknown");
        List<Hal> results = new ArrayList<>();
        for (WithProvider with : providers) {
            if (with.result() == null) {
                unknown.add(with.provider());
            } else {
                (with.result().success() ? successful : failed).add(with.provider());
                results.add(result(with.result(), urls));
            }
        }
        return new Hal()
                .put("success", (Boolean) (successful.size() == providers.size()))
                .put("providerSummary", (JsonNode) summary)
                .embed("verificationResults", results)
                .link(
                        "self",
                        Link.to(self).titled("Latest verification results of " + consumer + " version " + version));
    }
}
