/**
 * Finds every change between two OpenAPI documents, each as a value with a stable rule id, a level, a place in both
 * documents and a sentence.
 */
@NullMarked
package dev.accord.contracts.diff;

import org.jspecify.annotations.NullMarked;
