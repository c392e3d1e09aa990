package dev.accord.broker.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.pactbroker.CanIDeployResult;
import au.com.dius.pact.core.pactbroker.ConsumerVersionSelectors;
import au.com.dius.pact.core.pactbroker.Latest;
import au.com.dius.pact.core.pactbroker.PactBrokerClient;
import au.com.dius.pact.core.pactbroker.PactBrokerResult;
import au.com.dius.pact.core.pactbroker.PublishConfiguration;
import au.com.dius.pact.core.pactbroker.To;
import au.com.dius.pact.core.support.Result;
import au.com.dius.pact.provider.ConsumerInfo;
import au.com.dius.pact.provider.ProviderInfo;
import au.com.dius.pact.provider.ProviderVerifier;
import au.com.dius.pact.provider.VerificationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** pact-jvm's own client, unmodified: publish, fetch with pending and work in progress, publish results, ask. */
class PactJvmClientIT {

    private static final List<ConsumerVersionSelectors> MAIN_BRANCH =
            List.of(ConsumerVersionSelectors.MainBranch.INSTANCE);

    @TempDir
    Path folder;

    @Test
    void pactJvmPublishesFetchesVerifiesAndAsks() throws Exception {
        try (PackagedBroker packaged = PackagedBroker.start("pact-jvm-client", folder);
                UsersProvider users = new UsersProvider()) {
            Delivery broker = new Delivery(packaged);
            PactBrokerClient client = new PactBrokerClient(broker.url());

            // published with branch and tags
            publish(client, "Web", "email", "w1", "main", List.of("dev"));
            assertThat(broker.tagsOf("Web", "w1")).containsExactly("dev");
            assertThat(client.fetchConsumers("Users")).hasSize(1);

            // never verified on this branch: pending
            PactBrokerResult web = select(client, "").getFirst();
            assertThat(web.getPending()).isTrue();
            assertThat(web.getWip()).isFalse();
            assertThat(web.getNotices()).isNotEmpty();

            // verified with branch and tags: no longer pending
            assertThat(verify(broker, users, "p1", "")).allMatch(VerificationResult.Ok.class::isInstance);
            assertThat(broker.tagsOf("Users", "p1")).containsExactly("test");
            assertThat(broker.branchesOf("Users", "p1")).containsExactly("main");
            assertThat(select(client, "").getFirst().getPending()).isFalse();

            // what nobody selects comes as work in progress, and its failure does not count
            publish(client, "Mobile", "fax", "m1", "feat/fax", List.of());
            assertThat(select(client, "2020-01-01"))
                    .extracting(PactBrokerResult::getWip)
                    .containsExactlyInAnyOrder(false, true);
            assertThat(verify(broker, users, "p2", "2020-01-01"))
                    .filteredOn(VerificationResult.Failed.class::isInstance)
                    .singleElement()
                    .satisfies(failed -> assertThat(((VerificationResult.Failed) failed).getPending())
                            .isTrue());

            // asked with and without success
            broker.createEnvironment("production");
            broker.recordDeployment("Users", "p2", "production");
            assertThat(ask(client, "Web", "w1").getOk()).isTrue();
            CanIDeployResult no = ask(client, "Mobile", "m1");
            assertThat(no.getOk()).isFalse();
            assertThat(no.getReason()).contains("Mobile", "Users");
        }
    }

    private void publish(
            PactBrokerClient client, String consumer, String field, String version, String branch, List<String> tags)
            throws IOException {
        Path pact = Files.writeString(folder.resolve(consumer + ".json"), """
                {"consumer": {"name": "%s"}, "provider": {"name": "Users"},
                 "interactions": [{"description": "get user",
                   "request": {"method": "GET", "path": "/users/1"},
                   "response": {"status": 200, "body": {"%s": "x"},
                     "matchingRules": {"body": {"$.%s": {"matchers": [{"match": "type"}]}}}}}],
                 "metadata": {"pactSpecification": {"version": "3.0.0"}}}
                """.formatted(consumer, field, field));
        assertThat(client.uploadPactFile(pact.toFile(), new PublishConfiguration(version, tags, branch)))
                .isInstanceOf(Result.Ok.class);
    }

    private static List<PactBrokerResult> select(PactBrokerClient client, String wipSince) throws IOException {
        Result<List<PactBrokerResult>, Exception> selected =
                client.fetchConsumersWithSelectorsV2("Users", MAIN_BRANCH, List.of(), "main", true, wipSince);
        assertThat(selected).isInstanceOf(Result.Ok.class);
        return ((Result.Ok<List<PactBrokerResult>>) (Result<?, ?>) selected).getValue();
    }

    private static List<VerificationResult> verify(
            Delivery broker, UsersProvider users, String version, String wipSince) {
        Map<String, String> properties = Map.of("pact.verifier.publishResults", "true");
        ProviderVerifier verifier = new ProviderVerifier();
        verifier.setProjectHasProperty(properties::containsKey);
        verifier.setProjectGetProperty(properties::get);
        verifier.setProviderVersion(() -> version);
        verifier.setProviderBranch(() -> "main");
        verifier.setProviderTags(() -> List.of("test"));
        verifier.setReporters(new ArrayList<>());
        Function<Object, String> loadFailure = consumer -> "could not load " + consumer;
        verifier.setPactLoadFailureMessage(loadFailure);
        ProviderInfo provider = new ProviderInfo("Users");
        provider.setHost("127.0.0.1");
        provider.setPort(Integer.parseInt(users.url().replaceAll(".*:", "")));
        Map<String, Object> options = new HashMap<>();
        options.put("enablePending", true);
        options.put("providerBranch", "main");
        options.put("providerTags", List.of());
        options.put("includeWipPactsSince", wipSince);
        List<ConsumerInfo> consumers =
                provider.hasPactsFromPactBrokerWithSelectorsV2(options, broker.url(), MAIN_BRANCH);
        provider.setConsumers(new ArrayList<>(consumers));
        return verifier.verifyProvider(provider);
    }

    private static CanIDeployResult ask(PactBrokerClient client, String pacticipant, String version) {
        return client.canIDeploy(
                pacticipant, version, new Latest.UseLatest(false), new To(null, "production", null), List.of());
    }
}
