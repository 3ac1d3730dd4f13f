package io.statuspulse.conformance.receiver;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Defects that take their time; closing the receiver ends every wait. */
final class Waiting {

    private Waiting() {}

    static void millis(long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() - end < 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    /** Longer than anybody waits for an answer. */
    static void veryLong() {
        millis(TimeUnit.MINUTES.toMillis(2));
    }
}
