/**
 * Questions about documents and pacts that are sent along: what changed between two documents and for whom, and does a
 * document serve a pact. Nothing is stored, nothing is fetched.
 */
@NullMarked
package dev.accord.broker.comparison;

import org.jspecify.annotations.NullMarked;
