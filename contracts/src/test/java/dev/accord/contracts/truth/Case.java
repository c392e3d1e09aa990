package dev.accord.contracts.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.contracts.diff.OpenApiDiff;
import dev.accord.contracts.impact.Impact;
import dev.accord.contracts.impact.ImpactResult;
import dev.accord.contracts.openapi.OpenApiDocument;
import dev.accord.contracts.openapi.OpenApiReader;
import dev.accord.contracts.pact.PactReader;
import dev.accord.contracts.usage.Usage;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * One document, one change, one pact, and what {@code impact} says.
 *
 * @param change the name of the change
 */
record Case(
        long seed,
        String change,
        ObjectNode base,
        ObjectNode revision,
        Contract contract,
        String pact,
        ImpactResult impact) {

    static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** Returns the case of a seed; nothing where no pact or no change could be drawn. */
    static Optional<Case> of(long seed) {
        RandomGenerator random = random(seed);
        RandomSchemas schemas = new RandomSchemas(random);
        RandomOperations operations = new RandomOperations(random, schemas, 1 + random.nextInt(3));
        ObjectNode base = operations.document();
        Optional<Contract> contract = new RandomPacts(random, base).draw();
        ObjectNode revision = base.deepCopy();
        Optional<String> change =
                new OperationChanges(random, operations, new SchemaChanges(random, schemas)).change(revision);
        if (contract.isEmpty() || change.isEmpty() || revision.equals(base) || !isAdmitted(contract.get(), base)) {
            return Optional.empty();
        }
        OpenApiDocument before = OpenApiReader.read(base.toString());
        OpenApiDocument after = OpenApiReader.read(revision.toString());
        String pact = contract.get().pact();
        Usage usage = Usage.of(PactReader.read(pact));
        ImpactResult impact = Impact.of(before, after, OpenApiDiff.compare(before, after), usage);
        return Optional.of(new Case(seed, change.get(), base, revision, contract.get(), pact, impact));
    }

    /** A consumer that was let in before. */
    private static boolean isAdmitted(Contract contract, ObjectNode base) {
        RequestOracle oracle = new RequestOracle(base);
        return oracle.routes().urls(contract.request()).stream()
                .allMatch(url -> oracle.read(contract.request(), url, contract.negative())
                                .refusal()
                        == null);
    }

    /**
     * Returns what shows that the change breaks the consumer, if anything among so many tries does.
     *
     * @param fine whether another refused value counts at a place where values of that kind were refused before, too: then
     *     either verdict is right, because only the provider's state tells which of them the consumer meets
     */
    Optional<String> shownBreak(int tries, boolean fine) {
        // what did not change in either direction need not be run
        Optional<String> request = sameButAnswers() ? Optional.empty() : brokenRequest(tries);
        return request.or(() -> sameAnswers() ? Optional.empty() : new AnswerTruth(this, tries, fine).broken());
    }

    private boolean sameButAnswers() {
        ObjectNode before = base.deepCopy();
        ObjectNode after = revision.deepCopy();
        for (ObjectNode document : List.of(before, after)) {
            document.path("paths").forEach(item -> item.forEach(RandomOperations::forgetResponses));
        }
        return before.equals(after);
    }

    private boolean sameAnswers() {
        Optional<JsonNode> before = operation(base).map(o -> o.path("responses"));
        return before.isPresent() && before.equals(operation(revision).map(o -> o.path("responses")));
    }

    private Optional<String> brokenRequest(int tries) {
        RequestOracle before = new RequestOracle(base);
        RequestOracle after = new RequestOracle(revision);
        Variations variations = new Variations(random(seed ^ 0x5DEECE66DL), contract);
        for (int i = 0; i < (contract.requestRules().isEmpty() ? 1 : tries); i++) {
            Sent sent = i == 0 ? contract.request() : variations.next();
            for (String url : before.routes().urls(sent)) {
                RequestOracle.Reading then = before.read(sent, url, contract.negative());
                if (then.refusal() != null) {
                    continue;
                }
                RequestOracle.Reading now = after.read(sent, url, contract.negative());
                Optional<String> misread = contract.negative() ? Optional.empty() : then.misread(now);
                if (now.refusal() != null || misread.isPresent()) {
                    return Optional.of("request " + url + ": " + (now.refusal() == null ? misread.get() : now.refusal())
                            + (i == 0 ? "" : ", sent as " + sent));
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the operation of a document that the example of the pact reaches first. */
    Optional<JsonNode> operation(JsonNode document) {
        Sent sent = contract.request();
        return new Routes(base)
                .urls(sent).stream()
                        .map(url -> new Routes(document).find(sent.method(), url))
                        .flatMap(Optional::stream)
                        .map(Routes.Route::operation)
                        .findFirst();
    }

    @Override
    public String toString() {
        return "  base     " + base + "\n  revision " + revision + "\n  pact     " + pact;
    }
}
