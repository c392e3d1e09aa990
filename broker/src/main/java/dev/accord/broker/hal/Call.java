package dev.accord.broker.hal;

import dev.accord.broker.platform.Paging;
import dev.accord.broker.platform.Settings;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The request being answered: who asked for which address, in which forms, and how its links begin. */
@RequestScoped
public class Call {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._\\-\\[\\]:]+");

    private final HttpServerRequest request;
    private final UriInfo uri;
    private final Settings settings;
    private @Nullable BrokerUrls urls;

    Call(HttpServerRequest request, UriInfo uri, Settings settings) {
        this.request = request;
        this.uri = uri;
        this.settings = settings;
    }

    /** The maker of links, beginning with the configured base URL or with what the request says. */
    public BrokerUrls urls() {
        if (urls == null) {
            urls = new BrokerUrls(base());
        }
        return urls;
    }

    /** The address of this request without its query and without a trailing slash. */
    public String resourceUrl() {
        String path = request.uri();
        int query = path.indexOf('?');
        if (query >= 0) {
            path = path.substring(0, query);
        }
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        return urls().base() + path;
    }

    /** The address of this request with its query. */
    public String requestUrl() {
        String path = request.uri();
        int query = path.indexOf('?');
        return query < 0 ? resourceUrl() : resourceUrl() + path.substring(query);
    }

    /** The query string as sent, without the question mark; empty when there is none. */
    public String rawQuery() {
        return request.query() == null ? "" : request.query();
    }

    /** The decoded query parameters; a {@code +} is a space. */
    public MultivaluedMap<String, String> query() {
        return uri.getQueryParameters();
    }

    /** The first value of a query parameter, or empty when it is absent or blank. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query().getFirst(name)).filter(value -> !value.isBlank());
    }

    /** The page asked for; empty when the whole collection is. */
    public Optional<Paging> paging() {
        return Paging.of(query());
    }

    /** The media ranges that the client accepts, as one list; empty when it does not say. */
    public String accept() {
        return String.join(", ", request.headers().getAll("Accept"));
    }

    /** Whether the client names this media type among those it accepts. */
    public boolean accepts(String mediaType) {
        return request.headers().getAll("Accept").stream()
                .anyMatch(header -> header.toLowerCase(Locale.ROOT).contains(mediaType));
    }

    private String base() {
        String direct = origin(scheme(), hostHeader());
        Optional<String> configured = settings.baseUrls().or(settings::baseUrl);
        if (configured.isEmpty()) {
            return forwarded().orElse(direct);
        }
        var candidates = Settings.words(configured.get()).stream()
                .map(url -> url.replaceAll("/+$", ""))
                .toList();
        return Stream.of(forwarded(), Optional.of(direct))
                .flatMap(Optional::stream)
                .flatMap(own -> candidates.stream().filter(own::equals))
                .findFirst()
                .orElse(candidates.getFirst());
    }

    private Optional<String> forwarded() {
        String host = first(request.getHeader("X-Forwarded-Host"));
        String scheme = first(request.getHeader("X-Forwarded-Proto"));
        String port = first(request.getHeader("X-Forwarded-Port"));
        if (host == null && scheme == null && port == null) {
            return Optional.empty();
        }
        String name = host == null ? hostHeader() : host;
        if (port != null && port.matches("\\d{1,5}")) {
            name = name.replaceAll(":\\d+$", "") + ":" + port;
        }
        return HOST.matcher(name).matches()
                ? Optional.of(origin("https".equalsIgnoreCase(scheme) ? "https" : scheme(), name))
                : Optional.empty();
    }

    private String scheme() {
        String scheme = request.scheme();
        return scheme == null ? "http" : scheme;
    }

    private String hostHeader() {
        var authority = request.authority();
        String host = authority == null ? "localhost" : authority.toString();
        return HOST.matcher(host).matches() ? host : "localhost";
    }

    private static String origin(String scheme, String host) {
        boolean usual =
                scheme.equals("http") && host.endsWith(":80") || scheme.equals("https") && host.endsWith(":443");
        return scheme + "://" + (usual ? host.substring(0, host.lastIndexOf(':')) : host);
    }

    private static @Nullable String first(@Nullable String header) {
        return header == null || header.isBlank() ? null : header.split(",")[0].strip();
    }
}
