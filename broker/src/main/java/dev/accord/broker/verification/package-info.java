/**
 * Verification results: a provider version has, or has not, kept its word about a pact content.
 *
 * <p>A result belongs to a content and a provider version and so counts for every consumer version with that content, past
 * and future. Of several results for the same two, the newest counts. A result only inserts: the row itself, its output, the
 * tags that the provider version had at that moment ({@code verification_tag}), and, by triggers, the summary by branch
 * ({@code verification_branch}) that pending and work in progress read.
 */
@NullMarked
package dev.accord.broker.verification;

import org.jspecify.annotations.NullMarked;
