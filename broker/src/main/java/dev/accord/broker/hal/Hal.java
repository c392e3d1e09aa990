package dev.accord.broker.hal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.platform.Json;
import dev.accord.broker.platform.Time;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds one HAL document. Properties come first, in the order in which they were put, then {@code _embedded}, then
 * {@code _links}. A property whose value is null is left out; {@link #putNull} writes an explicit null.
 */
public final class Hal {

    /** The media type of successful JSON answers, exactly as sent. */
    public static final String JSON = "application/hal+json;charset=utf-8";

    private final ObjectNode properties = Json.object();
    private final ObjectNode embedded = Json.object();
    private final ObjectNode links = Json.object();

    /** Puts a text; null leaves the property out. */
    public Hal put(String key, @Nullable String value) {
        if (value != null) {
            properties.put(key, value);
        }
        return this;
    }

    /** Puts a truth value; null leaves the property out. */
    public Hal put(String key, @Nullable Boolean value) {
        if (value != null) {
            properties.put(key, value);
        }
        return this;
    }

    /** Puts a whole number. */
    public Hal put(String key, long value) {
        properties.put(key, value);
        return this;
    }

    /** Puts a moment in the API's form; null leaves the property out. */
    public Hal put(String key, @Nullable Instant value) {
        return put(key, Time.wireOrNull(value));
    }

    /** Puts any JSON value; null leaves the property out. */
    public Hal put(String key, @Nullable JsonNode value) {
        if (value != null) {
            properties.set(key, value);
        }
        return this;
    }

    /** Puts another document as a property; null leaves the property out. */
    public Hal put(String key, @Nullable Hal value) {
        return value == null ? this : put(key, (JsonNode) value.toJson());
    }

    /** Puts an explicit null. */
    public Hal putNull(String key) {
        properties.putNull(key);
        return this;
    }

    /** Puts {@code updatedAt} only when it differs from {@code createdAt} in whole seconds, and {@code createdAt}. */
    public Hal times(Instant createdAt, @Nullable Instant updatedAt) {
        String created = Time.wire(createdAt);
        String updated = Time.wireOrNull(updatedAt);
        if (updated != null && !updated.equals(created)) {
            properties.put("updatedAt", updated);
        }
        properties.put("createdAt", created);
        return this;
    }

    /** Adds a link. */
    public Hal link(String relation, Link link) {
        links.set(relation, link.toJson());
        return this;
    }

    /** Adds an array of links; an empty one stays as {@code []}. */
    public Hal links(String relation, Collection<Link> several) {
        ArrayNode array = links.putArray(relation);
        several.forEach(link -> array.add(link.toJson()));
        return this;
    }

    /** Embeds a document. */
    public Hal embed(String relation, Hal document) {
        embedded.set(relation, document.toJson());
        return this;
    }

    /** Embeds documents; an empty list stays as {@code []}. */
    public Hal embed(String relation, List<Hal> documents) {
        ArrayNode array = embedded.putArray(relation);
        documents.forEach(document -> array.add(document.toJson()));
        return this;
    }

    /** Adds the {@code curies} link for the {@code pb:} relations of the given context. */
    public Hal curies(BrokerUrls urls, String context) {
        links.putArray("curies")
                .add(Link.template(urls.path("doc") + "/{rel}?context=" + context)
                        .named("pb")
                        .toJson());
        return this;
    }

    /** The finished document. */
    public ObjectNode toJson() {
        ObjectNode document = properties;
        if (!embedded.isEmpty()) {
            document.set("_embedded", embedded);
        }
        if (!links.isEmpty()) {
            document.set("_links", links);
        }
        return document;
    }
}
