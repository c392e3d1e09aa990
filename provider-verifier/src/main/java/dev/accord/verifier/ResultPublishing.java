package dev.accord.verifier;

import au.com.dius.pact.core.model.BrokerUrlSource;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.pactbroker.IPactBrokerClient;
import au.com.dius.pact.core.pactbroker.PactBrokerClient;
import au.com.dius.pact.core.pactbroker.PactBrokerClientConfig;
import au.com.dius.pact.core.pactbroker.TestResult;
import au.com.dius.pact.core.support.Result;
import au.com.dius.pact.core.support.expressions.ValueResolver;
import au.com.dius.pact.provider.VerificationReporter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a pact's result by pact-jvm's client: branch and tags first, because the broker records those that the version
 * has when the result arrives. Differs from pact-jvm's own reporter in taking the build's URL as a value, not from a
 * system property of the whole process.
 */
final class ResultPublishing implements VerificationReporter {

    private final boolean enabled;
    private final Optional<String> buildUrl;

    ResultPublishing(boolean enabled, Optional<String> buildUrl) {
        this.enabled = enabled;
        this.buildUrl = buildUrl;
    }

    @Override
    public void reportResults(
            Pact pact, TestResult result, String version, @Nullable IPactBrokerClient client, @Nullable String tag) {
        reportResults(pact, result, version, client, tag == null ? List.of() : List.of(tag), null);
    }

    @Override
    public Result<Boolean, List<String>> reportResults(
            Pact pact,
            TestResult result,
            String version,
            @Nullable IPactBrokerClient client,
            List<String> tags,
            @Nullable String branch) {
        if (!enabled || !(pact.getSource() instanceof BrokerUrlSource source)) {
            return new Result.Ok<>(false);
        }
        IPactBrokerClient broker = client != null
                ? client
                : new PactBrokerClient(
                        source.getPactBrokerUrl(), new HashMap<>(source.getOptions()), new PactBrokerClientConfig());
        String provider = pact.getProvider().getName();
        List<String> problems = new ArrayList<>();
        if (branch != null && !branch.isBlank()) {
            add(problems, broker.publishProviderBranch(source.getAttributes(), provider, branch, version));
        }
        if (!tags.isEmpty()) {
            add(problems, broker.publishProviderTags(source.getAttributes(), provider, tags, version));
        }
        // A result without its branch would count for nobody and be taken for complete.
        if (problems.isEmpty()) {
            add(
                    problems,
                    broker.publishVerificationResults(source.getAttributes(), result, version, buildUrl.orElse(null)));
        }
        return problems.isEmpty() ? new Result.Ok<>(true) : new Result.Err<>(problems);
    }

    private static void add(List<String> problems, Result<Boolean, ?> outcome) {
        if (outcome instanceof Result.Err<?> failure) {
            if (failure.getError() instanceof List<?> several) {
                several.forEach(problem -> problems.add(String.valueOf(problem)));
            } else {
                problems.add(String.valueOf(failure.getError()));
            }
        }
    }

    @Override
    public boolean publishingResultsDisabled() {
        return !enabled;
    }

    @Override
    public boolean publishingResultsDisabled(ValueResolver resolver) {
        return !enabled;
    }
}
