package dev.accord.broker.compatibility;

/** A pact content and an OpenAPI document, by their keys in the database. */
public record ContentPair(long pactVersionId, long documentId) {}
