package dev.accord.contracts.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.accord.contracts.openapi.SchemaType;
import dev.accord.contracts.usage.Need;
import dev.accord.contracts.usage.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a consumer says of the text of a header, whatever value the text stands for. */
final class HeaderTexts {

    private HeaderTexts() {}

    /** Returns whether rules say more of the text than that it is one. */
    static boolean isRuled(Need need) {
        return !need.isLiteral()
                && need.shapes().stream()
                        .noneMatch(s -> s instanceof Shape.Any
                                || (s instanceof Shape.Text text && text.rules().isEmpty()));
    }

    /** Returns whether a rule asks for exactly the example. */
    static boolean isExact(Need need) {
        return !need.shapes().isEmpty() && need.shapes().stream().allMatch(s -> s instanceof Shape.Exactly);
    }

    /** Returns whether a violation is shown by what a header can hold, or by nothing in particular; no header holds a line break. */
    static boolean canBeSent(Violation violation) {
        return violation.witnesses().isEmpty()
                || violation.witnesses().stream()
                        .anyMatch(w -> w.asText().chars().noneMatch(Character::isISOControl));
    }

    /** Returns numbers, booleans and null that may be sent and whose text is not accepted, by kind. */
    static Map<SchemaType, List<JsonNode>> refused(Variant variant, Need need) {
        List<JsonNode> candidates = new ArrayList<>();
        if (variant.kinds().contains(SchemaType.NUMBER) || variant.kinds().contains(SchemaType.INTEGER)) {
            candidates.addAll(Samples.numbers(variant.parts(), variant.kinds().contains(SchemaType.NUMBER)));
        }
        if (variant.kinds().contains(SchemaType.BOOLEAN)) {
            candidates.add(BooleanNode.TRUE);
            candidates.add(BooleanNode.FALSE);
        }
        if (variant.kinds().contains(SchemaType.NULL)) {
            candidates.add(NullNode.getInstance());
        }
        return candidates.stream()
                .filter(variant::admits)
                .filter(value -> !accepts(need, value))
                .collect(Collectors.groupingBy(JsonValues::kind, TreeMap::new, Collectors.toList()));
    }

    private static boolean accepts(Need need, JsonNode value) {
        String text = value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
        return Acceptance.of(need, TextNode.valueOf(text)).orElse(true)
                || Acceptance.of(need, value).orElse(true);
    }
}
