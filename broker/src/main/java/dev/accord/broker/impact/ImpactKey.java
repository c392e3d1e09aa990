package dev.accord.broker.impact;

/** A change of documents and a pact content that may depend on what changes, by their keys in the database. */
public record ImpactKey(DocumentPair change, long pactVersionId) {

    /** The key of a base, a revision and a pact content. */
    public static ImpactKey of(long baseDocumentId, long revisionDocumentId, long pactVersionId) {
        return new ImpactKey(new DocumentPair(baseDocumentId, revisionDocumentId), pactVersionId);
    }
}
