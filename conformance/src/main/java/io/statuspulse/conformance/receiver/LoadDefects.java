package io.statuspulse.conformance.receiver;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/** Receivers with too few places, too little time, or that do not come back (REQ-HTTP-2 and 3). */
final class LoadDefects {

    private static final int MOST_AT_ONCE = 16;
    private static final long BUSY_MILLIS = 40;
    private static final long LATE_MILLIS = 2_500;

    private LoadDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.ofHttp(
                        "fails-when-busy",
                        "has 16 places, 40 ms of work for each delivery, and answers 503 when they are taken",
                        "",
                        FewPlaces::new),
                Defect.ofHttp(
                        "one-body-at-a-time",
                        "reads and handles one body at a time",
                        "inhouse-aikido #47",
                        OneBodyAtATime::new),
                Defect.ofHttp(
                        "dies-on-aborted-body", "answers everything 503 once a body was cut off", "", DiesOnAbort::new),
                Defect.ofFlow(
                        "answers-late",
                        "works for 2.5 s before it answers, on one delivery in 8192",
                        "zenml #5215",
                        parts -> new Flow(parts) {
                            @Override
                            Answer taken(Request request) {
                                lateIf(Sample.holds(1056, request));
                                return super.taken(request);
                            }
                        }),
                Defect.ofFlow(
                        "rejects-late",
                        "waits 2.5 s for its log before it rejects, on one delivery in 8192",
                        "",
                        parts -> new Flow(parts) {
                            @Override
                            Answer rejected(Request request) {
                                lateIf(Sample.holds(8168, request));
                                return super.rejected(request);
                            }
                        }));
    }

    private static void lateIf(boolean slow) {
        if (slow) {
            Waiting.millis(LATE_MILLIS);
        }
    }

    private static final class FewPlaces extends HttpRules {
        private final Semaphore places = new Semaphore(MOST_AT_ONCE);

        @Override
        Answer answer(Request head, BodySource source, Flow flow) throws IOException {
            if (!places.tryAcquire()) {
                return Answer.error(503, "busy");
            }
            try {
                Waiting.millis(BUSY_MILLIS);
                return super.answer(head, source, flow);
            } finally {
                places.release();
            }
        }
    }

    private static final class OneBodyAtATime extends HttpRules {
        private final ReentrantLock lock = new ReentrantLock();

        @Override
        Answer answer(Request head, BodySource source, Flow flow) throws IOException {
            lock.lock();
            try {
                return super.answer(head, source, flow);
            } finally {
                lock.unlock();
            }
        }
    }

    private static final class DiesOnAbort extends HttpRules {
        private final AtomicBoolean dead = new AtomicBoolean();

        @Override
        Answer answer(Request head, BodySource source, Flow flow) throws IOException {
            if (dead.get()) {
                return Answer.error(503, "out of order");
            }
            try {
                return super.answer(head, source, flow);
            } catch (IOException e) {
                // A body that is malformed is another matter; this one had a length.
                dead.compareAndSet(false, head.headers().first("Content-Length").isPresent());
                throw e;
            }
        }
    }
}
