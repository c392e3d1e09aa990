package dev.accord.broker.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogSettingsTest {

    @Test
    void nothingSetChangesNothing() throws StartupException {
        assertThat(read(Map.of())).isEmpty();
        assertThat(read(Map.of("PACT_BROKER_LOG_FORMAT", "color", "PACT_BROKER_LOG_LEVEL", " ")))
                .isEmpty();
    }

    @Test
    void jsonIsOneObjectALine() throws StartupException {
        assertThat(read(Map.of("PACT_BROKER_LOG_FORMAT", "JSON")))
                .containsExactly(Map.entry("quarkus.log.console.json.enabled", "true"));
    }

    @Test
    void theLevelIsThatOfTheWholeBroker() throws StartupException {
        assertThat(read(Map.of("PACT_BROKER_LOG_LEVEL", "warn")))
                .containsEntry("quarkus.log.level", "WARN")
                .containsEntry("quarkus.log.category.\"dev.accord\".level", "WARN");
    }

    @Test
    void anUnknownLevelIsRefused() {
        assertThatThrownBy(() -> read(Map.of("PACT_BROKER_LOG_LEVEL", "loud")))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("loud")
                .hasMessageContaining("debug");
    }

    private static Map<String, String> read(Map<String, String> environment) throws StartupException {
        return LogSettings.read(name -> Optional.ofNullable(environment.get(name)));
    }
}
