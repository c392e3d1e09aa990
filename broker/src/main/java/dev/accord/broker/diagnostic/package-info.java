/** Tells clients of the API whether the broker answers and whether its database does. */
@NullMarked
package dev.accord.broker.diagnostic;

import org.jspecify.annotations.NullMarked;
