package dev.accord.consumer;

import java.nio.file.Path;

/** The examples in the documentation, compiled. */
final class Snippets {

    private Snippets() {}

    static void publish() {
        // @start region="publish"
        PactPublisher.to("https://broker.example.org")
                .withToken(System.getenv("PACT_BROKER_TOKEN"))
                .asVersion("4f0c2d1")
                .onBranch("main")
                .publish(Path.of("target/pacts"));
        // @end
    }
}
