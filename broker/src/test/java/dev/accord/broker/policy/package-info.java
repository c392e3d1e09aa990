/** Checks and policies over HTTP. */
@NullMarked
package dev.accord.broker.policy;

import org.jspecify.annotations.NullMarked;
