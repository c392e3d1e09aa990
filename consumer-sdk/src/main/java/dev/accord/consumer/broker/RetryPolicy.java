package dev.accord.consumer.broker;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often a request is tried, and how long to wait in between: the wait doubles from {@code firstDelay} up to {@code
 * longestDelay}, and a random part of at most half of it is taken off, so that many builds do not come back at once.
 *
 * @param attempts how many times a request is sent at most; at least 1
 * @param firstDelay the wait before the second attempt
 * @param longestDelay the upper bound of every wait, also of one that the broker asks for by {@code Retry-After}
 */
public record RetryPolicy(int attempts, Duration firstDelay, Duration longestDelay) {

    /** Four attempts within about four seconds. */
    public static final RetryPolicy DEFAULT = new RetryPolicy(4, Duration.ofMillis(500), Duration.ofSeconds(10));

    /** One attempt, no waiting. */
    public static final RetryPolicy NONE = new RetryPolicy(1, Duration.ZERO, Duration.ZERO);

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException when {@code attempts} is below 1 or a delay is negative
     */
    public RetryPolicy {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts is " + attempts + ", but at least 1 is needed");
        }
        if (firstDelay.isNegative() || longestDelay.isNegative()) {
            throw new IllegalArgumentException("a delay is negative: " + firstDelay + ", " + longestDelay);
        }
    }

    /** Returns the wait after the given failed attempt (the first is 1), for a random value in [0, 1). */
    Duration delayAfter(int attempt, double random) {
        long factor = 1L << Math.min(attempt - 1, 30);
        Duration doubled = longestDelay.dividedBy(factor).compareTo(firstDelay) < 0
                ? longestDelay
                : firstDelay.multipliedBy(factor);
        return doubled.minusNanos((long) (doubled.toNanos() / 2.0 * random));
    }

    /** Returns the wait after the given failed attempt. */
    Duration delayAfter(int attempt, RandomGenerator random) {
        return delayAfter(attempt, random.nextDouble());
    }
}
