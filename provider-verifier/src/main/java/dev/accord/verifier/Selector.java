package dev.accord.verifier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A consumer version selector: which versions of the consumers a provider is verified for. The broker says which
 * combinations it knows; this type only spells them.
 */
public final class Selector {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode keys;

    private Selector(ObjectNode keys) {
        this.keys = keys;
    }

    /** Selects the head of each consumer's main branch. */
    public static Selector mainBranch() {
        return flag("mainBranch");
    }

    /** Selects the head of the given branch of each consumer that has it. */
    public static Selector branch(String name) {
        return new Selector(JSON.createObjectNode().put("branch", name));
    }

    /** Selects the head of the branch of the same name as the provider's; needs the provider's branch. */
    public static Selector matchingBranch() {
        return flag("matchingBranch");
    }

    /** Selects all versions that are deployed or released in any environment. */
    public static Selector deployedOrReleased() {
        return flag("deployedOrReleased");
    }

    /** Selects all versions that are deployed or released in the given environment. */
    public static Selector environment(String name) {
        return new Selector(JSON.createObjectNode().put("environment", name));
    }

    /** Selects the latest version of each consumer that has the tag. */
    public static Selector latestWithTag(String tag) {
        return new Selector(JSON.createObjectNode().put("tag", tag).put("latest", true));
    }

    /** Selects the latest version of each consumer, whatever its branch. */
    public static Selector latest() {
        return flag("latest");
    }

    /**
     * Reads a selector in the broker's own JSON, such as {@code {"branch": "main", "consumer": "Web"}}.
     *
     * @throws IllegalArgumentException when it is not a JSON object
     */
    public static Selector json(String text) {
        try {
            JsonNode keys = JSON.readTree(text);
            if (keys instanceof ObjectNode object && !object.isEmpty()) {
                return new Selector(object.deepCopy());
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(notASelector(text), e);
        }
        throw new IllegalArgumentException(notASelector(text));
    }

    /** Returns this selector, restricted to one consumer. */
    public Selector of(String consumer) {
        return new Selector(keys.deepCopy().put("consumer", consumer));
    }

    /** Returns the selector in the broker's JSON. */
    public String toJson() {
        return keys.toString();
    }

    private static Selector flag(String name) {
        return new Selector(JSON.createObjectNode().put(name, true));
    }

    private static String notASelector(String text) {
        return "Not a consumer version selector: " + text
                + "; it is a JSON object such as {\"mainBranch\": true} or {\"deployedOrReleased\": true}";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Selector that && keys.equals(that.keys);
    }

    @Override
    public int hashCode() {
        return keys.hashCode();
    }

    @Override
    public String toString() {
        return toJson();
    }
}
