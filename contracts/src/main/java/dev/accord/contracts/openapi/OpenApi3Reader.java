package dev.accord.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds the model from an OpenAPI 3.x tree. */
final class OpenApi3Reader {

    static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

    /** The headers that the specification takes out of the parameters and response headers: described elsewhere. */
    private static final Set<String> IGNORED_PARAMETERS = Set.of("accept", "content-type", "authorization");

    private static final int MAX_CALLBACK_DEPTH = 4;

    private final DocumentContext context;
    private final Node root;
    private final List<Server> servers;
    private final List<SecurityRequirement> security;

    OpenApi3Reader(DocumentContext context) {
        this.context = context;
        this.root = context.root();
        this.servers = servers(root);
        this.security = SecurityReader.requirements(root.get("security"));
    }

    OpenApiDocument read() {
        Node components = root.get("components");
        Map<String, Schema> schemas = new LinkedHashMap<>();
        Map<String, SecurityScheme> schemes = new LinkedHashMap<>();
        if (components != null) {
            components.object("schemas").forEach((name, node) -> schemas.put(name, context.schema(node)));
            components.object("securitySchemes").forEach((name, node) -> {
                Node target = context.resolve(node);
                if (target != null) schemes.put(name, SecurityReader.scheme(name, target));
            });
        }
        return new OpenApiDocument(
                context,
                info(root),
                servers,
                paths(root.object("paths"), 0),
                paths(root.object("webhooks"), 0),
                new Components(Collections.unmodifiableMap(schemas), Collections.unmodifiableMap(schemes)),
                security);
    }

    static Info info(Node root) {
        Node info = root.get("info");
        if (info == null) return new Info("", "", Map.of(), root.source());
        String title = info.scalarText("title");
        String version = info.scalarText("version");
        Map<String, JsonNode> extensions = new LinkedHashMap<>();
        root.object("info").forEach((name, value) -> {
            if (name.startsWith("x-")) extensions.put(name, value.toJson());
        });
        return new Info(
                title == null ? "" : title,
                version == null ? "" : version,
                Collections.unmodifiableMap(extensions),
                info.source());
    }

    private static List<Server> servers(Node node) {
        List<Server> servers = new ArrayList<>();
        for (Node each : node.array("servers")) {
            String url = each.text("url");
            if (url == null) continue;
            Map<String, Server.Variable> variables = new LinkedHashMap<>();
            each.object("variables").forEach((name, variable) -> {
                String value = variable.scalarText("default");
                variables.put(name, new Server.Variable(value == null ? "" : value, variable.texts("enum")));
            });
            servers.add(new Server(url, Collections.unmodifiableMap(variables), each.source()));
        }
        return List.copyOf(servers);
    }

    private Map<String, PathItem> paths(Map<String, Node> nodes, int callbackDepth) {
        Map<String, PathItem> paths = new LinkedHashMap<>();
        nodes.forEach((template, node) -> {
            Node item = context.resolve(node);
            if (template.startsWith("x-") || !(item instanceof Node.Members)) return;
            paths.put(template, pathItem(template, node, item, callbackDepth));
        });
        return Collections.unmodifiableMap(paths);
    }

    private PathItem pathItem(String template, Node place, Node item, int callbackDepth) {
        List<Server> own = servers(item);
        List<Parameter> shared = parameters(item);
        Map<String, Operation> operations = new LinkedHashMap<>();
        for (Map.Entry<String, Node> each : ((Node.Members) item).members.entrySet()) {
            if (!METHODS.contains(each.getKey()) || !(each.getValue() instanceof Node.Members)) continue;
            String method = each.getKey().toUpperCase(Locale.ROOT);
            OperationKey key = new OperationKey(method, template);
            List<Server> inherited = own.isEmpty() ? servers : own;
            operations.put(method, operation(key, each.getValue(), shared, inherited, callbackDepth));
        }
        item.object("additionalOperations").forEach((method, node) -> {
            OperationKey key = new OperationKey(method, template);
            operations.putIfAbsent(method, operation(key, node, shared, own.isEmpty() ? servers : own, callbackDepth));
        });
        return new PathItem(template, Collections.unmodifiableMap(operations), Lifecycle.of(item), place.source());
    }

    private Operation operation(
            OperationKey key, Node node, List<Parameter> shared, List<Server> inherited, int callbackDepth) {
        List<Server> own = servers(node);
        boolean ownSecurity = node.get("security") instanceof Node.Elements;
        Node body = node.get("requestBody");
        List<Parameter> parameters = merged(parameters(node), shared);
        Map<String, Map<String, PathItem>> callbacks = new LinkedHashMap<>();
        if (callbackDepth < MAX_CALLBACK_DEPTH) {
            node.object("callbacks").forEach((name, callback) -> {
                Node target = context.resolve(callback);
                if (target instanceof Node.Members m) callbacks.put(name, paths(m.members, callbackDepth + 1));
            });
        }
        return new Operation(
                key,
                node.text("operationId"),
                List.copyOf(node.texts("tags")),
                Lifecycle.of(node),
                parameters,
                inherited(parameters, shared),
                body == null ? null : requestBody(body),
                responses(node),
                ownSecurity ? SecurityReader.requirements(node.get("security")) : security,
                ownSecurity,
                own.isEmpty() ? inherited : own,
                Collections.unmodifiableMap(callbacks),
                node.source());
    }

