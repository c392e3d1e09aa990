package dev.accord.consumer.broker;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A broker's address with the credentials and the patience of a client.
 *
 * <p>Immutable and safe for use by many threads; each {@code with…} method returns another connection. A request that got
 * no answer, or one of 429, 500, 502, 503 and 504, is sent again as {@link RetryPolicy} says; all other answers count at
 * once. Redirects are not followed, because credentials would travel along to wherever they lead. Printing a connection
 * shows no secret.
 */
public final class BrokerConnection {

    private static final String ACCEPT = "application/hal+json, application/problem+json, application/json";
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final String baseUrl;
    private final Credentials credentials;
    private final RetryPolicy retries;
    private final Duration timeout;
    private final HttpClient client;
    private final Sleeper sleeper;

    /** Waits between attempts; replaced in tests, which do not wait. */
    @FunctionalInterface
    interface Sleeper {
        void sleep(Duration duration) throws InterruptedException;
    }

    private BrokerConnection(
            String baseUrl,
            Credentials credentials,
            RetryPolicy retries,
            Duration timeout,
            HttpClient client,
            Sleeper sleeper) {
        this.baseUrl = baseUrl;
        this.credentials = credentials;
        this.retries = retries;
        this.timeout = timeout;
        this.client = client;
        this.sleeper = sleeper;
    }

    /**
     * Returns a connection to the broker at the given base URL, without credentials.
     *
     * @param url an absolute http or https URL; a path is kept, a slash at the end does not matter
     * @throws IllegalArgumentException when it is something else, or holds a user name, a query or a fragment
     */
    public static BrokerConnection to(String url) {
        URI uri;
        try {
            uri = new URI(url.strip());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("The broker's URL is not a URL: " + url, e);
        }
        if (uri.getHost() == null || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
            throw new IllegalArgumentException(
                    "The broker's URL must start with http:// or https:// and name a host: " + url);
        }
        if (uri.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "The broker's URL holds a user name or password; give them by withBasicAuth or"
                            + " PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("The broker's URL must not have a query or fragment: " + url);
        }
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        return new BrokerConnection(
                uri.toString().replaceAll("/+$", ""),
                new Credentials.None(),
                RetryPolicy.DEFAULT,
                Duration.ofSeconds(60),
                client,
                Thread::sleep);
    }

