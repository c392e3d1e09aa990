/**
 * Questions about providers' documents and those who use them: who uses which field, what would break, what may go. What a
 * document offers is worked out once per document, what a pact uses of it once per pair of contents; both are kept, and a
 * question about usage reads rows only. Hypothetical changes are worked out when asked, and nothing of them is kept.
 *
 * <p>Tables: {@code document_surface}, {@code document_operation}, {@code document_use}.
 */
@NullMarked
package dev.accord.broker.question;

import org.jspecify.annotations.NullMarked;
