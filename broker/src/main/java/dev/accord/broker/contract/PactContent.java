package dev.accord.broker.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.platform.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A pact's content, ready to be stored: its identity and the text in which it will be given out.
 *
 * @param sha          what identifies the content between its consumer and its provider: SHA-1 as 40 hexadecimal
 *                     digits over what affects verification (interactions, messages, specification version)
 * @param text         the JSON text to be given out: compact, each interaction and message begins with its
 *                     {@code _id}, members that every answer adds ({@code createdAt}, {@code _links}) taken out
 * @param overwritten  the members taken out, as the text of a JSON object; null when there were none
 * @param interactions elements of {@code interactions}
 * @param messages     elements of {@code messages}
 */
record PactContent(String sha, String text, @Nullable String overwritten, int interactions, int messages) {

    private static final String INTERACTIONS = "interactions";
    private static final String MESSAGES = "messages";
    private static final String ID = "_id";
    private static final List<String> ADDED_BY_ANSWERS = List.of("createdAt", "_links");

    /** Identifies a content by what affects verification: neither names nor metadata nor any order matter. */
    static PactContent of(JsonNode document) {
        return of(document, CanonicalJson.sha1(canonical(document)));
    }

    /** Identifies a content by the whole of the given text, so that every difference counts. */
    static PactContent verbatim(JsonNode document, String text) {
        return of(document, CanonicalJson.sha1(text));
    }

    private static PactContent of(JsonNode document, String sha) {
        JsonNode stored = withIds(document);
        ObjectNode overwritten = Json.object();
        if (stored instanceof ObjectNode object) {
            for (String name : ADDED_BY_ANSWERS) {
                JsonNode value = object.remove(name);
                if (value != null) {
                    overwritten.set(name, value);
                }
            }
        }
        return new PactContent(
                sha,
                LoneSurrogates.escape(Json.write(stored)),
                overwritten.isEmpty() ? null : LoneSurrogates.escape(Json.write(overwritten)),
                count(document, INTERACTIONS),
                count(document, MESSAGES));
    }

    /** The name in the content's member {@code consumer} or {@code provider}; null when it has none. */
    static @Nullable JsonNode nameIn(JsonNode document, String role) {
        JsonNode name = document.path(role).path("name");
        return name.isMissingNode() || name.isNull() ? null : name;
    }

    /** The text whose SHA-1 is the identity. */
    static String canonical(JsonNode document) {
        String listKey =
                truthy(document.path(INTERACTIONS)) ? INTERACTIONS : truthy(document.path(MESSAGES)) ? MESSAGES : null;
        boolean hasInteractions = document.path(INTERACTIONS).isArray();
        boolean hasMessages = document.path(MESSAGES).isArray();
        if (!hasInteractions && !hasMessages) {
            return listKey == null ? CanonicalJson.unsorted(document) : CanonicalJson.sorted(document);
        }
        List<String> members = new ArrayList<>(3);
        if (hasInteractions) {
            members.add("\"interactions\":" + list(document.path(INTERACTIONS), INTERACTIONS.equals(listKey)));
        }
        if (hasMessages) {
            members.add("\"messages\":" + list(document.path(MESSAGES), MESSAGES.equals(listKey)));
        }
        JsonNode specification = specificationVersion(document);
        if (specification != null) {
            members.add("\"pact_specification_version\":" + CanonicalJson.sorted(specification));
        }
        return members.stream().collect(Collectors.joining(",", "{", "}"));
    }

    private static String list(JsonNode elements, boolean sorted) {
        List<String> texts = new ArrayList<>(elements.size());
        elements.forEach(element -> texts.add(CanonicalJson.sorted(element)));
        if (sorted) {
            texts.sort(CanonicalJson.BYTE_ORDER);
        }
        return texts.stream().collect(Collectors.joining(",", "[", "]"));
    }

    private static @Nullable JsonNode specificationVersion(JsonNode document) {
        JsonNode metadata = document.path("metadata");
        return List.of(
                        metadata.path("pactSpecification").path("version"),
                        metadata.path("pact-specification").path("version"),
                        metadata.path("pactSpecificationVersion"))
                .stream()
                .filter(PactContent::truthy)
                .findFirst()
                .orElse(null);
    }

    private static boolean truthy(JsonNode node) {
        return !node.isMissingNode() && !node.isNull() && !(node.isBoolean() && !node.booleanValue());
    }

    private static JsonNode withIds(JsonNode document) {
        if (!(document instanceof ObjectNode object)) {
            return document;
        }
        ObjectNode copy = Json.object();
        object.properties().forEach(member -> {
            boolean list =
                    member.getKey().equals(INTERACTIONS) || member.getKey().equals(MESSAGES);
            copy.set(
                    member.getKey(),
                    list && member.getValue() instanceof ArrayNode elements
                            ? elementsWithIds(elements)
                            : member.getValue());
        });
        return copy;
    }

    private static ArrayNode elementsWithIds(ArrayNode elements) {
        ArrayNode copy = Json.array();
        for (JsonNode element : elements) {
            copy.add(element instanceof ObjectNode object ? withId(object) : element);
        }
        return copy;
    }

    private static ObjectNode withId(ObjectNode element) {
        ObjectNode copy = Json.object();
        JsonNode given = element.get(ID);
        if (given == null) {
            copy.put(ID, idOf(element));
        } else {
            copy.set(ID, given);
        }
        return copy.setAll(element);
    }

    /** The identifier of an interaction or message: the SHA-1 of its text with sorted members and without an id. */
    static String idOf(ObjectNode element) {
        if (!element.has(ID)) {
            return CanonicalJson.sha1(CanonicalJson.sorted(element));
        }
        ObjectNode bare = Json.object();
        element.properties().stream()
                .filter(member -> !member.getKey().equals(ID))
                .forEach(member -> bare.set(member.getKey(), member.getValue()));
        return CanonicalJson.sha1(CanonicalJson.sorted(bare));
    }

    private static int count(JsonNode document, String list) {
        JsonNode elements = document.path(list);
        return elements.isArray() ? elements.size() : 0;
    }
}
