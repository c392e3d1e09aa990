package dev.accord.verifier.cli;

import dev.accord.consumer.BuildIdentity;
import dev.accord.consumer.PactPublisher;
import dev.accord.consumer.broker.BrokerConnection;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code accord publish}: sends pacts to a broker. */
@Command(name = "publish", description = "Publishes pacts to a broker, under a version and branch.")
final class PublishCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "PACT", arity = "1..*", description = "Pact files, or folders of them.")
    private List<Path> paths = List.of();

    @Mixin
    private BrokerOptions broker = new BrokerOptions();

    @Mixin
    private IdentityOptions identity = new IdentityOptions();

    PublishCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        BrokerConnection connection = broker.connection(terminal.environment());
        BuildIdentity build = identity.get(terminal.environment());
        PactPublisher publisher = PactPublisher.to(connection).asVersion(build.version());
        publisher = build.branch().map(publisher::onBranch).orElse(publisher);
        publisher = build.buildUrl().map(publisher::fromBuild).orElse(publisher);
        for (String tag : identity.tags()) {
            publisher = publisher.tagged(tag);
        }
        PrintStream discarded = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        publisher
                .printingTo(discarded)
                .publish(paths.toArray(Path[]::new))
                .notices()
                .forEach(notice -> terminal.out().println(notice.text()));
        terminal.out().flush();
        return ExitCode.FINE;
    }
}
