/**
 * What the change from one OpenAPI document to another does to a pact: worked out once per (base, revision, pact content) and
 * kept with the version of the algorithm. It is worked out in the background for what is in use when a document or a pact is
 * published, else when a question first needs it.
 *
 * <p>Tables: {@code document_diff}, {@code impact}.
 */
@NullMarked
package dev.accord.broker.impact;

import org.jspecify.annotations.NullMarked;
