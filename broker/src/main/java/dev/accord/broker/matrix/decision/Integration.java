package dev.accord.broker.matrix.decision;

/**
 * A consumer and a provider that matter to a question.
 *
 * @param required whether the consumer cannot do without the provider; a provider can do without a consumer
 */
public record Integration(long consumerId, String consumer, long providerId, String provider, boolean required) {}
