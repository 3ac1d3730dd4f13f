package io.statuspulse.conformance.run;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets a number of scenarios work at a time. One that only waits for a slow answer gives its turn to another meanwhile,
 * so that a receiver that hangs on many scenarios costs about one deadline and not one for each.
 *
 * <p>Who comes back from such a wait goes before those that have not begun: it may be the one to find out that nobody is
 * there any more, and that the others need not begin.
 */
final class Lanes implements AutoCloseable {
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Fair, and held by the next one to begin. */
    private final Lock queue = new ReentrantLock(true);

    private int free;
    private int returning;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Threads.daemon("lanes"));

    Lanes(int number) {
        this.free = number;
    }

    void enter() {
        queue.lock();
        lock.lock();
        try {
            while (free == 0 || returning > 0) {
                changed.awaitUninterruptibly();
            }
            free--;
        } finally {
            lock.unlock();
            queue.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            free++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void comeBack() {
        lock.lock();
        try {
            returning++;
            while (free == 0) {
                changed.awaitUninterruptibly();
            }
            free--;
            returning--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Runs {@code work} inside a turn, giving the turn away once it has taken that long. */
    <T> T yieldingAfter(Duration patience, Supplier<T> work) {
        // Cancelling does not tell whether the hand-over has begun, so that both sides ask who was first.
        AtomicBoolean decided = new AtomicBoolean();
        ScheduledFuture<?> handOver = timer.schedule(
                () -> {
                    if (decided.compareAndSet(false, true)) {
                        leave();
                    }
                },
                patience.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return work.get();
        } finally {
            handOver.cancel(false);
            if (!decided.compareAndSet(false, true)) {
                comeBack();
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
