package io.statuspulse.conformance.receiver;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ObjectNode;

/** Receivers that rely on an order which nobody promised (REQ-IDEM-3). */
final class OrderingDefects {

    private static final String OPERATIONAL = "operational";
    private static final Duration OLD = Duration.ofMinutes(1);
    private static final int QUEUE_LENGTH = 32;
    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

    private OrderingDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.ofMemory(
                        "rejects-older-events",
                        "answers 409 to an event a minute older than the newest of its check, or more",
                        "",
                        () -> new Newest(Answer.error(409, "out of order"))),
                Defect.ofMemory(
                        "drops-older-events",
                        "answers 200 to an event a minute older than the newest of its check, or more, and drops it",
                        "",
                        () -> new Newest(Answer.ok())),
                Defect.ofMemory(
                        "needs-outage-before-recovery",
                        "answers 409 to a recovery from an outage that it has not heard of",
                        "",
                        NeedsOutage::new),
                Defect.ofMemory(
                        "loses-burst-events",
                        "queues 32 events of a check a second, and drops what comes besides",
                        "",
                        ShortQueue::new),
                Defect.ofMemory(
                        "last-write-wins",
                        "takes the status of the event that arrived last for the state of its check",
                        "",
                        () -> new EventMemory(new States() {
                            @Override
                            Status winner(Status known, Status arrived) {
                                return arrived;
                            }
                        })));
    }

    private static final class Newest extends EventMemory {
        private final ConcurrentMap<String, Instant> newest = new ConcurrentHashMap<>();
        private final Answer forOlder;

        Newest(Answer forOlder) {
            this.forOlder = forOlder;
        }

        @Override
        Answer process(ObjectNode event) {
            Instant time = States.time(event);
            Instant latest = newest.merge(check(event), time, (a, b) -> a.isAfter(b) ? a : b);
            return latest.isAfter(time.plus(OLD)) ? forOlder : super.process(event);
        }
    }

    private static final class NeedsOutage extends EventMemory {
        private final ConcurrentMap<String, String> words = new ConcurrentHashMap<>();

        @Override
        Answer process(ObjectNode event) {
            String now = event.path("current_status").asString("");
            String before = words.put(check(event), now);
            boolean recovery = now.equals(OPERATIONAL)
                    && event.path("previous_status").asString("").endsWith("_outage");
            boolean unheard = before == null || before.equals(OPERATIONAL);
            return recovery && unheard ? Answer.error(409, "nothing to recover from") : super.process(event);
        }
    }

    private static final class ShortQueue extends EventMemory {
        private final ConcurrentMap<String, Window> windows = new ConcurrentHashMap<>();

        /** A second and what came in it. */
        private record Window(long begun, int count) {
            Window next() {
                return new Window(begun, count + 1);
            }
        }

        @Override
        Answer process(ObjectNode event) {
            long now = System.nanoTime();
            Window window = windows.compute(
                    check(event),
                    (id, known) ->
                            known == null || now - known.begun > SECOND_NANOS ? new Window(now, 1) : known.next());
            return window.count > QUEUE_LENGTH ? Answer.ok() : super.process(event);
        }
    }
}
