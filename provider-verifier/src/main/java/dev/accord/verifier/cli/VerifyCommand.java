package dev.accord.verifier.cli;

import dev.accord.verifier.ProviderVerification;
import dev.accord.verifier.Selector;
import dev.accord.verifier.VerificationReport;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code accord verify}: runs the pacts that a broker selects against a provider. */
@Command(name = "verify", description = "Verifies a running provider against the pacts that a broker selects for it.")
final class VerifyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--provider", required = true, paramLabel = "NAME", description = "The provider's name.")
    private String provider = "";

    @Option(names = "--provider-url", required = true, paramLabel = "URL", description = "Where it runs.")
    private String url = "";

    @Option(names = "--state-url", paramLabel = "URL", description = "Where provider states are set, by POST.")
    private Optional<String> stateUrl = Optional.empty();

    @Option(names = "--state-teardown", description = "Call the state URL after each interaction too.")
    private boolean teardown;

    @Option(
            names = "--selector",
            paramLabel = "JSON",
            description = "A consumer version selector, such as '{\"mainBranch\": true}'; may be repeated."
                    + " Default: the broker's defaults.")
    private List<String> selectors = List.of();

    @Option(names = "--enable-pending", description = "Failures of pending pacts do not count.")
    private boolean pending;

    @Option(
            names = "--include-wip-pacts-since",
            paramLabel = "DATE",
            description = "Also run pacts that nobody selects yet, published since this day (2026-01-31).")
    private Optional<LocalDate> wipSince = Optional.empty();

    @Option(names = "--publish", description = "Send the results to the broker.")
    private boolean publish;

    @Option(names = "--header", paramLabel = "NAME=VALUE", description = "A header for each request to the provider.")
    private Map<String, String> headers = Map.of();

    @Option(names = "--only-consumer", paramLabel = "NAME", description = "Run the pacts of this consumer only.")
    private Optional<String> onlyConsumer = Optional.empty();

    @Option(
            names = "--only-interaction",
            paramLabel = "DESCRIPTION",
            description = "Run the interactions with this description only; nothing is published then.")
    private Optional<String> onlyInteraction = Optional.empty();

    @Option(names = "--allow-no-pacts", description = "Exit with 0 when the broker selects no pact.")
    private boolean allowNoPacts;

    @Mixin
    private BrokerOptions broker = new BrokerOptions();

    @Mixin
    private IdentityOptions identity = new IdentityOptions();

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        VerificationReport report = verification().verify();
        terminal.out().println(report.text());
        terminal.out().flush();
        if (report.isEmpty()) {
            return allowNoPacts ? ExitCode.FINE : ExitCode.BREAKS;
        }
        return report.passed() ? ExitCode.FINE : ExitCode.BREAKS;
    }

    private ProviderVerification verification() {
        ProviderVerification verification;
        try {
            verification = ProviderVerification.of(provider, url)
                    .againstPactsFrom(broker.connection(terminal.environment()))
                    .selecting(selectors.stream().map(Selector::json).toArray(Selector[]::new));
            stateUrl.ifPresent(verification::settingStatesAt);
        } catch (IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        }
        identity.find(terminal.environment()).ifPresent(verification::asVersion);
        identity.tags().forEach(verification::tagged);
        headers.forEach(verification::sendingHeader);
        wipSince.ifPresent(verification::withWorkInProgressSince);
        onlyConsumer.ifPresent(verification::onlyConsumer);
        onlyInteraction.ifPresent(verification::onlyInteraction);
        if (teardown) {
            verification.withStateTeardown();
        }
        if (pending) {
            verification.withPendingPacts();
        }
        if (publish) {
            verification.publishingResults();
        }
        return verification.reportingTo(line -> {
            terminal.err().println(line);
            terminal.err().flush();
        });
    }
}
