package dev.accord.verifier;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.PactReader;
import au.com.dius.pact.core.model.PactSource;
import au.com.dius.pact.core.support.json.JsonValue;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads each pact once. A pact is looked into before it is verified, for its consumer's name, and should not be fetched
 * twice for that.
 */
final class RememberingPactReader implements PactReader {

    private final Map<Object, Pact> pacts = new HashMap<>();

    @Override
    public Pact loadPact(Object source) {
        return pacts.computeIfAbsent(source, DefaultPactReader.INSTANCE::loadPact);
    }

    @Override
    public Pact loadPact(Object source, Map<String, ?> options) {
        return pacts.computeIfAbsent(source, any -> DefaultPactReader.INSTANCE.loadPact(any, options));
    }

    @Override
    public Pact pactFromJson(JsonValue.Object json, PactSource source) {
        return DefaultPactReader.INSTANCE.pactFromJson(json, source);
    }
}
