/**
 * Which pacts a provider verifies: consumer version selectors, default selectors, pending pacts, work in progress, the
 * notices that say why, and the opaque segment that carries the reason from selection to result.
 *
 * <p>Selection only reads. The number of its statements is fixed; their cost depends on how many publications are
 * selected or could be work in progress, not on how many results a content has: what a provider branch or tag has verified
 * is looked up in the summaries that package {@code verification} keeps while it writes results.
 */
@NullMarked
package dev.accord.broker.selection;

import org.jspecify.annotations.NullMarked;
