package dev.accord.contracts.diff;

import dev.accord.contracts.openapi.Schema;
import java.util.ArrayList;
import java.util.List;

/** Two schemas that are compared, with what changed between them and the pairs below. */
final class SchemaPair {

    /**
     * A pair below another.
     *
     * @param path the path to it, such as {@code /price}
     * @param shaded whether the values there are never sent this way
     * @param pair the pair
     */
    record Edge(String path, boolean shaded, SchemaPair pair) {}

    final Schema base;
    final Schema revision;
    final SchemaMode mode;
    final List<Finding> findings = new ArrayList<>();
    final List<Edge> edges = new ArrayList<>();
    final List<SchemaPair> parents = new ArrayList<>();
    /** Whether there is a finding here or below. */
    boolean changed;

    SchemaPair(Schema base, Schema revision, SchemaMode mode) {
        this.base = base;
        this.revision = revision;
        this.mode = mode;
    }
}
