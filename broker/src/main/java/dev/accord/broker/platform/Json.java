package dev.accord.broker.platform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes JSON so that nothing is lost: numbers keep their textual precision ({@code 1.0} stays {@code 1.0},
 * large integers stay exact), members keep their order, of duplicate members the last wins. Nesting is limited to
 * {@value #MAX_DEPTH} levels.
 */
public final class Json {

    /** Deepest nesting that is read. */
    public static final int MAX_DEPTH = 50;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(Integer.MAX_VALUE)
                            .maxNumberLength(1_000)
                            .build())
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    /** A new empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** A new empty array. */
    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /**
     * The body of a request as an object; an absent or blank body is an empty object.
     *
     * @throws ProblemException 400 when it is not UTF-8, not JSON, too deep, or not an object
     */
    public static ObjectNode body(byte @Nullable [] body) {
        JsonNode node = anyBody(body);
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw ProblemException.message(400, "JSON error - expected an object, got " + node.getNodeType());
    }

    /**
     * The body of a request as an object or an array; an absent or blank body is an empty object.
     *
     * @throws ProblemException 400 when it is not UTF-8, not JSON, too deep, or a scalar
     */
    public static JsonNode anyBody(byte @Nullable [] body) {
        String text = utf8(body == null ? new byte[0] : body);
        if (text.isBlank()) {
            return object();
        }
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node.isContainerNode()) {
                return node;
            }
            throw ProblemException.message(
                    400, "JSON error - expected an object or an array, got " + node.getNodeType());
        } catch (JsonProcessingException e) {
            throw ProblemException.message(400, "JSON error - " + sentence(e));
        }
    }

    /**
     * The body of a request that must have one, as an object or an array.
     *
     * @throws ProblemException 400 when it is absent, not UTF-8, not JSON, too deep, or a scalar
     */
    public static JsonNode requiredBody(byte @Nullable [] body) {
        if (body == null || utf8(body).isBlank()) {
            throw ProblemException.message(400, "JSON error - the body is empty");
        }
        return anyBody(body);
    }

    /**
     * Parses a text.
     *
     * @throws JsonProcessingException when it is not JSON or too deep
     */
    public static JsonNode parse(String text) throws JsonProcessingException {
        JsonNode node = MAPPER.readTree(text);
        return node == null ? object().missingNode() : node;
    }

    /** Parses a text that this broker wrote itself. */
    public static JsonNode stored(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored JSON is not readable", e);
        }
    }

    /** A value as JSON, by its record components and annotations. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** Writes a value compactly, non-ASCII characters as they are. */
    public static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree could not be written", e);
        }
    }

    /** What is wrong with a text, with line and column, without quoting the source. */
    public static String sentence(JsonProcessingException e) {
        var location = e.getLocation();
        return e.getOriginalMessage()
                + (location == null ? "" : " at line " + location.getLineNr() + " column " + location.getColumnNr());
    }

    /**
     * Decodes UTF-8 strictly.
     *
     * @throws ProblemException 400 naming the position of the first byte that is not UTF-8
     */
    public static String utf8(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer input = ByteBuffer.wrap(bytes);
        try {
            return decoder.decode(input).toString();
        } catch (CharacterCodingException e) {
            String before = new String(bytes, 0, input.position(), StandardCharsets.UTF_8);
            throw ProblemException.message(
                    400,
                    "The body is not UTF-8: the character at position " + before.length() + " cannot be read, after \""
                            + before.substring(Math.max(0, before.length() - 100)) + "\"");
        }
    }
}
