package dev.accord.broker.openapi;

/**
 * A provider version published a document; fired inside the transaction that stores it.
 *
 * @param providerId key of the provider
 * @param versionId  key of the provider version
 * @param documentId key of the content
 */
public record DocumentPublished(long providerId, long versionId, long documentId) {}
