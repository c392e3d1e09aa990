package dev.accord.broker.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Writes JSON in the form whose SHA-1 identifies contents: no whitespace, characters beyond ASCII as they are, members
 * in the byte order of their names where that is asked for. Decimal numbers are written as the shortest text of their
 * double value, as the reference broker does, so that its content hashes stay valid here: {@code 1.0} and {@code 1.00}
 * are the same number, {@code 1} is another one.
 */
final class CanonicalJson {

    /** The byte order of UTF-8, which differs from {@link String#compareTo} beyond the basic plane. */
    static final Comparator<String> BYTE_ORDER = CanonicalJson::compareBytes;

    private static final char[] HEX = "0123456789abcdef".toCharArray();
    private static final double PLAIN_FROM = 1e-4;
    private static final double PLAIN_BELOW = 1e16;

    private final StringBuilder text = new StringBuilder(512);
    private final boolean sorted;

    private CanonicalJson(boolean sorted) {
        this.sorted = sorted;
    }

    /** The text of a value with the members of every object in byte order. */
    static String sorted(JsonNode node) {
        return write(node, true);
    }

    /** The text of a value with its members in the order in which they stand. */
    static String unsorted(JsonNode node) {
        return write(node, false);
    }

    /** The SHA-1 of a text's UTF-8 bytes, as 40 lower-case hexadecimal digits. */
    static String sha1(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    private static String write(JsonNode node, boolean sorted) {
        CanonicalJson writer = new CanonicalJson(sorted);
        writer.value(node);
        return writer.text.toString();
    }

    private void value(JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> object((ObjectNode) node);
            case ARRAY -> array(node);
            case STRING -> string(node.textValue());
            case NUMBER -> text.append(node.isBigDecimal() ? decimal(node.decimalValue()) : node.asText());
            default -> text.append(node.asText());
        }
    }

    private void object(ObjectNode node) {
        List<String> names = new ArrayList<>(node.size());
        node.fieldNames().forEachRemaining(names::add);
        if (sorted) {
            names.sort(BYTE_ORDER);
        }
        text.append('{');
        String separator = "";
        for (String name : names) {
            text.append(separator);
            string(name);
            text.append(':');
            value(node.get(name));
            separator = ",";
        }
        text.append('}');
    }

    private void array(JsonNode node) {
        text.append('[');
        String separator = "";
        for (JsonNode element : node) {
            text.append(separator);
            value(element);
            separator = ",";
        }
        text.append(']');
    }

    private void string(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < 0x20) {
                        text.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 0xF]);
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }

    /** A decimal as the shortest text that reads back as its double; what no double can hold stays as it was read. */
    static String decimal(BigDecimal number) {
        double value = number.doubleValue();
        if (Double.isInfinite(value)) {
            return number.toString();
        }
        double size = Math.abs(value);
        BigDecimal shortest = new BigDecimal(Double.toString(value));
        if (value == 0 || size >= PLAIN_FROM && size < PLAIN_BELOW) {
            String plain = shortest.stripTrailingZeros().toPlainString();
            return plain.indexOf('.') < 0 ? plain + ".0" : plain;
        }
        String digits = shortest.stripTrailingZeros().unscaledValue().abs().toString();
        int exponent = shortest.stripTrailingZeros().precision()
                - shortest.stripTrailingZeros().scale()
                - 1;
        String fraction = digits.length() == 1 ? "0" : digits.substring(1);
        return (value < 0 ? "-" : "")
                + digits.charAt(0)
                + '.'
                + fraction
                + String.format(Locale.ROOT, "e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    private static int compareBytes(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                // Surrogates stand for characters above all others, although their own values lie below some.
                boolean aHigh = Character.isSurrogate(a);
                boolean bHigh = Character.isSurrogate(b);
                return aHigh == bHigh ? Character.compare(a, b) : aHigh ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
