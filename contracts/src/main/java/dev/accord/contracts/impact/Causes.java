package dev.accord.contracts.impact;

import dev.accord.contracts.compatibility.Judgement;
import dev.accord.contracts.compatibility.Violation;
import dev.accord.contracts.diff.Change;
import dev.accord.contracts.diff.Direction;
import dev.accord.contracts.openapi.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the change that a violation comes from: of the same operation and direction, nearest to its place. */
final class Causes {

    private final Map<String, List<Change>> byOperation = new HashMap<>();
    private final List<Change> general = new ArrayList<>();

    Causes(List<Change> changes) {
        for (Change change : changes) {
            if (change.operation() == null) {
                general.add(change);
            } else {
                byOperation
                        .computeIfAbsent(change.operation(), o -> new ArrayList<>())
                        .add(change);
            }
        }
    }

    Optional<Change> of(Violation violation, Judgement base, Judgement revision) {
        List<Change> candidates = new ArrayList<>();
        for (Operation operation : new Operation[] {revision.operation(), base.operation()}) {
            if (operation != null) {
                candidates.addAll(byOperation.getOrDefault(operation.key().toString(), List.of()));
            }
        }
        candidates.addAll(general);
        Change best = null;
        int bestScore = 0;
        for (Change change : candidates) {
            int score = score(change, violation);
            if (score > bestScore) {
                best = change;
                bestScore = score;
            }
        }
        return Optional.ofNullable(best);
    }

    private static int score(Change change, Violation violation) {
        int score = switch (change.level()) {
            case ERROR -> 3;
            case WARNING -> 2;
            case INFO -> 1;
        };
        String place = violation.place();
        Direction direction = place.startsWith("response")
                ? Direction.RESPONSE
                : place.startsWith("request") ? Direction.REQUEST : Direction.BOTH;
        if (change.direction() != Direction.BOTH && direction != Direction.BOTH && change.direction() != direction) {
            return 0;
        }
        boolean credentials = place.equals("request/credentials");
        if (credentials != change.ruleId().contains("security")) {
            return credentials ? 0 : score == 1 ? 0 : 1;
        }
        String field = place.replaceFirst("^(request|response)/(body|query|header|cookie|path)", "");
        if (!field.isEmpty() && change.location().endsWith(field)) {
            score += 40;
        } else if (!field.isEmpty() && change.location().contains(lastStep(field))) {
            score += 20;
        }
        score += 20
                * nearness(change.revisionSource().pointer(), violation.source().pointer())
                / 10;
        return score;
    }

    private static String lastStep(String field) {
        return field.substring(Math.max(0, field.lastIndexOf('/')));
    }

    /** Returns 0 to 10 for how much of the longer pointer two pointers share from the start. */
    private static int nearness(@Nullable String one, String other) {
        if (one == null || one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        String[] a = one.split("/", -1);
        String[] b = other.split("/", -1);
        int shared = 0;
        while (shared < Math.min(a.length, b.length) && a[shared].equals(b[shared])) {
            shared++;
        }
        return 10 * shared / Math.max(a.length, b.length);
    }
}
