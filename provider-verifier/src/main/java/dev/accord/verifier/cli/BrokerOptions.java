package dev.accord.verifier.cli;

import dev.accord.consumer.broker.BrokerConnection;
import dev.accord.consumer.broker.RetryPolicy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every command that talks to a broker. What is given outranks the environment. */
final class BrokerOptions {

    @Option(
            names = {"-b", "--broker-base-url"},
            paramLabel = "URL",
            description = "The broker. Default: PACT_BROKER_BASE_URL.")
    private Optional<String> url = Optional.empty();

    @Option(
            names = {"-k", "--broker-token"},
            paramLabel = "TOKEN",
            description = "A bearer token. Default: PACT_BROKER_TOKEN, which keeps it out of lists of processes.")
    private Optional<String> token = Optional.empty();

    @Option(
            names = {"-u", "--broker-username"},
            paramLabel = "NAME",
            description = "A user name. Default: PACT_BROKER_USERNAME.")
    private Optional<String> user = Optional.empty();

    @Option(
            names = {"-p", "--broker-password"},
            paramLabel = "PASSWORD",
            description = "The user's password. Default: PACT_BROKER_PASSWORD.")
    private Optional<String> password = Optional.empty();

    @Option(
            names = "--broker-attempts",
            paramLabel = "N",
            defaultValue = "4",
            description = "How often a request is sent while the broker fails. Default: ${DEFAULT-VALUE}.")
    private int attempts = 4;

    /**
     * Returns the connection.
     *
     * @throws InputException when no broker is named, or what is given clashes
     */
    BrokerConnection connection(Map<String, String> environment) {
        Map<String, String> merged = new HashMap<>(environment);
        if (token.isPresent() && user.isPresent()) {
            throw new InputException("--broker-token and --broker-username are both given; keep one of them");
        }
        if (token.isPresent() || user.isPresent()) {
            merged.remove("PACT_BROKER_TOKEN");
            merged.remove("PACT_BROKER_USERNAME");
        }
        url.ifPresent(value -> merged.put("PACT_BROKER_BASE_URL", value));
        token.ifPresent(value -> merged.put("PACT_BROKER_TOKEN", value));
        user.ifPresent(value -> merged.put("PACT_BROKER_USERNAME", value));
        password.ifPresent(value -> merged.put("PACT_BROKER_PASSWORD", value));
        try {
            RetryPolicy retries =
                    new RetryPolicy(attempts, RetryPolicy.DEFAULT.firstDelay(), RetryPolicy.DEFAULT.longestDelay());
            return BrokerConnection.from(merged)
                    .orElseThrow(() -> new InputException(
                            "no broker is named: give --broker-base-url, or set PACT_BROKER_BASE_URL"))
                    .withRetries(retries)
                    .withTimeout(Duration.ofMinutes(2));
        } catch (IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        }
    }
}
