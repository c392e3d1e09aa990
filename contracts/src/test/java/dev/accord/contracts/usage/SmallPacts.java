package dev.accord.contracts.usage;

import dev.accord.contracts.pact.PactReader;
import java.util.List;

/** Small pacts and their facts for tests. */
final class SmallPacts {

    private SmallPacts() {}

    /** Returns an interaction whose answer has a JSON body with rules of category body. */
    static String answer(String body, String rules) {
        return interaction("{\"method\": \"GET\", \"path\": \"/a\"}", """
                {"status": 200, "body": BODY, "matchingRules": {"body": {RULES}}}
                """.replace("RULES", rules)
                .replace("BODY", body));
    }

    static String interaction(String request, String response) {
        return "{\"description\": \"d\", \"request\": " + request + ", \"response\": " + response + "}";
    }

    static String pact(String... interactions) {
        return "{\"consumer\": {\"name\": \"c\"}, \"provider\": {\"name\": \"p\"}, \"interactions\": ["
                + String.join(", ", interactions)
                + "], \"metadata\": {\"pactSpecification\": {\"version\": \"3.0.0\"}}}";
    }

    static Usage usage(String... interactions) {
        return Usage.of(PactReader.read(pact(interactions)));
    }

    static List<UsageFact> of(String... interactions) {
        return usage(interactions).facts();
    }
}
