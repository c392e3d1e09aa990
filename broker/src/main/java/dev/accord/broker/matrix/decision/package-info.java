/**
 * May these versions be deployed together? Pure: values in, a decision with its reasons out. Rows are collapsed, filtered,
 * split and sorted by {@link dev.accord.broker.matrix.decision.Rows}, judged by
 * {@link dev.accord.broker.matrix.decision.Decider}; reasons are data and are worded in one place,
 * {@link dev.accord.broker.matrix.decision.ReasonText}.
 */
@NullMarked
package dev.accord.broker.matrix.decision;

import org.jspecify.annotations.NullMarked;
