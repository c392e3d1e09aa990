/** Acceptances over HTTP. */
@NullMarked
package dev.accord.broker.acceptance;

import org.jspecify.annotations.NullMarked;
