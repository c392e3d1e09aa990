package dev.accord.consumer.junit;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.LambdaDsl;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import au.com.dius.pact.core.model.annotations.PactDirectory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A consumer's test as users write it; run by {@link PublishPactsTest} and not by the build itself. */
@PublishPacts(folder = UsersConsumer.PACTS)
@PactDirectory(UsersConsumer.PACTS)
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "Users", pactVersion = PactSpecVersion.V4)
class UsersConsumer {

    static final String PACTS = "target/published-pacts";

    @Pact(consumer = "Web")
    V4Pact user(PactBuilder builder) {
        return builder.given("user 1 exists")
                .expectsToReceiveHttpInteraction(
                        "get user",
                        http -> http.withRequest(
                                        request -> request.method("GET").path("/users/1"))
                                .willRespondWith(response -> response.status(200)
                                        .body(LambdaDsl.newJsonBody(body -> body.integerType("id", 1)
                                                        .stringType("email", "x@example.org"))
                                                .build())))
                .toPact();
    }

    @Test
    void readsTheEmail(MockServer users) throws Exception {
        HttpResponse<String> response;
        try (HttpClient client = HttpClient.newHttpClient()) {
            response = client.send(
                    HttpRequest.newBuilder(URI.create(users.getUrl() + "/users/1"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        assertThat(response.body()).contains("x@example.org");
    }
}
