package dev.accord.broker.matrix.decision;

import java.time.Instant;

/**
 * What a consumer version published.
 *
 * @param publicationId its key, in the order of publication
 * @param revision      counts the publications of one consumer version with one provider, from 1
 * @param contentId     key of the content; equal contents have one key
 * @param sha           public name of the content
 */
public record PactRef(long publicationId, int revision, long contentId, String sha, Instant createdAt) {}
