package dev.accord.consumer.junit;

import dev.accord.consumer.PactPublisher;
import dev.accord.consumer.broker.BrokerConnection;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one test run publishes when it ends. Safe for use by many threads, because test classes may run in parallel. */
final class PublishingAtTheEnd implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PublishingAtTheEnd.class);

    private final Function<String, Optional<String>> parameters;
    private final Map<String, String> environment;
    private final Set<Path> folders = new ConcurrentSkipListSet<>();
    private final Set<String> failures = new ConcurrentSkipListSet<>();

    PublishingAtTheEnd(Function<String, Optional<String>> parameters) {
        this(parameters, System.getenv());
    }

    PublishingAtTheEnd(Function<String, Optional<String>> parameters, Map<String, String> environment) {
        this.parameters = parameters;
        this.environment = environment;
    }

    void willPublish(Path folder) {
        folders.add(folder.toAbsolutePath().normalize());
    }

    void noteFailure(String test) {
        failures.add(test);
    }

    /**
     * Publishes, if the run is switched on and nothing failed.
     *
     * @throws dev.accord.consumer.PublishingException when that does not work; JUnit then fails the run
     * @throws IllegalStateException when it is switched on and no broker is named
     */
    @Override
    public void close() {
        if (!isSwitchedOn()) {
            LOG.debug("pacts are not published: accord.publish is not true");
            return;
        }
        if (!failures.isEmpty()) {
            LOG.warn("pacts are not published, because tests failed: {}", failures);
            return;
        }
        PactPublisher publisher = PactPublisher.to(broker());
        publisher = parameters.apply("accord.version").map(publisher::asVersion).orElse(publisher);
        publisher = parameters.apply("accord.branch").map(publisher::onBranch).orElse(publisher);
        publisher.publish(folders.toArray(Path[]::new));
    }

    private boolean isSwitchedOn() {
        return parameters
                .apply("accord.publish")
                .or(() -> Optional.ofNullable(environment.get("ACCORD_PUBLISH")))
                .map(value -> value.strip().equalsIgnoreCase("true"))
                .orElse(false);
    }

    private BrokerConnection broker() {
        return parameters
                .apply("accord.broker.url")
                .map(url -> BrokerConnection.to(url).withCredentialsFrom(environment))
                .or(() -> BrokerConnection.from(environment))
                .orElseThrow(
                        () -> new IllegalStateException(
                                "Pacts cannot be published: accord.publish is true, but no"
                                        + " broker is named\n  next: set PACT_BROKER_BASE_URL, or the system property accord.broker.url"));
    }
}
