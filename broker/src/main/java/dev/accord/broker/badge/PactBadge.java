package dev.accord.broker.badge;

import dev.accord.broker.badge.Badge.Colour;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says how a pact stands: verified, changed since it was verified, failed, or unknown.
 *
 * @param consumer    name of the consumer
 * @param provider    name of the provider
 * @param consumerTag shown behind the consumer's name, or null
 * @param providerTag shown behind the provider's name, or null
 * @param side        {@code consumer} or {@code provider} to show only one of them; anything else shows both
 * @param initials    whether names of several words are shortened to their initials
 */
record PactBadge(
        String consumer,
        String provider,
        @Nullable String consumerTag,
        @Nullable String providerTag,
        String side,
        boolean initials) {

    /**
     * The latest pact, and the latest result of the pair.
     *
     * @param contentId       key of the pact's content
     * @param verifiedContent key of the content that the result is about, or null when there is none
     * @param success         whether it is good
     * @param pending         whether the pact was pending when a bad result came
     */
    record Standing(long contentId, @Nullable Long verifiedContent, boolean success, boolean pending) {}

    /** The badge; null stands for a pact that does not exist. */
    Badge of(@Nullable Standing standing) {
        if (standing == null) {
            return new Badge("pact not found", "unknown", Colour.LIGHT_GREY);
        }
        String left = subject() + " pact";
        if (standing.verifiedContent() == null) {
            return new Badge(left, "unknown", Colour.LIGHT_GREY);
        }
        if (!standing.success()) {
            return new Badge(left, standing.pending() ? "failed (pending)" : "failed", Colour.RED);
        }
        return standing.verifiedContent() == standing.contentId()
                ? new Badge(left, "verified", Colour.BRIGHT_GREEN)
                : new Badge(left, "changed", Colour.ORANGE);
    }

    private String subject() {
        String consumerName = name(consumer, consumerTag);
        String providerName = name(provider, providerTag);
        return switch (side.toLowerCase(Locale.ROOT)) {
            case "consumer" -> consumerName;
            case "provider" -> providerName;
            default -> consumerName + "/" + providerName;
        };
    }

    private String name(String name, @Nullable String tag) {
        String suffix = tag == null ? "" : " (" + tag + ")";
        return ((initials ? shortened(name) : name) + suffix).toLowerCase(Locale.ROOT);
    }

    /** The initials of a name of several words, divided by space, dash, underscore or else by camel case. */
    private static String shortened(String name) {
        List<String> words = words(name.split("[\\s_-]"));
        if (words.size() == 1) {
            words = words(words.getFirst()
                    .replaceAll("([A-Z]+)([A-Z][a-z])", "$1 $2")
                    .replaceAll("([a-z\\d])([A-Z])", "$1 $2")
                    .split(" "));
        }
        return words.size() <= 1
                ? name
                : words.stream()
                        .map(word -> Character.toString(word.codePointAt(0)))
                        .collect(Collectors.joining());
    }

    private static List<String> words(String[] parts) {
        List<String> words = new ArrayList<>();
        for (String part : parts) {
            if (!part.isEmpty()) {
                words.add(part);
            }
        }
        return words;
    }
}
