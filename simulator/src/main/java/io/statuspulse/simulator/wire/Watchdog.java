package io.statuspulse.simulator.wire;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Ends blocked reads and writes at their deadline, from a thread of its own: a socket's read timeout starts anew with
 * every byte that drips in, and nothing bounds a write.
 */
final class Watchdog implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "statuspulse-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    Watchdog() {
        // Nearly every watch is stopped early, and must not be held until its deadline.
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Starts a watch that runs {@code atDeadline}, which must not block, unless it is stopped before. */
    Watch watch(Duration deadline, Runnable atDeadline) {
        Watch watch = new Watch(atDeadline);
        try {
            watch.scheduled = timer.schedule(watch, Math.max(1, deadline.toNanos()), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            watch.run(); // The transport is closed: what cannot be watched must not begin.
        }
        return watch;
    }

    /** Takes no more watches; those that are running still end what they watch. */
    @Override
    public void close() {
        timer.shutdown();
    }

    /** One deadline: it fires or is stopped, never both. */
    static final class Watch implements Runnable {
        private enum State {
            RUNNING,
            STOPPED,
            FIRED
        }

        private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
        private final Runnable atDeadline;
        private @Nullable Future<?> scheduled;

        private Watch(Runnable atDeadline) {
            this.atDeadline = atDeadline;
        }

        @Override
        public void run() {
            if (state.compareAndSet(State.RUNNING, State.FIRED)) {
                atDeadline.run();
            }
        }

        /** Stops the watch and returns whether it had fired. May be called again. */
        boolean stop() {
            if (state.compareAndSet(State.RUNNING, State.STOPPED) && scheduled != null) {
                scheduled.cancel(false);
            }
            return state.get() == State.FIRED;
        }
    }
}
