package dev.accord.contracts.diff;

import dev.accord.contracts.openapi.Schema;
import dev.accord.contracts.openapi.Source;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges properties: which came, went, became required or optional, and what is allowed beside them. */
final class ObjectRules {

    private final SchemaComparison c;
    private final Set<String> moved;
    private final Map<String, Schema> before;
    private final Map<String, Schema> after;

    /** Compares, except for the properties that moved into alternatives. */
    ObjectRules(SchemaComparison comparison, Set<String> moved) {
        this.c = comparison;
        this.moved = moved;
        this.before = c.a.properties();
        this.after = c.b.properties();
    }

    void compare() {
        before.forEach((name, schema) -> {
            Schema other = after.get(name);
            if (other != null) kept(name, schema, other);
            else if (!moved.contains(name)) removed(name, schema.effective());
        });
        after.forEach((name, schema) -> {
            if (!before.containsKey(name)) added(name, schema.effective());
        });
        undeclared();
        additional();
    }

    private void kept(String name, Schema was, Schema is) {
        c.descend("/" + name, was, is);
        boolean required = c.a.required().contains(name);
        boolean now = c.b.required().contains(name);
        Schema from = was.effective();
        Schema to = is.effective();
        if (required != now) {
            boolean shaded = c.isShaded(c.mode().isRequest() ? to : from);
            String aspect = !now ? "became-optional" : "became-required";
            if (now && to.defaultValue() != null && c.mode().isRequest()) aspect = "became-required-with-default";
            c.reportProperty(aspect, name, shaded, null, null, was.source(), is.source());
        }
        String kind = required ? "required-property-" : "optional-property-";
        mutability(
                name, kind, "read-only", from.readOnly(), to.readOnly(), was.source("readOnly"), is.source("readOnly"));
        mutability(
                name,
                kind,
                "write-only",
                from.writeOnly(),
                to.writeOnly(),
                was.source("writeOnly"),
                is.source("writeOnly"));
    }

    private void mutability(
            String name, String kind, String what, boolean was, boolean is, Source base, Source revision) {
        if (was == is) return;
        c.reportProperty(kind + (is ? "became-" : "became-not-") + what, name, false, null, null, base, revision);
    }

    private void removed(String name, Schema schema) {
        boolean shaded = c.isShaded(schema);
        boolean required = c.a.required().contains(name);
        if (c.mode().isRequest()) {
            if (!shaded) c.reportProperty("property-removed", name, false, null, null, schema.source(), c.b.source());
            return;
        }
        String aspect = (required ? "required" : "optional") + (shaded ? "-write-only" : "") + "-property-removed";
        c.reportProperty(aspect, name, false, null, null, schema.source(), c.b.source());
    }

    private void added(String name, Schema schema) {
        boolean shaded = c.isShaded(schema);
        boolean required = c.b.required().contains(name);
        if (c.mode().isRequest()) {
            if (shaded) return;
            boolean withDefault = required && schema.defaultValue() != null;
            String aspect = required
                    ? withDefault ? "required-property-with-default-added" : "required-property-added"
                    : "optional-property-added";
            // required before, though it was not declared: nothing new is asked for
            if (required && c.a.required().contains(name)) aspect = "optional-property-added";
            c.reportProperty(aspect, name, false, null, null, c.a.source(), schema.source());
            return;
        }
        String aspect = (required ? "required" : "optional") + (shaded ? "-write-only" : "") + "-property-added";
        c.reportProperty(aspect, name, false, null, null, c.a.source(), schema.source());
    }

    /** Names that are required without being declared. */
    private void undeclared() {
        for (String name : c.b.required()) {
            if (c.a.required().contains(name) || before.containsKey(name) || after.containsKey(name)) continue;
            c.reportProperty(
                    "became-required", name, false, null, null, c.a.source("required"), c.b.source("required"));
        }
        for (String name : c.a.required()) {
            if (c.b.required().contains(name) || before.containsKey(name) || after.containsKey(name)) continue;
            c.reportProperty(
                    "became-optional", name, false, null, null, c.a.source("required"), c.b.source("required"));
        }
    }

    private void additional() {
        Schema was = SchemaKeywords.closing(c.a.additionalProperties());
        Schema is = SchemaKeywords.closing(c.b.additionalProperties());
        boolean closedBefore = forbids(was);
        boolean closedAfter = forbids(is);
        if (was == null && is == null) return;
        if (closedBefore && closedAfter) return;
        String keyword = "additionalProperties";
        if (was != null && is != null && !closedBefore && !closedAfter) {
            c.descend("/*", was, is);
        } else if (closedAfter) {
            c.report(was == null ? "additional-properties-closed" : "map-removed", null, null, keyword);
        } else if (closedBefore) {
            c.report("additional-properties-opened", null, null, keyword);
        } else {
            c.report(
                    was == null ? "additional-properties-restricted" : "additional-properties-widened",
                    null,
                    null,
                    keyword);
        }
    }

    /** Whether a schema admits nothing. */
    static boolean forbids(@Nullable Schema schema) {
        return schema != null && Boolean.FALSE.equals(schema.effective().booleanValue());
    }
}
