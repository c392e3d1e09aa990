package dev.accord.verifier;

import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.PactSource;
import au.com.dius.pact.core.pactbroker.ConsumerVersionSelectors;
import au.com.dius.pact.core.support.Auth;
import au.com.dius.pact.core.support.json.JsonParser;
import au.com.dius.pact.provider.ConsumerInfo;
import au.com.dius.pact.provider.PactBrokerOptions;
import au.com.dius.pact.provider.ProviderInfo;
import au.com.dius.pact.provider.ProviderVerifier;
import dev.accord.consumer.BuildIdentity;
import dev.accord.consumer.broker.BrokerConnection;
import dev.accord.consumer.broker.Credentials;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a running provider against the pacts that a broker selects for it.
 *
 * {@snippet class="dev.accord.verifier.Snippets" region="verify"}
 *
 * <p>Without selectors the broker takes its defaults: the main branch of each consumer and what is deployed or released.
 * Results are published only when asked for. For use by one thread; {@link #verify()} may be called again. Matching is done
 * by pact-jvm; its anonymous usage statistics are sent unless {@code pact_do_not_track} is {@code true} in the environment.
 */
public final class ProviderVerification {

    private final String provider;
    private final URI address;
    private @Nullable BrokerConnection broker;
    private final List<Selector> selectors = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private Optional<BuildIdentity> identity = Optional.empty();
    private Optional<URI> stateUrl = Optional.empty();
    private Optional<LocalDate> wipSince = Optional.empty();
    private Optional<String> onlyConsumer = Optional.empty();
    private Optional<String> onlyInteraction = Optional.empty();
    private boolean pending;
    private boolean teardown;
    private boolean publish;
    private Consumer<String> progress = line -> {};

    private ProviderVerification(String provider, URI address) {
        this.provider = provider;
        this.address = address;
    }

    /**
     * Begins the verification of a provider.
     *
     * @param provider the name by which the broker knows it
     * @param url where it runs: http or https, with a host; a path is put before those of the pacts
     * @throws IllegalArgumentException when the name is blank or the URL is none
     */
    public static ProviderVerification of(String provider, String url) {
        if (provider.isBlank()) {
            throw new IllegalArgumentException("The provider's name is blank");
        }
        return new ProviderVerification(provider, httpUrl("provider's", url));
    }

    /** Takes the pacts from the given broker; always needed. */
    public ProviderVerification againstPactsFrom(BrokerConnection connection) {
        broker = connection;
        return this;
    }

    /** Adds selectors; the broker joins what each of them selects. */
    public ProviderVerification selecting(Selector... more) {
        selectors.addAll(List.of(more));
        return this;
    }

    /**
     * Says which version of the provider is verified. Needed for publishing; the branch also for pending and WIP pacts.
     *
     * @param version the version, its branch and build
     */
    public ProviderVerification asVersion(BuildIdentity version) {
        identity = Optional.of(version);
        return this;
    }

    /** Adds a tag that the provider's version gets when results are published. */
    public ProviderVerification tagged(String tag) {
        tags.add(tag);
        return this;
    }

    /** Lets pacts that the provider's branch never satisfied fail without failing the build. */
    public ProviderVerification withPendingPacts() {
        pending = true;
        return this;
    }

    /** Also verifies pacts that nobody selected yet, published since the given day; they are pending. */
    public ProviderVerification withWorkInProgressSince(LocalDate day) {
        wipSince = Optional.of(day);
        pending = true;
        return this;
    }

    /**
     * Sets provider states by a POST of JSON with {@code state} and {@code params} to the given URL before each interaction.
     *
     * @throws IllegalArgumentException when it is not an http or https URL
     */
    public ProviderVerification settingStatesAt(String url) {
        stateUrl = Optional.of(httpUrl("state", url));
        return this;
    }

    /** Also calls the state URL after each interaction; {@code action} then says {@code setup} or {@code teardown}. */
    public ProviderVerification withStateTeardown() {
        teardown = true;
        return this;
    }

    /** Adds a header to each request to the provider, in place of one of the same name in the pact. */
    public ProviderVerification sendingHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Sends the results to the broker. Left out for a pact of which only some interactions were run. */
    public ProviderVerification publishingResults() {
        publish = true;
        return this;
    }

    /** Runs the pacts of one consumer only. */
    public ProviderVerification onlyConsumer(String name) {
        onlyConsumer = Optional.of(name);
        return this;
    }

    /** Runs the interactions with exactly this description only; their results are not published. */
    public ProviderVerification onlyInteraction(String description) {
        onlyInteraction = Optional.of(description);
        return this;
    }

    /** Tells a line before each pact, with the broker's notices for it. */
    public ProviderVerification reportingTo(Consumer<String> lines) {
        progress = lines;
        return this;
    }

    /**
     * Fetches the pacts, runs each interaction against the provider and, if asked for, publishes the results pact by pact.
     * Takes as long as the provider takes.
     *
     * @return what was found; ask it whether that is good
     * @throws IllegalStateException when the settings are incomplete or clash
     * @throws VerificationException when the pacts cannot be fetched
     */
    public VerificationReport verify() {
        BrokerConnection connection = checkedConnection();
        ProviderInfo running = runningProvider();
        ProviderVerifier verifier = verifier();
        List<PactVerification> verified = new ArrayList<>();
        for (ConsumerInfo consumer : select(connection, running)) {
            Pact pact = load(verifier, consumer);
            String name = pact.getConsumer().getName();
            if (onlyConsumer.isPresent() && !onlyConsumer.get().equals(name)) {
                continue;
            }
            announce(consumer, name);
            running.setConsumers(new ArrayList<>(List.of(consumer)));
            var results = verifier.verifyProvider(running);
            verified.add(new PactVerification(
                    name,
                    source(consumer),
                    interactionsOf(pact),
                    consumer.getPending(),
                    results.stream()
                            .flatMap(result -> FailureTranslation.of(result, pact).stream())
                            .toList()));
        }
        return new VerificationReport(provider, verified, publishes());
    }

    private boolean publishes() {
        return publish && onlyInteraction.isEmpty();
    }

    private int interactionsOf(Pact pact) {
        return (int) pact.getInteractions().stream()
                .filter(interaction ->
                        onlyInteraction.isEmpty() || onlyInteraction.get().equals(interaction.getDescription()))
                .count();
    }

    private BrokerConnection checkedConnection() {
        if (broker == null) {
            throw new IllegalStateException("No broker to take pacts from: call againstPactsFrom(...)");
        }
        if (publish && identity.isEmpty()) {
            throw new IllegalStateException(
                    "Results are to be published, but the provider's version is unknown: call asVersion(...)");
        }
        boolean hasBranch = identity.flatMap(BuildIdentity::branch).isPresent();
        if (pending && !hasBranch && tags.isEmpty()) {
            throw new IllegalStateException("Pending pacts are asked for, but whether one is pending depends on the"
                    + " provider's branch: give it by asVersion(...), or a tag by tagged(...)");
        }
        return broker;
    }

    private ProviderInfo runningProvider() {
        ProviderInfo info = new ProviderInfo(provider);
        info.setProtocol(address.getScheme());
        info.setHost(address.getHost());
        info.setPort(address.getPort() >= 0 ? address.getPort() : "https".equals(address.getScheme()) ? 443 : 80);
        info.setPath(address.getPath().isEmpty() ? "/" : address.getPath());
        info.setStateChangeTeardown(teardown);
        stateUrl.ifPresent(url -> info.setStateChangeUrl(toUrl(url)));
        if (!headers.isEmpty()) {
            Consumer<HttpRequest> filter = request -> headers.forEach(request::setHeader);
            info.setRequestFilter(filter);
        }
        return info;
    }

    private ProviderVerifier verifier() {
        Map<String, String> properties = new HashMap<>();
        properties.put(ProviderVerifier.PACT_VERIFIER_PUBLISH_RESULTS, String.valueOf(publishes()));
        onlyInteraction.ifPresent(
                description -> properties.put(ProviderVerifier.PACT_FILTER_DESCRIPTION, Pattern.quote(description)));
        ProviderVerifier verifier = new ProviderVerifier();
        verifier.setProjectHasProperty(properties::containsKey);
        verifier.setProjectGetProperty(properties::get);
        verifier.setProviderVersion(() -> identity.map(BuildIdentity::version).orElse(""));
        verifier.setProviderBranch(() -> identity.flatMap(BuildIdentity::branch).orElse(""));
        verifier.setProviderTags(() -> List.copyOf(tags));
        verifier.setReporters(new ArrayList<>());
        verifier.setPactReader(new RememberingPactReader());
        verifier.setVerificationReporter(new ResultPublishing(publishes(), identity.flatMap(BuildIdentity::buildUrl)));
        Function<Object, String> loadFailure = consumer -> "the pact could not be loaded: " + consumer;
        verifier.setPactLoadFailureMessage(loadFailure);
        return verifier;
    }

    private List<ConsumerInfo> select(BrokerConnection connection, ProviderInfo running) {
        Auth auth = switch (connection.credentials()) {
            case Credentials.None none -> Auth.None.INSTANCE;
            case Credentials.Token token -> new Auth.BearerAuthentication(token.token(), "Authorization");
            case Credentials.Basic basic -> new Auth.BasicAuthentication(basic.user(), basic.password());
        };
        PactBrokerOptions options = new PactBrokerOptions(
                pending,
                tags,
                identity.flatMap(BuildIdentity::branch).orElse(""),
                wipSince.map(LocalDate::toString).orElse(""),
                false,
                auth);
        List<ConsumerVersionSelectors> raw = selectors.stream()
                .map(selector -> (ConsumerVersionSelectors)
                        new ConsumerVersionSelectors.RawSelector(JsonParser.parseString(selector.toJson())))
                .toList();
        try {
            return running.hasPactsFromPactBrokerWithSelectorsV2(connection.baseUrl(), raw, options);
        } catch (RuntimeException e) {
            throw VerificationException.selecting(provider, connection, selectors, e);
        }
    }

    private static Pact load(ProviderVerifier verifier, ConsumerInfo consumer) {
        try {
            return verifier.loadPactFileForConsumer(consumer);
        } catch (RuntimeException e) {
            throw VerificationException.loading(source(consumer), e);
        }
    }

    private static String source(ConsumerInfo consumer) {
        PactSource source = consumer.resolvePactSource();
        return source == null ? "(no address)" : source.description();
    }

    private void announce(ConsumerInfo consumer, String name) {
        progress.accept("verifying the pact of " + name + (consumer.getWip() ? " (work in progress)" : ""));
        consumer.getNotices().stream()
                .filter(notice -> "before_verification".equals(notice.getWhen()))
                .forEach(notice -> progress.accept("  " + notice.getText()));
    }

    private static URI httpUrl(String what, String url) {
        try {
            URI uri = URI.create(url.strip());
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The " + what + " URL is not a URL: " + url, e);
        }
        throw new IllegalArgumentException(
                "The " + what + " URL must start with http:// or https:// and name a host: " + url);
    }

    private static java.net.URL toUrl(URI uri) {
        try {
            return uri.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("The state URL is not a URL: " + uri, e);
        }
    }
}
