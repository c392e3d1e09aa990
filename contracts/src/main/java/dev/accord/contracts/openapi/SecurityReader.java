package dev.accord.contracts.openapi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what lets a caller in, of OpenAPI 3 and of Swagger 2. */
final class SecurityReader {

    private SecurityReader() {}

    static List<SecurityRequirement> requirements(@Nullable Node node) {
        if (!(node instanceof Node.Elements list)) return List.of();
        List<SecurityRequirement> requirements = new ArrayList<>();
        for (Node each : list.elements) {
            if (!(each instanceof Node.Members m)) continue;
            Map<String, List<String>> schemes = new LinkedHashMap<>();
            m.members.keySet().forEach(name -> schemes.put(name, List.copyOf(m.texts(name))));
            requirements.add(new SecurityRequirement(Collections.unmodifiableMap(schemes), each.source()));
        }
        return List.copyOf(requirements);
    }

    static SecurityScheme scheme(String name, Node node) {
        String type = node.text("type");
        Map<String, SecurityScheme.OAuthFlow> flows = new LinkedHashMap<>();
        node.object("flows").forEach((flow, each) -> {
            if (each instanceof Node.Members) flows.put(flow, flow(each));
        });
        String scheme = node.text("scheme");
        return new SecurityScheme(
                name,
                type == null ? "" : type,
                node.text("in"),
                node.text("name"),
                scheme == null ? null : scheme.toLowerCase(Locale.ROOT),
                node.text("openIdConnectUrl"),
                Collections.unmodifiableMap(flows),
                node.source());
    }

    static SecurityScheme swagger2(String name, Node node) {
        String type = node.text("type");
        if ("basic".equals(type)) {
            return new SecurityScheme(name, "http", null, null, "basic", null, Map.of(), node.source());
        }
        String flow = node.text("flow");
        Map<String, SecurityScheme.OAuthFlow> flows = flow == null ? Map.of() : Map.of(flowName(flow), flow(node));
        return new SecurityScheme(
                name, type == null ? "" : type, node.text("in"), node.text("name"), null, null, flows, node.source());
    }

    private static String flowName(String swagger2) {
        return switch (swagger2) {
            case "application" -> "clientCredentials";
            case "accessCode" -> "authorizationCode";
            default -> swagger2;
        };
    }

    private static SecurityScheme.OAuthFlow flow(Node node) {
        Map<String, String> scopes = new LinkedHashMap<>();
        node.object("scopes").forEach((scope, text) -> {
            if (!scope.startsWith("x-"))
                scopes.put(scope, text instanceof Node.Scalar s ? String.valueOf(s.value) : "");
        });
        return new SecurityScheme.OAuthFlow(
                node.text("authorizationUrl"),
                node.text("tokenUrl"),
                node.text("refreshUrl"),
                Collections.unmodifiableMap(scopes));
    }
}
