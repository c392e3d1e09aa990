package dev.accord.contracts.openapi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds the model from a Swagger 2.0 tree: body and form parameters become a request body, {@code consumes} and {@code
 * produces} become media types, host and base path become servers, a parameter is its own schema.
 */
final class Swagger2Reader {

    private static final String JSON = "application/json";

    private final DocumentContext context;
    private final Node root;
    private final List<Server> servers;
    private final List<SecurityRequirement> security;

    Swagger2Reader(DocumentContext context) {
        this.context = context;
        this.root = context.root();
        this.servers = servers();
        this.security = SecurityReader.requirements(root.get("security"));
    }

    OpenApiDocument read() {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        root.object("definitions").forEach((name, node) -> schemas.put(name, context.schema(node)));
        Map<String, SecurityScheme> schemes = new LinkedHashMap<>();
        root.object("securityDefinitions")
                .forEach((name, node) -> schemes.put(name, SecurityReader.swagger2(name, node)));
        Map<String, PathItem> paths = new LinkedHashMap<>();
        root.object("paths").forEach((template, node) -> {
            Node item = context.resolve(node);
            if (!template.startsWith("x-") && item instanceof Node.Members m) {
                paths.put(template, pathItem(template, node, m));
            }
        });
        return new OpenApiDocument(
                context,
                OpenApi3Reader.info(root),
                servers,
                Collections.unmodifiableMap(paths),
                Map.of(),
                new Components(Collections.unmodifiableMap(schemas), Collections.unmodifiableMap(schemes)),
                security);
    }

    private List<Server> servers() {
        String host = root.text("host");
        String base = root.text("basePath");
        if (host == null && base == null) return List.of();
        Node place = root.get(base == null ? "host" : "basePath");
        Source source = place == null ? Source.ROOT : place.source();
        String path = base == null ? "" : base;
        List<String> schemes = root.texts("schemes");
        if (host == null) return List.of(new Server(path, Map.of(), source));
        if (schemes.isEmpty()) return List.of(new Server("//" + host + path, Map.of(), source));
        return schemes.stream()
                .map(each -> new Server(each + "://" + host + path, Map.of(), source))
                .toList();
    }

    private PathItem pathItem(String template, Node place, Node.Members item) {
        List<Node> shared = parameterNodes(item);
        Map<String, Operation> operations = new LinkedHashMap<>();
        item.members.forEach((name, node) -> {
            if (!OpenApi3Reader.METHODS.contains(name) || !(node instanceof Node.Members)) return;
            String method = name.toUpperCase(Locale.ROOT);
            operations.put(method, operation(new OperationKey(method, template), node, shared));
        });
        return new PathItem(template, Collections.unmodifiableMap(operations), Lifecycle.of(item), place.source());
    }

    private List<Node> parameterNodes(Node node) {
        List<Node> nodes = new ArrayList<>();
        for (Node each : node.array("parameters")) {
            Node target = context.resolve(each);
            if (target != null) nodes.add(target);
        }
        return nodes;
    }

    private Operation operation(OperationKey key, Node node, List<Node> shared) {
        List<Node> own = parameterNodes(node);
        List<Node> all = new ArrayList<>(own);
        for (Node each : shared) if (own.stream().noneMatch(o -> sameParameter(o, each))) all.add(each);
        boolean ownSecurity = node.get("security") instanceof Node.Elements;
        return new Operation(
                key,
                node.text("operationId"),
                List.copyOf(node.texts("tags")),
                Lifecycle.of(node),
                parameters(all),
                Set.copyOf(parameters(shared)),
                requestBody(node, all),
                responses(node),
                ownSecurity ? SecurityReader.requirements(node.get("security")) : security,
                ownSecurity,
                servers,
                Map.of(),
                node.source());
    }

    private static boolean sameParameter(Node a, Node b) {
        String in = a.text("in");
        if (in == null || !in.equals(b.text("in"))) return false;
        String name = a.text("name");
        return in.equals("body") || (name != null && name.equals(b.text("name")));
    }

    private List<Parameter> parameters(List<Node> nodes) {
        List<Parameter> parameters = new ArrayList<>();
        for (Node each : nodes) {
            String in = each.text("in");
            String name = each.text("name");
            ParameterLocation location =
                    in == null ? null : ParameterLocation.of(in).orElse(null);
            if (location != null && name != null) parameters.add(parameter(each, name, location));
        }
        return List.copyOf(parameters);
    }

