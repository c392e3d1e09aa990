/**
 * The connection to a broker that all clients of this project share: address, credentials, bounded retries, and failures
 * that carry their evidence. Knows HTTP and nothing of pacts.
 */
@NullMarked
package dev.accord.consumer.broker;

import org.jspecify.annotations.NullMarked;
