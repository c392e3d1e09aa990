package dev.accord.broker.selection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.platform.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a pact was given to a verifier: the segment {@code /metadata/{m}} of a pact's address, which comes back in the address
 * to which the result is posted. Clients carry it without looking inside.
 *
 * <p><b>Form.</b> One format digit, then URL-safe Base64 without padding of a small JSON object. Versions are named by
 * number, not by key, so that a segment outlives the deletion of a version. Anything that cannot be read means {@link #NONE}:
 * a foreign or damaged segment never fails a request.
 *
 * @param selections the selectors that led to the pact, the newest consumer version first; what does not fit into
 *                   {@value #MAX_LENGTH} characters is left out of the segment
 * @param consumerVersion the one consumer version that the pact was fetched for, or null when it was selected
 * @param consumerVersionTags the tags of that version that matter to the retrieval; usually none or one
 * @param wip        whether the pact was given as work in progress
 * @param pending    whether the pact was pending when it was given; null when nobody asked
 */
public record Metadata(
        List<Selection> selections,
        @Nullable String consumerVersion,
        List<String> consumerVersionTags,
        boolean wip,
        @Nullable Boolean pending) {

    /** Nothing is known: a pact fetched by its content alone. */
    public static final Metadata NONE = new Metadata(List.of(), null, List.of(), false, null);

    /** Longest segment that is written, in characters; servers and proxies on the way accept addresses of this size. */
    public static final int MAX_LENGTH = 6_000;

    private static final int MAX_READ = 32_768;
    private static final char FORMAT = '1';

    /** Copies the lists. */
    public Metadata {
        selections = List.copyOf(selections);
        consumerVersionTags = List.copyOf(consumerVersionTags);
    }

    /**
     * One selector, resolved to the consumer version that it found.
     *
     * @param branch          the branch that was asked for, or null
     * @param tag             the tag that was asked for, or null
     * @param latest          whether only the latest was asked for
     * @param environment     the environment that the version is in, or null
     * @param consumerVersion number of the version found
     */
    public record Selection(
            @Nullable String branch,
            @Nullable String tag,
            boolean latest,
            @Nullable String environment,
            String consumerVersion) {}

    /** A pact that selectors chose; {@code pending} is null when the request did not ask for it. */
    public static Metadata selected(List<Selection> selections, @Nullable Boolean pending) {
        return new Metadata(selections, null, List.of(), false, pending);
    }

    /** A pact that nobody selected, given as work in progress. */
    public static Metadata workInProgress() {
        return new Metadata(List.of(), null, List.of(), true, null);
    }

    /** The latest pact of a pair, or the latest under a tag (null for none). */
    public static Metadata latest(String consumerVersion, @Nullable String tag) {
        return new Metadata(List.of(), consumerVersion, tag == null ? List.of() : List.of(tag), false, null);
    }

    /** The pact in a webhook's message; it counts as work in progress, so that its result settles nothing for good. */
    public static Metadata published(String consumerVersion, List<String> tags) {
        return new Metadata(List.of(), consumerVersion, tags, true, null);
    }

    /** The numbers of the consumer versions that are named, each once, the newest first; empty when none is. */
    public List<String> consumerVersions() {
        if (consumerVersion != null) {
            return List.of(consumerVersion);
        }
        return selections.stream().map(Selection::consumerVersion).distinct().toList();
    }

    /** Writes the segment: only letters, digits, {@code -} and {@code _}, at most {@value #MAX_LENGTH} characters. */
    public String encode() {
        ObjectNode json = Json.object();
        if (wip) {
            json.put("w", 1);
        }
        if (pending != null) {
            json.put("p", pending ? 1 : 0);
        }
        int room = MAX_LENGTH * 3 / 4 - 64;
        if (consumerVersion != null && size(consumerVersion) < room) {
            json.put("c", consumerVersion);
            room -= size(consumerVersion);
        }
        ArrayNode tags = Json.array();
        for (String tag : consumerVersionTags) {
            room -= size(tag) + 3;
            if (room > 0) {
                tags.add(tag);
            }
        }
        if (!tags.isEmpty()) {
            json.set("t", tags);
        }
        ArrayNode written = Json.array();
        for (Selection selection : selections) {
            ObjectNode entry = write(selection);
            room -= size(Json.write(entry)) + 1;
            if (room < 0) {
                break;
            }
            written.add(entry);
        }
        if (!written.isEmpty()) {
            json.set("s", written);
        }
        byte[] text = Json.write(json).getBytes(StandardCharsets.UTF_8);
        return FORMAT + Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /** Reads a segment, already percent-decoded; null and whatever this broker did not write are {@link #NONE}. */
    public static Metadata decode(@Nullable String segment) {
        if (segment == null || segment.length() < 2 || segment.length() > MAX_READ || segment.charAt(0) != FORMAT) {
            return NONE;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(segment.substring(1));
            JsonNode json = Json.parse(new String(bytes, StandardCharsets.UTF_8));
            return json.isObject() ? read(json) : NONE;
        } catch (IllegalArgumentException | JsonProcessingException unreadable) {
            return NONE;
        }
    }

    private static ObjectNode write(Selection selection) {
        ObjectNode entry = Json.object();
        if (selection.branch() != null) {
            entry.put("b", selection.branch());
        }
        if (selection.tag() != null) {
            entry.put("t", selection.tag());
        }
        if (selection.latest()) {
            entry.put("l", 1);
        }
        if (selection.environment() != null) {
            entry.put("e", selection.environment());
        }
        return entry.put("c", selection.consumerVersion());
    }

    private static Metadata read(JsonNode json) {
        List<Selection> selections = new ArrayList<>();
        for (JsonNode entry : json.path("s")) {
            String version = text(entry, "c");
            if (version != null) {
                selections.add(
                        new Selection(text(entry, "b"), text(entry, "t"), entry.has("l"), text(entry, "e"), version));
            }
        }
        List<String> tags = new ArrayList<>();
        for (JsonNode tag : json.path("t")) {
            tags.add(tag.asText());
        }
        Boolean pending = json.has("p") ? (Boolean) (json.path("p").asInt() == 1) : null;
        return new Metadata(selections, text(json, "c"), tags, json.has("w"), pending);
    }

    private static @Nullable String text(JsonNode node, String key) {
        JsonNode value = node.get(key);
        return value == null || !value.isTextual() ? null : value.textValue();
    }

    /** An upper bound of the bytes that a text takes inside JSON. */
    private static int size(String text) {
        int bytes = 2;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes += c < 0x20 ? 6 : c == '"' || c == '\\' ? 2 : c < 0x80 ? 1 : 3;
        }
        return bytes;
    }
}
