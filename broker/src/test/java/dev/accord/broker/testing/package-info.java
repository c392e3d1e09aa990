/** What the broker's tests over HTTP share: one client, its answers, and the bodies that it sends. */
@NullMarked
package dev.accord.broker.testing;

import org.jspecify.annotations.NullMarked;