    private Parameter parameter(Node node, String name, ParameterLocation location) {
        String format = node.text("collectionFormat");
        boolean inQuery = location == ParameterLocation.QUERY;
        String style = switch (format == null ? "csv" : format) {
            case "ssv" -> "spaceDelimited";
            case "tsv" -> "tabDelimited";
            case "pipes" -> "pipeDelimited";
            default -> inQuery ? "form" : "simple";
        };
        boolean isArray = "array".equals(node.text("type"));
        Node extensible = node.get("x-extensible-enum");
        return new Parameter(
                name,
                location,
                location == ParameterLocation.PATH || node.isTrue("required"),
                node.isTrue("required"),
                Lifecycle.of(node),
                node.isTrue("allowEmptyValue"),
                style,
                // for anything but an array nothing is exploded, so that it compares equal to OpenAPI 3's default
                isArray ? "multi".equals(format) : style.equals("form"),
                false,
                context.schema(node),
                Map.of(),
                extensible == null ? null : extensible.toJson(),
                node.source());
    }

    private @Nullable RequestBody requestBody(Node operation, List<Node> parameters) {
        for (Node each : parameters) {
            if (!"body".equals(each.text("in"))) continue;
            Node schema = each.get("schema");
            Map<String, MediaType> content =
                    content(mediaTypes(operation, "consumes"), schema == null ? null : context.schema(schema), each);
            return new RequestBody(each.isTrue("required"), content, each.source());
        }
        List<Node> form = parameters.stream()
                .filter(each -> "formData".equals(each.text("in")))
                .toList();
        return form.isEmpty() ? null : formBody(operation, form);
    }

    private RequestBody formBody(Node operation, List<Node> form) {
        SchemaFacts facts = new SchemaFacts();
        facts.context = context;
        facts.origins = List.of(form.getFirst());
        facts.types = Set.of(SchemaType.OBJECT);
        Set<String> required = new LinkedHashSet<>();
        Map<String, SchemaLink> properties = new LinkedHashMap<>();
        for (Node each : form) {
            String name = each.text("name");
            if (name == null) continue;
            properties.put(name, new SchemaLink(context, each));
            if (each.isTrue("required")) required.add(name);
        }
        facts.properties = Collections.unmodifiableMap(properties);
        facts.required = Collections.unmodifiableSet(required);
        List<String> types = mediaTypes(operation, "consumes");
        boolean anyForm = types.stream().anyMatch(t -> t.startsWith("multipart/") || t.contains("form-urlencoded"));
        boolean file = form.stream().anyMatch(each -> "file".equals(each.text("type")));
        List<String> used =
                anyForm ? types : List.of(file ? "multipart/form-data" : "application/x-www-form-urlencoded");
        return new RequestBody(
                !required.isEmpty(),
                content(used, new Schema(facts), form.getFirst()),
                form.getFirst().source());
    }

    private List<String> mediaTypes(Node operation, String keyword) {
        Node holder = operation.get(keyword) instanceof Node.Elements ? operation : root;
        List<String> types = holder.texts(keyword);
        return types.isEmpty() ? List.of(JSON) : types;
    }

    private static Map<String, MediaType> content(List<String> names, @Nullable Schema schema, Node place) {
        Map<String, MediaType> content = new LinkedHashMap<>();
        for (String each : names) content.put(each, new MediaType(each, schema, null, Map.of(), place.source()));
        return Collections.unmodifiableMap(content);
    }

    private Responses responses(Node operation) {
        Map<String, Response> responses = new LinkedHashMap<>();
        operation.object("responses").forEach((status, each) -> {
            Node target = context.resolve(each);
            if (status.startsWith("x-") || !(target instanceof Node.Members)) return;
            Node schema = target.get("schema");
            // An operation that names its media types negotiates them, also where it says nothing of the body.
            boolean silent = schema == null && !(operation.get("produces") instanceof Node.Elements);
            Map<String, MediaType> content = silent
                    ? Map.of()
                    : content(
                            mediaTypes(operation, "produces"), schema == null ? null : context.schema(schema), target);
            String key = Responses.normalised(status);
            responses.put(key, new Response(key, headers(target), content, each.source()));
        });
        Node node = operation.get("responses");
        return new Responses(Collections.unmodifiableMap(responses), node == null ? operation.source() : node.source());
    }

    private Map<String, Header> headers(Node response) {
        Map<String, Header> headers = new LinkedHashMap<>();
        response.object("headers").forEach((name, node) -> {
            String key = name.toLowerCase(Locale.ROOT);
            if (key.equals("content-type") || !(node instanceof Node.Members)) return;
            headers.put(key, new Header(name, false, false, context.schema(node), Map.of(), node.source()));
        });
        return Collections.unmodifiableMap(headers);
    }
}
