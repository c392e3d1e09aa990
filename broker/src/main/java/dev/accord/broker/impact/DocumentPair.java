package dev.accord.broker.impact;

/**
 * A change from one document to another, by their keys in the database.
 *
 * @param baseDocumentId     what is promised now
 * @param revisionDocumentId what would be promised instead
 */
public record DocumentPair(long baseDocumentId, long revisionDocumentId) {}
