package io.statuspulse.conformance.run;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Lets a number of scenarios work at a time. One that only waits for a slow answer gives its turn to another meanwhile,
 * so that a receiver that hangs on many scenarios costs about one deadline and not one for each.
 */
final class Lanes implements AutoCloseable {
    private final Semaphore turns;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Threads.daemon("lanes"));

    Lanes(int number) {
        this.turns = new Semaphore(number, true);
    }

    void enter() {
        turns.acquireUninterruptibly();
    }

    void leave() {
        turns.release();
    }

    /** Runs {@code work} inside a turn, giving the turn away once it has taken that long. */
    <T> T yieldingAfter(Duration patience, Supplier<T> work) {
        // Cancelling does not tell whether the hand-over has begun, so that both sides ask who was first.
        AtomicBoolean decided = new AtomicBoolean();
        ScheduledFuture<?> handOver = timer.schedule(
                () -> {
                    if (decided.compareAndSet(false, true)) {
                        turns.release();
                    }
                },
                patience.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return work.get();
        } finally {
            handOver.cancel(false);
            if (!decided.compareAndSet(false, true)) {
                turns.acquireUninterruptibly();
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
