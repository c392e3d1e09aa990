package dev.accord.broker.endtoend;

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
import dev.accord.consumer.junit.PublishPacts;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The consumer's test of the stories, run by them: it reads the email of a user. */
@PublishPacts(folder = WebConsumer.PACTS)
@PactDirectory(WebConsumer.PACTS)
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "Users", pactVersion = PactSpecVersion.V4)
class WebConsumer {

    static final String PACTS = "target/end-to-end/pacts";

    @Pact(consumer = "Web")
    V4Pact user(PactBuilder builder) {
        return builder.expectsToReceiveHttpInteraction(
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
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(users.getUrl() + "/users/1"))
                    .build();

            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .contains("x@example.org");
        }
    }
}
