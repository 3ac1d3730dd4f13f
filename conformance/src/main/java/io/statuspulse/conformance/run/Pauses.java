package io.statuspulse.conformance.run;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits that an interrupt ends, and leaves the thread's interrupt flag as it is. */
final class Pauses {
    private static final Duration STEP = Duration.ofMillis(5);

    private Pauses() {}

    /** Waits until the condition holds, at most that long. */
    static void pauseUntil(BooleanSupplier condition, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() - end < 0) {
            long left = end - System.nanoTime();
            pause(left < STEP.toNanos() ? Duration.ofNanos(Math.max(0, left)) : STEP);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    static void pause(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }
}