    /**
     * Returns the connection that the environment names: {@code PACT_BROKER_BASE_URL}, and {@code PACT_BROKER_TOKEN} or
     * {@code PACT_BROKER_USERNAME} and {@code PACT_BROKER_PASSWORD}; empty when there is no URL.
     *
     * @param environment usually {@link System#getenv()}
     * @throws IllegalArgumentException when the URL is none, or a token and a user name are both given
     */
    public static Optional<BrokerConnection> from(Map<String, String> environment) {
        String url = environment.getOrDefault("PACT_BROKER_BASE_URL", "");
        if (url.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(to(url).withCredentialsFrom(environment));
    }

    /**
     * Returns this connection with the credentials that the environment names, if any.
     *
     * @throws IllegalArgumentException when a token and a user name are both given
     */
    public BrokerConnection withCredentialsFrom(Map<String, String> environment) {
        String token = environment.getOrDefault("PACT_BROKER_TOKEN", "");
        String user = environment.getOrDefault("PACT_BROKER_USERNAME", "");
        if (!token.isBlank() && !user.isBlank()) {
            throw new IllegalArgumentException(
                    "PACT_BROKER_TOKEN and PACT_BROKER_USERNAME are both set; keep the one that the broker expects");
        }
        if (!token.isBlank()) {
            return withToken(token);
        }
        return user.isBlank() ? this : withBasicAuth(user, environment.getOrDefault("PACT_BROKER_PASSWORD", ""));
    }

    /**
     * Returns this connection with a bearer token.
     *
     * @throws IllegalArgumentException when the token is blank, or a user name was given before
     */
    public BrokerConnection withToken(String token) {
        if (token.isBlank()) {
            throw new IllegalArgumentException("The token is blank");
        }
        if (credentials instanceof Credentials.Basic) {
            throw new IllegalArgumentException("A token and a user name are given; keep one of them");
        }
        return new BrokerConnection(baseUrl, new Credentials.Token(token.strip()), retries, timeout, client, sleeper);
    }

    /**
     * Returns this connection with a user name and password.
     *
     * @throws IllegalArgumentException when the user name is blank or has a colon, or a token was given before
     */
    public BrokerConnection withBasicAuth(String user, String password) {
        if (user.isBlank() || user.contains(":")) {
            throw new IllegalArgumentException("The user name is blank or has a colon in it");
        }
        if (credentials instanceof Credentials.Token) {
            throw new IllegalArgumentException("A token and a user name are given; keep one of them");
        }
        return new BrokerConnection(baseUrl, new Credentials.Basic(user, password), retries, timeout, client, sleeper);
    }

    /** Returns this connection with another patience for failing requests. */
    public BrokerConnection withRetries(RetryPolicy policy) {
        return new BrokerConnection(baseUrl, credentials, policy, timeout, client, sleeper);
    }

    /**
     * Returns this connection with another limit for one attempt of one request; a minute if not set.
     *
     * @throws IllegalArgumentException when the limit is zero or negative
     */
    public BrokerConnection withTimeout(Duration limit) {
        if (limit.isZero() || limit.isNegative()) {
            throw new IllegalArgumentException("The timeout is " + limit + ", but must be longer than zero");
        }
        return new BrokerConnection(baseUrl, credentials, retries, limit, client, sleeper);
    }

    /** Returns this connection with another way to wait. */
    BrokerConnection withSleeper(Sleeper other) {
        return new BrokerConnection(baseUrl, credentials, retries, timeout, client, other);
    }

    /** Returns the base URL without a slash at its end. */
    public String baseUrl() {
        return baseUrl;
    }

    /** Returns the credentials, for other clients of the same broker. They are a secret: do not print their parts. */
    public Credentials credentials() {
        return credentials;
    }

    /**
     * Asks the broker.
     *
     * @param path what follows the base URL, encoded, beginning with a slash; may have a query
     * @return the answer, whose status is 2xx
     * @throws BrokerException when there is no answer, or one with another status
     */
    public BrokerResponse get(String path) {
        return send("GET", path, null);
    }

    /**
     * Sends JSON to the broker.
     *
     * @param path what follows the base URL, encoded, beginning with a slash; may have a query
     * @param json the body
     * @return the answer, whose status is 2xx
     * @throws BrokerException when there is no answer, or one with another status
     */
    public BrokerResponse post(String path, String json) {
        return send("POST", path, json);
    }

    private BrokerResponse send(String method, String path, @Nullable String json) {
        String name = method + " " + baseUrl + path;
        HttpRequest request = request(method, path, json);
        for (int attempt = 1; ; attempt++) {
            boolean last = attempt == retries.attempts();
            Duration delay = retries.delayAfter(attempt, RandomGenerator.getDefault());
            try {
                HttpResponse<String> response =
                        client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
                int status = response.statusCode();
                BrokerResponse answer = new BrokerResponse(status, response.body() == null ? "" : response.body());
                if (status >= 200 && status < 300) {
                    return answer;
                }
                if (last || !isPassing(status)) {
                    String location = response.headers().firstValue("Location").orElse("(none named)");
                    throw BrokerException.refused(name, answer, attempt, location);
                }
                delay = retryAfter(response).orElse(delay);
            } catch (IOException e) {
                if (last) {
                    throw BrokerException.unreachable(name, attempt, e);
                }
            } catch (InterruptedException e) {
                throw interrupted(name, attempt, e);
            }
            pause(name, attempt, delay);
        }
    }

    private void pause(String name, int attempt, Duration delay) {
        try {
            sleeper.sleep(delay);
        } catch (InterruptedException e) {
            throw interrupted(name, attempt, e);
        }
    }

    private static BrokerException interrupted(String name, int attempt, InterruptedException e) {
        Thread.currentThread().interrupt();
        return BrokerException.unreachable(name, attempt, e);
    }

    private HttpRequest request(String method, String path, @Nullable String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(timeout)
                .header("Accept", ACCEPT);
        credentials.authorization().ifPresent(value -> request.header("Authorization", value));
        if (json == null) {
            return request.method(method, HttpRequest.BodyPublishers.noBody()).build();
        }
        return request.header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8))
                .build();
    }

    private static boolean isPassing(int status) {
        return status == 429 || status == 500 || status == 502 || status == 503 || status == 504;
    }

    /** Returns the wait that the broker asks for in seconds, within the policy's bound; a date is not honoured. */
    private Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .map(asked -> asked.compareTo(retries.longestDelay()) > 0 ? retries.longestDelay() : asked);
    }

    @Override
    public String toString() {
        return credentials instanceof Credentials.None ? baseUrl : baseUrl + " with " + credentials;
    }
}
