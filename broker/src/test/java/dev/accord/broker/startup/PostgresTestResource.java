package dev.accord.broker.startup;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives every {@code @QuarkusTest} of a run the same new, empty database. It is found by the service loader: a test need not
 * name it.
 *
 * <p>The database is on an embedded server below {@code target}, whose programs and cluster outlive the run; where {@code
 * ACCORD_TEST_DATABASE_URL} names a database ({@code postgres://user:password@host/name}), that one is used as it is.
 */
public final class PostgresTestResource implements QuarkusTestResourceLifecycleManager {

    private static final int SERVERS = 8;

    private @Nullable EmbeddedPostgres server;

    @Override
    public Map<String, String> start() {
        try {
            Optional<String> url = Optional.ofNullable(System.getenv("ACCORD_TEST_DATABASE_URL"));
            if (url.isPresent()) {
                return properties(
                        DatabaseSettings.read(name -> name.equals("PACT_BROKER_DATABASE_URL") ? url : Optional.empty())
                                .orElseThrow());
            }
            EmbeddedPostgres started = startFree();
            server = started;
            String database = "test_" + Long.toString(System.currentTimeMillis(), 36);
            started.createDatabase(database);
            return properties(started.settings(database));
        } catch (StartupException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first server whose folder no other test run holds at the moment. */
    private static EmbeddedPostgres startFree() throws StartupException {
        for (int number = 1; ; number++) {
            try {
                return EmbeddedPostgres.start(
                        Path.of("target", "test-postgresql-" + number), EmbeddedPostgres.Durability.FLEETING);
            } catch (StartupException inUse) {
                if (number == SERVERS) {
                    throw inUse;
                }
            }
        }
    }

    private static Map<String, String> properties(DatabaseSettings settings) {
        var properties = new HashMap<String, String>();
        properties.put("quarkus.datasource.jdbc.url", settings.jdbcUrl());
        settings.username().ifPresent(name -> properties.put("quarkus.datasource.username", name));
        settings.password().ifPresent(password -> properties.put("quarkus.datasource.password", password));
        return properties;
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
