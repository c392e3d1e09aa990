package dev.accord.contracts.openapi;

/** Counts what a reading costs and ends it at a limit. */
final class ReadBudget {

    private static final int CHECK_CLOCK_EVERY = 4096;

    private final ReadLimits limits;
    private final long deadline;
    private int nodes;
    private int references;

    ReadBudget(ReadLimits limits) {
        this.limits = limits;
        this.deadline = System.nanoTime() + limits.maxDuration().toNanos();
    }

    void text(String text) {
        if (text.length() > limits.maxCharacters()) {
            throw new UnreadableDocumentException(
                    "The document has " + text.length() + " characters, the limit is " + limits.maxCharacters(),
                    Source.ROOT);
        }
    }

    void node(Node node, int depth) {
        if (depth > limits.maxDepth()) throw exceeded("nested deeper than " + limits.maxDepth() + " levels", node);
        if (++nodes > limits.maxNodes()) throw exceeded("larger than " + limits.maxNodes() + " values", node);
        if (nodes % CHECK_CLOCK_EVERY == 0 && System.nanoTime() - deadline > 0) {
            throw exceeded("not read within " + limits.maxDuration().toSeconds() + " seconds", node);
        }
        if (node.key().equals("$ref") && ++references > limits.maxReferences()) {
            throw exceeded("holding more than " + limits.maxReferences() + " references", node);
        }
    }

    /** Checks a container after something was added to it, which may have been an alias to something large. */
    void grown(Node container, int depth) {
        if (container.weight() > limits.maxNodes()) {
            throw exceeded("larger than " + limits.maxNodes() + " values once its aliases are expanded", container);
        }
        if (depth + container.height() > limits.maxDepth() + 1) {
            throw exceeded("nested deeper than " + limits.maxDepth() + " levels", container);
        }
    }

    private static UnreadableDocumentException exceeded(String what, Node node) {
        return new UnreadableDocumentException("The document is " + what, node.source());
    }
}
