package dev.accord.broker.startup;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Turns the Pact Broker's settings of the log into Quarkus's. */
final class LogSettings {

    private LogSettings() {}

    /**
     * Reads {@code PACT_BROKER_LOG_FORMAT} ({@code json}: one JSON object a line; anything else: text for people) and
     * {@code PACT_BROKER_LOG_LEVEL} ({@code trace}, {@code debug}, {@code info}, {@code warn}, {@code error}, {@code fatal},
     * {@code none}; in any case of letters).
     *
     * @return Quarkus's properties by name; empty when nothing is set
     * @throws StartupException when the level is none of these
     */
    static Map<String, String> read(Function<String, Optional<String>> lookup) throws StartupException {
        var properties = new LinkedHashMap<String, String>();
        if (lookup.apply("PACT_BROKER_LOG_FORMAT")
                .filter(format -> format.strip().equalsIgnoreCase("json"))
                .isPresent()) {
            properties.put("quarkus.log.console.json.enabled", "true");
        }
        Optional<String> level =
                lookup.apply("PACT_BROKER_LOG_LEVEL").map(String::strip).filter(value -> !value.isEmpty());
        if (level.isPresent()) {
            String quarkus = switch (level.get().toLowerCase(Locale.ROOT)) {
                // Nothing below DEBUG is compiled in.
                case "trace", "debug" -> "DEBUG";
                case "info" -> "INFO";
                case "warn", "warning" -> "WARN";
                case "error" -> "ERROR";
                case "fatal" -> "FATAL";
                case "none", "off" -> "OFF";
                default ->
                    throw new StartupException("PACT_BROKER_LOG_LEVEL is " + level.get()
                            + "; it can be trace, debug, info, warn, error, fatal or none.");
            };
            properties.put("quarkus.log.level", quarkus);
            properties.put("quarkus.log.category.\"dev.accord\".level", quarkus);
        }
        return properties;
    }
}
