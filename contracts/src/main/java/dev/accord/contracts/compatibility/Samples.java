package dev.accord.contracts.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.accord.contracts.openapi.Schema;
import dev.accord.contracts.openapi.SchemaType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Values to try: from both sides of every bound that the schemas state. */
final class Samples {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MAX_TEXT = 2_000;

    private Samples() {}

    static JsonNode of(SchemaType kind) {
        return switch (kind) {
            case NULL -> NODES.nullNode();
            case BOOLEAN -> NODES.booleanNode(true);
            case INTEGER -> NODES.numberNode(1);
            case NUMBER -> NODES.numberNode(new BigDecimal("0.5"));
            case STRING -> NODES.textNode("a");
            case ARRAY -> NODES.arrayNode();
            case OBJECT -> NODES.objectNode();
        };
    }

    static List<JsonNode> texts(List<Schema> schemas) {
        Set<String> texts = new LinkedHashSet<>();
        for (Schema schema : schemas) {
            String format = schema.format();
            if (format != null) {
                texts.addAll(Formats.samples(format));
            }
            if (schema.pattern() != null) {
                texts.addAll(PatternSamples.of(schema.pattern()));
            }
        }
        texts.addAll(List.of("", "a", "Zz9", "0", "-1", "1.5", "a b", "ÄÖ", "true", "2020-01-31"));
        List<String> seeds = new ArrayList<>(texts);
        for (Schema schema : schemas) {
            ofLength(texts, schema.minLength(), seeds);
            ofLength(texts, schema.maxLength(), seeds);
        }
        List<JsonNode> nodes = new ArrayList<>();
        texts.forEach(t -> nodes.add(TextNode.valueOf(t)));
        return nodes;
    }

    private static void ofLength(Set<String> texts, @org.jspecify.annotations.Nullable Long bound, List<String> seeds) {
        if (bound == null) {
            return;
        }
        for (long length : new long[] {bound - 1, bound, bound + 1}) {
            if (length > 0 && length <= MAX_TEXT) {
                texts.add("a".repeat((int) length));
                texts.add("7".repeat((int) length));
                for (String seed : seeds) {
                    if (seed.length() > length) {
                        texts.add(seed.substring(0, (int) length));
                    }
                }
            }
        }
    }

    static List<JsonNode> numbers(List<Schema> schemas, boolean fractions) {
        Set<BigDecimal> numbers = new LinkedHashSet<>();
        for (Schema schema : schemas) {
            for (BigDecimal bound : bounds(schema)) {
                numbers.add(bound);
                numbers.add(bound.add(BigDecimal.ONE));
                numbers.add(bound.subtract(BigDecimal.ONE));
                if (fractions) {
                    numbers.add(bound.add(new BigDecimal("0.5")));
                    numbers.add(bound.subtract(new BigDecimal("0.5")));
                }
            }
            if ("int32".equals(schema.format())) {
                numbers.add(BigDecimal.valueOf(1L << 40));
            }
        }
        for (String each : List.of("0", "1", "-1", "7", "1000003", "-1000003")) {
            numbers.add(new BigDecimal(each));
        }
        if (fractions) {
            numbers.add(new BigDecimal("0.5"));
            numbers.add(new BigDecimal("-3.25"));
        }
        List<JsonNode> nodes = new ArrayList<>();
        for (BigDecimal number : numbers) {
            boolean integral =
                    number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
            if (integral && number.precision() - number.scale() < 19) {
                nodes.add(NODES.numberNode(number.longValue()));
            } else if (fractions || integral) {
                nodes.add(NODES.numberNode(number));
            }
        }
        return nodes;
    }

    private static List<BigDecimal> bounds(Schema schema) {
        List<BigDecimal> bounds = new ArrayList<>();
        for (BigDecimal bound : new BigDecimal[] {
            schema.minimum(),
            schema.maximum(),
            schema.exclusiveMinimum(),
            schema.exclusiveMaximum(),
            schema.multipleOf()
        }) {
            if (bound != null) {
                bounds.add(bound);
            }
        }
        return bounds;
    }
}
