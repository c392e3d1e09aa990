package dev.accord.contracts.diff;

import dev.accord.contracts.openapi.MediaType;
import dev.accord.contracts.openapi.OpenApiDocument;
import dev.accord.contracts.openapi.Operation;
import dev.accord.contracts.openapi.PathItem;
import dev.accord.contracts.openapi.RequestBody;
import dev.accord.contracts.openapi.Response;
import dev.accord.contracts.openapi.Schema;
import dev.accord.contracts.openapi.Source;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges what the provider sends of its own accord: webhooks and callbacks. Their request is what a consumer receives, so
 * it is judged like a response, and the reverse. Webhooks are judged the other way too, as oasdiff does it.
 */
final class WebhookRules {

    private final ChangeList changes;
    private final SchemaGraph graph;
    private final DiffPolicy policy;

    WebhookRules(ChangeList changes, SchemaGraph graph, DiffPolicy policy) {
        this.changes = changes;
        this.policy = policy;
        this.graph = graph;
    }

    void compare(OpenApiDocument base, OpenApiDocument revision) {
        base.webhooks().forEach((name, webhook) -> {
            PathItem other = revision.webhooks().get(name);
            if (other == null) {
                report("webhook-removed", null, "webhook " + name, name, null, webhook.source(), Source.ROOT);
            } else {
                operations(null, "webhook " + name + " ", "webhook-operation-", webhook, other);
                asOperations(name, webhook, other);
            }
        });
        revision.webhooks().forEach((name, webhook) -> {
            if (!base.webhooks().containsKey(name)) {
                report("webhook-added", null, "webhook " + name, null, name, Source.ROOT, webhook.source());
            }
        });
    }

    /** The same once more for those who send what the webhook describes, such as a gateway or a test double. */
    private void asOperations(String name, PathItem a, PathItem b) {
        a.operations().forEach((method, operation) -> {
            Operation other = b.operations().get(method);
            String label = method + " webhook:" + name;
            if (other == null) {
                new PathRules(changes, graph, policy).removed(operation, label, false, b.source());
                return;
            }
            new OperationRules(new OperationPair(changes, graph, policy, a, b, operation, other, label)).compare();
        });
    }

    static void callbacks(OperationPair pair) {
        WebhookRules rules = new WebhookRules(pair.changes(), pair.graph(), pair.policy());
        Map<String, Map<String, PathItem>> before = pair.base().callbacks();
        Map<String, Map<String, PathItem>> after = pair.revision().callbacks();
        before.forEach(
                (name, expressions) -> rules.callback(pair, name, expressions, after.getOrDefault(name, Map.of())));
        after.forEach((name, expressions) -> {
            if (!before.containsKey(name)) rules.callback(pair, name, Map.of(), expressions);
        });
    }

    private void callback(OperationPair pair, String name, Map<String, PathItem> before, Map<String, PathItem> after) {
        before.forEach((expression, item) -> {
            String location = "callback " + name + " " + expression;
            PathItem other = after.get(expression);
            if (other == null) {
                report(
                        "callback-removed",
                        pair.label(),
                        location,
                        name,
                        null,
                        item.source(),
                        pair.revision().source());
            } else {
                operations(pair.label(), location + " ", "callback-", item, other);
            }
        });
        after.forEach((expression, item) -> {
            if (before.containsKey(expression)) return;
            String location = "callback " + name + " " + expression;
            report(
                    "callback-added",
                    pair.label(),
                    location,
                    null,
                    name,
                    pair.base().source(),
                    item.source());
        });
    }

    private void operations(@Nullable String label, String location, String prefix, PathItem a, PathItem b) {
        a.operations().forEach((method, operation) -> {
            Operation other = b.operations().get(method);
            if (other == null) {
                report(prefix + "removed", label, location + method, method, null, operation.source(), b.source());
            } else {
                sent(label, location + method + " ", operation, other);
            }
        });
        b.operations().forEach((method, operation) -> {
            if (a.operations().containsKey(method)) return;
            report(prefix + "added", label, location + method, null, method, a.source(), operation.source());
        });
    }

    private void sent(@Nullable String label, String location, Operation a, Operation b) {
        RequestBody before = a.requestBody();
        RequestBody after = b.requestBody();
        if (before != null && after != null) {
            content(label, location + "request body ", Direction.RESPONSE, before.content(), after.content());
        }
        a.responses().byStatus().forEach((status, response) -> {
            Response other = b.responses().byStatus().get(status);
            if (other == null) return;
            String place = location + "response " + status + " ";
            content(label, place, Direction.REQUEST, response.content(), other.content());
        });
    }

    private void content(
            @Nullable String label,
            String location,
            Direction direction,
            Map<String, MediaType> before,
            Map<String, MediaType> after) {
        ContentPairs.of(before, after).pairs().forEach((was, is) -> {
            Schema one = was.schema();
            Schema other = is.schema();
            if (one == null || other == null) return;
            boolean typed = MediaTypeName.of(is.name()).isStronglyTyped();
            graph.compare(
                    one,
                    other,
                    SchemaMode.body(direction, typed),
                    new SchemaGraph.Place(label, location + is.name(), false, true, false, direction));
        });
    }

    private void report(
            String rule,
            @Nullable String label,
            String location,
            @Nullable String before,
            @Nullable String after,
            Source base,
            Source revision) {
        changes.add(Rules.get(rule), label, Direction.RESPONSE, location, before, after, base, revision);
    }
}
