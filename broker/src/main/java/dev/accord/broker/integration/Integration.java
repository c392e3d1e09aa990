package dev.accord.broker.integration;

/**
 * A consumer and its provider.
 *
 * @param consumerId key of the consumer
 * @param consumer   name of the consumer
 * @param providerId key of the provider
 * @param provider   name of the provider
 */
public record Integration(long consumerId, String consumer, long providerId, String provider) {}
