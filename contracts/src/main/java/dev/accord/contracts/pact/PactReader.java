package dev.accord.contracts.pact;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads Pact files of the specification versions 1 to 4.
 *
 * <p>The reader is as tolerant as the clients that verify pacts: what may be left out, may be left out. It refuses what
 * has another shape than the specification gives it, because a guess there would be taken for knowledge later. An
 * interaction of a plugin or of an unknown type is kept as {@link Interaction.Opaque}.
 *
 * <p>Work and memory grow with the length of the text; texts longer than {@value #MAX_CHARACTERS} characters, deeper than
 * {@value #MAX_DEPTH} levels or with more than {@value #MAX_INTERACTIONS} interactions are refused.
 */
public final class PactReader {

    /** The longest text that is read. */
    public static final int MAX_CHARACTERS = 64 * 1024 * 1024;

    /** The deepest nesting of JSON that is read. */
    public static final int MAX_DEPTH = 200;

    /** The most interactions that are read. */
    public static final int MAX_INTERACTIONS = 50_000;

    /** Numbers keep their digits: 1.0 is not 1, and money is not binary. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(1000)
                            .maxStringLength(MAX_CHARACTERS)
                            .maxNameLength(50_000)
                            .build())
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false)
            .build();

    private PactReader() {}

    /**
     * Reads a pact from JSON text.
     *
     * @throws UnreadablePactException when the text is not JSON, too large, or not a pact
     */
    public static Pact read(String json) {
        if (json.length() > MAX_CHARACTERS) {
            throw new UnreadablePactException("", "it is longer than " + MAX_CHARACTERS + " characters");
        }
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            String where = notJson.getLocation() == null
                    ? ""
                    : " (line " + notJson.getLocation().getLineNr() + ", column "
                            + notJson.getLocation().getColumnNr() + ")";
            throw new UnreadablePactException("", "it is not JSON: " + notJson.getOriginalMessage() + where);
        }
        return readTree(root == null ? MissingNode.getInstance() : root);
    }

    /**
     * Reads a pact from parsed JSON. The tree is copied, so that its numbers are the same as those read from text.
     *
     * @throws UnreadablePactException when the tree is too deep or not a pact
     */
    public static Pact read(JsonNode root) {
        boundDepth(root);
        return read(root.toString());
    }

    /** Returns a JSON value from text with the digits of its numbers kept, or null when the text is not JSON. */
    static @Nullable JsonNode jsonOrNull(String text) {
        try {
            JsonNode value = JSON.readTree(text);
            return value == null || value.isMissingNode() ? null : value;
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }

    private static Pact readTree(JsonNode root) {
        Fields file = Fields.of(root, "");
        List<Interaction> interactions = new ArrayList<>();
        InteractionReader reader = new InteractionReader(specification(file));
        for (Fields interaction : file.objects("interactions")) {
            interactions.add(reader.interaction(interaction, interactions.size()));
            bound(interactions);
        }
        for (Fields message : file.objects("messages")) {
            interactions.add(reader.v3Message(message, interactions.size()));
            bound(interactions);
        }
        return new Pact(name(file, "consumer"), name(file, "provider"), reader.specification(), interactions);
    }

    private static void bound(List<Interaction> interactions) {
        if (interactions.size() > MAX_INTERACTIONS) {
            throw new UnreadablePactException("/interactions", "there are more than " + MAX_INTERACTIONS);
        }
    }

    private static String name(Fields file, String role) {
        JsonNode value = file.node(role);
        if (value.isTextual()) {
            return value.textValue();
        }
        return file.object(role).text("name", "");
    }

    /** The three spellings of the version that clients have used; without one the shape decides. */
    private static Pact.Specification specification(Fields file) {
        Fields metadata = file.object("metadata");
        String version = "";
        for (String spelling : List.of("pactSpecification", "pact-specification", "pactSpecificationVersion")) {
            JsonNode value = metadata.node(spelling);
            if (version.isEmpty()) {
                version = value.isValueNode()
                        ? value.asText("")
                        : value.path("version").asText("");
            }
        }
        String major = version.strip().replaceFirst("^[vV]", "");
        if (major.startsWith("4")) {
            return Pact.Specification.V4;
        } else if (major.startsWith("3")) {
            return Pact.Specification.V3;
        } else if (major.startsWith("2")) {
            return Pact.Specification.V2;
        } else if (major.startsWith("1")) {
            return Pact.Specification.V1;
        }
        return byShape(file);
    }

    private static Pact.Specification byShape(Fields file) {
        if (!file.objects("messages").isEmpty()) {
            return Pact.Specification.V3;
        }
        Pact.Specification oldest = Pact.Specification.V1;
        for (Fields interaction : file.objects("interactions")) {
            Map<String, Pact.Specification> marks = new LinkedHashMap<>();
            marks.put("type", Pact.Specification.V4);
            marks.put("providerStates", Pact.Specification.V3);
            for (Map.Entry<String, Pact.Specification> mark : marks.entrySet()) {
                if (interaction.has(mark.getKey()) && mark.getValue().compareTo(oldest) > 0) {
                    oldest = mark.getValue();
                }
            }
            for (String part : List.of("request", "response")) {
                JsonNode rules = interaction.node(part).path("matchingRules");
                Pact.Specification said = rules.isEmpty()
                        ? Pact.Specification.V1
                        : MatchingRulesReader.isFlat(rules) ? Pact.Specification.V2 : Pact.Specification.V3;
                oldest = said.compareTo(oldest) > 0 ? said : oldest;
            }
        }
        return oldest;
    }

    /** Walks without recursion, so that a hostile tree cannot exhaust the stack before it is refused. */
    private static void boundDepth(JsonNode root) {
        record Level(JsonNode node, int depth) {}
        Deque<Level> open = new ArrayDeque<>();
        open.push(new Level(root, 1));
        while (!open.isEmpty()) {
            Level level = open.pop();
            if (level.depth() > MAX_DEPTH) {
                throw new UnreadablePactException("", "it is nested deeper than " + MAX_DEPTH + " levels");
            }
            for (JsonNode child : level.node()) {
                if (child.isContainerNode()) {
                    open.push(new Level(child, level.depth() + 1));
                }
            }
        }
    }

    static String upper(String method) {
        return method.toUpperCase(Locale.ROOT);
    }
}
