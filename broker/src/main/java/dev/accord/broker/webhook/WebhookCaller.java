package dev.accord.broker.webhook;

import dev.accord.broker.platform.Settings;
import dev.accord.broker.platform.Time;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Calls the targets of webhooks: at most {@value #TIMEOUT_SECONDS} seconds, following no redirects, within the
 * whitelists, and to addresses of private networks only where the host whitelist names the host. Thread-safe; never
 * call it inside a transaction.
 */
@ApplicationScoped
public class WebhookCaller {

    static final int TIMEOUT_SECONDS = 15;

    /** Headers that belong to the connection; the client refuses them. */
    private static final Set<String> OF_CONNECTION =
            Set.of("connection", "content-length", "expect", "host", "upgrade", "transfer-encoding");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(TIMEOUT_SECONDS))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final Whitelist whitelist;
    private final Time time;
    private final String userAgent;
    private final List<String> successCodes;

    WebhookCaller(Whitelist whitelist, Settings settings, Time time) {
        this.whitelist = whitelist;
        this.time = time;
        this.userAgent = settings.userAgent();
        this.successCodes = Settings.words(settings.webhookHttpCodeSuccess());
    }

    @PreDestroy
    void close() {
        client.shutdownNow();
    }

    /** Calls a target with a request whose parameters are filled in; every failure is part of the outcome. */
    public CallOutcome call(WebhookRequest request) {
        CallLog log = new CallLog(time, whitelist.hasHosts());
        Map<String, String> headers = headers(request);
        Map<String, String> shown = new LinkedHashMap<>();
        headers.forEach((name, value) -> shown.put(name, WebhookRequest.secret(name) ? WebhookRequest.STARS : value));
        WebhookRequest sent = new WebhookRequest(
                request.method(), request.url(), shown, request.body(), request.bodyIsJson(), null, null);
        log.request(sent);
        try {
            URI target = target(request);
            CallOutcome.Response response = send(request, headers, target);
            boolean success = successCodes.contains(Integer.toString(response.status()));
            log.response(response);
            return new CallOutcome(sent, response, null, success, log.finished(success));
        } catch (RefusedException refused) {
            return failed(sent, refused.getMessage(), log);
        } catch (IOException | TimeoutException e) {
            return failed(sent, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage(), log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(sent, "The broker is shutting down", log);
        }
    }

    private static CallOutcome failed(WebhookRequest sent, @Nullable String error, CallLog log) {
        String text = error == null ? "The call failed" : error;
        log.error(text);
        return new CallOutcome(sent, null, text, false, log.finished(false));
    }

    /** The address to call, after all that is forbidden has been refused; name resolution is the last check. */
    private URI target(WebhookRequest request) throws RefusedException {
        URI target;
        try {
            target = new URI(request.url());
        } catch (URISyntaxException e) {
            throw new RefusedException("The address is not valid: " + e.getReason());
        }
        String host = target.getHost();
        if (target.getScheme() == null || host == null) {
            throw new RefusedException("The address is not valid");
        }
        if (!whitelist.allowsMethod(request.method())) {
            throw new RefusedException("The method must be one of: " + whitelist.methods());
        }
        if (!whitelist.allowsScheme(target.getScheme())) {
            throw new RefusedException("The scheme must be one of: " + whitelist.schemes());
        }
        if (!whitelist.allowsHost(host)) {
            throw new RefusedException("The host must be one of: " + whitelist.hosts());
        }
        if (!whitelist.names(host)) {
            refuseInternal(host);
        }
        return target;
    }

    private static void refuseInternal(String host) throws RefusedException {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (Target.internal(address)) {
                    throw new RefusedException("The host " + host
                            + " belongs to a private network. The host whitelist must name it before it can be called");
                }
            }
        } catch (UnknownHostException e) {
            throw new RefusedException("The host " + host + " is not known");
        }
    }

    private CallOutcome.Response send(WebhookRequest request, Map<String, String> headers, URI target)
            throws IOException, TimeoutException, InterruptedException, RefusedException {
        String body = request.body();
        HttpRequest.Builder builder = HttpRequest.newBuilder(target)
                .timeout(Duration.ofSeconds(TIMEOUT_SECONDS))
                .method(request.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        try {
            headers.forEach(builder::setHeader);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("A header cannot be sent: " + e.getMessage());
        }
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(builder.build(), info -> new BoundedBody());
        try {
            // The client's own time-out ends with the headers; this one includes the body.
            HttpResponse<String> response = answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            Map<String, String> received = new TreeMap<>();
            response.headers().map().forEach((name, values) -> received.put(name, String.join(", ", values)));
            return new CallOutcome.Response(response.statusCode(), received, response.body());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new TimeoutException("No complete answer within " + TIMEOUT_SECONDS + " seconds");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException("The call failed", e.getCause());
        }
    }

    private Map<String, String> headers(WebhookRequest request) {
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        headers.keySet().removeAll(OF_CONNECTION);
        headers.putIfAbsent("user-agent", userAgent);
        if (request.bodyIsJson()) {
            headers.putIfAbsent("content-type", "application/json");
        }
        String username = request.username();
        if (username != null && !username.isEmpty()) {
            String password = request.password();
            String pair = username + ":" + (password == null ? "" : password);
            headers.put(
                    "authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        return headers;
    }

    /** The call is not allowed. */
    private static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }
}
