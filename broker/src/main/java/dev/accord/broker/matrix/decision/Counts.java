package dev.accord.broker.matrix.decision;

import org.jspecify.annotations.Nullable;

/**
 * How many rows say what.
 *
 * @param unknown unverified rows and required integrations without any row
 * @param ignored rows taken out by ignore selectors; null when the request had none
 */
public record Counts(
        int success, int failed, int unknown, @Nullable Integer ignored) {}
