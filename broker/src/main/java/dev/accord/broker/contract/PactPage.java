package dev.accord.broker.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accord.broker.hal.BrokerUrls;

/** A pact as a page for people. */
final class PactPage {

    private PactPage() {}

    static String of(PublishedPact pact, JsonNode content, BrokerUrls urls) {
        return "<!doctype html><title>" + pact.sha() + "</title>" + content.size() + urls.base();
    }
}
