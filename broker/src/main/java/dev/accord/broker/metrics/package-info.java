/** Counts what the broker holds, for people who watch its growth. */
@NullMarked
package dev.accord.broker.metrics;

import org.jspecify.annotations.NullMarked;
