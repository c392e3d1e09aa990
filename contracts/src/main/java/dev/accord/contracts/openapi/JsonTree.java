package dev.accord.contracts.openapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads JSON into nodes in one pass, keeping the place of each. */
final class JsonTree {

    private final JsonParser parser;
    private final ReadBudget budget;
    private final List<Uninterpreted> notices;

    private JsonTree(JsonParser parser, ReadBudget budget, List<Uninterpreted> notices) {
        this.parser = parser;
        this.budget = budget;
        this.notices = notices;
    }

    /** Reads one JSON value that takes up the whole text. */
    static Node read(String text, ReadLimits limits, ReadBudget budget, List<Uninterpreted> notices) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.maxDepth() + 10)
                        .maxStringLength(limits.maxCharacters())
                        .maxNameLength(limits.maxCharacters())
                        .build())
                .build();
        try (JsonParser parser = factory.createParser(text)) {
            parser.nextToken();
            JsonTree tree = new JsonTree(parser, budget, notices);
            Node root = tree.value(null, "", parser.currentTokenLocation(), 0);
            if (parser.nextToken() != null) {
                throw new UnreadableDocumentException(
                        "Something follows the end of the document", at(parser.currentTokenLocation()));
            }
            return root;
        } catch (JsonProcessingException e) {
            JsonLocation where = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
            throw new UnreadableDocumentException("The text is not JSON: " + e.getOriginalMessage(), at(where));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Node value(@Nullable Node parent, String key, JsonLocation place, int depth) throws IOException {
        int line = place.getLineNr();
        int column = place.getColumnNr();
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) return members(new Node.Members(parent, key, line, column), depth + 1);
        if (token == JsonToken.START_ARRAY) return elements(new Node.Elements(parent, key, line, column), depth + 1);
        Node node = new Node.Scalar(parent, key, line, column, scalar(token, place));
        budget.node(node, depth);
        return node;
    }

    private Node members(Node.Members object, int depth) throws IOException {
        budget.node(object, depth);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonLocation place = parser.currentTokenLocation();
            parser.nextToken();
            Node value = value(object, name, place, depth);
            if (object.get(name) != null) {
                notices.add(new Uninterpreted(name, "the key stands twice in one object; the last counts", at(place)));
            }
            object.put(name, value);
        }
        return object;
    }

    private Node elements(Node.Elements array, int depth) throws IOException {
        budget.node(array, depth);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String key = Integer.toString(array.elements.size());
            array.add(value(array, key, parser.currentTokenLocation(), depth));
        }
        return array;
    }

    private @Nullable Object scalar(@Nullable JsonToken token, JsonLocation place) throws IOException {
        return switch (token) {
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Numbers.parse(parser.getText(), at(place));
            case null, default -> throw new UnreadableDocumentException("The text is empty", at(place));
        };
    }

    private static Source at(JsonLocation place) {
        return new Source("", Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()));
    }

    /** Numbers of both notations. */
    static final class Numbers {

        private static final int MAX_LENGTH = 1000;
        /** Beyond this, arithmetic on the number would need memory in proportion to its exponent. */
        private static final int MAX_EXPONENT = 5000;

        private Numbers() {}

        static Number parse(String text, Source source) {
            if (text.length() > MAX_LENGTH) {
                throw new UnreadableDocumentException("A number has more than " + MAX_LENGTH + " digits", source);
            }
            if (text.length() < 18 && isInteger(text)) return Long.parseLong(text);
            if (isInteger(text)) return new BigInteger(text);
            try {
                BigDecimal number = new BigDecimal(text);
                if (Math.abs((long) number.precision() - number.scale()) <= MAX_EXPONENT
                        && Math.abs((long) number.scale()) <= MAX_EXPONENT) return number;
            } catch (NumberFormatException e) {
                // an exponent beyond int: too large as well
            }
            throw new UnreadableDocumentException("The number " + text + " is too large or too fine", source);
        }

        private static boolean isInteger(String text) {
            for (int i = text.startsWith("-") ? 1 : 0; i < text.length(); i++) {
                if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
            }
            return !text.equals("-") && !text.isEmpty();
        }
    }
}
