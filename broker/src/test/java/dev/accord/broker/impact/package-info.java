/** The gate over HTTP, with documents and pacts as clients send them. */
@NullMarked
package dev.accord.broker.impact;

import org.jspecify.annotations.NullMarked;
