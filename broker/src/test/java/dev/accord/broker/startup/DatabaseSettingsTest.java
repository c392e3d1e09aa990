package dev.accord.broker.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSettingsTest {

    @Test
    void nothingConfiguredMeansTheEmbeddedServer() throws StartupException {
        assertThat(read(Map.of())).isEmpty();
        assertThat(read(Map.of("PACT_BROKER_DATABASE_URL", "  "))).isEmpty();
    }

    @Nested
    class AnAddress {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                postgres://me:secret@db.example.org:5433/contracts   | jdbc:postgresql://db.example.org:5433/contracts
                postgresql://me:secret@db/contracts                  | jdbc:postgresql://db/contracts
                jdbc:postgresql://me:secret@db/contracts             | jdbc:postgresql://db/contracts
                postgres://me:secret@/contracts                      | jdbc:postgresql://localhost/contracts
                postgres://me:secret@one:5432,two:5433/contracts     | jdbc:postgresql://one:5432,two:5433/contracts
                postgres://me:secret@[::1]:5432/contracts            | jdbc:postgresql://[::1]:5432/contracts
                postgres://me:secret@db/contracts?sslmode=verify-ca  | jdbc:postgresql://db/contracts?sslmode=verify-ca
                postgres://me:secret@db/c?connect_timeout=3&a=b%20c  | jdbc:postgresql://db/c?connectTimeout=3&a=b%20c
                jdbc:postgresql://db/c?user=me&password=secret&ssl=1 | jdbc:postgresql://db/c?ssl=1
                """)
        void givesTheDriversFormAndTheCredentialsApart(String address, String jdbcUrl) throws StartupException {
            assertThat(read(Map.of("PACT_BROKER_DATABASE_URL", address)))
                    .contains(new DatabaseSettings(jdbcUrl, Optional.of("me"), Optional.of("secret")));
        }

        @Test
        void mayHoldSpecialCharactersPercentEncoded() throws StartupException {
            var settings = read(Map.of("PACT_BROKER_DATABASE_URL", "postgres://a%40b:p%3A%2F%40+%25@db/na%20me"))
                    .orElseThrow();

            assertThat(settings.username()).contains("a@b");
            assertThat(settings.password()).contains("p:/@+%");
            assertThat(settings.jdbcUrl()).isEqualTo("jdbc:postgresql://db/na%20me");
        }

        @Test
        void isCompletedByTheParts() throws StartupException {
            var settings = read(Map.of(
                    "PACT_BROKER_DATABASE_URL", "postgres://db/contracts",
                    "PACT_BROKER_DATABASE_USERNAME", "me",
                    "PACT_BROKER_DATABASE_PASSWORD", "secret",
                    "PACT_BROKER_DATABASE_SSLMODE", "require"));

            assertThat(settings)
                    .contains(new DatabaseSettings(
                            "jdbc:postgresql://db/contracts?sslmode=require",
                            Optional.of("me"),
                            Optional.of("secret")));
        }

        @Test
        void outranksTheParts() throws StartupException {
            var settings = read(Map.of(
                            "PACT_BROKER_DATABASE_URL", "postgres://me:secret@db/contracts?sslmode=disable",
                            "PACT_BROKER_DATABASE_USERNAME", "other",
                            "PACT_BROKER_DATABASE_HOST", "elsewhere",
                            "PACT_BROKER_DATABASE_SSLMODE", "require"))
                    .orElseThrow();

            assertThat(settings.jdbcUrl()).isEqualTo("jdbc:postgresql://db/contracts?sslmode=disable");
            assertThat(settings.username()).contains("me");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "postgres://me:secret@host:port/name",
                    "postgres:/me:secret@db/name",
                    "me:secret@db/name",
                    "postgres://me:secret@db with space:1:2/name"
                })
        void thatIsNotUnderstoodIsRefusedWithoutShowingThePassword(String address) {
            assertThatThrownBy(() -> read(Map.of("PACT_BROKER_DATABASE_URL", address)))
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining("PACT_BROKER_DATABASE_URL")
                    .hasMessageContaining("postgres://")
                    .message()
                    .doesNotContain("secret");
        }

        @Test
        void ofAnotherDatabaseIsRefusedByName() {
            assertThatThrownBy(() -> read(Map.of("PACT_BROKER_DATABASE_URL", "sqlite:////tmp/pact.sqlite3")))
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining("sqlite")
                    .hasMessageContaining("PostgreSQL only");
        }

        @Test
        void withoutTheNameOfADatabaseIsRefused() {
            assertThatThrownBy(() -> read(Map.of("PACT_BROKER_DATABASE_URL", "postgres://me:secret@db")))
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining("names no database");
        }
    }

    @Nested
    class Parts {

        @Test
        void makeAnAddress() throws StartupException {
            var settings = read(Map.of(
                    "PACT_BROKER_DATABASE_ADAPTER", "postgres",
                    "PACT_BROKER_DATABASE_HOST", "db.example.org",
                    "PACT_BROKER_DATABASE_PORT", "5433",
                    "PACT_BROKER_DATABASE_NAME", "contracts",
                    "PACT_BROKER_DATABASE_USERNAME", "me",
                    "PACT_BROKER_DATABASE_PASSWORD", "secret",
                    "PACT_BROKER_DATABASE_SSLMODE", "require"));

            assertThat(settings)
                    .contains(new DatabaseSettings(
                            "jdbc:postgresql://db.example.org:5433/contracts?sslmode=require",
                            Optional.of("me"),
                            Optional.of("secret")));
        }

        @Test
        void needOnlyTheName() throws StartupException {
            assertThat(read(Map.of("PACT_BROKER_DATABASE_NAME", "contracts")))
                    .contains(new DatabaseSettings(
                            "jdbc:postgresql://localhost/contracts", Optional.empty(), Optional.empty()));
        }

        @Test
        void withoutTheNameAreRefused() {
            assertThatThrownBy(() -> read(Map.of("PACT_BROKER_DATABASE_HOST", "db")))
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining("PACT_BROKER_DATABASE_NAME");
        }

        @Test
        void withAPortThatIsNoNumberAreRefused() {
            assertThatThrownBy(() ->
                            read(Map.of("PACT_BROKER_DATABASE_NAME", "contracts", "PACT_BROKER_DATABASE_PORT", "many")))
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining("PACT_BROKER_DATABASE_PORT");
        }

        @Test
        void forAnotherDatabaseAreRefused() {
            assertThatThrownBy(() -> read(Map.of("PACT_BROKER_DATABASE_ADAPTER", "sqlite")))
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining("PostgreSQL only");
        }
    }

    @Test
    void theTextForLogsHoldsNoPassword() throws StartupException {
        var settings = read(Map.of("PACT_BROKER_DATABASE_URL", "postgres://me:secret@db/contracts"))
                .orElseThrow();

        assertThat(settings).hasToString("jdbc:postgresql://db/contracts as me");
    }

    private static Optional<DatabaseSettings> read(Map<String, String> environment) throws StartupException {
        return DatabaseSettings.read(name -> Optional.ofNullable(environment.get(name)));
    }
}
