package dev.accord.verifier.cli;

import dev.accord.consumer.broker.Notice;
import dev.accord.verifier.ProviderContractPublisher;
import dev.accord.verifier.SelfVerification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code accord publish-provider-contract}: sends a provider's OpenAPI document to a broker. */
@Command(
        name = "publish-provider-contract",
        description = "Publishes a provider's OpenAPI document to a broker, under a version and branch.")
final class PublishProviderContractCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "DOCUMENT", description = "The OpenAPI document, JSON or YAML.")
    private Path document = Path.of("");

    @Option(names = "--provider", required = true, paramLabel = "NAME", description = "The provider's name.")
    private String provider = "";

    @Option(
            names = "--verification-success",
            negatable = true,
            description = "Whether the provider's own tests say that it keeps the document. Unknown if left out.")
    private Optional<Boolean> success = Optional.empty();

    @Option(names = "--verification-results", paramLabel = "FILE", description = "The output of those tests.")
    private Optional<Path> results = Optional.empty();

    @Option(
            names = "--verification-results-content-type",
            paramLabel = "TYPE",
            defaultValue = "text/plain",
            description = "The media type of the output. Default: ${DEFAULT-VALUE}.")
    private String resultsType = "text/plain";

    @Option(
            names = "--verifier",
            paramLabel = "NAME",
            defaultValue = "accord",
            description = "The tool that tested. Default: ${DEFAULT-VALUE}.")
    private String verifier = "accord";

    @Mixin
    private BrokerOptions broker = new BrokerOptions();

    @Mixin
    private IdentityOptions identity = new IdentityOptions();

    PublishProviderContractCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ProviderContractPublisher publisher = ProviderContractPublisher.to(
                broker.connection(terminal.environment()), identity.get(terminal.environment()));
        for (String tag : identity.tags()) {
            publisher = publisher.tagged(tag);
        }
        if (results.isPresent() && success.isEmpty()) {
            throw new InputException("--verification-results is given, but not whether they are good: add"
                    + " --verification-success or --no-verification-success");
        }
        if (success.isPresent()) {
            publisher = publisher.verifiedBy(selfVerification(success.get()));
        }
        List<Notice> notices;
        try {
            notices = publisher.publish(provider, document);
        } catch (NoSuchFileException e) {
            throw new InputException("there is no file " + document, e);
        } catch (IOException e) {
            throw new InputException("cannot read " + document + ": " + e.getMessage(), e);
        }
        notices.forEach(notice -> terminal.out().println(notice.text()));
        terminal.out().flush();
        return ExitCode.FINE;
    }

    private SelfVerification selfVerification(boolean passed) {
        SelfVerification result = passed ? SelfVerification.passedBy(verifier) : SelfVerification.failedBy(verifier);
        if (results.isEmpty()) {
            return result;
        }
        try {
            return result.withResults(Files.readString(results.get()), resultsType);
        } catch (IOException e) {
            throw new InputException("cannot read " + results.get() + ": " + e.getMessage(), e);
        }
    }
}
