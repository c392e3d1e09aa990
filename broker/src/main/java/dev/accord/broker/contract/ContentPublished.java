package dev.accord.broker.contract;

/**
 * Fired synchronously inside the publishing transaction for each pact content that was stored or published again. An
 * observer that throws undoes the publication.
 *
 * @param pactVersionId key of the content
 * @param consumerId    key of the consumer
 * @param providerId    key of the provider
 * @param content       the JSON text of this publication, with an {@code _id} in each interaction; the text stored is
 *                      that of the first publication and may differ in metadata and order
 * @param newContent    whether the content was stored just now; it is known already when false
 */
public record ContentPublished(
        long pactVersionId, long consumerId, long providerId, String content, boolean newContent) {}
