package io.statuspulse.conformance.run;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits that an interrupt ends, and leaves the thread's interrupt flag as it is. */
final class Pauses {
    private Pauses() {}

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
