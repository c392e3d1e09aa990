package dev.accord.broker.comparison;

import dev.accord.broker.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets as many comparisons of documents run at once as there are processors; further ones wait for their turn. Thread-safe.
 */
@ApplicationScoped
public class Turns {

    private final Semaphore free = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    /**
     * Does some work in its turn.
     *
     * @throws ProblemException 503 when the wait is broken off
     */
    public <T> T take(Supplier<T> work) {
        try {
            free.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.bare(503);
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
