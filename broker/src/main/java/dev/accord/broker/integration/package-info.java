/**
 * Integrations: which consumer has ever published a contract with which provider, the groups that they connect, and
 * the deletion of all that is between two pacticipants. Table: {@code integration}, written where contracts and results
 * are published.
 */
@NullMarked
package dev.accord.broker.integration;

import org.jspecify.annotations.NullMarked;
