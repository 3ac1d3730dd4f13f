package io.statuspulse.conformance.run;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Names the kit's threads and keeps them from holding up the end of a program. */
final class Threads {
    private Threads() {}

    static ThreadFactory daemon(String purpose) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, "statuspulse-" + purpose + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