    static List<Parameter> merged(List<Parameter> own, List<Parameter> shared) {
        if (shared.isEmpty()) return List.copyOf(own);
        List<Parameter> all = new ArrayList<>(own);
        for (Parameter each : shared) {
            if (own.stream().noneMatch(o -> o.in() == each.in() && o.name().equals(each.name()))) all.add(each);
        }
        return List.copyOf(all);
    }

    private static Set<Parameter> inherited(List<Parameter> all, List<Parameter> shared) {
        if (shared.isEmpty()) return Set.of();
        Set<Parameter> inherited = Collections.newSetFromMap(new IdentityHashMap<>());
        inherited.addAll(shared);
        inherited.retainAll(all);
        return Collections.unmodifiableSet(inherited);
    }

    private List<Parameter> parameters(Node node) {
        List<Parameter> parameters = new ArrayList<>();
        for (Node each : node.array("parameters")) {
            Node target = context.resolve(each);
            Parameter parameter = target == null ? null : parameter(target);
            if (parameter != null) parameters.add(parameter);
        }
        return parameters;
    }

    private @Nullable Parameter parameter(Node node) {
        String name = node.scalarText("name");
        String in = node.text("in");
        ParameterLocation location =
                in == null ? null : ParameterLocation.of(in).orElse(null);
        if (name == null || location == null) return null;
        if (location == ParameterLocation.HEADER && IGNORED_PARAMETERS.contains(name.toLowerCase(Locale.ROOT))) {
            return null;
        }
        boolean inQuery = location == ParameterLocation.QUERY || location == ParameterLocation.COOKIE;
        String style = node.text("style");
        String effectiveStyle = style != null ? style : inQuery ? "form" : "simple";
        Boolean explode = node.bool("explode");
        Node extensible = node.get("x-extensible-enum");
        return new Parameter(
                name,
                location,
                location == ParameterLocation.PATH || node.isTrue("required"),
                node.isTrue("required"),
                Lifecycle.of(node),
                node.isTrue("allowEmptyValue"),
                effectiveStyle,
                explode != null ? explode : effectiveStyle.equals("form"),
                node.isTrue("allowReserved"),
                schema(node, "schema"),
                content(node),
                json(extensible),
                node.source());
    }

    private static @Nullable JsonNode json(@Nullable Node node) {
        return node == null ? null : node.toJson();
    }

    private @Nullable Schema schema(Node node, String keyword) {
        Node schema = node.get(keyword);
        boolean given =
                schema instanceof Node.Members || (schema instanceof Node.Scalar s && s.value instanceof Boolean);
        return schema != null && given ? context.schema(schema) : null;
    }

    private @Nullable RequestBody requestBody(Node node) {
        Node target = context.resolve(node);
        if (!(target instanceof Node.Members)) return null;
        return new RequestBody(target.isTrue("required"), content(target), target.source());
    }

    private Map<String, MediaType> content(Node node) {
        Map<String, Node> members = node.object("content");
        if (members.isEmpty()) return Map.of();
        Map<String, MediaType> content = new LinkedHashMap<>();
        members.forEach((name, each) -> {
            Node target = context.resolve(each);
            if (target != null) content.put(name, mediaType(name, target));
        });
        return Collections.unmodifiableMap(content);
    }

    private MediaType mediaType(String name, Node node) {
        Map<String, MediaType.Encoding> encoding = new LinkedHashMap<>();
        node.object("encoding").forEach((property, each) -> encoding.put(property, encoding(each)));
        return new MediaType(
                name,
                schema(node, "schema"),
                schema(node, "itemSchema"),
                Collections.unmodifiableMap(encoding),
                node.source());
    }

    private MediaType.Encoding encoding(Node node) {
        return new MediaType.Encoding(
                node.text("contentType"),
                headers(node),
                node.text("style"),
                node.bool("explode"),
                node.isTrue("allowReserved"),
                node.source());
    }

    private Map<String, Header> headers(Node node) {
        Map<String, Node> members = node.object("headers");
        if (members.isEmpty()) return Map.of();
        Map<String, Header> headers = new LinkedHashMap<>();
        members.forEach((name, each) -> {
            Node target = context.resolve(each);
            String key = name.toLowerCase(Locale.ROOT);
            if (target == null || key.equals("content-type")) return;
            headers.put(
                    key,
                    new Header(
                            name,
                            target.isTrue("required"),
                            target.isTrue("deprecated"),
                            schema(target, "schema"),
                            content(target),
                            target.source()));
        });
        return Collections.unmodifiableMap(headers);
    }

    private Responses responses(Node operation) {
        Node node = operation.get("responses");
        Map<String, Response> responses = new LinkedHashMap<>();
        operation.object("responses").forEach((status, each) -> {
            Node target = context.resolve(each);
            if (status.startsWith("x-") || !(target instanceof Node.Members)) return;
            String key = Responses.normalised(status);
            responses.put(key, new Response(key, headers(target), content(target), each.source()));
        });
        return new Responses(Collections.unmodifiableMap(responses), node == null ? operation.source() : node.source());
    }
}
