package io.statuspulse.conformance.receiver;

import static io.statuspulse.conformance.receiver.Probes.counted;
import static io.statuspulse.conformance.receiver.Probes.several;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

final class MemoryProbes {

    private static final String ONCE = "200 200 effects 1";
    private static final String TWICE = "200 200 effects 2";

    private MemoryProbes() {}

    static List<Probes.Probe> all() {
        return List.of(
                counted("no-idempotency", ONCE, TWICE, () -> twice(d -> d)),
                new Probes.Probe("queues-duplicates", "1", "2", MemoryProbes::whenAnotherIsDone),
                counted("dedupes-by-signature", ONCE, TWICE, () -> twice(d -> d.aged(5))),
                counted(
                        "dedupes-by-request-id",
                        ONCE,
                        TWICE,
                        () -> twice(d -> d.header("X-Request-Id: " + System.nanoTime()))),
                counted(
                        "dedupes-by-user-agent",
                        ONCE,
                        TWICE,
                        () -> twice(d -> d.header("User-Agent: " + System.nanoTime()))),
                counted("dedupes-by-connection", ONCE, TWICE, () -> twice(d -> d)),
                counted("dedupes-by-body", ONCE, TWICE, MemoryProbes::retried),
                counted("dedupes-by-attempt", ONCE, TWICE, MemoryProbes::retried),
                counted("dedupes-by-secret", ONCE, TWICE, MemoryProbes::acrossRotation),
                new Probes.Probe("dedupes-by-content", "1", "0", r -> {
                    Delivery second = Delivery.valid();
                    Probes.statuses(r, List.of(Delivery.valid(), second));
                    return Integer.toString(r.effects(second.id()));
                }),
                several("rejects-duplicates", "200 200", "200 409", () -> twice(d -> d)),
                several("throws-on-duplicate", "200 200", "200 500", () -> twice(d -> d)),
                several("throws-on-id-conflict", "200 200", "200 500", () -> changedBetween("us-east-1", "eu")),
                counted(
                        "dedupe-before-verify",
                        "401 200 effects 1",
                        "401 200 effects 0",
                        () -> after(d -> d.signature("0"))),
                counted(
                        "dedupe-before-freshness",
                        "401 200 effects 1",
                        "401 200 effects 0",
                        () -> after(d -> d.aged(4_000))),
                counted(
                        "dedupe-before-validation",
                        "422 200 effects 1",
                        "422 200 effects 0",
                        () -> changedBetween("503", "99", true)),
                new Probes.Probe("check-then-insert", "1", "many", MemoryProbes::races),
                new Probes.Probe("drops-older-events", "200 200 1", "200 200 0", MemoryProbes::older),
                several("rejects-older-events", "200 200", "200 409", MemoryProbes::olderSecond),
                several("needs-outage-before-recovery", "200", "409", () -> List.of(recovery())),
                new Probes.Probe("loses-burst-events", "all", "not all", MemoryProbes::burst),
                new Probes.Probe("last-write-wins", "degraded", "operational", r -> {
                    Probes.statuses(r, olderSecond());
                    return r.state("chk_kit_api").orElse("none");
                }),
                new Probes.Probe("caches-verification", "401", "200", MemoryProbes::whenItHasExpired),
                several("rejects-replays", "200 200", "200 401", () -> twice(d -> d)),
                several("throws-on-replay", "200 200", "200 500", () -> twice(d -> d)),
                afterFailure("remembers-failed-attempts", "503 200 effects 1", "503 200 effects 0"),
                afterFailure("acknowledges-failed-attempts", "503 200 effects 1", "200 200 effects 0"),
                afterFailure("fails-after-processing", "503 200 effects 1", "503 200 effects 2"));
    }

    /** How often an event that came twice was processed when one that came after it was. */
    private static String whenAnotherIsDone(BuiltInReceiver receiver) throws Exception {
        List<Delivery> sent = twice(d -> d);
        Delivery another = Delivery.valid();
        Probes.statuses(receiver, List.of(sent.get(0), sent.get(1), another));
        await().until(() -> receiver.effects(another.id()) > 0);
        return Integer.toString(receiver.effects(sent.get(0).id()));
    }

