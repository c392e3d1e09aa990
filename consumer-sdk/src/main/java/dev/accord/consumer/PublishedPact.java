package dev.accord.consumer;

import java.nio.file.Path;

/**
 * A pact that the broker has accepted.
 *
 * @param consumer the consumer's name
 * @param provider the provider's name
 * @param version the consumer's version that it was published under
 * @param file where its content came from
 */
public record PublishedPact(String consumer, String provider, String version, Path file) {}
