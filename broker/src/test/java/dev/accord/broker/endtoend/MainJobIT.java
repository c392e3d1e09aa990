package dev.accord.broker.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.accord.consumer.BuildIdentity;
import dev.accord.verifier.CanIDeploy;
import dev.accord.verifier.DeploymentAnswer;
import dev.accord.verifier.DeploymentAnswer.Verdict;
import dev.accord.verifier.ProviderContractPublisher;
import dev.accord.verifier.ProviderVerification;
import dev.accord.verifier.Selector;
import dev.accord.verifier.SelfVerification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** The broker's main job from the consumer's test to the refused deployment. */
class MainJobIT {

    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Users, version: "1"}
            paths:
              /users/{id}:
                get:
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: integer}}
                  responses:
                    "200":
                      description: the user
                      content:
                        application/json:
                          schema:
                            type: object
                            required: [id, name, email]
                            properties:
                              id: {type: integer}
                              name: {type: string}
                              email: {type: string}
            """;
    private static final String WITHOUT_EMAIL =
            DOCUMENT.replace("[id, name, email]", "[id, name]").replace("email: {type: string}", "");
    private static final String WITHOUT_NAME =
            DOCUMENT.replace("[id, name, email]", "[id, email]").replace("name: {type: string}\n", "\n");

    @TempDir
    Path folder;

    @Test
    void aDocumentThatLosesAFieldWhichADeployedConsumerReadsIsRefusedAndOneThatNobodyReadsIsNot() throws Exception {
        try (PackagedBroker packaged = PackagedBroker.start("main-job", folder);
                UsersProvider users = new UsersProvider()) {
            Delivery broker = new Delivery(packaged);
            // a consumer's test writes a pact, which is published
            runConsumerTests(broker, "w1");
            assertThat(broker.resource("/pacts/provider/Users/consumer/Web/version/w1")
                            .path("interactions")
                            .path(0)
                            .path("description")
                            .asText())
                    .isEqualTo("get user");

            // the provider is verified, and its document published
            ProviderVerification.of("Users", users.url())
                    .againstPactsFrom(broker.broker())
                    .selecting(Selector.mainBranch())
                    .asVersion(version("p1"))
                    .publishingResults()
                    .verify()
                    .assertPassed();
            publish(broker, "p1", DOCUMENT);

            // both are deployed
            broker.createEnvironment("production");
            broker.recordDeployment("Users", "p1", "production");
            assertThat(ask(broker, "Web", "w1").verdict()).isEqualTo(Verdict.YES);
            broker.recordDeployment("Web", "w1", "production");
            assertThat(ask(broker, "Users", "p1").verdict()).isEqualTo(Verdict.YES);

            // the next document lacks the field that the consumer reads
            publish(broker, "p2", WITHOUT_EMAIL);
            DeploymentAnswer refused = ask(broker, "Users", "p2");
            assertThat(refused.verdict()).isEqualTo(Verdict.NO);
            assertThat(refused.reason()).contains("Web", "email");
            assertThat(refused.rows())
                    .singleElement()
                    .satisfies(row -> assertThat(row.verificationType()).contains("BDCT"));

            // the same document without a field that nobody reads
            publish(broker, "p3", WITHOUT_NAME);
            assertThat(ask(broker, "Users", "p3").verdict()).isEqualTo(Verdict.YES);
        }
    }

    private static void runConsumerTests(Delivery broker, String version) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(WebConsumer.class))
                .configurationParameter("accord.publish", "true")
                .configurationParameter("accord.broker.url", broker.url())
                .configurationParameter("accord.version", version)
                .configurationParameter("accord.branch", "main")
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        assertThat(listener.getSummary().getFailures())
                .extracting(failure -> String.valueOf(failure.getException()))
                .isEmpty();
        assertThat(listener.getSummary().getTestsSucceededCount()).isEqualTo(1);
    }

    private static void publish(Delivery broker, String version, String document) {
        ProviderContractPublisher.to(broker.broker(), version(version))
                .verifiedBy(SelfVerification.passedBy("the provider's own tests"))
                .publish("Users", document.getBytes(StandardCharsets.UTF_8), "application/yaml");
    }

    private static DeploymentAnswer ask(Delivery broker, String pacticipant, String version) {
        return CanIDeploy.at(broker.broker())
                .version(pacticipant, version)
                .toEnvironment("production")
                .ask();
    }

    private static BuildIdentity version(String number) {
        return new BuildIdentity(number, Optional.of("main"), Optional.empty());
    }
}
