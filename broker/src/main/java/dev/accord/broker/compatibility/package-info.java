/**
 * Does a provider's document serve a pact? Worked out once per pair of contents and version of the algorithm, when a
 * decision first needs it; kept in the table {@code compatibility}.
 */
@NullMarked
package dev.accord.broker.compatibility;

import org.jspecify.annotations.NullMarked;
