/**
 * What a change of a document does to a consumer.
 *
 * <p>{@link dev.accord.contracts.impact.Impact} compares the violations of two documents by one usage: what only the
 * newer one violates was brought about by the change. A change that breaks on paper and violates nothing that the
 * consumer uses does not concern it.
 */
@NullMarked
package dev.accord.contracts.impact;

import org.jspecify.annotations.NullMarked;
