/**
 * What a Pact file says: versions 1 to 4, HTTP and message interactions, matching rules and generators, in one model.
 *
 * <p>{@link dev.accord.contracts.pact.PactReader} turns JSON into a {@link dev.accord.contracts.pact.Pact}; the
 * differences between the specification versions end there. Everything is an immutable value and safe to share. Nothing
 * is fetched, nothing is written, and the work is bounded by the limits of the reader.
 */
@NullMarked
package dev.accord.contracts.pact;

import org.jspecify.annotations.NullMarked;
