package dev.accord.contracts.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.contracts.openapi.Schema;
import dev.accord.contracts.openapi.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects violations and visited places while one interaction is judged. */
final class Trace {

    private static final int MAX_VIOLATIONS = 500;

    private final List<Violation> violations = new ArrayList<>();
    private final Map<Violation.Identity, Integer> positions = new HashMap<>();
    private final List<String> totals = new ArrayList<>();
    private final Map<String, List<List<Schema>>> schemas = new LinkedHashMap<>();

    void add(ViolationKind kind, String place, String detail, String sentence, Source source) {
        add(kind, place, detail, List.of(), sentence, source);
    }

    /** Keeps a violation once; witnesses of the same violation are joined. */
    void add(
            ViolationKind kind, String place, String detail, List<JsonNode> witnesses, String sentence, Source source) {
        Violation violation = new Violation(kind, place, detail, witnesses, sentence, source);
        Integer at = positions.get(violation.identity());
        if (at != null) {
            Violation known = violations.get(at);
            List<JsonNode> all = new ArrayList<>(known.witnesses());
            witnesses.stream().filter(w -> !all.contains(w)).forEach(all::add);
            violations.set(at, new Violation(kind, place, detail, all, known.sentence(), known.source()));
        } else if (violations.size() < MAX_VIOLATIONS) {
            positions.put(violation.identity(), violations.size());
            violations.add(violation);
            if (kind.isTotal()) {
                totals.add(place);
            }
        }
    }

    void add(Violation violation) {
        add(
                violation.kind(),
                violation.place(),
                violation.detail(),
                violation.witnesses(),
                violation.sentence(),
                violation.source());
    }

    void visit(String place, List<List<Schema>> alternatives) {
        schemas.computeIfAbsent(place, p -> new ArrayList<>()).addAll(alternatives);
    }

    List<Violation> violations() {
        return violations;
    }

    Map<String, List<List<Schema>>> schemas() {
        return schemas;
    }

    boolean hasTotalAt(String place) {
        return totals.stream().anyMatch(total -> place.equals(total) || place.startsWith(total + "/"));
    }
}
