/**
 * Whether what a consumer uses is what a document offers.
 *
 * <p>{@link dev.accord.contracts.compatibility.ApiJudge} holds a document against a usage and gives the violations: the
 * places where a request would not be admitted, or an answer could not be stood. Three answers are told apart
 * everywhere: proven, refuted (mostly with a value that shows it), and not decided. {@link
 * dev.accord.contracts.compatibility.Compatibility} turns violations into findings for people; the package {@code
 * impact} compares the violations of two documents.
 */
@NullMarked
package dev.accord.contracts.compatibility;

import org.jspecify.annotations.NullMarked;
