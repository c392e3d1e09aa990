package dev.accord.contracts.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where answers were refused: sometimes, and always. */
final class Refusals {
    private final Set<String> some = new HashSet<>();
    private final Set<String> values = new HashSet<>();
    private final List<JsonNode> answers = new ArrayList<>();
    private final List<Set<String>> refused = new ArrayList<>();

    void add(Answer answer, Set<String> places) {
        places.forEach(place -> {
            some.add(kind(place));
            values.add(place);
        });
        answers.add(tree(answer));
        refused.add(places);
    }

    /** An answer as one tree, so that every place is a way through it. */
    private static JsonNode tree(Answer answer) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode().put("status", answer.status());
        if (answer.contentType() != null) {
            tree.put("content-type", answer.contentType());
        }
        ObjectNode headers = tree.putObject("header");
        answer.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        if (answer.body() != null) {
            tree.set("$", answer.body());
        }
        return tree;
    }

    /** A refusal without the value. */
    static String kind(String place) {
        String[] words = place.split(" ", 3);
        return words[0] + " " + words[1];
    }

    /** Whether exactly this value was refused there, or anything above never worked. */
    boolean containsValue(String place) {
        return values.contains(place) || isBelowHopeless(place);
    }

    static String bare(String place) {
        return place.split(" ", 2)[0];
    }

    Set<String> some() {
        return some;
    }

    /** What was refused before is no news, nor is anything below what never worked. */
    boolean contains(String place) {
        return some.contains(kind(place)) || isBelowHopeless(place);
    }

    /** Below what never worked, nor behind a status or media type that never came, anything is news. */
    boolean isBelowHopeless(String place) {
        for (String above = bare(place); above.contains("."); above = above.substring(0, above.lastIndexOf('.'))) {
            if (isHopeless(above)) {
                return true;
            }
        }
        return (place.startsWith("$") && isHopeless("$")) || isHopeless("status") || isHopeless("content-type");
    }

    /**
     * Whether the same answer is also refused for the tag of an object that the place lies in, and was before: an answer of a
     * kind that the consumer never accepted, whose other fields change nothing.
     */
    boolean isOfRefusedKind(String place, Set<String> refusals) {
        String here = bare(place);
        return refusals.stream()
                .filter(old -> some.contains(kind(old)))
                .map(Refusals::bare)
                .filter(old -> old.endsWith(".kind"))
                .anyMatch(old -> here.startsWith(old.substring(0, old.length() - "kind".length())));
    }

    /** Returns whether a value has something at a place, elements of arrays as {@code *}. */
    private static boolean has(JsonNode value, List<String> steps) {
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

    /** Whether every answer that has something at a place was refused there. */
    boolean isHopeless(String place) {
        List<String> steps = List.of(place.split("\\."));
        boolean any = false;
        for (int i = 0; i < answers.size(); i++) {
            boolean missing = refused.get(i).contains(place + " missing");
            boolean here = missing || has(answers.get(i), steps);
            if (here && refused.get(i).stream().noneMatch(r -> bare(r).equals(place))) {
                return false;
            }
            any |= here;
        }
        return any;
    }
}
