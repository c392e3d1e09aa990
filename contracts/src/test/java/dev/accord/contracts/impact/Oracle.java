package dev.accord.contracts.impact;

import au.com.dius.pact.core.matchers.BodyItemMatchResult;
import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.JsonContentMatcher;
import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.support.json.JsonParser;
import au.com.dius.pact.core.support.json.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What others say: pact-jvm's matching of bodies, and a JSON Schema validator that is not ours. */
final class Oracle {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Oracle() {}

    static Schema schema(JsonNode schema) {
        return REGISTRY.getSchema(schema);
    }

    static boolean admits(Schema schema, JsonNode value) {
        return schema.validate(value, context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)))
                .isEmpty();
    }

    private static String kind(@Nullable Object actual) {
        return actual instanceof JsonValue value ? value.type() + " " + value.serialise() : "value";
    }

    /** Returns whether a value has something at a place, elements of arrays and any keys as {@code *}. */
    static boolean has(JsonNode value, List<String> steps) {
        if (steps.isEmpty()) {
            return true;
        }
        List<String> rest = steps.subList(1, steps.size());
        if (value.isArray()) {
            for (JsonNode element : value) {
                if (has(element, rest)) {
                    return true;
                }
            }
            return false;
        }
        JsonNode field = value.get(steps.get(0));
        return field != null && has(field, rest);
    }

    /**
     * Returns where a pact refuses a response: place, kind of value and value there, or {@code missing}; elements of arrays as
     * {@code *}.
     */
    static Set<String> refusals(JsonNode expected, JsonNode rules, JsonNode actual) {
        MatchingRuleCategory category =
                new MatchingRuleCategory("body").fromJson(JsonParser.parseString(rules.toString()));
        MatchingContext context = new MatchingContext(category, true, Map.of(), false);
        List<BodyItemMatchResult> results = JsonContentMatcher.INSTANCE.compare(
                List.of("$"),
                JsonParser.parseString(expected.toString()),
                JsonParser.parseString(actual.toString()),
                context);
        Set<String> places = new TreeSet<>();
        for (BodyItemMatchResult result : results) {
            for (BodyMismatch mismatch : result.getResult()) {
                String place = mismatch.getPath().replaceAll("\\[\\d+]|\\.\\d+(?=\\.|\\[|$)", ".*");
                String said = String.valueOf(mismatch.getMismatch());
                int missing = said.indexOf("missing the following keys: ");
                if (missing < 0) {
                    places.add(place + " " + kind(mismatch.getActual()));
                    continue;
                }
                for (String key : said.substring(missing + 28).split(", ")) {
                    places.add(place + "." + key + " missing");
                }
            }
        }
        return places;
    }
}
