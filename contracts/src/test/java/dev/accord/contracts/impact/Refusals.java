package dev.accord.contracts.impact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where answers were refused: sometimes, and always. */
final class Refusals {
    private final Set<String> some = new HashSet<>();
    private final Set<String> values = new HashSet<>();
    private final List<JsonNode> answers = new ArrayList<>();
    private final List<Set<String>> refused = new ArrayList<>();

    void add(JsonNode answer, Set<String> places) {
        places.forEach(place -> {
            some.add(kind(place));
            values.add(place);
        });
        answers.add(answer);
        refused.add(places);
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

    private boolean isBelowHopeless(String place) {
        for (String above = bare(place); above.contains("."); above = above.substring(0, above.lastIndexOf('.'))) {
            if (isHopeless(above)) {
                return true;
            }
        }
        return isHopeless("$");
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

    /** Whether every answer that has something at a place was refused there. */
    boolean isHopeless(String place) {
        List<String> steps = List.of(place.split("\\.")).subList(1, place.split("\\.").length);
        boolean any = false;
        for (int i = 0; i < answers.size(); i++) {
            boolean missing = refused.get(i).contains(place + " missing");
            boolean here = missing || Oracle.has(answers.get(i), steps);
            if (here && refused.get(i).stream().noneMatch(r -> bare(r).equals(place))) {
                return false;
            }
            any |= here;
        }
        return any;
    }
}
