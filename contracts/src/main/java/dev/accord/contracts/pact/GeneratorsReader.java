package dev.accord.contracts.pact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads generators: a category holds a generator itself (path, method, status) or generators by place. */
final class GeneratorsReader {

    private GeneratorsReader() {}

    static Generators read(Fields fields) {
        Map<MatchingRules.Category, List<Generators.Entry>> byCategory = new EnumMap<>(MatchingRules.Category.class);
        for (Map.Entry<String, JsonNode> entry : fields.entries()) {
            MatchingRules.Category category = MatchingRulesReader.category(entry.getKey());
            if (category == null) {
                continue;
            }
            List<Generators.Entry> entries = byCategory.computeIfAbsent(category, c -> new ArrayList<>());
            Fields inner = Fields.of(entry.getValue(), fields.pointerTo(entry.getKey()));
            if (inner.node("type").isTextual()) {
                entries.add(new Generators.Entry(
                        PathExpression.parse("$"), inner.node("type").textValue()));
                continue;
            }
            for (Map.Entry<String, JsonNode> place : inner.entries()) {
                entries.add(new Generators.Entry(
                        MatchingRulesReader.expression(category, place.getKey(), inner.pointerTo(place.getKey())),
                        place.getValue().path("type").asText("")));
            }
        }
        return byCategory.isEmpty() ? Generators.NONE : new Generators(byCategory);
    }
}
