package dev.accord.broker.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one request publishes for one consumer version; valid in itself, not yet compared with what is stored.
 *
 * @param consumer  name of the consumer
 * @param number    version number of the consumer
 * @param branch    branch to put the version on, or null for none
 * @param tags      tags to put on the version, in the order given, without duplicates
 * @param buildUrl  the build that publishes, or null to leave what is known
 * @param contracts contents by provider, in the order given; a provider may occur twice
 */
record Publication(
        String consumer,
        String number,
        @Nullable String branch,
        List<String> tags,
        @Nullable String buildUrl,
        List<Contract> contracts) {

    Publication {
        tags = tags.stream().distinct().toList();
        contracts = List.copyOf(contracts);
    }

    /**
     * One content for one provider.
     *
     * @param document the content as parsed
     * @param content  the same, identified and ready to be stored
     * @param mode     what becomes of what the version has published for the provider already
     */
    record Contract(String provider, JsonNode document, PactContent content, Mode mode) {}

    /** What becomes of a pact that the version has published already, when the content differs. */
    enum Mode {
        /** The new content takes its place, where the settings allow that. */
        OVERWRITE,
        /** The interactions are joined, where the settings allow a changed content. */
        MERGE,
        /** The interactions are joined, unless they contradict each other. */
        PATCH
    }

    /** A publication of a single pact, which says nothing about the version. */
    static Publication ofOne(String consumer, String number, Contract contract) {
        return new Publication(consumer, number, null, List.of(), null, List.of(contract));
    }

    /** The names of all providers, sorted. */
    List<String> providers() {
        return List.copyOf(
                new TreeSet<>(contracts.stream().map(Contract::provider).toList()));
    }
}
