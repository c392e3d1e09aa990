package dev.accord.contracts.compatibility;

import dev.accord.contracts.openapi.OpenApiDocument;
import dev.accord.contracts.openapi.Operation;
import dev.accord.contracts.openapi.SecurityRequirement;
import dev.accord.contracts.openapi.SecurityScheme;
import dev.accord.contracts.usage.InteractionUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks the credentials of a request: some requirement must be met by what is sent. */
final class Credentials {

    private final OpenApiDocument document;
    private final Trace trace;

    Credentials(OpenApiDocument document, Trace trace) {
        this.document = document;
        this.trace = trace;
    }

    /** How well a request meets a requirement, best first. */
    private enum Met {
        YES,
        UNPROVEN,
        INVISIBLE,
        NO
    }

    void check(Operation operation, InteractionUsage.Request request) {
        List<SecurityRequirement> choices = operation.security();
        if (choices.isEmpty()) {
            return;
        }
        Met best = Met.NO;
        SecurityRequirement nearest = choices.get(0);
        for (SecurityRequirement choice : choices) {
            Met met = met(choice, request);
            if (met.compareTo(best) < 0) {
                best = met;
                nearest = choice;
            }
        }
        String names = String.join(" and ", new TreeSet<>(nearest.schemes().keySet()));
        switch (best) {
            case YES -> {
                // nothing to say
            }
            case UNPROVEN ->
                trace.add(
                        ViolationKind.CREDENTIALS_UNPROVEN,
                        "request/credentials",
                        detail(nearest),
                        "whether the credentials satisfy " + names + " cannot be seen",
                        nearest.source());
            case INVISIBLE ->
                trace.add(
                        ViolationKind.CREDENTIALS_INVISIBLE,
                        "request/credentials",
                        "",
                        "no credentials are sent for " + names,
                        nearest.source());
            case NO ->
                trace.add(
                        ViolationKind.CREDENTIALS_MISSING,
                        "request/credentials",
                        "",
                        "the credentials for " + names + " are not sent",
                        nearest.source());
        }
    }

    /** What is demanded, scopes included: other scopes are other demands. */
    private static String detail(SecurityRequirement requirement) {
        List<String> parts = new ArrayList<>();
        requirement.schemes().forEach((name, scopes) -> parts.add(name + new TreeSet<>(scopes)));
        parts.sort(null);
        return String.join(" ", parts);
    }

    private Met met(SecurityRequirement requirement, InteractionUsage.Request request) {
        Met worst = Met.YES;
        for (String name : requirement.schemes().keySet()) {
            SecurityScheme scheme = document.components().securitySchemes().get(name);
            Met met = scheme == null ? Met.YES : met(scheme, request);
            worst = met.compareTo(worst) > 0 ? met : worst;
        }
        return worst;
    }

    private static Met met(SecurityScheme scheme, InteractionUsage.Request request) {
        String authorization = request.authorization();
        return switch (scheme.type()) {
            case "apiKey" -> key(scheme, request) ? Met.YES : Met.NO;
            case "http" -> {
                String wanted = scheme.scheme();
                boolean sent = authorization != null
                        && (wanted == null || wanted.toLowerCase(Locale.ROOT).equals(authorization));
                yield sent ? Met.YES : Met.NO;
            }
            case "oauth2", "openIdConnect" -> authorization == null ? Met.INVISIBLE : Met.UNPROVEN;
            case "mutualTLS" -> Met.UNPROVEN;
            default -> Met.YES;
        };
    }

    private static boolean key(SecurityScheme scheme, InteractionUsage.Request request) {
        String name = scheme.parameterName();
        if (name == null || scheme.in() == null) {
            return true;
        }
        return switch (scheme.in()) {
            case "query" -> request.query().containsKey(name);
            case "cookie" -> request.cookies().containsKey(name);
            default -> request.headers().containsKey(name.toLowerCase(Locale.ROOT));
        };
    }

    /** Returns the names of headers or query parameters that carry credentials for an operation, or may. */
    static Set<String> names(OpenApiDocument document, @Nullable String in) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (SecurityScheme scheme : document.components().securitySchemes().values()) {
            if (scheme.type().equals("apiKey")
                    && scheme.parameterName() != null
                    && java.util.Objects.equals(scheme.in(), in)) {
                names.add(scheme.parameterName());
            }
        }
        return names;
    }
}
