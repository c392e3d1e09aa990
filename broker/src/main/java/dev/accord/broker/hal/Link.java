package dev.accord.broker.hal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.platform.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A HAL link.
 *
 * @param href      absolute URL, or a template when templated
 * @param title     a text for people, or null for none
 * @param name      tells links of one relation apart, or null for none
 * @param templated true or false when it is to be said, null when not
 * @param more      further members, such as {@code currently_deployed}; values are strings or booleans
 */
public record Link(
        String href,
        @Nullable String title,
        @Nullable String name,
        @Nullable Boolean templated,
        Map<String, Object> more) {

    /** Copies the further members, keeping their order. */
    public Link {
        more = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    /** A link that is only an address. */
    public static Link to(String href) {
        return new Link(href, null, null, null, Map.of());
    }

    /** A template with {@code {name}} variables. */
    public static Link template(String href) {
        return new Link(href, null, null, true, Map.of());
    }

    /** The same with a title. */
    public Link titled(String text) {
        return new Link(href, text, name, templated, more);
    }

    /** The same with a name. */
    public Link named(String text) {
        return new Link(href, title, text, templated, more);
    }

    /** The same, saying plainly that it is no template. */
    public Link plain() {
        return new Link(href, title, name, false, more);
    }

    /** The same with a further member; the value is a string or a boolean. */
    public Link with(String key, Object value) {
        Map<String, Object> extended = new LinkedHashMap<>(more);
        extended.put(key, value);
        return new Link(href, title, name, templated, extended);
    }

    ObjectNode toJson() {
        ObjectNode node = Json.object();
        if (title != null) {
            node.put("title", title);
        }
        if (name != null) {
            node.put("name", name);
        }
        node.put("href", href);
        if (templated != null) {
            node.put("templated", templated);
        }
        more.forEach((key, value) -> {
            if (value instanceof Boolean flag) {
                node.put(key, flag);
            } else {
                node.put(key, value.toString());
            }
        });
        return node;
    }
}
