/**
 * Findings that a named person or token accepts for one consumer in one environment, with a reason and an end. An
 * acceptance names the finding by its code, operation and field, never by its text; it is shown in every answer that it
 * affects, and its rows are the audit trail.
 *
 * <p>Table: {@code acceptance}.
 */
@NullMarked
package dev.accord.broker.acceptance;

import org.jspecify.annotations.NullMarked;
