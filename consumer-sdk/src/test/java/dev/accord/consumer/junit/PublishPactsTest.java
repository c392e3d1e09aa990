package dev.accord.consumer.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accord.consumer.StubBroker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class PublishPactsTest {

    private StubBroker broker;

    @BeforeEach
    void start() throws IOException {
        broker = new StubBroker();
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    /** Runs test classes in a run of their own; returns the failures, of which one may be the run's. */
    private List<String> run(Map<String, String> parameters, Class<?>... classes) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Stream.of(classes)
                        .map(type -> (DiscoverySelector) selectClass(type))
                        .toList())
                .configurationParameters(parameters)
                .build();
        List<String> failures = new ArrayList<>();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                result.getThrowable()
                        .ifPresent(failure -> failures.add(test.getDisplayName() + ": " + innermost(failure)));
            }
        });
        return failures;
    }

    private static String innermost(Throwable failure) {
        // JUnit wraps what closing a resource throws.
        boolean wrapped = failure.getCause() != null && failure.getMessage().startsWith("Failed to close");
        return wrapped ? failure.getCause().getMessage() : failure.getMessage();
    }

    private Map<String, String> switchedOn() {
        return Map.of(
                "accord.publish", "true",
                "accord.broker.url", broker.url(),
                "accord.version", "4f0c2d1",
                "accord.branch", "main");
    }

    @Test
    void publishesTheWrittenPactOnceAfterTheLastTest() throws IOException {
        assertThat(run(switchedOn(), UsersConsumer.class, SecondConsumer.class)).isEmpty();

        assertThat(broker.received()).hasSize(1);
        JsonNode body = new ObjectMapper().readTree(broker.received().getFirst().body());
        assertThat(body.path("pacticipantName").asText()).isEqualTo("Web");
        assertThat(body.path("pacticipantVersionNumber").asText()).isEqualTo("4f0c2d1");
        assertThat(body.path("branch").asText()).isEqualTo("main");
        JsonNode pact = new ObjectMapper()
                .readTree(Base64.getDecoder()
                        .decode(body.path("contracts").path(0).path("content").asText()));
        assertThat(pact.path("interactions").path(0).path("description").asText())
                .isEqualTo("get user");
    }

    @Test
    void doesNothingUnlessItIsSwitchedOn() {
        assertThat(run(Map.of("accord.broker.url", broker.url()), UsersConsumer.class))
                .isEmpty();

        assertThat(broker.received()).isEmpty();
    }

    @Test
    void publishesNothingWhenATestFailed() {
        assertThat(run(switchedOn(), UsersConsumer.class, FailingConsumer.class))
                .containsExactly("fails(): on purpose");

        assertThat(broker.received()).isEmpty();
    }

    @Test
    void failsTheRunWhenPublishingFails() {
        broker.answers(409, "{\"errors\": {\"contracts\": [\"changed content\"]}}");

        assertThat(run(switchedOn(), UsersConsumer.class))
                .singleElement()
                .asString()
                .startsWith("JUnit Jupiter: Web 4f0c2d1 was not published.")
                .contains("contracts: changed content");
    }

    @Test
    void failsTheRunWhenItIsSwitchedOnWithoutABroker() {
        assertThat(run(Map.of("accord.publish", "true"), UsersConsumer.class))
                .singleElement()
                .asString()
                .contains("no broker is named");
    }

    /** Another annotated class of the same run. */
    @PublishPacts(folder = UsersConsumer.PACTS)
    static class SecondConsumer {

        @Test
        void passes() {
            assertThat(1).isPositive();
        }
    }
}
