package dev.accord.contracts.diff;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * In what place two schemas are compared, which decides the direction, how strictly types are told apart on the wire, and
 * the names of the rules.
 */
enum SchemaMode {
    /** A request body of a media type that writes each type differently, such as JSON. */
    REQUEST(Direction.REQUEST, true, "request-body", "request-property"),
    /** A request body of a media type that writes everything as text. */
    REQUEST_TEXT(Direction.REQUEST, false, "request-body", "request-property"),
    /** A parameter. */
    PARAMETER(Direction.REQUEST, false, "request-parameter", "request-parameter-property"),
    /** A response body of a media type that writes each type differently. */
    RESPONSE(Direction.RESPONSE, true, "response-body", "response-property"),
    /** A response body of a media type that writes everything as text. */
    RESPONSE_TEXT(Direction.RESPONSE, false, "response-body", "response-property"),
    /** A response header. */
    HEADER(Direction.RESPONSE, false, "response-header", "response-header");

    /** Where a rule is not called after its place and its aspect. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("request-property-required-property-added", "new-required-request-property"),
            Map.entry(
                    "request-property-required-property-with-default-added",
                    "new-required-request-property-with-default"),
            Map.entry("request-property-optional-property-added", "new-optional-request-property"),
            Map.entry("request-property-property-removed", "request-property-removed"),
            Map.entry("request-parameter-property-required-property-added", "new-required-request-parameter-property"),
            Map.entry(
                    "request-parameter-property-required-property-with-default-added",
                    "new-required-request-parameter-property"),
            Map.entry("request-parameter-property-optional-property-added", "new-optional-request-parameter-property"),
            Map.entry("request-parameter-property-property-removed", "request-parameter-property-removed"),
            Map.entry("response-header-required-property-removed", "response-header-property-removed"),
            Map.entry("response-header-optional-property-removed", "response-header-property-removed"),
            Map.entry("response-header-required-property-added", "response-header-property-added"),
            Map.entry("response-header-optional-property-added", "response-header-property-added"),
            Map.entry("response-body-enum-value-removed", "response-mediatype-enum-value-removed"));

    /** What is said of no read-only property, because it is about values that are sent. */
    private static final Pattern SILENT_IF_READ_ONLY = Pattern.compile(
            "-set$|-min-items-|-type-(changed|generalized|compatible)$|-list-of-types-|-x-extensible-enum-|-became-required|-became-optional$");

    /** What is said of no write-only property of a response, whose values never come: how large they may be. */
    private static final Pattern SILENT_IF_WRITE_ONLY =
            Pattern.compile("-(max|min)-([a-z]+-)?(set|unset|increased|decreased)$");

    private final Direction direction;
    private final boolean stronglyTyped;
    private final String root;
    private final String nested;

    SchemaMode(Direction direction, boolean stronglyTyped, String root, String nested) {
        this.direction = direction;
        this.stronglyTyped = stronglyTyped;
        this.root = root;
        this.nested = nested;
    }

    static SchemaMode body(Direction direction, boolean stronglyTyped) {
        if (direction == Direction.REQUEST) return stronglyTyped ? REQUEST : REQUEST_TEXT;
        return stronglyTyped ? RESPONSE : RESPONSE_TEXT;
    }

    boolean isRequest() {
        return direction == Direction.REQUEST;
    }

    boolean stronglyTyped() {
        return stronglyTyped;
    }

    /** The rule for an aspect of the schema itself, at the root or below; null where there is no such rule. */
    @Nullable
    Rule rule(String aspect, boolean isNested) {
        String prefix = isNested ? nested : root;
        String name = prefix + "-" + aspect;
        Rule special = Rules.orNull(NAMES.getOrDefault(name, name));
        if (special != null || !isNested) return special;
        // rules about a property in its object are called after the direction only
        return Rules.orNull(direction.keyword() + "-" + aspect);
    }

    /**
     * The rule that takes another's place for what is never sent this way: a read-only property of a request, a write-only
     * one of a response. The rule itself where nothing takes its place, null where nothing is said then.
     */
    static @Nullable Rule shaded(Rule rule) {
        String id = rule.id();
        Rule shaded = null;
        if (id.startsWith("request-property-")) {
            shaded = Rules.orNull("request-read-only-property-" + id.substring("request-property-".length()));
        } else if (id.startsWith("response-property-")) {
            shaded = Rules.orNull("response-write-only-property-" + id.substring("response-property-".length()));
        }
        if (shaded != null) return shaded;
        if (rule.own() && rule.level() != Level.INFO) return null;
        Pattern silent = isRequest(rule) ? SILENT_IF_READ_ONLY : SILENT_IF_WRITE_ONLY;
        return silent.matcher(id).find() ? null : rule;
    }

    private static boolean isRequest(Rule rule) {
        return rule.id().startsWith("request-") || rule.id().startsWith("new-");
    }
}
