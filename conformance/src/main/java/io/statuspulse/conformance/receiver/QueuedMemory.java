package io.statuspulse.conformance.receiver;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.node.ObjectNode;

/** Puts events into a queue, and processes them later, one after the other: slower than they come. */
class QueuedMemory extends EventMemory {
    private static final long WORK_MILLIS = 4;

    private final ExecutorService queue = worker();

    /** One that ends by itself: nobody says when a memory is not needed any more. */
    private static ExecutorService worker() {
        ThreadPoolExecutor worker =
                new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "queued-events");
                    thread.setDaemon(true);
                    return thread;
                });
        worker.allowCoreThreadTimeOut(true);
        return worker;
    }

    @Override
    Answer process(ObjectNode event) {
        queue.execute(() -> {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(WORK_MILLIS));
            super.process(event);
        });
        return Answer.ok();
    }
}