    /** What the same bytes are answered once their timestamp, at first on the edge of the tolerance, is beyond it. */
    private static String whenItHasExpired(BuiltInReceiver receiver) throws Exception {
        Delivery delivery = Delivery.valid().aged(300);
        while (!Probes.status(receiver, delivery).equals("200")) {
            delivery = Delivery.valid().aged(300);
        }
        Instant expired = Instant.ofEpochSecond(Long.parseLong(delivery.timestamp) + 301);
        await().until(() -> Instant.now().isAfter(expired));
        return Probes.status(receiver, delivery);
    }

    private static Probes.Probe afterFailure(String defect, String right, String wrong) {
        return new Probes.Probe(defect, right, wrong, r -> {
            List<Delivery> sent = twice(d -> d);
            r.failNext(sent.get(0).id());
            return Probes.statuses(r, sent) + " effects "
                    + r.effects(sent.get(0).id());
        });
    }

    /** Whether 50 events of a check are all processed, in about no time. */
    private static String burst(BuiltInReceiver receiver) throws Exception {
        int processed = 0;
        try (Connection connection = new Connection(receiver)) {
            for (int i = 0; i < 50; i++) {
                Delivery delivery = Delivery.valid();
                connection.exchange(delivery);
                processed += receiver.effects(delivery.id());
            }
        }
        return processed == 50 ? "all" : "not all";
    }

    private static List<Delivery> twice(UnaryOperator<Delivery> second) {
        String event = Delivery.event(Delivery.newId());
        return List.of(Delivery.of(event), second.apply(Delivery.of(event)));
    }

    private static List<Delivery> after(UnaryOperator<Delivery> first) {
        String event = Delivery.event(Delivery.newId());
        return List.of(first.apply(Delivery.of(event)), Delivery.of(event));
    }

    private static List<Delivery> retried() {
        return changedBetween("count\":0", "count\":1");
    }

    private static List<Delivery> changedBetween(String from, String to) {
        return changedBetween(from, to, false);
    }

    private static List<Delivery> changedBetween(String from, String to, boolean changedFirst) {
        String event = Delivery.event(Delivery.newId());
        Delivery plain = Delivery.of(event);
        Delivery changed = Delivery.of(event.replace(from, to));
        return changedFirst ? List.of(changed, plain) : List.of(plain, changed);
    }

    private static List<Delivery> acrossRotation() {
        String event = Delivery.event(Delivery.newId());
        return List.of(Delivery.of(event).secret(Signing.PREVIOUS), Delivery.of(event));
    }

    private static List<Delivery> olderSecond() {
        return List.of(
                Delivery.valid(), Delivery.changed(s -> s.replace("T09", "T08").replace("degraded", "operational")));
    }

    private static String older(BuiltInReceiver receiver) throws Exception {
        List<Delivery> sent = olderSecond();
        return Probes.statuses(receiver, sent) + " "
                + receiver.effects(sent.get(1).id());
    }

    private static Delivery recovery() {
        return Delivery.changed(
                s -> s.replace("\"operational\"", "\"major_outage\"").replace("\"degraded\"", "\"operational\""));
    }

    /** On a busy machine the copies of one race may come one after the other, but hardly those of ten. */
    private static String races(BuiltInReceiver receiver) throws Exception {
        String outcome = race(receiver);
        for (int i = 1; i < 10 && outcome.equals("1"); i++) {
            outcome = race(receiver);
        }
        return outcome;
    }

    private static String race(BuiltInReceiver receiver) throws Exception {
        Delivery delivery = Delivery.valid();
        int copies = 8;
        CountDownLatch done = new CountDownLatch(copies);
        ExecutorService senders = Executors.newFixedThreadPool(copies);
        try {
            for (int i = 0; i < copies; i++) {
                senders.execute(() -> {
                    try {
                        Probes.status(receiver, delivery);
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    } finally {
                        done.countDown();
                    }
                });
            }
            done.await();
        } finally {
            senders.shutdown();
        }
        return receiver.effects(delivery.id()) == 1 ? "1" : "many";
    }
}
