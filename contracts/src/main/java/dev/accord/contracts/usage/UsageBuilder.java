package dev.accord.contracts.usage;

import dev.accord.contracts.pact.Body;
import dev.accord.contracts.pact.Generators;
import dev.accord.contracts.pact.Interaction;
import dev.accord.contracts.pact.Matcher;
import dev.accord.contracts.pact.MatchingRules;
import dev.accord.contracts.pact.MatchingRules.Category;
import dev.accord.contracts.pact.Pact;
import dev.accord.contracts.pact.ProviderState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Works out what one interaction uses. */
final class UsageBuilder {

    private static final int FIRST_ERROR = 400;

    private UsageBuilder() {}

    static InteractionUsage of(Pact pact, Interaction interaction) {
        Interaction.Head head = interaction.head();
        boolean message = !(interaction instanceof Interaction.Http) && !(interaction instanceof Interaction.Opaque);
        InteractionUsage.Origin origin = new InteractionUsage.Origin(
                pact.consumer(),
                head.index(),
                head.description(),
                head.states().stream().map(ProviderState::name).toList(),
                message);
        return switch (interaction) {
            case Interaction.Http http -> http(origin, http);
            case Interaction.Opaque opaque -> new InteractionUsage(origin, null, null, opaque.reason());
            default -> new InteractionUsage(origin, null, null, "it is a message, which an HTTP API does not describe");
        };
    }

    private static InteractionUsage http(InteractionUsage.Origin origin, Interaction.Http http) {
        InteractionUsage.Response response = response(http.response());
        return new InteractionUsage(origin, request(http.request(), isError(response.status())), response, null);
    }

    /** An error is expected when the example is one; a rule may accept more, but the request was made for the example. */
    private static boolean isError(InteractionUsage.Status status) {
        return status.example() >= FIRST_ERROR;
    }

    private static InteractionUsage.Request request(Interaction.Request request, boolean negative) {
        NeedBuilder needs = new NeedBuilder(request.rules(), request.generators());
        String accept = header(request.headers(), "accept");
        Need path = needs.path(request.path());
        if (negative) {
            return new InteractionUsage.Request(
                    request.method(),
                    request.path(),
                    path,
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    null,
                    accept,
                    header(request.headers(), "content-type"),
                    new BodyUsage.Unmentioned(),
                    true);
        }
        String contentType = contentType(request.headers(), request.body());
        return new InteractionUsage.Request(
                request.method(),
                request.path(),
                path,
                query(request, needs),
                headers(request.headers(), needs),
                cookies(request, needs),
                scheme(header(request.headers(), "authorization")),
                accept,
                contentType,
                Bodies.of(request.body(), contentType, request.rules(), request.generators()),
                false);
    }

    private static InteractionUsage.Response response(Interaction.Response response) {
        NeedBuilder needs = new NeedBuilder(response.rules(), response.generators());
        String contentType = contentType(response.headers(), response.body());
        return new InteractionUsage.Response(
                status(response),
                headers(response.headers(), needs),
                contentType,
                header(response.headers(), "content-type") != null,
                Bodies.of(response.body(), contentType, response.rules(), response.generators()));
    }

    private static InteractionUsage.Status status(Interaction.Response response) {
        return response.rules()
                .whole(Category.STATUS)
                .flatMap(group -> group.matchers().stream()
                        .filter(m -> m instanceof Matcher.StatusCode)
                        .map(m -> (Matcher.StatusCode) m)
                        .findFirst())
                .map(m -> new InteractionUsage.Status(response.status(), m.statusClass(), m.statuses()))
                .orElseGet(() -> new InteractionUsage.Status(response.status(), null, List.of()));
    }

    private static Map<String, InteractionUsage.Values> query(Interaction.Request request, NeedBuilder needs) {
        Map<String, InteractionUsage.Values> query = new LinkedHashMap<>();
        request.query().forEach((name, values) -> query.put(name, values(Category.QUERY, name, values, needs)));
        return query;
    }

    private static Map<String, InteractionUsage.Values> headers(Map<String, List<String>> headers, NeedBuilder needs) {
        Map<String, InteractionUsage.Values> usages = new LinkedHashMap<>();
        headers.forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!lower.equals("accept") && !lower.equals("content-type") && !lower.equals("cookie")) {
                usages.put(lower, values(Category.HEADER, name, values, needs));
            }
        });
        return usages;
    }

    private static InteractionUsage.Values values(
            Category category, String name, List<String> values, NeedBuilder needs) {
        return new InteractionUsage.Values(values, needs.named(category, name, values.isEmpty() ? "" : values.get(0)));
    }

    private static Map<String, InteractionUsage.Values> cookies(Interaction.Request request, NeedBuilder needs) {
        Map<String, InteractionUsage.Values> cookies = new LinkedHashMap<>();
        String header = header(request.headers(), "cookie");
        if (header == null) {
            return cookies;
        }
        NeedBuilder literal = request.rules().named(Category.HEADER, "cookie").isPresent()
                ? needs
                : new NeedBuilder(MatchingRules.NONE, Generators.NONE);
        for (String cookie : header.split(";", -1)) {
            int equals = cookie.indexOf('=');
            if (equals > 0) {
                String name = cookie.substring(0, equals).strip();
                String value = cookie.substring(equals + 1).strip();
                cookies.put(
                        name, new InteractionUsage.Values(List.of(value), literal.named(Category.HEADER, name, value)));
            }
        }
        return cookies;
    }

    private static @Nullable String contentType(Map<String, List<String>> headers, Body body) {
        String header = header(headers, "content-type");
        return header != null && !header.isBlank() ? header : body.contentType();
    }

    private static @Nullable String header(Map<String, List<String>> headers, String name) {
        return headers.entrySet().stream()
                .filter(h -> h.getKey().equalsIgnoreCase(name))
                .map(h -> String.join(name.equals("cookie") ? "; " : ", ", h.getValue()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String scheme(@Nullable String authorization) {
        return authorization == null
                ? null
                : authorization.strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    }
}
