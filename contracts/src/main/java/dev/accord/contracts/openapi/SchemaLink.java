package dev.accord.contracts.openapi;

import org.jspecify.annotations.Nullable;

/** A way to a schema that is followed when it is first needed, so that cycles and unused schemas cost nothing. */
final class SchemaLink {

    private final @Nullable DocumentContext context;
    private final @Nullable Node node;
    private @Nullable Schema target;

    SchemaLink(DocumentContext context, Node node) {
        this.context = context;
        this.node = node;
    }

    SchemaLink(Schema target) {
        this.context = null;
        this.node = null;
        this.target = target;
    }

    Schema get() {
        Schema known = target;
        if (known != null) return known;
        if (context == null || node == null) throw new IllegalStateException("a link without a target");
        known = context.schema(node);
        target = known;
        return known;
    }
}
