package dev.accord.broker.startup;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The PostgreSQL server that the operator named, by the names of the Pact Broker's settings.
 *
 * <p>Two forms are understood: one address in {@code PACT_BROKER_DATABASE_URL} ({@code postgres://}, {@code postgresql://} or
 * {@code jdbc:postgresql://}), or its parts in {@code PACT_BROKER_DATABASE_HOST}, {@code _PORT}, {@code _NAME}, {@code
 * _USERNAME}, {@code _PASSWORD} and {@code _SSLMODE}. User name, password and SSL mode given as parts complete an address
 * that lacks them. Other databases than PostgreSQL are refused by name.
 *
 * @param jdbcUrl address for the JDBC driver, without user name and password
 * @param username the role to connect as; empty leaves it to the driver (the name of the operating system's user)
 * @param password its password; empty when the server asks for none
 */
public record DatabaseSettings(String jdbcUrl, Optional<String> username, Optional<String> password) {

    private static final String PREFIX = "PACT_BROKER_DATABASE_";
    private static final Pattern ADDRESS =
            Pattern.compile("(?:jdbc:)?(?<scheme>postgres(?:ql)?)://(?:(?<user>.*)@)?(?<hosts>[^/?@]*)"
                    + "(?:/(?<name>[^?]*))?(?:\\?(?<query>.*))?");
    private static final Pattern SCHEME = Pattern.compile("(?:jdbc:)?(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):.*");
    private static final Pattern HOSTS = Pattern.compile("(?:[^:,\\[\\]]+|\\[[0-9A-Fa-f:.%]+])?(?::\\d{1,5})?"
            + "(?:,(?:[^:,\\[\\]]+|\\[[0-9A-Fa-f:.%]+])(?::\\d{1,5})?)*");

    /** The driver's names for what libpq, and thus most addresses at hand, calls otherwise. */
    private static final Map<String, String> DRIVER_NAMES =
            Map.of("connect_timeout", "connectTimeout", "application_name", "ApplicationName");

    /**
     * Reads the settings.
     *
     * @param lookup the value of a setting by its name, for example {@code PACT_BROKER_DATABASE_URL}; blank counts as absent
     * @return the named server; empty when no setting names one
     * @throws StartupException when a setting cannot be understood or asks for something else than PostgreSQL; the message
     *     names the setting and never holds a password
     */
    public static Optional<DatabaseSettings> read(Function<String, Optional<String>> lookup) throws StartupException {
        Function<String, Optional<String>> part =
                name -> lookup.apply(PREFIX + name).filter(value -> !value.isBlank());
        Optional<String> adapter = part.apply("ADAPTER");
        if (adapter.isPresent() && !adapter.get().startsWith("postgres")) {
            throw new StartupException(
                    PREFIX + "ADAPTER is " + adapter.get() + ": Accord stores its data in PostgreSQL only.");
        }
        Optional<String> url = part.apply("URL");
        if (url.isPresent()) {
            return Optional.of(fromAddress(url.get().strip(), part));
        }
        if (part.apply("HOST").isEmpty() && part.apply("NAME").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(fromParts(part));
    }

    private static DatabaseSettings fromParts(Function<String, Optional<String>> part) throws StartupException {
        String name = part.apply("NAME")
                .orElseThrow(() -> new StartupException(
                        PREFIX + "HOST is set but " + PREFIX + "NAME is not: say which database to use."));
        String host = part.apply("HOST").orElse("localhost");
        if (host.indexOf(':') >= 0 && !host.startsWith("[")) {
            host = "[" + host + "]";
        }
        String hosts = host + part.apply("PORT").map(port -> ":" + port).orElse("");
        if (!HOSTS.matcher(hosts).matches()) {
            throw new StartupException(PREFIX + "HOST and " + PREFIX + "PORT do not make an address: " + hosts);
        }
        return new DatabaseSettings(jdbc(hosts, name, sslMode(part)), part.apply("USERNAME"), part.apply("PASSWORD"));
    }

    private static DatabaseSettings fromAddress(String address, Function<String, Optional<String>> part)
            throws StartupException {
        Matcher matcher = ADDRESS.matcher(address);
        if (!matcher.matches() || !HOSTS.matcher(matcher.group("hosts")).matches()) {
            throw notUnderstood(address);
        }
        var parameters = new LinkedHashMap<>(sslMode(part));
        Optional<String> user = Optional.empty();
        Optional<String> password = Optional.empty();
        if (matcher.group("user") != null) {
            String[] credentials = matcher.group("user").split(":", 2);
            user = Optional.of(decode(credentials[0])).filter(value -> !value.isEmpty());
            password = credentials.length == 2 ? Optional.of(decode(credentials[1])) : Optional.empty();
        }
        for (Map.Entry<String, String> parameter :
                query(Optional.ofNullable(matcher.group("query")).orElse("")).entrySet()) {
            switch (parameter.getKey()) {
                case "user" -> user = Optional.of(parameter.getValue());
                case "password" -> password = Optional.of(parameter.getValue());
                default ->
                    parameters.put(
                            DRIVER_NAMES.getOrDefault(parameter.getKey(), parameter.getKey()), parameter.getValue());
            }
        }
        Optional<String> name = Optional.ofNullable(matcher.group("name"))
                .map(DatabaseSettings::decode)
                .filter(value -> !value.isEmpty())
                .or(() -> part.apply("NAME"));
        if (name.isEmpty()) {
            throw new StartupException(
                    PREFIX + "URL names no database: it should end in /NAME, for example postgres://host/accord");
        }
        String hosts = matcher.group("hosts").isEmpty() ? "localhost" : matcher.group("hosts");
        return new DatabaseSettings(
                jdbc(hosts, name.get(), parameters),
                user.or(() -> part.apply("USERNAME")),
                password.or(() -> part.apply("PASSWORD")));
    }

    /** Says what is wrong without repeating the address, which holds the password. */
    private static StartupException notUnderstood(String address) {
        Matcher scheme = SCHEME.matcher(address);
        if (scheme.matches() && !scheme.group("scheme").startsWith("postgres")) {
            return new StartupException(PREFIX + "URL begins with " + scheme.group("scheme")
                    + ": Accord stores its data in PostgreSQL only (postgres://user:password@host:5432/name).");
        }
        return new StartupException(PREFIX + "URL is not understood. It should look like"
                + " postgres://user:password@host:5432/name?sslmode=require, with special characters percent-encoded.");
    }

    private static Map<String, String> sslMode(Function<String, Optional<String>> part) {
        return part.apply("SSLMODE").map(mode -> Map.of("sslmode", mode)).orElse(Map.of());
    }

    private static String jdbc(String hosts, String name, Map<String, String> parameters) {
        var url = new StringBuilder("jdbc:postgresql://")
                .append(hosts)
                .append('/')
                .append(encode(name));
        char separator = '?';
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            url.append(separator).append(encode(parameter.getKey())).append('=').append(encode(parameter.getValue()));
            separator = '&';
        }
        return url.toString();
    }

    private static Map<String, String> query(String query) {
        var parameters = new LinkedHashMap<String, String>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    /** Undoes percent-encoding; a plus sign stays one, and a stray percent sign is taken as written. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException strayPercentSign) {
            return text;
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Leaves the password out, so that the settings can be logged. */
    @Override
    public String toString() {
        return jdbcUrl + username.map(name -> " as " + name).orElse("");
    }
}
