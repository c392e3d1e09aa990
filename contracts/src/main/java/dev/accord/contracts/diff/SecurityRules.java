package dev.accord.contracts.diff;

import dev.accord.contracts.openapi.OpenApiDocument;
import dev.accord.contracts.openapi.SecurityRequirement;
import dev.accord.contracts.openapi.SecurityScheme;
import dev.accord.contracts.openapi.Source;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Judges who is let in: the ways in of operations and of the document, and the schemes behind them. */
final class SecurityRules {

    private SecurityRules() {}

    /** Receives a finding about requirements. */
    private interface Sink {
        void report(String rule, @Nullable String before, @Nullable String after, Source base, Source revision);
    }

    static void compare(OperationPair pair) {
        boolean own = pair.base().ownSecurity() || pair.revision().ownSecurity();
        if (own) {
            List<SecurityRequirement> before =
                    pair.base().ownSecurity() ? pair.base().security() : List.of();
            List<SecurityRequirement> after =
                    pair.revision().ownSecurity() ? pair.revision().security() : List.of();
            requirements(
                    "api-security-",
                    before,
                    after,
                    pair.base().source(),
                    pair.revision().source(),
                    (rule, was, is, base, revision) ->
                            pair.report(rule, Direction.REQUEST, "", was, is, base, revision));
        }
        boolean open = isOpen(pair.base().security());
        boolean opened = isOpen(pair.revision().security());
        if (open != opened) {
            String rule = opened ? "api-security-became-optional" : "api-security-became-required";
            pair.report(
                    rule,
                    Direction.REQUEST,
                    "",
                    null,
                    null,
                    pair.base().source(),
                    pair.revision().source());
        }
    }

    private static boolean isOpen(List<SecurityRequirement> requirements) {
        return requirements.isEmpty()
                || requirements.stream().anyMatch(each -> each.schemes().isEmpty());
    }

    static void compare(ChangeList changes, OpenApiDocument base, OpenApiDocument revision) {
        Sink sink = (rule, was, is, from, to) ->
                changes.add(Rules.get(rule), null, Direction.REQUEST, "security", was, is, from, to);
        requirements("api-global-security-", base.security(), revision.security(), Source.ROOT, Source.ROOT, sink);
        Map<String, SecurityScheme> before = base.components().securitySchemes();
        Map<String, SecurityScheme> after = revision.components().securitySchemes();
        before.forEach((name, scheme) -> {
            SecurityScheme other = after.get(name);
            if (other != null) scheme(changes, scheme, other);
            else sink.report("api-security-component-removed", name, null, scheme.source(), Source.ROOT);
        });
        after.forEach((name, scheme) -> {
            if (!before.containsKey(name)) {
                sink.report("api-security-component-added", null, name, Source.ROOT, scheme.source());
            }
        });
    }

    private static void requirements(
            String prefix,
            List<SecurityRequirement> before,
            List<SecurityRequirement> after,
            Source base,
            Source revision,
            Sink sink) {
        for (SecurityRequirement each : before) {
            Optional<SecurityRequirement> same = find(after, each);
            if (same.isPresent()) {
                scopes(prefix, each, same.get(), sink);
            } else if (!each.schemes().isEmpty()) {
                sink.report(prefix + "removed", text(each), null, each.source(), revision);
            }
        }
        for (SecurityRequirement each : after) {
            if (find(before, each).isEmpty() && !each.schemes().isEmpty()) {
                sink.report(prefix + "added", null, text(each), base, each.source());
            }
        }
    }

    private static Optional<SecurityRequirement> find(List<SecurityRequirement> among, SecurityRequirement wanted) {
        Set<String> names = wanted.schemes().keySet();
        return among.stream()
                .filter(each -> each.schemes().keySet().equals(names))
                .findFirst();
    }

    private static String text(SecurityRequirement requirement) {
        return String.join(" and ", requirement.schemes().keySet());
    }

    private static void scopes(String prefix, SecurityRequirement a, SecurityRequirement b, Sink sink) {
        a.schemes().forEach((name, before) -> {
            List<String> after = b.schemes().getOrDefault(name, List.of());
            before.stream()
                    .filter(each -> !after.contains(each))
                    .forEach(each ->
                            sink.report(prefix + "scope-removed", name + " " + each, null, a.source(), b.source()));
            after.stream()
                    .filter(each -> !before.contains(each))
                    .forEach(each ->
                            sink.report(prefix + "scope-added", null, name + " " + each, a.source(), b.source()));
        });
    }

    private static void scheme(ChangeList changes, SecurityScheme a, SecurityScheme b) {
        Sink sink = (rule, was, is, from, to) -> changes.add(
                Rules.get(rule),
                null,
                Direction.REQUEST,
                "security scheme " + a.name(),
                was,
                is,
                a.source(),
                b.source());
        if (!a.type().equals(b.type())) {
            sink.report("api-security-component-type-changed", a.type(), b.type(), a.source(), b.source());
            return;
        }
        String was = a.in() + " " + a.parameterName();
        String is = b.in() + " " + b.parameterName();
        boolean sameKey = Objects.equals(a.in(), b.in())
                && ("header".equals(a.in())
                        ? String.valueOf(a.parameterName()).equalsIgnoreCase(String.valueOf(b.parameterName()))
                        : Objects.equals(a.parameterName(), b.parameterName()));
        if (a.type().equals("apiKey") && !sameKey) {
            sink.report("api-security-component-api-key-changed", was, is, a.source(), b.source());
        }
        changed(a.scheme(), b.scheme(), "api-security-component-http-scheme-changed", sink, a, b);
        changed(
                a.openIdConnectUrl(),
                b.openIdConnectUrl(),
                "api-security-component-open-id-connect-url-changed",
                sink,
                a,
                b);
        Set<String> flows = new TreeSet<>(a.flows().keySet());
        flows.addAll(b.flows().keySet());
        for (String each : flows) flow(each, a, b, sink);
    }

    private static void flow(String name, SecurityScheme a, SecurityScheme b, Sink sink) {
        SecurityScheme.OAuthFlow before = a.flows().get(name);
        SecurityScheme.OAuthFlow after = b.flows().get(name);
        if (before == null || after == null) {
            String rule = "api-security-component-oauth-flow-" + (before == null ? "added" : "removed");
            sink.report(rule, before == null ? null : name, before == null ? name : null, a.source(), b.source());
            return;
        }
        changed(
                before.authorizationUrl(),
                after.authorizationUrl(),
                "api-security-component-oauth-url-changed",
                sink,
                a,
                b);
        changed(before.tokenUrl(), after.tokenUrl(), "api-security-component-oauth-token-url-changed", sink, a, b);
        Set<String> scopes = new TreeSet<>(before.scopes().keySet());
        scopes.addAll(after.scopes().keySet());
        for (String each : scopes) {
            String was = before.scopes().get(each);
            String is = after.scopes().get(each);
            String prefix = "api-security-component-oauth-scope-";
            Consumer<String> report = action -> sink.report(
                    prefix + action,
                    action.equals("added") ? null : action.equals("removed") ? each : was,
                    action.equals("removed") ? null : action.equals("added") ? each : is,
                    a.source(),
                    b.source());
            if (was == null) report.accept("added");
            else if (is == null) report.accept("removed");
            else if (!was.equals(is)) report.accept("changed");
        }
    }

    private static void changed(
            @Nullable String before,
            @Nullable String after,
            String rule,
            Sink sink,
            SecurityScheme a,
            SecurityScheme b) {
        if (!Objects.equals(before, after)) sink.report(rule, before, after, a.source(), b.source());
    }
}
