package dev.accord.broker.startup;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Starts the broker: settles which database it uses, then hands over to Quarkus.
 *
 * <p>Settings are read from where Quarkus reads its own (environment, system properties, {@code config/application.properties},
 * {@code .env}). A data source named in Quarkus's words wins, then one in the Pact Broker's words, and without either an
 * embedded server starts on the data folder ({@code ACCORD_DATA_DIR}, {@code ./data} unless set).
 */
@QuarkusMain
public final class Main {

    private static final Logger LOG = Logger.getLogger(Main.class);

    /** Longer than a graceful stop takes, shorter than the patience of those who stop us. */
    private static final Duration PATIENCE_FOR_REQUESTS = Duration.ofSeconds(60);

    Main() {}

    /**
     * Runs the broker until it is told to stop. Ends the process with code 1 and one line of explanation when it cannot
     * start.
     *
     * @param arguments handed to Quarkus; none has a meaning of its own
     */
    public static void main(String... arguments) {
        try {
            SmallRyeConfig config = ConfigUtils.configBuilder().build();
            LogSettings.read(name -> config.getOptionalValue(name, String.class))
                    .forEach(System::setProperty);
            settleDatabase(config);
        } catch (StartupException e) {
            System.err.println("accord: " + e.getMessage());
            System.exit(1);
        }
        Quarkus.run(BrokerApplication.class, arguments);
    }

    private static void settleDatabase(SmallRyeConfig config) throws StartupException {
        if (config.getOptionalValue("quarkus.datasource.jdbc.url", String.class).isPresent()) {
            return;
        }
        Optional<DatabaseSettings> named = DatabaseSettings.read(name -> config.getOptionalValue(name, String.class));
        if (named.isPresent()) {
            use(named.get());
            return;
        }
        Path data =
                Path.of(config.getOptionalValue("ACCORD_DATA_DIR", String.class).orElse("data"));
        EmbeddedPostgres server = EmbeddedPostgres.start(data.resolve("postgresql"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAfterBroker(server), "postgresql-stop"));
        server.onUnexpectedEnd(() -> {
            // PostgreSQL survives the crash of its children; when it is gone itself, only a new start can help.
            LOG.fatal("event=database_lost The embedded PostgreSQL has ended; the broker ends too.");
            System.exit(1);
        });
        use(server.settings());
    }

    /** System properties outrank the files and profiles that Quarkus reads, and no child process sees them. */
    private static void use(DatabaseSettings settings) {
        System.setProperty("quarkus.datasource.jdbc.url", settings.jdbcUrl());
        settings.username().ifPresent(name -> System.setProperty("quarkus.datasource.username", name));
        settings.password().ifPresent(password -> System.setProperty("quarkus.datasource.password", password));
    }

    /** All shutdown hooks run at once; the requests that Quarkus is finishing in its own still need the database. */
    private static void stopAfterBroker(EmbeddedPostgres server) {
        @Nullable Application application = Application.currentApplication();
        if (application != null) {
            Thread stopped = Thread.ofVirtual().start(application::awaitShutdown);
            try {
                stopped.join(PATIENCE_FOR_REQUESTS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        server.close();
    }
}
