package dev.accord.contracts.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Whether the answers of the changed provider are refused where those of the old one were not. */
final class AnswerTruth {

    private final Case each;
    private final int tries;
    private final boolean fine;
    private final PactMatching matching;
    private final RandomGenerator random;
    private final Schemas schemas = Schemas.ofResponses();

    AnswerTruth(Case each, int tries, boolean fine) {
        this.each = each;
        this.tries = tries;
        this.fine = fine;
        this.matching = new PactMatching(each.contract(), each.pact());
        this.random = Case.random(each.seed() ^ 0x5DEECE66DL);
    }

    Optional<String> broken() {
        Optional<JsonNode> before = each.operation(each.base());
        Optional<JsonNode> after = each.operation(each.revision());
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        RandomAnswers answers = new RandomAnswers(random, after.get(), schemas);
        Known known = new Known(before.get());
        Refusals now = new Refusals();
        for (int i = 0; i < tries; i++) {
            Optional<Answer> answer = answers.to(each.contract());
            if (answer.isEmpty()) {
                continue;
            }
            Set<String> refusals = refusals(answer.get());
            now.add(answer.get(), refusals);
            for (String place : refusals) {
                if (isOld(before.get(), answer.get(), Refusals.bare(place))) {
                    continue;
                }
                if (!known.has(place, refusals)) {
                    return Optional.of(answer.get() + " is refused at " + place);
                }
            }
        }
        if (now.some().isEmpty() || tries <= 100) {
            return Optional.empty();
        }
        Refusals then = known.all();
        return now.some().stream()
                .map(Refusals::bare)
                .filter(place -> now.isHopeless(place) && !then.isHopeless(place) && !then.isBelowHopeless(place))
                .findFirst()
                .map(place -> "nothing at " + place + " is accepted any more");
    }

    /** The status and the media type come first: who gets another one does not look any further. */
    private Set<String> refusals(Answer answer) {
        Set<String> all = matching.refusals(answer);
        for (String first : new String[] {"status", "content-type"}) {
            Set<String> these = Set.copyOf(
                    all.stream().filter(p -> Refusals.bare(p).equals(first)).toList());
            if (!these.isEmpty()) {
                return these;
            }
        }
        return all;
    }

    /** Whether the old document allowed this part of the answer, too. */
    private boolean isOld(JsonNode operation, Answer answer, String place) {
        if (place.startsWith("header.")) {
            return RandomAnswers.allowsHeader(operation, schemas, answer, place.substring("header.".length()));
        }
        return place.startsWith("$") && RandomAnswers.allowsBody(operation, schemas, answer);
    }

    /** What the old answers were refused for; as many of them are drawn as it takes to know. */
    private final class Known {
        private static final int MOST = 400;
        private static final int FEW = 25;

        private final RandomAnswers answers;
        private final Refusals refusals = new Refusals();
        private int drawn;

        Known(JsonNode operation) {
            this.answers = new RandomAnswers(random, operation, schemas);
        }

        boolean has(String place, Set<String> others) {
            do {
                draw();
                boolean old = fine ? refusals.containsValue(place) : refusals.contains(place);
                // a few answers may be refused by chance where others would be taken
                boolean sure = drawn >= MOST || !refusals.isBelowHopeless(place);
                if ((old && sure) || refusals.isOfRefusedKind(place, others)) {
                    return true;
                }
            } while (drawn < MOST);
            return false;
        }

        Refusals all() {
            while (drawn < MOST) {
                draw();
            }
            return refusals;
        }

        private void draw() {
            for (int i = 0; i < FEW && drawn < MOST; i++, drawn++) {
                answers.to(each.contract())
                        .ifPresent(answer -> refusals.add(answer, AnswerTruth.this.refusals(answer)));
            }
        }
    }
}
