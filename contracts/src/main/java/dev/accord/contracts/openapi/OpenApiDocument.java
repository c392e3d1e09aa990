package dev.accord.contracts.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an OpenAPI document says, in the shape of OpenAPI 3.1 whatever its version. Immutable and safe for use by many
 * threads; schemas are read when they are first asked for.
 */
public final class OpenApiDocument {

    private final SpecVersion version;
    private final Info info;
    private final List<Server> servers;
    private final Map<String, PathItem> paths;
    private final Map<String, PathItem> webhooks;
    private final Components components;
    private final List<SecurityRequirement> security;
    private final Map<OperationKey, Operation> operations;
    private final DocumentContext context;
    private @Nullable List<Uninterpreted> uninterpreted;

    OpenApiDocument(
            DocumentContext context,
            Info info,
            List<Server> servers,
            Map<String, PathItem> paths,
            Map<String, PathItem> webhooks,
            Components components,
            List<SecurityRequirement> security) {
        this.context = context;
        this.version = context.version();
        this.info = info;
        this.servers = servers;
        this.paths = paths;
        this.webhooks = webhooks;
        this.components = components;
        this.security = security;
        Map<OperationKey, Operation> byKey = new LinkedHashMap<>();
        paths.values().forEach(path -> path.operations().values().forEach(each -> byKey.put(each.key(), each)));
        this.operations = java.util.Collections.unmodifiableMap(byKey);
    }

    /** The specification that it follows. */
    public SpecVersion version() {
        return version;
    }

    /** Title and version. */
    public Info info() {
        return info;
    }

    /** Where it is offered; Swagger 2.0's host and base path are one server for each scheme. Empty where nothing is said. */
    public List<Server> servers() {
        return servers;
    }

    /** The paths by template, in the order of the document. */
    public Map<String, PathItem> paths() {
        return paths;
    }

    /** The webhooks by name. */
    public Map<String, PathItem> webhooks() {
        return webhooks;
    }

    /** The operations of all paths, without webhooks and callbacks, in the order of the document. */
    public Map<OperationKey, Operation> operations() {
        return operations;
    }

    /** The operation of that method (upper case) and path template as written. */
    public Optional<Operation> operation(String method, String template) {
        return Optional.ofNullable(operations.get(new OperationKey(method, template)));
    }

    /** What is defined for use by reference. */
    public Components components() {
        return components;
    }

    /** What lets a caller in where an operation says nothing of its own. */
    public List<SecurityRequirement> security() {
        return security;
    }

    /**
     * The keywords, values and references that this reader does not interpret, in the order of the document. Found by
     * a walk over the whole document when first asked for.
     */
    public List<Uninterpreted> uninterpreted() {
        List<Uninterpreted> known = uninterpreted;
        if (known == null) {
            known = UninterpretedKeywords.in(context);
            uninterpreted = known;
        }
        return known;
    }
}
